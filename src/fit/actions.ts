import type { FitRule } from '../rules/define-fit-rule.ts';
import type { FitCase, Lever, Told } from '../rules/fit.ts';
import type { DesignId } from '../schema/designs.ts';
import { PRACTICES, type PracticeId } from '../schema/practices.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Changes that are told at most. */
const MOST = 5;
/** From here on an item against a design is a misfit. */
const MISFIT = -0.2;
/** Less gain than this is not worth an action. A judgement. */
const WORTH_DOING = 0.05;
const TOLERANCE = 1e-9;

/** What customers feel is what the rest leads to, and nothing that could be decided. */
const RESULTS: ReadonlySet<PracticeId> = new Set(['one-organisation-felt']);

/** A single change of facts or options, with what it does once those before it are done. */
export interface Action {
  readonly key: string;
  readonly text: string;
  /** Misfits that it ends. */
  readonly clears: readonly { readonly rule: string; readonly design: DesignId }[];
  /** Of the designs that gain, the one that suits best then, and how well before and after. */
  readonly design: DesignId;
  readonly before: Pick<Verdict, 'cf' | 'word'>;
  readonly after: Pick<Verdict, 'cf' | 'word'>;
}

type Verdicts = ReadonlyMap<DesignId, Verdict>;

/** Answers that are given and could be better. */
const practiceLevers = (rules: readonly FitRule[]): Lever[] => {
  const read = new Set(rules.flatMap(({ fit }) => fit.reads));
  return PRACTICES.filter(({ id }) => read.has(`practices.${id}`) && !RESULTS.has(id)).map(
    ({ id, step }) => ({
      key: `practices.${id}`,
      text: step,
      apply(told) {
        const given = told.practices.get(id);
        if (given === undefined || given.answer === 'yes' || given.answer === 'unknown') return null;
        return { ...told, practices: new Map(told.practices).set(id, { ...given, answer: 'yes' }) };
      },
    }),
  );
};

/** Everything that can be changed, each once. */
function leversOf(rules: readonly FitRule[]): Lever[] {
  const found = new Map<string, Lever>();
  for (const lever of [...practiceLevers(rules), ...rules.flatMap(({ fit }) => fit.levers ?? [])])
    if (!found.has(lever.key)) found.set(lever.key, lever);
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const misfits = (verdicts: Verdicts) =>
  [...verdicts].flatMap(([design, { against }]) =>
    against.flatMap(({ rule, cf }) => (cf <= MISFIT + TOLERANCE ? [{ rule: rule.id, design }] : [])),
  );

/** Of the possible designs that gain, the one that suits best then; of equals the first. */
function gainer(now: Verdicts, then: Verdicts, cases: readonly FitCase[]): DesignId | undefined {
  let best: DesignId | undefined;
  for (const { design, view } of cases) {
    const after = then.get(design)!.cf;
    if (view === null || after <= now.get(design)!.cf + TOLERANCE) continue;
    if (best === undefined || after > then.get(best)!.cf + TOLERANCE) best = design;
  }
  return best;
}

/**
 * What to change first: of everything that can be changed, each tried alone and set to its best, what ends most misfits,
 * then what makes most of the design that suits best of those that gain; and so on with that done, five times at most. What is not known
 * is no change but a question. Cost: rules times designs times changes, none of which builds anything.
 */
export function actionsOf(rules: readonly FitRule[], cases: readonly FitCase[]): Action[] {
  const [first] = cases;
  if (first === undefined) return [];
  const basis = cases.find(({ design }) => design === 'cluster')?.basis;
  const company = { baseline: first.baseline, ...(basis === undefined ? {} : { basis }) };
  const judged = (told: Told): Verdicts =>
    new Map(cases.map((fit) => [fit.design, verdictOf(rules, { ...fit, told })]));
  const actions: Action[] = [];
  let told = first.told;
  let now = judged(told);
  let levers = leversOf(rules);
  while (actions.length < MOST) {
    let best: { action: Action; gain: number; told: Told; then: Verdicts } | undefined;
    const standing = misfits(now);
    for (const { key, text, apply } of levers) {
      const changed = apply(told, company);
      if (changed === null) continue;
      const then = judged(changed);
      const left = new Set(misfits(then).map(({ rule, design }) => `${design} ${rule}`));
      const clears = standing.filter(({ rule, design }) => !left.has(`${design} ${rule}`));
      const design = gainer(now, then, cases);
      if (design === undefined) continue;
      const [before, after] = [now.get(design)!, then.get(design)!];
      const gain = after.cf - before.cf;
      if (clears.length === 0 && gain < WORTH_DOING) continue;
      if (
        best === undefined ||
        clears.length > best.action.clears.length ||
        (clears.length === best.action.clears.length && gain > best.gain + TOLERANCE)
      )
        best = { action: { key, text, clears, design, before, after }, gain, told: changed, then };
    }
    if (best === undefined) break;
    const done = best.action.key;
    actions.push(best.action);
    told = best.told;
    now = best.then;
    levers = levers.filter(({ key }) => key !== done);
  }
  return actions;
}
