import { RowList } from './table/row-list.ts';

/** What happened to rows: by what it was, and by file. */
type Book = Map<string, Map<string, RowList>>;

/** Everything that an import has to say for itself, so that nothing of the source is lost silently. */
export class Journal {
  /** What is wrong with the whole, so that it stands first and sets the exit code. */
  readonly wrong: string[] = [];
  /** How files were read, and what was understood in them. */
  readonly notes: string[] = [];
  /** What was taken for granted. */
  readonly assumed: string[] = [];
  /** What only the user can say, and may change who is there. */
  readonly questions: string[] = [];
  /** Rows that could not be used. */
  readonly unusable: Book = new Map();
  /** Rows that were understood and hold nobody who is there: leavers, labels, older snapshots. */
  readonly leftOut: Book = new Map();
  /** Rows that were used, with something in them that could not be. */
  readonly doubtful: Book = new Map();

  /** Statuses of people and of customers, and answers to whether a seat is open or a job the main one, that no language explains, with how many rows have each. */
  readonly statuses = {
    person: new Map<string, number>(),
    customer: new Map<string, number>(),
    seat: new Map<string, number>(),
    job: new Map<string, number>(),
    /** Understood, and the reader may want to see it. */
    left: new Map<string, number>(),
  };

  status(text: string, of: keyof Journal['statuses']): void {
    this.statuses[of].set(text, (this.statuses[of].get(text) ?? 0) + 1);
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  fault(text: string): void {
    if (!this.wrong.includes(text)) this.wrong.push(text);
  }

  private readonly told = new Set<string>();

  /** What is wrong with the whole, once for what it is about. */
  faultOnce(about: string, text: string): void {
    if (!this.told.has(about)) this.fault(text);
    this.told.add(about);
  }

  ask(text: string): void {
    if (!this.questions.includes(text)) this.questions.push(text);
  }

  assume(text: string): void {
    if (!this.assumed.includes(text)) this.assumed.push(text);
  }

  row(book: 'unusable' | 'leftOut' | 'doubtful', what: string, file: string, row: number): void {
    const kinds = this[book];
    const files = kinds.get(what) ?? new Map<string, RowList>();
    kinds.set(what, files);
    const rows = files.get(file) ?? new RowList();
    files.set(file, rows);
    rows.add(row);
  }

  /** How many rows stand in a book. */
  count(book: 'unusable' | 'leftOut' | 'doubtful'): number {
    let total = 0;
    for (const files of this[book].values()) for (const { count } of files.values()) total += count;
    return total;
  }
}
