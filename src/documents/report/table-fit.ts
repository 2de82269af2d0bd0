import { percent } from '../../base/figures.ts';
import { alternatives, counted } from '../../base/text.ts';
import { hanging, heading, type Style } from '../../render/table-text.ts';
import type { ReportedAction, ReportedFitItem, ReportedQuestion } from '../../schema/documents/verdicts.ts';
import { signed } from '../assessment/assessment-words.ts';
import { type Judged, reasonInWords, reasonsOf, WORTH_SAYING } from './fit-reasons.ts';

/** Reasons for and against a design, and questions, shown at a terminal; the JSON report has all. */
const MOST_REASONS = 4;
const MOST_QUESTIONS = 5;
/** Designs named in a sentence; more are counted. */
const MOST_NAMED = 3;
const INDENT = '           ';

const unsigned = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What is told of whether designs suit. */
interface Suiting {
  readonly designs: readonly Judged[];
  readonly actions: readonly ReportedAction[];
  /** Left out where they are told elsewhere. */
  readonly questions?: readonly ReportedQuestion[];
}

const reasons = (label: string, items: readonly ReportedFitItem[], { columns }: Style): string[] => {
  const worth = items.filter(({ cf }) => Math.abs(cf) >= WORTH_SAYING);
  if (worth.length === 0) return [];
  const shown = worth
    .slice(0, MOST_REASONS)
    .map(({ when, cf }) => `${when} ${unsigned.format(Math.abs(cf))}`);
  const left = worth.length - shown.length;
  return hanging(
    `  ${label}`.padEnd(INDENT.length),
    `${shown.join('; ')}${left > 0 ? `; and ${left} more` : ''}`,
    columns,
  );
};

/** Each reason once: what was read, where, why it counts, by whom, and what would change it. */
const whys = (designs: readonly Judged[], { columns, paint }: Style): string[] => {
  const all = reasonsOf(designs).map(reasonInWords);
  return all.length === 0
    ? []
    : [
        '',
        paint.bold('What it rests on, each reason once'),
        ...all.flatMap(({ head, text }) => [
          ...hanging('  • ', head, columns),
          ...hanging('    ', text, columns).map((line) => paint.dim(line)),
        ]),
      ];
};

const verdict = ({ id, fit }: Judged, style: Style): string[] => {
  const known = fit.confidence === null ? '' : `, ${percent(fit.confidence)} known`;
  return [
    ...heading(id, `${fit.verdict} (${signed(fit.cf)} from ${counted(fit.rules, 'rule')}${known})`, style),
    ...reasons('for', fit.for, style),
    ...reasons('against', fit.against, style),
  ];
};

export const actionInWords = ({ key, text, clears, design, before, after }: ReportedAction): string => {
  const designs = [...new Set(clears.map((one) => one.design))];
  const ends =
    clears.length === 0
      ? ''
      : ` Ends ${clears.length > designs.length ? counted(clears.length, 'reason') : 'a reason'} against ${alternatives(designs, 'and')}.`;
  const words = before.verdict === after.verdict ? after.verdict : `${before.verdict} → ${after.verdict}`;
  const moved =
    Math.abs(after.cf - before.cf) < WORTH_SAYING / 10
      ? ''
      : ` ${design}: ${words} (${signed(before.cf)} → ${signed(after.cf)}).`;
  return `${text.replace(/\.$/, '')} (${key}).${ends}${moved}`;
};

const actions = ({ actions: all }: Pick<Suiting, 'actions'>, { columns, paint }: Style): string[] =>
  all.length === 0
    ? []
    : [
        '',
        paint.bold('What would change it most, each with those before it done'),
        ...all.flatMap((one, at) => hanging(`  ${at + 1}. `, actionInWords(one), columns)),
      ];

const question = ({ key, question: text, weight, bearsOn }: ReportedQuestion): string => {
  const designs =
    bearsOn.length > MOST_NAMED ? counted(bearsOn.length, 'design') : alternatives(bearsOn, 'and');
  return `${text} (${key}; up to ${unsigned.format(weight)} for ${designs})`;
};

const questions = ({ questions: all = [] }: Suiting, { columns, paint }: Style): string[] => {
  if (all.length === 0) return [];
  const left = all.length - MOST_QUESTIONS;
  return [
    '',
    paint.bold('Not known, and worth asking first'),
    ...all.slice(0, MOST_QUESTIONS).flatMap((one) => hanging('  • ', question(one), columns)),
    ...(left > 0 ? [paint.dim(`  and ${left} more, see --format json`)] : []),
  ];
};

/** Whether each design suits the company, what would change it, and what to ask. */
export const fitSection = (suiting: Suiting, style: Style): string[] => {
  const { designs } = suiting;
  if (designs.length === 0) return [];
  const [first = '', ...more] = hanging(
    '',
    'Does it suit this company? Certainties from −1, it does not, to +1 are expert judgement, not measurements; orgdesign explain tells more of each rule.',
    style.columns,
  );
  return [
    style.paint.bold(first),
    ...more.map((line) => style.paint.bold(line)),
    '',
    ...designs.flatMap((design) => verdict(design, style)),
    ...whys(designs, style),
    ...actions(suiting, style),
    ...questions(suiting, style),
  ];
};
