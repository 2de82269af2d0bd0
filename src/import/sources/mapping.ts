import { UserError } from '../../base/errors.ts';
import { didYouMean, headerKey, quoted, sample, slips } from '../../base/text.ts';
import { withoutCurrency } from '../currency.ts';
import type { Aliases, Headers } from './source.ts';

/** Where a field is taken from. */
export interface Bound<Field extends string> {
  readonly field: Field;
  readonly index: number;
  readonly header: string;
  /** Whether its values say so, and not its header. */
  readonly byValues?: true;
}

/** Field to header, or number of the column, as `--map` gives them; '' where a field is not to be taken. */
export type Overrides = ReadonlyMap<string, string>;

/** The headers of a file by what they are compared as. */
export function headersOf(cells: readonly string[]): Headers {
  return new Map(cells.flatMap((cell) => (cell === '' ? [] : [[headerKey(cell), cell] as const])));
}

/** The number of a column, as `7` or `#7`; 0 where it is none. */
function columnNumber(text: string, columns: number): number {
  const number = /^#?(\d{1,5})$/.exec(text)?.[1];
  return number !== undefined && Number(number) <= columns ? Number(number) : 0;
}

/** What nearly all headers begin with, as exports of one kind of record write it: `Organization - `, `Company: `; '' where nothing is. */
function sharedStart(cells: readonly string[]): string {
  const start = /^\p{L}[\p{L} ]*(?: - |: )/u.exec(cells.find((cell) => cell !== '') ?? '')?.[0] ?? '';
  return cells.length > 2 && cells.filter((cell) => cell.startsWith(start)).length >= 0.8 * cells.length
    ? start
    : '';
}

const PATH = /^\w+(?:\.\w+)+$/;
/** What a path ends with, without its first part, and without its first two; what is said of another person stays with who that is. */
function endsOf(path: string, isAnother: (part: string) => boolean): string[] {
  const parts = path.split('.');
  const other = parts.slice(0, -1).findIndex(isAnother);
  return parts
    .map((_, index) => headerKey(parts.slice(index).join(' ')))
    .slice(1, other < 0 ? undefined : other + 1);
}

/** What may stand in round brackets without saying that the column holds something else. */
const ADDED =
  /\s{0,4}\((?:current|actual|official|required|optional|new|text|label|display|formatted|calculated|aktuell|pflichtfeld|actuel|actual|huidig|attuale|[a-z]{2}|[a-z]{2}[-_][a-z]{2})\)/gi;

/** A header without what is added in square brackets, or in round ones; '' where nothing is. */
function withoutBrackets(cell: string): string {
  const bare = cell.replace(/\s{0,4}\[[^\][]{0,200}\]/g, '').replace(ADDED, '');
  return bare === cell ? '' : headerKey(bare);
}

const ADDITIONS =
  /^(?:home|current|official|employee|worker|staff|assigned|primary|aktuelle?|bezeichnung|libellé|nombre|descripción|descrizione|naam|omschrijving)[ ._/-]{1,9}|[ ._/-]{0,9}(?:description|descr|desc|name|text|label|bezeichnung|beschreibung|omschrijving|libellé|intitulé|descripción|denominación|descrizione|denominazione|%|percent(?:age)?|in %|am|zum|on)\.?$/giu;
/** Fields whose headers describe what they hold in many ways; ids and managers are not among them. */
const DESCRIBING: ReadonlySet<string> = new Set([
  'title',
  'department',
  'division',
  'location',
  'fte',
  'left',
  'start',
  'status',
]);

/** A header without what says nothing of what it holds; '' where nothing is. */
function withoutAdditions(cell: string): string {
  const bare = cell.trim().replace(ADDITIONS, '').replace(ADDITIONS, '');
  return bare === cell.trim() || bare === '' ? '' : headerKey(bare).replace(/s$/, '');
}

/** Fields to columns: what the user says, then what the aliases say in their order. A column serves one field. */
export function bindColumns<Field extends string>(
  cells: readonly string[],
  fields: readonly Field[],
  aliases: readonly Aliases<Field>[],
  overrides: Overrides,
  /**
   * Where headers may be paths into objects, whose last parts say what they hold, as in `work.reportsTo.id`: whether a part
   * stands for another person, as `reportsTo` does.
   */
  isAnother?: (part: string) => boolean,
): Bound<Field>[] {
  const begun = sharedStart(cells);
  const keyOf = (cell: string) =>
    headerKey(withoutCurrency(cell.startsWith(begun) ? cell.slice(begun.length) : cell));
  const keys = cells.map((cell) => (cell === '' ? '' : keyOf(cell)));
  const bound = new Map<Field, number>();
  const taken = new Set<number>();
  const take = (field: Field, index: number) => {
    bound.set(field, index);
    taken.add(index);
  };
  for (const [field, header] of overrides) {
    if (header === '' || !fields.includes(field as Field)) continue;
    const exact = cells.indexOf(header);
    const named = exact >= 0 ? exact : keys.indexOf(keyOf(header));
    const index = named >= 0 ? named : columnNumber(header, cells.length) - 1;
    if (index < 0)
      throw new UserError(
        `--map ${field}: there is no column ${quoted(header)}.`,
        didYouMean(header, cells) ?? `The file has: ${sample(cells)}. A number counts columns, from 1.`,
      );
    take(field as Field, index);
  }
  for (const table of aliases)
    for (const field of fields) {
      if (bound.has(field) || overrides.has(field)) continue;
      for (const alias of table[field] ?? []) {
        const index = keys.indexOf(headerKey(alias));
        if (index < 0 || taken.has(index)) continue;
        take(field, index);
        break;
      }
    }
  // Then what is added to a header comes off: what stands in brackets, and words that say nothing of what it holds.
  for (const reduced of [withoutBrackets, withoutAdditions]) {
    const plain = cells.map((cell, index) => (taken.has(index) || cell === '' ? '' : reduced(cell)));
    for (const field of fields) {
      if (bound.has(field) || overrides.has(field) || NEVER_GUESSED.has(field)) continue;
      if (reduced === withoutAdditions && !DESCRIBING.has(field)) continue;
      const words = new Set(aliases.flatMap((table) => table[field] ?? []).map(headerKey));
      const index = plain.findIndex((key, at) => key !== '' && !taken.has(at) && words.has(key));
      if (index >= 0) take(field, index);
    }
  }
  if (isAnother !== undefined) {
    const ends = keys.map((_, index) => (PATH.test(cells[index]!) ? endsOf(cells[index]!, isAnother) : []));
    const counts = new Map<string, number>();
    for (const key of [...keys, ...ends.flat()]) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const field of fields) {
      if (bound.has(field) || overrides.has(field)) continue;
      const words = aliases.flatMap((table) => table[field] ?? []).map(headerKey);
      const index = ends.findIndex(
        (own, at) => !taken.has(at) && own.some((end) => counts.get(end) === 1 && words.includes(end)),
      );
      if (index >= 0) take(field, index);
    }
  }
  return [...bound]
    .map(([field, index]) => ({ field, index, header: cells[index]! }))
    .sort((a, b) => a.index - b.index);
}

/** Shorter headers are too alike to be slips of one another. */
const SHORTEST = 6;

/** Who is left out is never told by a guess: `Leader` is a letter away from `leaver`. */
const NEVER_GUESSED: ReadonlySet<string> = new Set(['active', 'gone']);
/** `Inactive` is a letter away from `is active`, and the opposite. */
const isNegation = (key: string): boolean => /^(?:is|has)?(?:in|un|non|not|dis|de)/.test(key);

/** `Pers.No.` is no slip of `person`. */
const isNumbered = (header: string): boolean =>
  /[\s._-](?:ids?|nos?|nrs?|num|number|nummer)\.?$/i.test(header);

/** Columns whose headers are a slip of the keyboard away from what one field is called, and from no other. */
export function bindMisspelt<Field extends string>(
  cells: readonly string[],
  aliases: Aliases<Field>,
  bound: readonly Bound<Field>[],
  overrides: Overrides,
): (Bound<Field> & { readonly meant: string })[] {
  const fields = new Set<string>([...bound.map(({ field }) => field), ...overrides.keys()]);
  const used = new Set(bound.map(({ index }) => index));
  const free = (Object.entries(aliases) as [Field, readonly string[]][]).filter(
    ([field]) => !fields.has(field) && !NEVER_GUESSED.has(field),
  );
  const found = cells.flatMap((header, index) => {
    const key = headerKey(header);
    if (used.has(index) || key.length < SHORTEST - 1 || /\d/.test(key)) return [];
    const near = free.flatMap(([field, words]) => {
      const meant = words.find((word) => {
        const other = headerKey(word);
        const close =
          other.length >= SHORTEST &&
          Math.abs(other.length - key.length) < 2 &&
          other[0] === key[0] &&
          isNegation(other) === isNegation(key) &&
          (!isNumbered(header) || isNumbered(word)) &&
          // A share is no word.
          header.includes('%') === word.includes('%');
        return close && other !== `${key}s` && key !== `${other}s` && slips(key, other) === 1;
      });
      return meant === undefined ? [] : [{ field, index, header, meant }];
    });
    return near.length === 1 ? near : [];
  });
  return found.filter(({ field }, at) => found.findIndex((one) => one.field === field) === at);
}

/** @throws UserError where a header stands twice, which would leave open what the columns hold. */
export function refuseRepeated(file: string, cells: readonly string[]): void {
  const seen = new Map<string, number>();
  cells.forEach((cell, index) => {
    const first = seen.get(cell);
    if (cell !== '' && first !== undefined)
      throw new UserError(
        `${file}: the header ${quoted(cell)} stands twice: in columns ${first + 1} and ${index + 1}.`,
        'Rename or remove one of the columns.',
      );
    seen.set(cell, index);
  });
}
