import type { FitRule } from '../rules/fit/fit-rule.ts';
import type { FitCase, Lever } from '../rules/fit/statement.ts';
import type { ReorganiseWord, VerdictWord } from '../schema/documents/verdicts.ts';
import type { DesignId } from '../schema/input/designs.ts';
import { letGo } from './candidate.ts';
import { companyCase } from './form.ts';
import { leversOf, type Trial, tryLever } from './levers.ts';
import { type Reorganisation, reorganisationOf, type Verdict, verdictOf } from './verdict.ts';

/** Changes that are told at most. */
const MOST = 5;
/** From here on an item against a design is a misfit. */
const MISFIT = -0.2;
/** Less gain than this is not worth an action. A judgement. */
const WORTH_DOING = 0.05;
const TOLERANCE = 1e-9;

/** A single change of facts or options, with what it does once those before it are done. */
export interface Action {
  readonly key: string;
  readonly text: string;
  /** Misfits that it ends; of no design where they speak against any reorganisation. */
  readonly clears: readonly { readonly rule: string; readonly design: DesignId | null }[];
  /** Of the designs that gain, the one that suits best then; null where only the company is readier for any. */
  readonly design: DesignId | null;
  /** How well it suits, or whether to reorganise, before and after. */
  readonly before: { readonly cf: number; readonly word: VerdictWord | ReorganiseWord };
  readonly after: { readonly cf: number; readonly word: VerdictWord | ReorganiseWord };
}

/** Verdicts on designs, and on the company under null. */
type Verdicts = ReadonlyMap<DesignId | null, Verdict | Reorganisation>;

/** Misfits of the designs that are possible, and of the company. */
const misfits = (verdicts: Verdicts, possible: ReadonlySet<DesignId | null>) =>
  [...verdicts].flatMap(([design, { against }]) =>
    against.flatMap(({ rule, cf }) =>
      cf <= MISFIT + TOLERANCE && possible.has(design) ? [{ rule: rule.id, design }] : [],
    ),
  );

const possibleIn = ({ cases }: Trial): ReadonlySet<DesignId | null> =>
  new Set([null, ...cases.flatMap(({ design, view }) => (view === null ? [] : [design]))]);

/** Of the possible designs that gain, the one that suits best then, of equals the first; null where only the company does. */
function gainer(now: Verdicts, then: Verdicts, cases: readonly FitCase[]): DesignId | null | undefined {
  const gains = (of: DesignId | null) => then.get(of)!.cf > now.get(of)!.cf + TOLERANCE;
  let best: DesignId | undefined;
  for (const { design, view } of cases) {
    if (view === null || !gains(design)) continue;
    if (best === undefined || then.get(design)!.cf > then.get(best)!.cf + TOLERANCE) best = design;
  }
  return best ?? (gains(null) ? null : undefined);
}

/** A change that was tried, and what came of it. */
interface Outcome {
  readonly action: Action;
  readonly gain: number;
  readonly takesTime: boolean;
  readonly trial: Trial;
  readonly then: Verdicts;
}

/** Whether a change goes before: it can be decided and need not be waited for, ends more misfits, or as many with a greater gain. */
function doesMore(one: Outcome, other: Outcome | undefined): boolean {
  if (other === undefined) return true;
  if (one.takesTime !== other.takesTime) return other.takesTime;
  const more = one.action.clears.length - other.action.clears.length;
  return more !== 0 ? more > 0 : one.gain > other.gain + TOLERANCE;
}

/** What a change does to the verdicts; null where it can not be made, or is not worth it. */
function outcomeOf(rules: readonly FitRule[], lever: Lever, state: Trial, now: Verdicts): Outcome | null {
  const trial = tryLever(lever, state);
  if (trial === null) return null;
  const then = judged(rules, trial, state);
  const known = new Set(state.cases.map(({ view }) => view));
  for (const { view } of trial.cases) if (view !== null && !known.has(view)) letGo(view);
  const design = gainer(now, then, trial.cases);
  if (design === undefined) return null;
  const possible = new Set([...possibleIn(state), ...possibleIn(trial)]);
  const left = new Set(misfits(then, possible).map((one) => `${one.design} ${one.rule}`));
  const clears = misfits(now, possible).filter((one) => !left.has(`${one.design} ${one.rule}`));
  const standing = ({ cf, word }: Verdict | Reorganisation) => ({ cf, word });
  const [before, after] = [standing(now.get(design)!), standing(then.get(design)!)];
  const gain = after.cf - before.cf;
  if (clears.length === 0 && gain < WORTH_DOING) return null;
  const { key, text, takesTime = false } = lever;
  return { action: { key, text, clears, design, before, after }, gain, takesTime, trial, then };
}

/** Cases stand in the same order in every trial. */
const judged = (rules: readonly FitRule[], { cases }: Trial, like?: Trial): Verdicts =>
  new Map<DesignId | null, Verdict | Reorganisation>([
    [null, reorganisationOf(rules, companyCase(cases)!, like && companyCase(like.cases))],
    ...cases.map((fit, at) => [fit.design, verdictOf(rules, fit, like?.cases[at])] as const),
  ]);

/**
 * What to change first: of everything that can be changed, each really made alone and set to its best, what ends most misfits
 * of possible designs, then what makes most of the design that suits best of those that gain; and so on with that done, five
 * times at most. What is not known is no change but a question. `done` is the company with all of it done. Cost: rules times designs times changes; a change of options
 * makes its design again.
 */
export function actionsOf(
  rules: readonly FitRule[],
  cases: readonly FitCase[],
): { readonly actions: readonly Action[]; readonly done: Trial | null } {
  const [first] = cases;
  if (first === undefined) return { actions: [], done: null };
  const actions: Action[] = [];
  let state: Trial = { facts: first.facts, cases };
  let now = judged(rules, state);
  let levers = leversOf(rules, cases);
  while (actions.length < MOST) {
    let best: Outcome | undefined;
    for (const lever of levers) {
      const found = outcomeOf(rules, lever, state, now);
      if (found !== null && doesMore(found, best)) best = found;
    }
    if (best === undefined) break;
    const { action, trial, then } = best;
    actions.push(action);
    state = trial;
    now = then;
    levers = levers.filter(({ key }) => key !== action.key);
  }
  return { actions, done: state };
}
