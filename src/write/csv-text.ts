import { cellOffset, type Delimiter, detectDelimiter } from '../source/csv.ts';
import { eachRow } from '../source/csv-rows.ts';
import { csvCell } from './csv.ts';

/** What is changed of a CSV file; rows are told by the place at which they start, columns by their number. */
interface CsvEdits {
  /** Text by column and row. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly removed: ReadonlySet<number>;
  /** Rows at the end, text by column. */
  readonly added: readonly ReadonlyMap<number, string>[];
  /** Headers behind the last column. */
  readonly columns: readonly string[];
}

/** The header of a CSV file, and what parts its cells. */
export const headerOf = (
  text: string,
): { readonly header: readonly string[]; readonly delimiter: Delimiter } => {
  const delimiter = detectDelimiter(text);
  let header: readonly string[] = [];
  eachRow(text, delimiter, ({ cells }) => {
    header = cells.map((cell) => cell.trim());
    return header.every((cell) => cell === '');
  });
  return { header, delimiter };
};

/** A row without the characters that end it. */
function withoutLineEnd(row: string): string {
  let end = row.length;
  while (end > 0 && (row[end - 1] === '\n' || row[end - 1] === '\r')) end--;
  return row.slice(0, end);
}

/** A number that nobody takes for one in thousands, where a point may group them. */
const ungrouped = (text: string, delimiter: Delimiter): string =>
  delimiter === ';' && /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;

/** The text with some cells, rows and columns changed, everything else as it was to the character. Linear. */
export function editedCsv(text: string, edits: CsvEdits): string {
  const { header, delimiter } = headerOf(text);
  const written = (cell: string): string => csvCell(ungrouped(cell, delimiter));
  const newline = text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const width = header.length;
  const parts: string[] = [];
  let begun = false;
  eachRow(text, delimiter, ({ cells, start, end }) => {
    const row = text.slice(start, end);
    if (edits.removed.has(start)) return true;
    if (cells.every((cell) => cell.trim() === '')) {
      parts.push(row);
      return true;
    }
    const line = withoutLineEnd(row);
    let changed = '';
    let at = 0;
    const own = [...(edits.cells.get(start) ?? [])]
      .filter(([column]) => column < width)
      .sort(([a], [b]) => a - b);
    for (const [column, cell] of own) {
      const from = cellOffset(text, start, delimiter, column) - start;
      const to =
        column === cells.length - 1
          ? line.length
          : cellOffset(text, start, delimiter, column + 1) - start - 1;
      changed += line.slice(at, from) + written(cell);
      at = to;
    }
    const further = edits.columns.map((title, index) =>
      written(begun ? (edits.cells.get(start)?.get(width + index) ?? '') : title),
    );
    parts.push([changed + line.slice(at), ...further].join(delimiter), row.slice(line.length));
    begun = true;
    return true;
  });
  const last = parts.at(-1);
  if (edits.added.length > 0 && last !== undefined && !/[\r\n]$/.test(last)) parts.push(newline);
  for (const row of edits.added) {
    const cells = Array.from({ length: width + edits.columns.length }, (_, column) =>
      written(row.get(column) ?? ''),
    );
    parts.push(cells.join(delimiter), newline);
  }
  return parts.join('');
}
