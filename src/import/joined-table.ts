import { basename } from 'node:path';
import { UserError } from '../base/errors.ts';
import { grouped } from '../base/grouped.ts';
import { counted, headerKey, quoted, sample } from '../base/text.ts';
import type { Journal } from './journal.ts';
import { BELOW } from './people/department-names.ts';
import { MOST, NEARLY_ALL } from './people/file-columns.ts';
import { generic } from './sources/generic.ts';
import type { PeopleField } from './sources/source.ts';
import { type HeaderOptions, readBelowHeader } from './table/header-row.ts';
import type { Table } from './table/table.ts';

/** A table in memory: headers, and rows with their numbers. */
interface Whole {
  readonly table: Table;
  readonly header: string[];
  readonly rows: { readonly cells: string[]; readonly row: number }[];
}

/** Most rows that are held in memory to be joined. */
const MOST_ROWS = 500_000;

const whole = async (table: Table, options: HeaderOptions, journal: Journal): Promise<Whole> => {
  const read: Whole = { table, header: [], rows: [] };
  await readBelowHeader(
    table,
    options,
    {
      start(header) {
        read.header.push(...header);
        return undefined;
      },
      expect() {},
      row(cells, row) {
        if (read.rows.length >= MOST_ROWS)
          throw new UserError(
            `${table.file} has more than ${counted(MOST_ROWS, 'row')}, the most that is joined.`,
            'Join the files in the database that they come from.',
          );
        read.rows.push({ cells: cells.slice(0, read.header.length).map((cell) => cell.trim()), row });
      },
    },
    journal,
  );
  return read;
};

/**
 * A table of people with the columns of other tables, each joined by a column that both have: the values decide which.
 * Where many people share a row of the other (a department), its name takes the place of the key, and its parent and its
 * head become division and manager. Where the other has several rows for one key, the newest counts.
 * @throws UserError where the tables have no column in common.
 */
export async function joinedTable(
  people: Table,
  others: readonly Table[],
  options: HeaderOptions,
  journal: Journal,
): Promise<Table> {
  const base = await whole(people, options, journal);
  for (const other of others)
    join(base, await whole(other, { ...options, wanted: [], row: undefined }, journal), journal);
  return {
    file: people.file,
    size: people.size,
    large: false,
    format: () => people.format(),
    delimiter: () => people.delimiter(),
    async read(each) {
      each(base.header, 1);
      for (const { cells, row } of base.rows) each(cells, row);
    },
  };
}

interface Key {
  readonly own: number;
  readonly other: number;
  readonly rank: number;
  readonly share: number;
}

function join(base: Whole, other: Whole, journal: Journal): void {
  const key = keyOf(base, other);
  if (key === undefined)
    throw new UserError(
      `--join ${other.table.file}: it has no column whose values ${base.table.file} has as well.`,
      `Seen: ${sample(other.header)}.`,
    );
  const rows = rowsByKey(other, key.other);
  const found = base.rows.map(({ cells }) => rows.get(cells[key.own] ?? ''));
  const distinct = new Set(base.rows.map(({ cells }) => cells[key.own]));
  const shared = distinct.size < NEARLY_ALL * base.rows.length;
  journal.note(
    `${other.table.file}: joined by ${quoted(base.header[key.own]!)} and ${quoted(other.header[key.other]!)}; ${grouped(found.filter((one) => one !== undefined).length)} of ${counted(base.rows.length, 'row')} of ${base.table.file} found one.`,
  );
  const stem = stemOf(other.table.file);
  const used = new Set([key.other]);
  if (shared) describe(base, other, key, rows, found, stem, used);
  const taken = new Set(base.header.map(headerKey));
  other.header.forEach((header, index) => {
    if (header === '' || used.has(index)) return;
    // Of many people's one row, a name or an id is not that of a person.
    const name = taken.has(headerKey(header)) || shared ? `${stem} ${header}` : header;
    add(base, unusedName(name, taken), (at) => found[at]?.[index] ?? '');
  });
}

function add({ header, rows }: Whole, name: string, cell: (at: number) => string): void {
  rows.forEach(({ cells }, at) => {
    while (cells.length < header.length) cells.push('');
    cells.push(cell(at));
  });
  header.push(name);
}

function unusedName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(headerKey(free)); count++) free = `${name} ${count}`;
  taken.add(headerKey(free));
  return free;
}

/** `departments.csv` is of a department. */
const stemOf = (file: string): string =>
  basename(file)
    .replace(/\.\w+$/, '')
    .replace(/ies$/i, 'y')
    .replace(/(?<=[^s])s$/i, '');

const knownAs = (field: PeopleField, header: string): boolean =>
  (generic.columns[field] ?? []).some((alias) => headerKey(alias) === headerKey(header));
const isBindable = (header: string): boolean =>
  Object.keys(generic.columns).some((field) => knownAs(field as PeopleField, header));

/** The pair of columns that share their values; what is called alike before what is alike by chance. */
function keyOf(base: Whole, other: Whole): Key | undefined {
  const stem = headerKey(stemOf(other.table.file));
  const columns = base.header.map((_, index) =>
    base.rows.map(({ cells }) => cells[index] ?? '').filter((text) => text !== ''),
  );
  let best: Key | undefined;
  other.header.forEach((header, index) => {
    const values = other.rows.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
    const set = new Set(values);
    columns.forEach((texts, own) => {
      if (texts.length < MOST * base.rows.length || texts.length === 0) return;
      // One side at least has each value once, or the rows are of nothing in common.
      if (set.size < values.length && new Set(texts).size < texts.length) return;
      const share = texts.filter((text) => set.has(text)).length / texts.length;
      if (share < MOST) return;
      const ownHeader = headerKey(base.header[own]!);
      const alike = ownHeader === headerKey(header);
      const otherHeader = headerKey(header);
      const named = [stem, otherHeader].some(
        (word) => word.length > 2 && (ownHeader.startsWith(word) || word.startsWith(ownHeader)),
      );
      const telling = texts.every((text) => !/^\d{1,3}$/.test(text));
      const rank = alike && ownHeader !== 'id' && ownHeader !== 'name' ? 3 : named ? 2 : telling ? 1 : 0;
      if (rank === 0 || (rank === 1 && share < NEARLY_ALL)) return;
      const better = best === undefined || rank > best.rank || (rank === best.rank && share > best.share);
      if (better) best = { own, other: index, rank, share };
    });
  });
  return best;
}

/** The row of each key; of several the newest, by the columns of dates, else the last. */
function rowsByKey({ header, rows }: Whole, key: number): Map<string, readonly string[]> {
  const dates = header
    .map((_, index) => index)
    .filter(
      (index) => index !== key && rows.every(({ cells }) => /^$|^\d{4}-\d\d-\d\d/.test(cells[index] ?? '')),
    )
    .reverse();
  const found = new Map<string, readonly string[]>();
  const isOlder = (one: readonly string[], than: readonly string[]): boolean => {
    for (const index of dates) {
      // A day that is not given is still to come.
      const [a, b] = [one[index] || '9999', than[index] || '9999'];
      if (a !== b) return a < b;
    }
    return false;
  };
  for (const { cells } of rows) {
    const known = found.get(cells[key] ?? '');
    if (cells[key] !== '' && (known === undefined || !isOlder(cells, known)))
      found.set(cells[key] ?? '', cells);
  }
  return found;
}

const PARENT = /parent|above|upper|superior|übergeordnet|padre|bovenliggend/i;
const HEAD = /head|leader|lead|manager|mgr|leiter|leitung|responsable|jefe|hoofd|responsabile/i;
const NAME = /name|nom|bezeichnung|nombre|naam|nome|description|title/i;

/** What one row for many people says: its name instead of the key, what stands above, and who leads. */
function describe(
  base: Whole,
  other: Whole,
  key: Key,
  rows: ReadonlyMap<string, readonly string[]>,
  found: readonly (readonly string[] | undefined)[],
  stem: string,
  used: Set<number>,
): void {
  const column = (pattern: RegExp) =>
    other.header.findIndex((header, index) => !used.has(index) && pattern.test(header));
  const parent = column(PARENT);
  if (parent >= 0) used.add(parent);
  const head = column(HEAD);
  if (head >= 0) used.add(head);
  const name = column(NAME);
  if (name >= 0) used.add(name);
  const nameOf = (row: readonly string[]) => (name < 0 ? row[key.other]! : row[name]!) || row[key.other]!;
  /** Rows from the one at hand to the top. */
  const upwards = (row: readonly string[] | undefined): (readonly string[])[] => {
    const path: (readonly string[])[] = [];
    for (
      let at = row;
      at !== undefined && !path.includes(at);
      at = parent < 0 ? undefined : rows.get(at[parent]!)
    )
      path.push(at);
    return path;
  };
  const ownHeader = base.header[key.own]!;
  if (
    !isBindable(ownHeader) &&
    isBindable(stem) &&
    !base.header.some((header) => headerKey(header) === headerKey(stem))
  )
    base.header[key.own] = stem;
  const units = knownAs('department', base.header[key.own]!) || knownAs('division', base.header[key.own]!);
  if (head >= 0 && units && !base.header.some((header) => knownAs('manager', header)))
    add(base, 'manager', (at) => {
      const { cells } = base.rows[at]!;
      const heads = upwards(found[at]).map((row) => row[head]!);
      return heads.find((one) => one !== '' && !cells.includes(one)) ?? '';
    });
  if (parent >= 0 && units && !base.header.some((header) => knownAs('division', header)))
    add(base, 'division', (at) => upwards(found[at]).slice(1).reverse().map(nameOf).join(BELOW));
  if (name >= 0)
    base.rows.forEach(({ cells }, at) => {
      const row = found[at];
      if (row !== undefined) cells[key.own] = nameOf(row);
    });
}
