import type { NextStep, Place, ReportedAnswer, ReportedStanding, Standing } from '../schema/maturity.ts';
import type { ReadinessState, ReportedReadinessItem } from '../schema/readiness.ts';

export const STATE_WORDS: Readonly<Record<ReadinessState, string>> = {
  'in-place': 'in place',
  partly: 'in part',
  open: 'open',
  unknown: 'unknown',
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'largely-in-place': 'largely in place',
  'in-part': 'in part',
  'not-in-place': 'not in place',
  unknown: 'unknown',
};

/** `org.yaml:12`, or what a design made; '' for no place. */
function placeInWords(at: Place): string {
  if (at === null) return '';
  return at.generated === true ? 'made by the design' : `${at.file}:${at.line}`;
}

/** A sentence with its place. */
export const withPlace = (text: string, at: Place): string =>
  at === null ? text : `${text.replace(/\.$/, '')} · ${placeInWords(at)}`;

/** `2 yes, 1 partly, 3 unknown`; what there is none of is left out. */
export const countsInWords = ({ counts: { yes, partly, no, unknown } }: Pick<ReportedStanding, 'counts'>) =>
  [
    [yes, 'yes'],
    [partly, 'partly'],
    [no, 'no'],
    [unknown, 'unknown'],
  ]
    .flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`]))
    .join(', ');

export const stepInWords = ({ step, because, source }: NextStep): string => `${step} ${because} (${source})`;

export const answerInWords = ({ item, answer, evidence, at }: ReportedAnswer): string =>
  withPlace(`${item}: ${answer}${evidence === '' ? '' : `. ${evidence}`}`, at);

/** The name of an item, and that it blocks where it does. */
export const itemInWords = ({ name, blocks, state }: ReportedReadinessItem): string =>
  blocks && state !== 'in-place' ? `${name} (blocks)` : name;
