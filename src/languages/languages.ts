import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import type { Language } from './language.ts';
import { nordic } from './nordic.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** The languages whose headers, titles and statuses are known. A word of two languages is taken as in the first. */
export const languages: readonly Language[] = Object.freeze([
  english,
  german,
  french,
  spanish,
  dutch,
  italian,
  portuguese,
  nordic,
]);

/**
 * What the languages call something, each with its surest word first, in one order: the surest of every language stand
 * before what any of them calls it less surely.
 */
export function surestFirst(lists: readonly (readonly string[])[]): string[] {
  const ranks = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: ranks }, (_, rank) =>
    lists.flatMap((list) => list.slice(rank, rank + 1)),
  ).flat();
}
