import type { Kinds } from '../../base/kinds.ts';
import { quoted, sample } from '../../base/text.ts';
import { languages } from '../../languages/languages.ts';
import type { Journal } from '../journal.ts';

/** The different places in which seats and further jobs stand: departments, and what is above each. */
export interface Places extends Kinds {
  readonly department: string[];
  readonly division: string[];
}

/** Between the parts of a division that stands below another. */
export const BELOW = ' > ';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['nbsp', ' '],
]);

/** A text without entities of HTML. */
export const withoutEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (_, entity: string) => ENTITIES.get(entity)!);

/** A name as it is meant: without entities of HTML, invisible characters and doubled spaces. */
const tidy = (name: string): string =>
  withoutEntities(name)
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const longest = (of: (words: (typeof languages)[number]['departments']) => readonly string[]) =>
  languages
    .flatMap(({ departments }) => of(departments))
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replaceAll('.', '\\.'))
    .join('|');
const BEFORE_NAME = new RegExp(`^(?:${longest(({ before }) => before)}) `, 'u');
const BEHIND_NAME = new RegExp(`(?:${longest(({ behind }) => behind)})$`, 'u');
/** "Service" is a word for a department in French alone. */
const SERVICE = /^service /;
const FRENCH = /[éèêç]|(?<!\p{L})(?:ventes|achats|commercial|clients?|informatique|juridique|du|et) ?/u;

/** A name, in small letters, without the words that only say that it is a department; as it is where nothing else is left. */
function withoutWord(name: string): string {
  const rest = SERVICE.test(name) && !FRENCH.test(name) ? name : name.replace(BEFORE_NAME, '');
  return rest.replace(BEHIND_NAME, '') || name;
}

const hasWord = (name: string) => Number(withoutWord(name.toLowerCase()) !== name.toLowerCase());

/** What names that mean one department have in common; `of` says whether words for a department count. */
const keyOf = (name: string, of: (small: string) => string): string =>
  of(tidy(name).toLowerCase())
    .replace(/ (?:and|und|et|y|en|e) /, '&')
    .replaceAll(' ', '');

/**
 * Departments that differ in case, spaces, entities, invisible characters or a word for a department ("Marketing Dept.", "Abteilung Recht") are one;
 * accents keep two apart, and so does that one stands below the other.
 */
export function oneSpelling({ department, division, counts: rows }: Places, journal: Journal): void {
  const counts = new Map<string, number>();
  for (let at = 0; at < department.length; at++)
    for (const name of [department[at]!, division[at]!])
      counts.set(name, (counts.get(name) ?? 0) + rows[at]!);
  counts.delete('');
  const spellings = new Map<string, [name: string, count: number][]>();
  const whole = (small: string) => small;
  const apart = new Set<string>();
  for (let at = 0; at < department.length; at++) {
    const [own, above] = [department[at]!, division[at]!];
    if (own === above || own === '' || above === '') continue;
    const key = keyOf(own, withoutWord);
    if (key === keyOf(above, withoutWord) && keyOf(own, whole) !== keyOf(above, whole)) apart.add(key);
  }
  for (const [name, count] of counts) {
    const without = keyOf(name, withoutWord);
    const key = apart.has(without) ? keyOf(name, whole) : without;
    spellings.set(key, [...(spellings.get(key) ?? []), [name, count]]);
  }
  const meant = new Map<string, string>();
  const merged: string[] = [];
  for (const own of spellings.values()) {
    const [first] = own.sort(
      ([a, many], [b, few]) => few - many || hasWord(a) - hasWord(b) || (a < b ? -1 : 1),
    );
    const name = tidy(first![0]) || first![0];
    for (const [spelling] of own) meant.set(spelling, name);
    if (own.length > 1) merged.push(name);
  }
  if (merged.length > 0)
    journal.assume(
      `${sample(merged)}: written in several ways that differ in case, spaces, signs or a word for a department; each is one department.`,
    );
  let changes = false;
  for (const [spelling, name] of meant) if (spelling !== name) changes = true;
  if (!changes) return;
  for (const names of [department, division])
    for (let at = 0; at < names.length; at++) names[at] = meant.get(names[at]!) ?? '';
}

const MARKS = [BELOW, ' / ', ' \\ '];
/** Of names that look complete, the share whose upper part is a department or stands above another as well. */
const SUPPORTED = 0.9;

/** Names that say what they stand below (`Sales / Belgium`) are a tree where their upper parts are departments or come again. */
export function splitCompleteNames({ department, division }: Places, journal: Journal): void {
  const names = new Set(department);
  /** Ids of our own files (`Commerce > North/Support`) are no names. */
  const isWhole = (name: string, mark: string) => {
    const at = name.lastIndexOf(mark);
    return at > 0 && !(mark === BELOW && name.includes('/', at));
  };
  const mark = MARKS.find((one) => {
    const upper = (name: string) => name.slice(0, name.lastIndexOf(one));
    const whole = [...names].filter((name) => isWhole(name, one));
    const counts = new Map<string, number>();
    for (const name of whole) counts.set(upper(name), (counts.get(upper(name)) ?? 0) + 1);
    const supported = whole.filter((name) => names.has(upper(name)) || counts.get(upper(name))! > 1);
    return whole.length > 1 && supported.length >= SUPPORTED * whole.length;
  });
  if (mark === undefined) return;
  if (department.some((name, at) => isWhole(name, mark) && division[at] !== '')) return;
  const example = department.find((name) => isWhole(name, mark))!;
  for (let at = 0; at < department.length; at++) {
    if (!isWhole(department[at]!, mark)) continue;
    const path = department[at]!.split(mark);
    department[at] = path.pop()!;
    division[at] = path.join(BELOW);
  }
  journal.assume(
    `Names of departments say what these stand below, as ${quoted(example)} does: they are a tree.`,
  );
}
