import { cellOf } from '../source/csv.ts';

/** A column of a table that is written. */
export interface Column<Row> {
  readonly header: string;
  /** Text, a list, or a figure, NaN where it is not known. */
  cell(row: Row): unknown;
  /** Whether it is written though all its cells are empty. */
  readonly always?: true;
}

/** Any value as text: a list parted by semicolons, what is not given empty. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return Array.isArray(value) && value.length > 0 ? value.join(';') : '';
};

/** Of characters that most cells are made of, which can be seen and need no escape: letters and digits, signs, what parts cells. */
const [LETTER, SIGN, PART] = [1, 2, 3];
const KINDS = Uint8Array.from({ length: 0x600 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (code >= 0xc0 || /[a-z0-9]/i.test(character)) return LETTER;
  if (code < 32 || code > 126 || '"\\'.includes(character)) return 0;
  return ',;'.includes(character) ? PART : SIGN;
});
const SPACE = 32;

/** A cell as it is written, in quotes where it must be. */
export const csvCell = (text: string): string => {
  const { length } = text;
  // What begins with a letter or a digit is no formula.
  if (length === 0 || KINDS[text.charCodeAt(0)] !== LETTER || text.charCodeAt(length - 1) === SPACE)
    return anyCell(text);
  let parts = false;
  for (let at = 0; at < length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === PART) parts = true;
    else if (kind !== LETTER && kind !== SIGN) return anyCell(text);
  }
  return parts ? `"${text}"` : text;
};

const anyCell = (text: string): string => {
  const cell = cellOf(text);
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** CSV of the columns that say anything, and of those that are always there. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const used = columns.filter(
    ({ header, cell, always }) =>
      header === 'id' || always === true || rows.some((row) => textOf(cell(row)) !== ''),
  );
  const lines = new Array<string>(rows.length + 1);
  lines[0] = used.map(({ header }) => csvCell(header)).join(',');
  const cells = new Array<string>(used.length);
  for (let at = 0; at < rows.length; at++) {
    for (let index = 0; index < used.length; index++) {
      const value = used[index]!.cell(rows[at]!);
      const text = textOf(value);
      cells[index] = typeof value === 'number' ? text : csvCell(text);
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
