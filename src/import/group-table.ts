import { headerKey, quoted } from '../base/text.ts';
import { STAFF_COUNT } from './customers/customer-columns.ts';
import { FEWEST, MOST, NEARLY_ALL } from './people/file-columns.ts';
import { apart, isOtherPerson } from './people/other-people.ts';
import { nameKey } from './people/references.ts';
import { generic } from './sources/generic.ts';
import type { PeopleField } from './sources/source.ts';

type Cells = readonly string[];

/** What a table has one row for, and many people share. */
const GROUPS = ['department', 'division', 'title', 'location', 'group', 'organisation'] as const;
type Group = (typeof GROUPS)[number];
/** What a group says of all who are in it. */
const OF_ALL: readonly PeopleField[] = [...GROUPS, 'capability', 'level', 'payFrom', 'payTo', 'currency'];

const known = new Map<string, PeopleField>();
for (const [field, headers] of Object.entries(generic.columns) as [PeopleField, readonly string[]][])
  for (const header of headers) if (!known.has(headerKey(header))) known.set(headerKey(header), field);
export const fieldOf = (header: string): PeopleField | undefined => known.get(headerKey(header));

const wordsOf = (header: string): string[] =>
  apart(header)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
/** Words that say how something is named, and not what it is. */
const NAMING =
  /^(?:ids?|nrs?|nos?|num|number|nummer|numéro|número|codes?|código|codice|keys?|kennung|schlüssel|refs?|kürzel|names?|noms?|nombre|naam|nome|bezeichnung|libellé|omschrijving|descri(?:ption|pción|zione)|text|label)$/;
const NAME =
  /^(?:names?|noms?|bezeichnung|nombre|naam|nome|libellé|omschrijving|descri(?:ption|pción|zione)|text|label|title)$/;
const PARENT = /^(?:parent|above|upper|superior|übergeordnet|vorgesetzt|padre|bovenliggend)/;
const HEAD =
  /^(?:heads?|leaders?|leads?|led|managers?|mgr|director|\p{L}{0,40}leiter(?:in)?|\p{L}{0,40}leitung|\p{L}{0,40}chefs?|responsable|jefe|hoofd|responsabile|owner)$/u;

/** What a header calls a group, by its name or its code: `Dept code`, `JobRef`, `Abteilungs-Nr`. */
function groupOf(header: string): Group | undefined {
  const bare = wordsOf(header)
    .filter((word) => !NAMING.test(word))
    .join(' ');
  const field = fieldOf(header) ?? fieldOf(bare) ?? fieldOf(bare.replace(/s$/, ''));
  return GROUPS.find((one) => one === field);
}

/** Finds rows of people by an id, an address or a name; -1 where several have it. */
export function peopleOf(
  header: Cells,
  rows: readonly { readonly cells: Cells }[],
): (text: string) => number {
  const found = new Map<string, number>();
  const add = (text: string, at: number) => {
    const key = nameKey(text);
    if (key !== '') found.set(key, (found.get(key) ?? at) === at ? at : -1);
  };
  header.forEach((_, index) => {
    const texts = rows.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
    if (texts.length >= MOST * rows.length && new Set(texts).size >= NEARLY_ALL * texts.length)
      rows.forEach(({ cells }, at) => {
        add(cells[index] ?? '', at);
      });
  });
  const [first, last] = (['firstName', 'lastName'] as const).map((field) =>
    header.findIndex((one) => fieldOf(one) === field),
  );
  if (first! >= 0 && last! >= 0)
    rows.forEach(({ cells }, at) => {
      add(`${cells[first!] ?? ''} ${cells[last!] ?? ''}`, at);
    });
  return (text) => found.get(nameKey(text)) ?? -1;
}

const given = (rows: readonly Cells[], index: number): string[] =>
  rows.map((row) => row[index] ?? '').filter((text) => text !== '');
const share = (texts: readonly string[], fits: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
const isShortNumber = (text: string): boolean => /^\d{1,3}$/.test(text);

/** The person that a text names, as a number, the group that somebody is in, and whether anybody is in one. */
interface PeopleInGroups {
  readonly of: (text: string) => number;
  readonly groupAt: (person: number) => string;
  readonly isFilled: (group: string) => boolean;
}

/** A table that has a row for each group of people, as it was understood: numbers of its columns, -1 where it has none. */
export interface GroupTable {
  readonly group?: Group | undefined;
  readonly name: number;
  readonly parent: number;
  readonly head: number;
  /** Columns that say something of all who are in the group. */
  readonly ofAll: readonly number[];
}

/** What the columns of a table of groups hold: their headers propose it, their values decide. */
export function groupTable(
  header: Cells,
  key: number,
  ownHeader: string,
  rows: ReadonlyMap<string, Cells>,
  people: PeopleInGroups,
): GroupTable {
  const all = [...rows.values()];
  const used = new Set([key]);
  const columns = () => header.map((_, index) => index).filter((index) => !used.has(index));
  const take = (index: number | undefined): number => {
    if (index !== undefined) used.add(index);
    return index ?? -1;
  };
  const head = take(headOf(header, key, all, columns(), people));
  const group = groupOf(ownHeader) ?? (fieldOf(ownHeader) === undefined ? groupOf(header[key]!) : undefined);
  const isParent = (index: number) => wordsOf(header[index]!).some((word) => PARENT.test(word));
  // A key that is a name already needs none.
  const coded = share([...rows.keys()], (text) => /\p{Ll}/u.test(text) && !/\d/.test(text)) < MOST;
  const name = take(
    coded
      ? nameOf(
          header,
          key,
          all,
          columns().filter(
            (index) => !isParent(index) && share(given(all, index), (one) => people.of(one) >= 0) < MOST,
          ),
        )
      : undefined,
  );
  const names = new Set(name < 0 ? [] : given(all, name));
  const parent = take(
    columns().find((index) => {
      const texts = given(all, index);
      const among = share(texts, (text) => rows.has(text) || names.has(text)) >= NEARLY_ALL;
      if (!among || all.every((row) => row[index] === row[key])) return false;
      return isParent(index) || (texts.length < all.length && !texts.every(isShortNumber));
    }),
  );
  const ofUnits = head >= 0 || parent >= 0;
  return {
    group: group ?? (ofUnits && fieldOf(ownHeader) === undefined ? 'department' : undefined),
    name,
    parent,
    head,
    ofAll: columns().filter((index) => OF_ALL.includes(fieldOf(header[index]!)!)),
  };
}

/**
 * The column of those who lead the groups: nearly all of its values are people, and heads sit in their own group, or the header
 * says that they lead. Small numbers are people by chance, and are heads only where both say so.
 */
function headOf(
  header: Cells,
  key: number,
  all: readonly Cells[],
  columns: readonly number[],
  { of, groupAt, isFilled }: PeopleInGroups,
): number | undefined {
  const filled = all.filter((row) => isFilled(row[key]!));
  const found = columns.flatMap((index) => {
    const texts = given(filled, index);
    if (isOtherPerson(header[index]!) || STAFF_COUNT.test(header[index]!)) return [];
    if (texts.length === 0 || share(texts, (text) => of(text) >= 0) < NEARLY_ALL) return [];
    const led = filled.filter((row) => (row[index] ?? '') !== '');
    const own = led.filter((row) => groupAt(of(row[index]!)) === row[key]).length / led.length;
    const called = wordsOf(header[index]!).some((word) => HEAD.test(word));
    const distinct = new Set(texts).size;
    const fits = texts.every(isShortNumber)
      ? called && own >= MOST && distinct >= NEARLY_ALL * texts.length
      : called || (own >= MOST && texts.length >= FEWEST && distinct >= MOST * texts.length);
    const isId = wordsOf(header[index]!).some((word) => /^(?:id|nr|no|number|nummer|code)$/.test(word));
    return fits ? [{ index, called, own, isId }] : [];
  });
  found.sort(
    (a, b) => Number(b.called) - Number(a.called) || b.own - a.own || Number(b.isId) - Number(a.isId),
  );
  return found[0]?.index;
}

/** The column of the names of groups: words that differ from row to row, under a header that says so, or no other has them. */
function nameOf(
  header: Cells,
  key: number,
  all: readonly Cells[],
  columns: readonly number[],
): number | undefined {
  const ofKey = new Set(wordsOf(header[key]!).filter((word) => !NAMING.test(word)));
  const found = columns.flatMap((index) => {
    const texts = given(all, index);
    const isText = share(texts, (text) => /\p{L}/u.test(text) && !/\d{3}|@/.test(text)) >= NEARLY_ALL;
    if (!isText || texts.length < NEARLY_ALL * all.length || new Set(texts).size < NEARLY_ALL * texts.length)
      return [];
    const words = wordsOf(header[index]!);
    const named = words.some((word) => NAME.test(word));
    const alike = words.some((word) => ofKey.has(word)) || words.every((word) => NAMING.test(word));
    const isGroup = groupOf(header[index]!) !== undefined;
    return [{ index, rank: Number(named) + 2 * Number(alike) + Number(isGroup) }];
  });
  found.sort((a, b) => b.rank - a.rank);
  const [best, next] = found;
  return best !== undefined && (best.rank > 0 || next === undefined) ? best.index : undefined;
}

/** The row of each key; of several the newest, by the columns of dates, else the last. */
export function rowsByKey(
  { header, rows }: { readonly header: Cells; readonly rows: readonly { readonly cells: Cells }[] },
  key: number,
): Map<string, Cells> {
  const dates = header
    .map((_, index) => index)
    .filter(
      (index) => index !== key && rows.every(({ cells }) => /^$|^\d{4}-\d\d-\d\d/.test(cells[index] ?? '')),
    )
    .reverse();
  const found = new Map<string, Cells>();
  const isOlder = (one: Cells, than: Cells): boolean => {
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

/** What was understood, for the summary. */
export function tellGroups({ group = 'group', name, parent, head }: GroupTable, header: Cells): string[] {
  const told = [
    [name, `is the name of the ${group}`],
    [parent, `is what stands above the ${group}`],
    [head, `is who leads the ${group}`],
  ] as const;
  return told.flatMap(([index, is]) => (index < 0 ? [] : [`${quoted(header[index]!)} ${is}`]));
}
