import { folded, quoted } from '../../base/text.ts';
import type { SpareColumn } from '../extract.ts';
import type { PeopleField } from '../sources/source.ts';
import { FEWEST, type FileColumns, MOST, NEARLY_ALL } from './file-columns.ts';
import { nameKey } from './references.ts';

/** So many different texts tell which columns may be the parts of them. */
const SEEN = 20;
type NameField = 'name' | 'firstName' | 'lastName';
const NAMES: readonly NameField[] = ['name', 'firstName', 'lastName'];
const NAMED_BY: readonly PeopleField[] = ['manager', 'managerOther'];

/** A column, whether a field has taken it or none. */
interface Column {
  readonly field: NameField | undefined;
  readonly spare: SpareColumn | undefined;
  readonly header: string;
  readonly at: (row: number) => string;
}

/** Both ways to cut a text of several words in two. */
const cuts = (text: string): (readonly [string, string])[] => {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  return words
    .slice(1, 6)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')] as const);
};

/**
 * Where no header says which columns are the first and the last name: two that, together, are nearly unique, and in nearly
 * all that another column names, as that of managers does.
 */
export function takeNamesInParts(columns: FileColumns): void {
  if (NAMES.some((field) => columns.asked(field))) return;
  if (columns.has('firstName') && columns.has('lastName')) return;
  const { rows } = columns;
  const filled = (texts: readonly string[]) => texts.filter((text) => text !== '');
  const isWhole = (text: string) => /\S\s+\S/.test(text);
  if (
    columns.has('name') &&
    rows.filter((at) => isWhole(columns.get('name', at))).length > MOST * rows.length
  )
    return;
  const bound = NAMES.filter((field) => columns.has(field)).map(
    (field): Column => ({
      field,
      spare: undefined,
      header: columns.headerOf(field),
      at: (row) => columns.get(field, row),
    }),
  );
  const spare = columns.spare().map(
    (column): Column => ({
      field: undefined,
      spare: column,
      header: column.header,
      at: (row) => column.values[row] ?? '',
    }),
  );
  const naming = [
    ...NAMED_BY.filter((field) => columns.has(field)).map((field) => ({
      header: columns.headerOf(field),
      at: (row: number) => columns.get(field, row),
    })),
    ...spare,
  ];
  const known = new Map<Column, ReadonlySet<string>>();
  const textsOf = (column: Column): ReadonlySet<string> => {
    const texts = known.get(column) ?? new Set(rows.map((row) => folded(column.at(row))));
    known.set(column, texts);
    return texts;
  };
  for (const other of naming) {
    const texts = filled(rows.map(other.at));
    const different = [...new Set(texts)];
    const seen = different.slice(0, SEEN).filter(isWhole);
    // Who leads stands there for several.
    if (texts.length < FEWEST || different.length >= NEARLY_ALL * texts.length || seen.length === 0) continue;
    const isPart = (column: Column) => {
      if (column === other) return false;
      const fitting = seen.filter((text) =>
        cuts(text).some((cut) => cut.some((part) => textsOf(column).has(folded(part)))),
      );
      return fitting.length >= NEARLY_ALL * seen.length;
    };
    const parts = [...bound, ...spare].filter(isPart);
    for (const [place, one] of parts.entries())
      for (const two of parts.slice(place + 1)) {
        const names = new Set(rows.map((row) => nameKey(`${one.at(row)} ${two.at(row)}`)));
        const found = texts.filter((text) => names.has(nameKey(text))).length;
        if (names.size < NEARLY_ALL * rows.length || found < NEARLY_ALL * texts.length) continue;
        takeParts(columns, one, two, leads(seen, textsOf(one)));
        columns.say(
          `${quoted(one.header)} and ${quoted(two.header)} are the names: ${quoted(other.header)} names people by both.`,
        );
        return;
      }
  }
}

/** Whether a part of names is the first name, as they are written: it stands first, or behind a comma. */
function leads(texts: readonly string[], part: ReadonlySet<string>): boolean {
  const first = texts.filter((text) => {
    const begins = cuts(text).some(([start]) => part.has(folded(start)));
    return begins !== text.includes(',');
  });
  return first.length > MOST * texts.length;
}

/** What a family name is called where no table of a language has the header, as it is written without accents. */
const FAMILY =
  /^(?:sukunimi|nazwisko|prijmeni|priezvisko|prezime|priimek|vezeteknev|csaladnev|perekonnanimi|uzvards|pavarde|soyad[iı]?|efternavn|etternavn|efternamn)$/;

/** Beside a first name, what is called name is the last one. */
function takeParts(columns: FileColumns, one: Column, two: Column, isFirst: boolean): void {
  const isLast = ({ field, header }: Column) =>
    field === 'lastName' || field === 'name' || FAMILY.test(folded(header));
  const settled = isLast(one) || two.field === 'firstName' ? two : one.field === undefined ? undefined : one;
  const first = settled ?? (isLast(two) || isFirst ? one : two);
  for (const part of [one, two]) {
    const field = part === first ? 'firstName' : 'lastName';
    if (part.spare !== undefined) columns.take(field, part.spare);
    else if (part.field !== undefined && part.field !== field) columns.move(part.field, field);
  }
}
