import { type FitRule, type Judgement, judge } from '../rules/fit/fit-rule.ts';
import type { FitCase, Question } from '../rules/fit/statement.ts';
import type { VerdictWord } from '../schema/documents/verdicts.ts';
import { combined, inWords } from './certainty.ts';

/** What one rule says for or against a design. */
export interface Item extends Pick<Judgement, 'certainty' | 'when' | 'change' | 'premises'> {
  readonly rule: FitRule;
  readonly cf: number;
}

export interface Open extends Question {
  /** The most that the answer could weigh. */
  readonly weight: number;
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
  readonly for: readonly Item[];
  readonly against: readonly Item[];
  /** Answers that are missing, the weightiest first. */
  readonly open: readonly Open[];
}

const byWeight = (a: Item, b: Item) => Math.abs(b.cf) - Math.abs(a.cf) || (a.rule.id < b.rule.id ? -1 : 1);

/** Each question once, with the most it could weigh; the weightiest first, then by key. */
export function openOf(lists: Iterable<readonly Open[]>): Open[] {
  const found = new Map<string, Open>();
  for (const list of lists)
    for (const one of list) if (one.weight > (found.get(one.key)?.weight ?? 0)) found.set(one.key, one);
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/**
 * The verdict of all rules about fit on one design. What is not known weighs nothing: it lowers the confidence and never
 * fails. Order of the rules changes nothing.
 */
export function verdictOf(rules: readonly FitRule[], fit: FitCase): Verdict {
  const items: Item[] = [];
  const asks: Judgement['asks'][] = [];
  let [known, all] = [0, 0];
  for (const rule of rules) {
    const found = judge(rule, fit);
    if (found === undefined) continue;
    all += found.weight;
    if (found.cf !== null) known += found.weight;
    asks.push(found.asks);
    if (found.cf !== null && found.cf !== 0) items.push({ ...found, rule, cf: found.cf });
  }
  const cf = combined(items.map((item) => ({ rule: item.rule.id, cf: item.cf })));
  return {
    cf,
    word: inWords(cf),
    confidence: all > 0 ? known / all : null,
    rules: asks.length,
    for: items.filter((item) => item.cf > 0).sort(byWeight),
    against: items.filter((item) => item.cf < 0).sort(byWeight),
    open: openOf(asks),
  };
}
