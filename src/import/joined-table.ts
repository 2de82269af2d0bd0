import { basename } from 'node:path';
import { UserError } from '../base/errors.ts';
import { grouped } from '../base/grouped.ts';
import { counted, headerKey, quoted, sample } from '../base/text.ts';
import { fieldOf, groupTable, peopleOf, rowsByKey, tellGroups } from './group-table.ts';
import type { Journal } from './journal.ts';
import { BELOW } from './people/department-names.ts';
import { MOST, NEARLY_ALL } from './people/file-columns.ts';
import { type HeaderOptions, readBelowHeader } from './table/header-row.ts';
import type { Table } from './table/table.ts';

/** A table in memory: headers, and rows with their numbers. */
interface Whole {
  readonly table: Table;
  readonly header: string[];
  readonly rows: { readonly cells: string[]; readonly row: number }[];
  /** Columns of groups that say nothing that is known of people, by number, with their file: a further table may be joined by them. */
  readonly aside: Map<number, { readonly file: string; readonly header: string }>;
}

/** Most rows that are held in memory to be joined. */
const MOST_ROWS = 500_000;

const whole = async (table: Table, options: HeaderOptions, journal: Journal): Promise<Whole> => {
  const read: Whole = { table, header: [], rows: [], aside: new Map() };
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
 * Where many people share a row of the other (a department), its name takes the place of the key, its parent and its head
 * become division and manager, and of its other columns they get those that hold for all of them. Where the other has several rows for one key, the newest counts.
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
    join(
      base,
      await whole(other, { ...options, wanted: [], row: undefined }, journal),
      options.wanted,
      journal,
    );
  tellUnused(base, journal);
  const shown = (cells: readonly string[]) => cells.filter((_, index) => !base.aside.has(index));
  return {
    file: people.file,
    size: people.size,
    large: false,
    format: () => people.format(),
    delimiter: () => people.delimiter(),
    async read(each) {
      each(shown(base.header), 1);
      for (const { cells, row } of base.rows) each(shown(cells), row);
    },
  };
}

interface Key {
  readonly own: number;
  readonly other: number;
  readonly rank: number;
  readonly share: number;
}

function join(base: Whole, other: Whole, wanted: readonly string[], journal: Journal): void {
  const { file } = other.table;
  const key = keyOf(base, other);
  if (key === undefined)
    throw new UserError(
      `--join ${file}: it has no column whose values ${base.table.file} has as well.`,
      `Seen: ${sample(other.header)}.`,
    );
  const rows = rowsByKey(other, key.other);
  const found = base.rows.map(({ cells }) => rows.get(cells[key.own] ?? ''));
  const distinct = new Set(base.rows.map(({ cells }) => cells[key.own]));
  const shared = distinct.size < NEARLY_ALL * base.rows.length;
  journal.note(
    `${file}: joined by ${quoted(base.header[key.own]!)} and ${quoted(other.header[key.other]!)}; ${grouped(found.filter((one) => one !== undefined).length)} of ${counted(base.rows.length, 'row')} of ${base.table.file} found one.`,
  );
  base.aside.delete(key.own);
  const used = new Set([key.other]);
  if (shared) describe(base, other, key, rows, found, used, journal);
  const taken = new Set(base.header.map(headerKey));
  other.header.forEach((header, index) => {
    if (header === '' || used.has(index)) return;
    const free = unusedName(taken.has(headerKey(header)) ? `${header} (${file})` : header, taken);
    // Of many people's one row, a name, an id or a number is not that of a person.
    if (shared && !wanted.includes(header)) base.aside.set(base.header.length, { file, header });
    add(base, free, (at) => found[at]?.[index] ?? '');
  });
}

/** Says which columns of groups serve for nothing. */
function tellUnused({ aside }: Whole, journal: Journal): void {
  const files = new Map<string, string[]>();
  for (const { file, header } of aside.values()) files.set(file, [...(files.get(file) ?? []), header]);
  for (const [file, headers] of files)
    journal.note(`${file}: not used: ${headers.map((header) => quoted(header)).join(', ')}.`);
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
        (word) =>
          word.length > 2 &&
          (ownHeader.startsWith(word) || ownHeader.endsWith(word) || word.startsWith(ownHeader)),
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

/**
 * What one row for many people says of them: its name instead of the key, what stands above it, who leads it, and what holds
 * for all of them. Where people have a manager already, whoever leads a group is compared with the lines.
 */
function describe(
  base: Whole,
  other: Whole,
  key: Key,
  rows: ReadonlyMap<string, readonly string[]>,
  found: readonly (readonly string[] | undefined)[],
  used: Set<number>,
  journal: Journal,
): void {
  const { file } = other.table;
  const has = (field: string, but = -1) =>
    base.header.some((header, index) => index !== but && fieldOf(header) === field);
  const of = peopleOf(base.header, base.rows);
  const filled = new Set(base.rows.map(({ cells }) => cells[key.own] ?? ''));
  const people = {
    of,
    groupAt: (person: number) => base.rows[person]?.cells[key.own] ?? '',
    isFilled: (one: string) => filled.has(one),
  };
  const table = groupTable(other.header, key.other, base.header[key.own]!, rows, people);
  const { group, name, parent, head } = table;
  const units = group === 'department' || group === 'division';
  const called = (field: string, index: number) => `${field} [${other.header[index]!}, ${file}]`;
  const nameOf = (row: readonly string[]) => (name < 0 ? '' : row[name]!) || row[key.other]!;
  const byName = new Map([...rows.values()].map((row) => [nameOf(row), row]));
  /** Rows from the one at hand to the top. */
  const upwards = (row: readonly string[] | undefined): (readonly string[])[] => {
    const path: (readonly string[])[] = [];
    for (let at = row; at !== undefined && !path.includes(at); ) {
      path.push(at);
      at = parent < 0 ? undefined : (rows.get(at[parent]!) ?? byName.get(at[parent]!));
    }
    return path;
  };
  for (const told of tellGroups(table, other.header)) journal.note(`${file}: ${told}.`);
  const managers = base.header.findIndex((header) => fieldOf(header) === 'manager');
  if (units && head >= 0 && managers < 0)
    add(base, called('manager', head), (at) => {
      const heads = upwards(found[at]).map((row) => row[head]!);
      return heads.find((one) => one !== '' && of(one) !== at) ?? '';
    });
  else if (head >= 0 && managers >= 0)
    compareHeads(base, other, head, nameOf, key, rows, managers, of, journal);
  if (head >= 0) used.add(head);
  if (units && parent >= 0 && !has('division') && !other.header.some((one) => fieldOf(one) === 'division'))
    add(base, called('division', parent), (at) =>
      upwards(found[at]).slice(1).reverse().map(nameOf).join(BELOW),
    );
  if (parent >= 0 && units) used.add(parent);
  for (const index of table.ofAll) {
    const header = other.header[index]!;
    const field = fieldOf(header)!;
    // A cost centre of a department is no name of it, where it has one.
    if (has(field) || (field === group && name >= 0)) continue;
    used.add(index);
    add(base, header, (at) => found[at]?.[index] ?? '');
  }
  // People may have the name of the group beside its key.
  if (group === undefined || has(group, key.own)) return;
  if (fieldOf(base.header[key.own]!) !== group)
    base.header[key.own] = called(group, name < 0 ? key.other : name);
  if (name < 0) return;
  used.add(name);
  base.rows.forEach(({ cells }, at) => {
    const row = found[at];
    if (row !== undefined) cells[key.own] = nameOf(row);
  });
}

/** Asks where whoever leads a group reports to somebody of the same group, and says who of them is not there. */
function compareHeads(
  base: Whole,
  other: Whole,
  head: number,
  nameOf: (row: readonly string[]) => string,
  key: Key,
  rows: ReadonlyMap<string, readonly string[]>,
  managers: number,
  of: (text: string) => number,
  journal: Journal,
): void {
  const { file } = other.table;
  const below = [...rows].flatMap(([group, row]) => {
    const person = of(row[head]!);
    const above = of(base.rows[person]?.cells[managers] ?? '');
    const isIn = (one: number) => base.rows[one]?.cells[key.own] === group;
    return above !== person && isIn(person) && isIn(above) ? [nameOf(row)] : [];
  });
  const header = quoted(other.header[head]!);
  journal.note(`${file}: ${header} is compared with the reporting lines, which count.`);
  if (below.length > 0)
    journal.ask(
      `${file}: ${header} names for ${sample(below)} somebody who reports to a colleague there: who leads ${below.length === 1 ? 'it' : 'them'}? The reporting lines were taken.`,
    );
}
