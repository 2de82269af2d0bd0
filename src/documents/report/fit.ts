import type { MissingAnswer } from '../../rules/fit/fit-rule.ts';
import type {
  ReportedAction,
  ReportedFit,
  ReportedFitItem,
  ReportedQuestion,
} from '../../schema/documents/verdicts.ts';
import type { Assessment } from '../../verdicts/assess.ts';
import type { Argument, Verdict } from '../../verdicts/verdict.ts';

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
export function reportedFit({ cf, word, confidence, rules, for: pro, against, open }: Verdict): ReportedFit {
  const [strongest] = [...pro, ...against].sort((a, b) => Math.abs(b.cf) - Math.abs(a.cf));
  return {
    cf,
    verdict: word,
    confidence,
    rules,
    strongest: strongest?.rule.id ?? null,
    for: pro.map(reportedItem),
    against: against.map(reportedItem),
    unknown: open.map(asked),
  };
}

const standing = ({ cf, word }: Pick<Verdict, 'cf' | 'word'>) => ({ cf, verdict: word });

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
  questions.map(({ designs, ...question }) => ({ ...asked(question), bearsOn: [...designs] }));
