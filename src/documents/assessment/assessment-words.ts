import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import type {
  NextStep,
  ReadinessState,
  ReportedAnswer,
  ReportedReadinessItem,
  ReportedStanding,
  Standing,
} from '../../schema/documents/assessment.ts';
import type { Place } from '../../schema/documents/finding.ts';
import type { ReportedOfficerStructure } from '../../schema/documents/verdicts.ts';
import type { OfficerModel } from '../../schema/input/officer.ts';

export const STATE_WORDS: Readonly<Record<ReadinessState, string>> = {
  'in-place': 'in place',
  partly: 'in part',
  proposed: 'proposed',
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

export const OFFICER_WORDS: Readonly<Record<OfficerModel, string>> = {
  'full-department': 'a department of their own',
  minister: 'a minister without portfolio',
  middle: 'insight and centres of expertise only',
};

/** A certainty with its sign: `+0.40`; what rounds to nothing has none. */
export const signed = (cf: number): string => {
  const digits = grouped(Math.abs(cf), 2, 2);
  return digits === '0.00' ? digits : `${cf < 0 ? '−' : '+'}${digits}`;
};

/** Which model suits a structure, and who answers for all that customers meet there. */
export function officerInWords({ name, best, open, head, units }: ReportedOfficerStructure): string {
  const advice =
    best !== null
      ? `an officer with ${OFFICER_WORDS[best]}`
      : open
        ? 'no officer is advised, since most answers are missing'
        : 'no officer yet';
  const answers =
    head === null
      ? `nobody below the top answers for all who face customers (${counted(units.length, 'unit')})`
      : `${head} answers for all who face customers already`;
  return `${name}: ${advice.replace('with a minister', 'as a minister')}; ${answers}.`;
}

/** One model with its verdict; what speaks for and against it is listed below. */
export const officerModelInWords = (model: ReportedOfficerStructure['models'][number]): string =>
  `${OFFICER_WORDS[model.model]}: ${model.verdict} (${signed(model.cf)}, ${Math.round(100 * model.confidence)} % known)`;
