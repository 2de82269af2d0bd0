import {
  assumed,
  criteria,
  figures,
  found,
  options,
  questions,
  ranked,
  rights,
  risks,
  verdicts,
  way,
  work,
} from './argument-pages.ts';
import type { Page } from './page.ts';
import {
  bridge,
  journey,
  levels,
  moves,
  serves,
  structureThen,
  structureToday,
  where,
} from './structure-pages.ts';

/** The pages in the order in which they are argued; the first screen stands before them. */
export const PAGES: readonly Page[] = [
  options,
  journey,
  structureToday,
  levels,
  where,
  criteria,
  ranked,
  structureThen,
  serves,
  moves,
  bridge,
  work,
  rights,
  way,
  risks,
  questions,
  found,
  verdicts,
  figures,
  assumed,
];
