import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { cellOffset, detectDelimiter } from '../../src/source/csv.ts';
import { type CsvRow, eachRow, libraryRows } from '../../src/source/csv-rows.ts';
import { runs } from '../support/runs.ts';

const DELIMITER = fc.constantFrom(',' as const, ';' as const, '\t' as const);
const CELL = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '"', ',', ';', '\t', '\n', '\r\n', 'é', '😀'),
  maxLength: 6,
});

function rowsOf(text: string, delimiter: ',' | ';' | '\t'): CsvRow[] {
  const rows: CsvRow[] = [];
  eachRow(text, delimiter, (row) => rows.push(row) > 0);
  return rows;
}

const quote = (cell: string) =>
  /["\n\r,;\t]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('rows of a CSV text', () => {
  it('come back as they were written, with the offsets of rows and cells', () => {
    fc.assert(
      fc.property(
        DELIMITER,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(CELL, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
          ),
        (delimiter, newline, last, table) => {
          const written = table.map((cells) => cells.map(quote));
          const lines = written.map((cells) => cells.join(delimiter));
          const text = lines.join(newline) + (last ? newline : '');
          const rows = rowsOf(text, delimiter).slice(0, table.length);
          expect(rows.map(({ cells }) => cells.map((cell) => cell.trim()))).toEqual(
            text === '' ? [] : table.map((cells) => cells.map((cell) => cell.trim())),
          );
          rows.forEach(({ start }, row) => {
            expect(text.slice(start, start + lines[row]!.length)).toBe(lines[row]);
            written[row]!.forEach((cell, index) => {
              const at = cellOffset(text, start, delimiter, index);
              expect(text.slice(at, at + cell.length)).toBe(cell);
            });
          });
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('are those that the library reads, whatever stands in the text', () => {
    const TEXT = fc.array(
      fc.constantFrom(
        'a',
        'b c',
        "'",
        '\\u0007',
        ' ',
        '"',
        '"',
        '""',
        ',',
        ';',
        '\t',
        '\n',
        '\n',
        '\r\n',
        '\r',
        'é',
        '😀',
        '\ufeff',
      ),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(
        TEXT,
        fc.constantFrom(',', ';', '\t', '|', ' ', '"', '\n', 'ab', ''),
        (parts, delimiter) => {
          const text = parts.join('');
          const [own, library]: [CsvRow[], CsvRow[]] = [[], []];
          eachRow(text, delimiter, (row) => own.push(row) < 5);
          libraryRows(text, delimiter, (row) => library.push(row) < 5);
          expect(own).toEqual(library);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('are read without the library where they are plain', () => {
    const parse = vi.spyOn(Papa, 'parse');
    const text = 'id,name\n1,"Prior, Ada"\r\n2,"the ""second"""\n\n3,\n'.repeat(50);
    expect(rowsOf(text, ',')).toHaveLength(251);
    expect(parse).not.toHaveBeenCalled();
    rowsOf('id,name\n1,"Ada" Prior\n', ',');
    expect(parse).toHaveBeenCalledOnce();
    parse.mockRestore();
  });

  it('may end in lone carriage returns', () => {
    expect(rowsOf('a,b\rc,d\r', ',').map(({ cells }) => cells.join())).toEqual(['a,b', 'c,d', '']);
  });

  it('know their delimiter by the first line', () => {
    expect(detectDelimiter('\n"a,b,c";d\n1,2,3')).toBe(';');
    expect(detectDelimiter('a\tb,c\td')).toBe('\t');
    expect(detectDelimiter('alone')).toBe(',');
  });
});
