import type { Draft, PeopleField } from './sources/source.ts';

/** Rows of people from all files as columns of text, '' where not given: without an object for each row. */
export class Extract {
  count = 0;
  /** Index of the file of each row, and its number there. */
  readonly file: number[] = [];
  readonly row: number[] = [];
  private readonly columns = new Map<PeopleField, string[]>();

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

  /** What puts a draft into a row, or after the last one; `fields` are those it can have. */
  writer(file: number, fields: readonly PeopleField[]): (draft: Draft, at?: number) => void {
    const columns = fields.map((field) => [field, this.writable(field)] as const);
    return (draft, at = this.count) => {
      if (at === this.count) this.count++;
      this.file[at] = file;
      this.row[at] = draft.row;
      for (const [field, column] of columns) write(column, at, draft[field]);
    };
  }

  private writable(field: PeopleField): string[] {
    const column = this.columns.get(field) ?? [];
    this.columns.set(field, column);
    return column;
  }

  /** Whether two rows are alike in every field. */
  equal(one: number, other: number): boolean {
    for (const column of this.columns.values())
      if ((column[one] ?? '') !== (column[other] ?? '')) return false;
    return true;
  }

  /** The texts of a field in the rows of a file, those that are given. */
  *given(field: PeopleField, file: number): Generator<string> {
    const column = this.columns.get(field);
    if (column === undefined) return;
    for (let at = 0; at < column.length; at++)
      if (column[at] !== '' && this.file[at] === file) yield column[at]!;
  }
}

function write(column: string[], at: number, text: string): void {
  while (column.length < at) column.push('');
  column[at] = text;
}
