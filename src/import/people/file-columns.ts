import { headerKey, quoted } from '../../base/text.ts';
import type { Extract, SpareColumn } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { generic } from '../sources/generic.ts';
import type { Bound, Overrides } from '../sources/mapping.ts';
import type { PeopleField } from '../sources/source.ts';
import type { PeopleFile } from './read-people.ts';
import { People } from './references.ts';

/** Nearly all, where a share of values decides. */
export const NEARLY_ALL = 0.9;
export const MOST = 0.5;
/** Fewer values than this decide nothing. */
export const FEWEST = 3;

/** The people of all files by their rows: what finds them is the number of the row. Made again where a column changed. */
export class PeopleByRow {
  private made: People | undefined;

  constructor(private readonly extract: Extract) {}

  changed(): void {
    this.made = undefined;
  }

  get people(): People {
    if (this.made !== undefined) return this.made;
    const { extract } = this;
    const ids = extract.firstOf('id');
    // Rows of one person are one.
    const named = () =>
      Array.from({ length: extract.count }, (_, at) => ({
        id: String(ids.get(extract.get('id', at)) ?? at),
        at,
      }));
    this.made = new People(ids, String, named, extract);
    return this.made;
  }
}

/** The columns of one file: those that a field has taken, and those that none has. */
export class FileColumns {
  rows: readonly number[];
  private readonly bound: Map<PeopleField | number, Bound<PeopleField>>;

  constructor(
    readonly file: PeopleFile,
    private readonly index: number,
    readonly extract: Extract,
    readonly all: PeopleByRow,
    private readonly overrides: Overrides,
    private readonly journal: Journal,
  ) {
    this.bound = new Map();
    for (const one of file.bound) this.bound.set(this.bound.has(one.field) ? one.index : one.field, one);
    this.rows = extract.rowsOf(index);
  }

  /** Takes in that rows have been left out. */
  refresh(): void {
    this.rows = this.extract.rowsOf(this.index);
    this.extract.changed();
    this.all.changed();
  }

  result(): PeopleFile {
    const bound = [...this.bound.values()].sort((a, b) => a.index - b.index);
    const spare = [...this.spare()].sort((a, b) => a.index - b.index);
    return { ...this.file, bound, ignored: spare.map(({ header }) => header) };
  }

  has(field: PeopleField): boolean {
    return [...this.bound.values()].some((one) => one.field === field);
  }

  /** Whether a field has one column, and not several by their values. */
  hasOne(field: PeopleField): boolean {
    return this.bound.has(field);
  }

  headerOf(field: PeopleField): string {
    return this.bound.get(field)!.header;
  }

  /** Whether no column is to be sought for a field: it has one, or the user says. */
  settled(field: PeopleField): boolean {
    return this.has(field) || this.asked(field);
  }

  asked(field: PeopleField): boolean {
    return this.overrides.has(field);
  }

  spare(): readonly SpareColumn[] {
    return this.extract.spare[this.index]!;
  }

  get(field: PeopleField, at: number): string {
    return this.extract.get(field, at);
  }

  take(field: PeopleField, column: SpareColumn): void {
    this.extract.adopt(this.index, field, column);
    this.bound.set(field, { field, index: column.index, header: column.header, byValues: true });
    this.all.changed();
  }

  /** Notes that columns have been used for a field, whose texts are written already. */
  used(field: PeopleField, columns: readonly SpareColumn[]): void {
    this.extract.spare[this.index] = this.spare().filter((one) => !columns.includes(one));
    for (const { header, index } of columns) this.bound.set(index, { field, index, header, byValues: true });
    this.all.changed();
  }

  release(field: PeopleField): void {
    const { header, index } = this.bound.get(field)!;
    this.extract.release(this.index, field, header, index);
    this.bound.delete(field);
    this.all.changed();
  }

  /** Makes the column of one field that of another. */
  move(from: PeopleField, to: PeopleField): void {
    for (const at of this.rows) {
      this.extract.set(to, at, this.get(from, at));
      this.extract.set(from, at, '');
    }
    const { header, index } = this.bound.get(from)!;
    this.bound.delete(from);
    const known = from === 'otherId';
    this.bound.set(to, { field: to, index, header, ...(known ? {} : { byValues: true }) });
    this.all.changed();
  }

  /** Makes each of two fields the column of the other, in rows that have both or the second. */
  exchange(one: PeopleField, other: PeopleField): void {
    for (const at of this.rows) {
      const [first, second] = [this.get(one, at), this.get(other, at)];
      if (second === '') continue;
      this.extract.set(one, at, second);
      this.extract.set(other, at, first);
    }
    const [was, now] = [this.bound.get(one)!, this.bound.get(other)!];
    this.bound.set(one, { ...now, field: one });
    this.bound.set(other, { ...was, field: other });
    this.all.changed();
  }

  /** Gives a field the spare column whose header fits it best, if there is another than one. */
  rebind(field: PeopleField, but: string): void {
    const names = generic.columns[field]!.map(headerKey);
    const place = ({ header }: SpareColumn) => names.indexOf(headerKey(header));
    const [other] = this.spare()
      .filter((column) => column.header !== but && place(column) >= 0 && this.texts(column).length > 0)
      .sort((a, b) => place(a) - place(b));
    if (other === undefined) return;
    this.extract.adopt(this.index, field, other);
    this.bound.set(field, { field, index: other.index, header: other.header });
    this.all.changed();
  }

  /** Notes that the column of a field says another one too. */
  also(field: PeopleField, from: PeopleField): void {
    const { index, header } = this.bound.get(from)!;
    this.bound.set(field, { field, index, header, byValues: true });
    this.extract.changed();
    this.all.changed();
  }

  /** The different texts of a field. */
  different(field: PeopleField): string[] {
    return [...this.extract.textsOf([field], this.index)];
  }

  /** Where a column is mostly empty, and another that its header calls the same has more in it, that one counts. */
  preferFuller(fields: readonly PeopleField[]): void {
    const { extract, rows } = this;
    for (const field of fields) {
      if (!this.has(field) || this.asked(field) || this.spare().length === 0) continue;
      const filled = rows.reduce((sum, at) => sum + (this.get(field, at) === '' ? 0 : 1), 0);
      // Everybody has a name.
      const least = field === 'name' ? NEARLY_ALL : MOST;
      if (filled >= least * rows.length) continue;
      const names = generic.columns[field]!.map(headerKey);
      const fuller = this.spare().filter(({ header }) => names.includes(headerKey(header)));
      const place = ({ header }: SpareColumn) => names.indexOf(headerKey(header));
      const other = fuller
        .sort((a, b) => place(a) - place(b))
        .find((column) => this.texts(column).length >= least * rows.length);
      if (other === undefined) continue;
      const empty = this.headerOf(field);
      this.release(field);
      extract.adopt(this.index, field, other);
      this.bound.set(field, { field, index: other.index, header: other.header });
      this.all.changed();
      this.say(
        `${quoted(empty)} is ${filled < MOST * rows.length ? 'mostly' : 'partly'} empty, so ${quoted(other.header)} is taken instead.`,
      );
    }
  }

  /** Takes back columns in which nothing stands: an empty column of ids is no column of ids. */
  releaseEmpty(fields: readonly PeopleField[]): void {
    for (const field of fields)
      if (this.has(field) && !this.asked(field) && this.rows.every((at) => this.get(field, at) === ''))
        this.release(field);
  }

  note(text: string): void {
    this.journal.note(`${this.file.file}: ${text}`);
  }

  say(text: string): void {
    this.journal.assume(`${this.file.file}: ${text}`);
  }

  texts({ values }: SpareColumn): string[] {
    return this.rows.map((at) => values[at] ?? '').filter((text) => text !== '');
  }

  /** Whether nearly every row has a value that fits, and of its own but for few. */
  unique(column: SpareColumn, fits: (text: string) => boolean, own = NEARLY_ALL): boolean {
    const { rows } = this;
    const start = rows.slice(0, 40).map((at) => column.values[at] ?? '');
    // Most columns are seen not to fit after a few values.
    if (start.filter(fits).length < MOST * start.length) return false;
    const texts = this.texts(column);
    return (
      texts.length >= NEARLY_ALL * rows.length &&
      new Set(texts).size >= own * texts.length &&
      texts.filter(fits).length >= NEARLY_ALL * texts.length
    );
  }
}
