import {
  type FitRule,
  type Judgement,
  judge,
  type MissingAnswer,
  weightiest,
} from '../rules/fit/fit-rule.ts';
import type { FitCase } from '../rules/fit/statement.ts';
import type { VerdictWord } from '../schema/documents/verdicts.ts';
import { conclude } from './certainty.ts';

/** What one rule says for or against a design. */
export interface Argument extends Pick<Judgement, 'certainty' | 'when' | 'change' | 'premises'> {
  readonly rule: FitRule;
  readonly cf: number;
}

/** Whether a design suits the company. */
export interface Verdict {
  /** Certainties of all rules combined; the list and its strongest item stand beside it. */
  readonly cf: number;
  readonly word: VerdictWord;
  /** What is known of all that the rules could weigh; null where no rule is about the design. */
  readonly confidence: number | null;
  /** How many rules speak about it, known or not. */
  readonly rules: number;
  /** Both with what weighs most first. */
  readonly for: readonly Argument[];
  readonly against: readonly Argument[];
  /** Answers that are missing, the weightiest first. */
  readonly open: readonly MissingAnswer[];
}

const byWeight = (a: Argument, b: Argument) =>
  Math.abs(b.cf) - Math.abs(a.cf) || (a.rule.id < b.rule.id ? -1 : 1);

/**
 * The verdict of all rules about fit on one design. What is not known weighs nothing: it lowers the confidence and never
 * fails. Order of the rules changes nothing.
 */
export function verdictOf(rules: readonly FitRule[], fit: FitCase): Verdict {
  const judgements = rules.flatMap((rule) => {
    const found = judge(rule, fit);
    return found === undefined ? [] : [{ ...found, rule }];
  });
  const speaking = judgements
    .flatMap((one): Argument[] => (one.cf === null || one.cf === 0 ? [] : [{ ...one, cf: one.cf }]))
    .sort(byWeight);
  return {
    ...conclude(judgements.map(({ rule, cf, weight }) => ({ rule: rule.id, cf, weight }))),
    rules: judgements.length,
    for: speaking.filter(({ cf }) => cf > 0),
    against: speaking.filter(({ cf }) => cf < 0),
    open: weightiest(judgements.flatMap(({ asks }) => asks)),
  };
}
