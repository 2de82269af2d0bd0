import { counted } from '../../base/text.ts';
import type { MissingAnswer } from '../../rules/fit/fit-rule.ts';
import type {
  ReportedAction,
  ReportedFit,
  ReportedFitItem,
  ReportedQuestion,
  ReportedReorganise,
} from '../../schema/documents/verdicts.ts';
import type { Action } from '../../verdicts/actions.ts';
import type { Argument } from '../../verdicts/argument.ts';
import type { Assessment } from '../../verdicts/assess.ts';
import type { Reorganisation, Verdict } from '../../verdicts/verdict.ts';

const reportedItem = ({ rule, when, change, cf, certainty, premises }: Argument): ReportedFitItem => ({
  rule: rule.id,
  when,
  cf,
  certainty,
  premises: premises.map(({ text, certainty: sure, at, derived }) => {
    const { file, line, column } = at();
    return { text, certainty: sure, at: { file, line, column }, derived };
  }),
  why: rule.why.text,
  source: rule.why.source,
  change,
});

const asked = ({ key, text, weight }: MissingAnswer) => ({ key, question: text, weight });

/** A verdict as the report has it. */
export function reportedFit({ word, conditions, limits, ...weighed }: Verdict): ReportedFit {
  const { cf, ...rest } = reportedWeights(weighed);
  return { cf, verdict: word, conditions: [...conditions], limits: [...limits], ...rest };
}

type Weights = Omit<Reorganisation, 'word'>;

/** What all rules say, as the report has it. */
function reportedWeights({ cf, confidence, rules, for: pro, against, open }: Weights) {
  const [strongest] = [...pro, ...against].sort((a, b) => Math.abs(b.cf) - Math.abs(a.cf));
  return {
    cf,
    confidence,
    rules,
    strongest: strongest?.rule.id ?? null,
    for: pro.map(reportedItem),
    against: against.map(reportedItem),
    unknown: open.map(asked),
  };
}

/** Reasons that stand in a sentence. */
const MOST_REASONS = 3;

/** Whether to reorganise now, in a sentence or two. */
function reorganiseSentence({ word, against, open }: Reorganisation): string {
  const reasons = against
    .slice(0, MOST_REASONS)
    // What is there comes before what is missing: the last premise is what weighs.
    .map(({ premises }) => premises.at(-1)!.text.replace(/ \([^()]*\)/g, ''));
  const [first] = open;
  const missing = first === undefined ? '' : ` ${counted(open.length, 'answer is', 'answers are')} missing.`;
  if (word === 'now') return `Nothing that is known speaks against it.${missing}`;
  if (word === 'not known')
    return `That is not known.${missing}${first === undefined ? '' : ` First: ${first.text}`}`;
  return `${word === 'not yet' ? 'Not yet' : 'First mend this'}: ${reasons.join('; ')}.`;
}

/** Whether the company should reorganise now, as the report has it. */
export const reportedReorganise = ({ reorganise }: Assessment): ReportedReorganise => {
  const { word, ...weighed } = reorganise;
  const { cf, ...rest } = reportedWeights(weighed);
  return { cf, verdict: word, sentence: reorganiseSentence(reorganise), ...rest };
};

const standing = ({ cf, word }: Action['before']) => ({ cf, verdict: word });

export const reportedActions = ({ actions }: Assessment): ReportedAction[] =>
  actions.map(({ key, text, clears, design, before, after }) => ({
    key,
    text,
    clears: clears.map((one) => ({ ...one })),
    design,
    before: standing(before),
    after: standing(after),
  }));

export const reportedQuestions = ({ questions }: Assessment): ReportedQuestion[] =>
  questions.map(({ designs, company, ...question }) => ({
    ...asked(question),
    bearsOn: [...designs],
    company,
  }));
