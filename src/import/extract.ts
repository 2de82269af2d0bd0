import { type Kinds, kindsOf } from '../base/kinds.ts';
import { saysNothing } from './clean.ts';
import { type Draft, PEOPLE_FIELDS, type PeopleField } from './sources/source.ts';

/** A column of a file that no field has taken. */
export interface SpareColumn {
  readonly header: string;
  /** Its place in the file. */
  readonly index: number;
  /** Texts at the rows of the extract; it may end before the last row. */
  readonly values: string[];
}

/** Somebody who has left, by what names them. */
export interface Leaver {
  readonly file: number;
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Rows of people from all files as columns of text, '' where not given: without an object for each row. */
export class Extract {
  count = 0;
  /** Index of the file of each row, and its number there. */
  readonly file: number[] = [];
  readonly row: number[] = [];
  /** Rows that are left out after all. */
  readonly out = new Set<number>();
  /** Whom a file says to have left: another one may still have them. */
  readonly left: Leaver[] = [];
  /** The day of which rows that hold later were left out; '' where none were. */
  heldOn = '';
  /** By file, the columns that no header explains: their values may. */
  readonly spare: SpareColumn[][] = [];
  private readonly columns = new Map<PeopleField, string[]>();
  private readonly firsts = new Map<PeopleField, ReadonlyMap<string, number>>();
  private readonly kinds = new Map<PeopleField, Kinds>();

  get(field: PeopleField, at: number): string {
    return this.columns.get(field)?.[at] ?? '';
  }

  /** The column of a field; it may end before the last row. */
  column(field: PeopleField): readonly string[] {
    return this.columns.get(field) ?? [];
  }

  set(field: PeopleField, at: number, text: string): void {
    if (text !== '' || this.columns.has(field)) write(this.writable(field), at, text);
  }

  /** What puts a draft, and the texts of spare columns, into a row, or after the last one; `fields` are those it can have. */
  writer(
    file: number,
    fields: readonly PeopleField[],
    spare: readonly SpareColumn[],
  ): (draft: Draft, texts: readonly string[], at?: number) => void {
    this.spare[file] = [...spare];
    const places = fields.map((field) => PEOPLE_FIELDS.indexOf(field));
    const columns = fields.map((field) => this.writable(field));
    return (draft, texts, at = this.count) => {
      if (at === this.count) this.count++;
      this.file[at] = file;
      this.row[at] = draft.row;
      for (let index = 0; index < columns.length; index++)
        write(columns[index]!, at, draft.cells[places[index]!]!);
      for (let index = 0; index < spare.length; index++) write(spare[index]!.values, at, texts[index]!);
    };
  }

  /** The first row of each text of a field, over all files; made once for all who ask, until a text changes. */
  firstOf(field: PeopleField): ReadonlyMap<string, number> {
    const known = this.firsts.get(field);
    if (known !== undefined) return known;
    const first = new Map<string, number>();
    const column = this.column(field);
    for (let at = 0; at < column.length; at++)
      if (column[at] !== '' && this.isFirst(first.get(column[at]!), at)) first.set(column[at]!, at);
    this.firsts.set(field, first);
    return first;
  }

  /** Whether a row stands before those that are left out. */
  private isFirst(known: number | undefined, at: number): boolean {
    return known === undefined || (this.out.size > 0 && this.out.has(known) && !this.out.has(at));
  }

  /** Forgets what was made of rows, some of which are left out now. */
  changed(): void {
    this.firsts.clear();
    this.kinds.clear();
  }

  /** Whether no text of a field stands in two rows. */
  differs(field: PeopleField): boolean {
    const column = this.column(field);
    let given = 0;
    for (let at = 0; at < column.length; at++)
      if (
        column[at] !== '' &&
        !(this.out.size > 0 && this.out.has(at) && this.firstOf(field).get(column[at]!) !== at)
      )
        given++;
    return this.firstOf(field).size === given;
  }

  /** The rows of a file, in their order. */
  rowsOf(file: number): number[] {
    const rows: number[] = [];
    for (let at = 0; at < this.count; at++) if (this.file[at] === file && !this.out.has(at)) rows.push(at);
    return rows;
  }

  /** Makes a spare column of a file the column of a field. */
  adopt(file: number, field: PeopleField, column: SpareColumn): void {
    for (const at of this.rowsOf(file)) {
      const text = column.values[at] ?? '';
      this.set(field, at, saysNothing(text) ? '' : text);
    }
    this.spare[file] = this.spare[file]!.filter((one) => one !== column);
  }

  /** Takes the column of a field from it, in the rows of a file: it is a spare one again. */
  release(file: number, field: PeopleField, header: string, index: number): SpareColumn {
    const column: SpareColumn = { header, index, values: [] };
    for (const at of this.rowsOf(file)) {
      write(column.values, at, this.get(field, at));
      this.set(field, at, '');
    }
    this.spare[file]!.push(column);
    return column;
  }

  private writable(field: PeopleField): string[] {
    this.firsts.delete(field);
    this.kinds.delete(field);
    const column = this.columns.get(field) ?? [];
    this.columns.set(field, column);
    return column;
  }

  /** Whether two rows are alike in every field, but for some. */
  equal(one: number, other: number, but?: ReadonlySet<PeopleField>): boolean {
    for (const [field, column] of this.columns)
      if ((column[one] ?? '') !== (column[other] ?? '') && but?.has(field) !== true) return false;
    return true;
  }

  /** Whether every row has a text of a field. */
  isFull(field: PeopleField): boolean {
    const column = this.column(field);
    return column.length === this.count && !column.includes('');
  }

  /** Of the rows of a file that have one text of a field the first, with how many there are; not of those that have none. */
  alike(field: PeopleField, file: number): { readonly at: number; readonly rows: number }[] {
    const column = this.column(field);
    if (column.length === 0) return [];
    const { of, first } = this.kindsOf(field);
    const rows = new Int32Array(first.length);
    const found: number[] = [];
    for (let at = 0; at < column.length; at++)
      if (this.file[at] === file && !(this.out.size > 0 && this.out.has(at)) && rows[of[at]!]!++ === 0)
        found.push(at);
    return found.flatMap((at) => (column[at] === '' ? [] : [{ at, rows: rows[of[at]!]! }]));
  }

  /** The different texts of some fields in the rows of a file, those that are given. */
  textsOf(fields: readonly PeopleField[], file: number): Set<string> {
    return new Set(
      fields.flatMap((field) => this.alike(field, file).map(({ at }) => this.column(field)[at]!)),
    );
  }

  private kindsOf(field: PeopleField): Kinds {
    const known = this.kinds.get(field) ?? kindsOf(this.count, [this.column(field)]);
    this.kinds.set(field, known);
    return known;
  }
}

/** Puts a text into a column, which ends with the last row that has one. */
function write(column: string[], at: number, text: string): void {
  if (at === column.length && text !== '') column.push(text);
  else if (at < column.length) column[at] = text;
  else if (text !== '') {
    while (column.length < at) column.push('');
    column.push(text);
  }
}
