import type { MissingAnswer } from '../rules/fit/fit-rule.ts';
import type { CompanyFacts } from '../rules/fit/statement.ts';
import { choicesFor, readAnswer } from '../schema/input/answers.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Answer, PracticeId } from '../schema/input/practices.ts';
import { fitRules } from './assess.ts';
import { type Candidate, caseOf } from './candidate.ts';
import { withForms } from './form.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdict.ts';

/** Numbers that are tried where an answer is one: a low and a high one. A judgement. */
const TRIED: Readonly<Record<string, readonly string[]>> = {
  'context.customerPayShare': ['0', '0.3'],
  'context.paybackYears': ['1', '4'],
  'context.acquisitionRate': ['0', '0.3'],
};

/** One answer with what the designs would be judged then. */
interface AnswerTrial {
  readonly answer: string;
  readonly verdicts: ReadonlyMap<DesignId, Verdict>;
}

/** A question with what each of its answers would do. */
export interface QuestionTrial {
  readonly key: string;
  readonly text: string;
  readonly tried: readonly AnswerTrial[];
  /** The design whose certainty its answers put farthest apart, and how far. */
  readonly moves: number;
  readonly design: DesignId | null;
}

const withAnswer = (facts: CompanyFacts, key: string, text: string): CompanyFacts => {
  const read = readAnswer(key, text);
  if ('fault' in read) return facts;
  const [area, name] = read.path as [string, string];
  if (area === 'context') return { ...facts, context: { ...facts.context, [name]: read.value } };
  const answer = read.value as Answer;
  const at = () => ({ file: '', line: 1, column: 1 });
  return { ...facts, practices: new Map(facts.practices).set(name as PracticeId, { answer, at }) };
};

/** The possible answers to a question; those to a number are a low and a high one. */
export const answersFor = (key: string): readonly string[] =>
  TRIED[key] ?? choicesFor(key).filter((choice) => choice !== 'unknown');

/** What another word of a verdict counts at least. A judgement. */
const OF_A_WORD = 0.2;

/** A form that hardly changes anything is today’s: what moves it moves nothing. */
const SAME = 0.05;

/** Account teams cut across whatever form there is: they move nobody, and yet are another. */
const changesSomething = ({ design: { id }, measures }: Candidate): boolean =>
  id === 'account-team' || (id !== 'as-is' && (measures().get('change.movedShare')?.value ?? 1) >= SAME);

/**
 * Each question with each of its answers really tried: every design is judged again by all rules, with that one fact changed.
 * What moves the certainty of a design most comes first. Cost: questions × answers × designs × rules; no design is made again.
 */
export function tryQuestions(
  candidates: readonly Candidate[],
  questions: readonly MissingAnswer[],
): readonly QuestionTrial[] {
  const changing = new Set(candidates.filter(changesSomething).map(({ design }) => design.id));
  const all = candidates.map(caseOf);
  const formed = all.length === 0 ? [] : withForms(all[0]!.baseline, all);
  const cases = formed.filter(({ view, design }) => view !== null && changing.has(design));
  return questions
    .map(({ key, text }): QuestionTrial => {
      const tried = answersFor(key).map((answer) => ({
        answer,
        verdicts: new Map(
          cases.map((fit) => [
            fit.design,
            verdictOf(fitRules, { ...fit, facts: withAnswer(fit.facts, key, answer) }, fit),
          ]),
        ),
      }));
      let [moves, design] = [0, null as DesignId | null];
      for (const fit of cases) {
        const values = tried.map(({ verdicts }) => verdicts.get(fit.design)!.cf);
        const words = new Set(tried.map(({ verdicts }) => verdicts.get(fit.design)!.word));
        // What only lifts a condition moves no certainty, and yet the verdict.
        const least = words.size > 1 ? OF_A_WORD : 0;
        const apart = values.length === 0 ? 0 : Math.max(least, Math.max(...values) - Math.min(...values));
        if (apart > moves + 1e-9) [moves, design] = [apart, fit.design];
      }
      return { key, text, tried, moves, design };
    })
    .sort((a, b) => b.moves - a.moves || (a.key < b.key ? -1 : 1));
}
