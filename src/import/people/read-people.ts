import { UserError } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { counted, quoted } from '../../base/text.ts';
import { cellReader, cleaner, sharing } from '../clean.ts';
import { dayIn } from '../dates.ts';
import type { Extract, SpareColumn } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { generic } from '../sources/generic.ts';
import { type Bound, bindColumns, bindMisspelt, type Overrides, refuseRepeated } from '../sources/mapping.ts';
import {
  type ImportSource,
  JUDGED,
  newDraft,
  PEOPLE_FIELDS,
  type PeopleField,
  TEXTS,
  UNIQUE,
} from '../sources/source.ts';
import { familiarity, recogniseSource } from '../sources/sources.ts';
import { type RowReader, readBelowHeader } from '../table/header-row.ts';
import type { Table } from '../table/table.ts';
import { Flags } from './flags.ts';
import { employmentField, NewestRows } from './newest-rows.ts';
import { isAnother } from './other-people.ts';
import { hasLeft, isMainJob, isVacant, LEFT, statusOf, unknownStatuses, wordsOfLeaving } from './status.ts';

export const MOST_PEOPLE = 1_500_000;
/** Of columns that no header explains, this many cells are kept at most to be looked into; longer texts are remarks. */
const MOST_SPARE_CELLS = 10_000_000;
const LONGEST_SPARE = 200;

/** A file of people that was read, with how it was understood. */
export interface PeopleFile {
  readonly file: string;
  readonly format: string;
  readonly delimiter: string;
  readonly source: ImportSource;
  readonly why: string;
  readonly bound: readonly Bound<PeopleField>[];
  /** Headers that were not used. */
  readonly ignored: readonly string[];
  readonly header: readonly string[];
  readonly from: string;
  /** Day of the extract, where a line above the headers says it. */
  readonly day: string;
  /** Columns that were dropped unseen, since there are too many cells. */
  readonly unseen: boolean;
}

const JUDGED_PLACES = JUDGED.map((field) => PEOPLE_FIELDS.indexOf(field));
/** How a file of people is to be read. */
interface PeopleOptions {
  readonly from: string;
  readonly overrides: Overrides;
  readonly headerRow?: number | undefined;
  /** Of changes, those that are planned for later do not count yet. */
  readonly today: string;
}

/** Reads the rows of one file; of several rows for a person and dates, the newest. */
export async function readPeople(
  table: Table,
  index: number,
  options: PeopleOptions,
  journal: Journal,
  extract: Extract,
): Promise<PeopleFile> {
  const reading = new PeopleReading(table, index, options, journal, extract);
  const wanted = [...options.overrides.values()];
  await readBelowHeader(table, { score: familiarity, wanted, row: options.headerRow }, reading, journal);
  return reading.result();
}

/**
 * What says which of several rows of a person is the newest: the day of a snapshot, or else of a change. Where a column says
 * which job is the main one, rows are jobs beside one another, which may begin on different days; periods
 * that have an end are looked into when all are known.
 */
function dayOf(fields: ReadonlySet<PeopleField>): 'date' | 'effective' | undefined {
  if (!fields.has('id')) return undefined;
  if (fields.has('date')) return 'date';
  return fields.has('effective') && !fields.has('primary') && !fields.has('until') ? 'effective' : undefined;
}

interface BoundCell {
  /** That of the field in a draft. */
  readonly place: number;
  readonly index: number;
  readonly read: (cell: string) => string;
}

class PeopleReading implements RowReader {
  private source: ImportSource = generic;
  private why = '';
  private header: readonly string[] = [];
  private bound: readonly Bound<PeopleField>[] = [];
  private cells: readonly BoundCell[] = [];
  private flags: Flags | undefined;
  private spare: readonly SpareColumn[] = [];
  private texts: string[] = [];
  private readonly known: (cell: string) => string;
  private unseen = false;
  private day = '';
  private put: ReturnType<Extract['writer']> = () => {};
  private readonly draft = newDraft();
  /** What says which row of a person is the newest, where there may be several. */
  private dated: 'date' | 'effective' | undefined;
  private readonly clean: (cell: string) => string;
  /** Each person's row, where rows are dated. */
  private newest: NewestRows | undefined;

  constructor(
    private readonly table: Table,
    private readonly index: number,
    private readonly options: PeopleOptions,
    private readonly journal: Journal,
    private readonly extract: Extract,
  ) {
    this.clean = cleaner(table.large);
    this.known = sharing((cell) => {
      const text = this.clean(cell);
      return text.length > LONGEST_SPARE ? '' : text;
    });
  }

  start(cells: readonly string[], above: readonly string[]): ReadonlySet<number> {
    const { file } = this.table;
    const { from, overrides } = this.options;
    this.header = cells;
    this.day = dayIn(above, this.options.today);
    refuseRepeated(file, cells);
    const { source, why } = recogniseSource(cells, from);
    [this.source, this.why] = [source, why];
    const named = bindColumns(
      cells,
      PEOPLE_FIELDS,
      [source.columns, generic.columns],
      overrides,
      source === generic ? isAnother : undefined,
    );
    this.dated = dayOf(new Set(named.map(({ field }) => field)));
    const history = this.dated === 'effective';
    const periods = named.some(({ field }) => field === 'until');
    const bound = named.filter(
      ({ field }) => history || (field !== 'action' && (field !== 'effective' || periods)),
    );
    const employed = employmentField(named);
    if (this.dated !== undefined)
      this.newest = new NewestRows(
        { by: this.dated, employed, order: source.dateOrder, today: this.options.today, file },
        this.extract,
        this.journal,
      );
    const misspelt = bindMisspelt(cells, generic.columns, bound, overrides);
    for (const { header, meant } of misspelt)
      this.journal.assume(`${file}: ${quoted(header)} is read as ${quoted(meant)}.`);
    this.flags = new Flags(cells, bound, overrides);
    const { further } = this.flags;
    this.flags.tell(file, this.journal);
    this.bound = [
      ...bound,
      ...further,
      ...misspelt.map(({ field, index, header }) => ({ field, index, header })),
    ].sort((a, b) => a.index - b.index);
    const fields = new Set(this.bound.map(({ field }) => field));
    const used = new Set(this.bound.map(({ index }) => index));
    this.spare = cells.flatMap((header, index) =>
      header === '' || used.has(index) ? [] : [{ header, index, values: [] }],
    );
    this.texts = this.spare.map(() => '');
    this.put = this.extract.writer(this.index, [...new Set([...fields, ...JUDGED])], this.spare);
    this.cells = this.bound
      .filter(({ index }) => !further.some((one) => one.index === index))
      .map(({ field, index }) => ({
        place: PEOPLE_FIELDS.indexOf(field),
        index,
        read: cellReader(this.clean, TEXTS.has(field), !UNIQUE.has(field)),
      }));
    return used;
  }

  /** Refuses at once what would not fit, rather than after a minute. */
  expect(rows: number): void {
    if (this.dated === undefined && rows > MOST_PEOPLE)
      throw new UserError(
        `${this.table.file} has about ${counted(Math.round(rows / 1000) * 1000, 'row')}; ${grouped(MOST_PEOPLE)} people are the most that is read.`,
        'Take out what are no people, or import a part of the organisation.',
      );
  }

  readonly row = (cells: readonly string[], row: number): void => {
    const { file } = this.table;
    const { draft } = this;
    draft.row = row;
    for (let judged = 0; judged < JUDGED_PLACES.length; judged++) draft.cells[JUDGED_PLACES[judged]!] = '';
    for (let bound = 0; bound < this.cells.length; bound++) {
      const cell = this.cells[bound]!;
      draft.cells[cell.place] = cell.read(cells[cell.index]!);
    }
    this.flags?.read(draft, cells, this.clean);
    if (draft.vacant !== '') this.answer('vacant', isVacant, 'seat');
    const left = this.source.row?.(draft)?.leftOut ?? this.leaving();
    if (draft.primary !== '') this.answer('primary', isMainJob, 'job');
    const dated = this.dated !== undefined && draft.id !== '' && draft[this.dated] !== '';
    if (left === LEFT) for (const text of wordsOfLeaving(draft)) this.journal.status(text, 'left');
    if (left !== '' && !dated) {
      const { id, email, name, firstName, lastName } = draft;
      if (left === LEFT)
        this.extract.left.push({ file: this.index, id, email, name: name || `${firstName} ${lastName}` });
      this.journal.row('leftOut', left, file, row);
      return;
    }
    this.look(cells);
    if (dated) this.newest!.take(draft, left, this.texts, this.put, this.keep);
    else this.keep();
    if (left === '') for (const text of unknownStatuses(draft)) this.journal.status(text, 'person');
  };

  /** Makes what answers a question a yes or no; a word that is neither is listed. */
  private answer(
    field: 'vacant' | 'primary',
    meant: (text: string) => boolean | undefined,
    of: keyof Journal['statuses'],
  ): void {
    const { draft } = this;
    const said = meant(draft[field]);
    if (said === undefined) this.journal.status(draft[field], of);
    draft[field] = said === undefined ? '' : said ? 'yes' : 'no';
  }

  /** Why the last that happened to somebody is that they left; '' where it is not. */
  private leaving(): string {
    const { action } = this.draft;
    if (hasLeft(this.draft)) return LEFT;
    return this.dated === 'effective' && action !== '' && statusOf(action) === 'gone'
      ? 'people who have left, by what happened last'
      : '';
  }

  /** The cells of columns that no header explains, as long as there are not too many of them. */
  private look(cells: readonly string[]): void {
    const { spare, texts, unseen, extract } = this;
    if (unseen || spare.length === 0) return;
    for (let column = 0; column < spare.length; column++) {
      texts[column] = this.known(cells[spare[column]!.index] ?? '');
    }
    if (spare.length * (extract.count + 1) <= MOST_SPARE_CELLS) return;
    this.unseen = true;
    texts.fill('');
    for (const { values } of spare) values.length = 0;
    extract.spare[this.index] = [];
  }

  private readonly keep = (): void => {
    if (this.extract.count >= MOST_PEOPLE) this.expectFewer();
    this.put(this.draft, this.texts);
  };

  private expectFewer(): never {
    throw new UserError(
      `${this.table.file} has more than ${grouped(MOST_PEOPLE)} people, the most that is read.`,
      'Import a part of the organisation.',
    );
  }

  result(): PeopleFile {
    const { file } = this.table;
    this.newest?.end();
    return {
      file,
      format: this.table.format(),
      delimiter: this.table.delimiter(),
      source: this.source,
      why: this.why,
      bound: this.bound,
      ignored: [],
      header: this.header,
      from: this.options.from,
      day: this.day,
      unseen: this.unseen,
    };
  }
}
