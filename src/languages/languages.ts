import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import type { Language } from './language.ts';
import { spanish } from './spanish.ts';

/** The languages whose headers, titles and statuses are known. A word of two languages is taken as in the first. */
export const languages: readonly Language[] = Object.freeze([
  english,
  german,
  french,
  spanish,
  dutch,
  italian,
]);
