import { cellOf } from '../source/csv.ts';

/** A column of a table that is written. */
export interface Column<Row> {
  readonly header: string;
  cell(row: Row): string;
  /** Whether its cells never need quotes. */
  readonly plain?: true;
  /** Whether it is written though all its cells are empty. */
  readonly always?: true;
}

/** A figure as a cell; empty where it is not known. */
export const numberCell = (value: number): string => (Number.isNaN(value) ? '' : String(value));

/** What most cells are: letters and digits, with points and spaces and the like between them. Never a formula, or in quotes. */
const SIMPLE = /^[a-z0-9](?:[\w .@/&-]*[a-z0-9])?$/i;

/** A cell as it is written, in quotes where it must be. */
export const csvCell = (text: string): string => {
  if (text === '' || SIMPLE.test(text)) return text;
  const cell = cellOf(text);
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** CSV of the columns that say anything, and of those that are always there. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const used = columns.filter(
    ({ header, cell, always }) => header === 'id' || always === true || rows.some((row) => cell(row) !== ''),
  );
  const lines = new Array<string>(rows.length + 1);
  lines[0] = used.map(({ header }) => csvCell(header)).join(',');
  const cells = new Array<string>(used.length);
  for (let at = 0; at < rows.length; at++) {
    for (let index = 0; index < used.length; index++) {
      const { cell, plain } = used[index]!;
      const text = cell(rows[at]!);
      cells[index] = plain === true ? text : csvCell(text);
    }
    lines[at + 1] = cells.join(',');
  }
  return `${lines.join('\n')}\n`;
}

/** Whether lists in cells can hold these ids: `;` parts them, and the space around the `:` of a line is dropped. */
export const fitsCells = (ids: Iterable<string>): boolean => {
  for (const id of ids) if (/;|\s:|:\s|^:|:$/.test(id)) return false;
  return true;
};
