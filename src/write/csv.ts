import { memo } from '../base/memo.ts';
import { cellOf } from '../source/csv.ts';

/** A column of a table that is written. */
export interface Column<Row> extends Header {
  /** Text, a list, or a figure, NaN where it is not known. */
  cell(row: Row): unknown;
}

interface Header {
  readonly header: string;
  /** Whether it is written though all its cells are empty. */
  readonly always?: true;
}

/** A column with what stands in it. */
interface FilledColumn extends Header {
  readonly values: readonly unknown[];
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
const [LINE_END, SPACE, QUOTE, COMMA] = [10, 32, 34, 44];

/** A cell as it is written, in quotes where it must be. */
export const csvCell = (text: string): string => {
  const cell = cellOf(text);
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

const ROOM = 65_536;

/** Cells as they are written one after the other, in bytes: texts of their own, to be joined, would take twice as long. */
class CsvText {
  private readonly bytes = new Uint8Array(ROOM);
  private length = 0;
  private readonly parts: Uint8Array[] = [];

  /** Adds a value, and the sign that ends its cell. */
  add(value: unknown, end: number): void {
    const text = textOf(value);
    if (2 * text.length + 3 > ROOM - this.length) this.flush();
    const written = this.write(text, false);
    if (written === -1) {
      this.flush();
      this.parts.push(Buffer.from(typeof value === 'number' ? text : csvCell(text)));
    } else this.length = written;
    this.bytes[this.length++] = end;
  }

  end(): Buffer {
    this.flush();
    return Buffer.concat(this.parts);
  }

  /** Writes a cell that needs no escape; gives where it ends, -1 where it needs one. */
  private write(text: string, inQuotes: boolean): number {
    const { bytes } = this;
    const { length } = text;
    let at = this.length;
    if (length === 0) return at;
    // What begins with a letter or a digit is no formula.
    if (
      KINDS[text.charCodeAt(0)] !== LETTER ||
      text.charCodeAt(length - 1) === SPACE ||
      2 * length + 3 > ROOM
    )
      return -1;
    if (inQuotes) bytes[at++] = QUOTE;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      const kind = KINDS[code];
      if (kind === PART && !inQuotes) return this.write(text, true);
      if (kind === 0 || kind === undefined) return -1;
      if (code < 0x80) bytes[at++] = code;
      else {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      }
    }
    if (inQuotes) bytes[at++] = QUOTE;
    return at;
  }

  private flush(): void {
    this.parts.push(this.bytes.slice(0, this.length));
    this.length = 0;
  }
}

/** Whether any of some values is written as more than nothing. */
const saysAnything = (values: readonly unknown[]): boolean => {
  let before: unknown = '';
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    // Mostly that which stands in the row before, or no number.
    if (value === before || Number.isNaN(value)) continue;
    if (textOf(value) !== '') return true;
    before = value;
  }
  return false;
};

/** CSV of the columns that say anything, and of those that are always there. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const filled = columns.flatMap(({ header, cell, always = header === 'id' }): FilledColumn[] =>
    always || rows.some((row) => textOf(cell(row)) !== '')
      ? [{ header, always: true, values: rows.map((row) => cell(row)) }]
      : [],
  );
  return csvBytes(rows.length, filled).toString();
}

/** The same of columns that are filled already, as the bytes of a file. */
export function csvBytes(rows: number, columns: readonly FilledColumn[]): Buffer {
  // Asked once of what stands for several columns, as of all that nobody has.
  const says = memo(saysAnything);
  const used = columns.filter(
    ({ header, always, values }) => header === 'id' || always === true || says(values),
  );
  const text = new CsvText();
  const last = used.length - 1;
  used.forEach(({ header }, index) => {
    text.add(header, index === last ? LINE_END : COMMA);
  });
  for (let row = 0; row < rows; row++)
    for (let index = 0; index <= last; index++)
      text.add(used[index]!.values[row], index === last ? LINE_END : COMMA);
  return text.end();
}

/** Whether lists in cells can hold these ids: `;` parts them, and the space around the `:` of a line is dropped. */
export const fitsCells = (ids: Iterable<string>): boolean => {
  for (const id of ids) if (/;|\s:|:\s|^:|:$/.test(id)) return false;
  return true;
};
