import { CsvRows } from './csv-rows.ts';
import type { Score, Table, TableOptions } from './table.ts';
import { textChunks, WHOLE_BYTES } from './text-chunks.ts';

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** A CSV file of any size, read piece by piece. */
export function csvTable(
  file: string,
  size: number | undefined,
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  options: TableOptions,
  score: Score,
  note: (text: string) => void,
): Table {
  const chunks = textChunks(file, start, rest, options.encoding, note);
  let delimiter = '';
  return {
    file,
    size,
    large: size === undefined || size > WHOLE_BYTES,
    delimiter: () => delimiter,
    format: () => `CSV, ${chunks.encoding}, ${DELIMITERS[delimiter] ?? `"${delimiter}"`}`,
    async read(each, expect) {
      let last = 0;
      const rows = new CsvRows(file, options.delimiter, score, (cells, row, fault) => {
        delimiter = rows.delimiter!;
        last = row;
        each(cells, row, fault);
      });
      let first = true;
      for await (const piece of chunks.pieces) {
        rows.add(piece);
        if (first && size !== undefined && size > WHOLE_BYTES) expect((last * size) / piece.length);
        first = false;
      }
      rows.end();
    },
  };
}
