import { designs } from '../designs/index.ts';
import { type View, viewOf } from '../model/view.ts';
import type { FitCase, Lever, Told } from '../rules/fit/fit.ts';
import { caseOf } from './case.ts';

/** What is told of a company, and each of its designs with that. */
export interface Trial {
  readonly told: Told;
  readonly cases: readonly FitCase[];
}

/** Designs by the options they were made with, and charts by the change made to them: asked for again with each action. */
const made = new WeakMap<View, Map<string, FitCase>>();
const rebuilt = new WeakMap<View, Map<string, View>>();

function kept<T>(store: WeakMap<View, Map<string, T>>, view: View, key: string, make: () => T): T {
  const of = store.get(view) ?? new Map<string, T>();
  store.set(view, of);
  let found = of.get(key);
  if (found === undefined) {
    found = make();
    of.set(key, found);
  }
  return found;
}

/** A design made again with other options; nothing else that a change may tell goes into a design. */
const remade = ({ baseline, design }: FitCase, told: Told): FitCase => ({
  ...kept(made, baseline, `${design} ${JSON.stringify(told.options)}`, () => {
    const source = { ...baseline.organisation, options: told.options };
    const result = designs.find(({ id }) => id === design)!.apply(source);
    const view =
      result.organisation === source ? baseline : result.organisation && viewOf(result.organisation);
    return caseOf(baseline, { design, result, view });
  }),
  told,
});

/**
 * A change really made: what is told is told to every rule, options go into the designs that they belong to, which are made
 * again, and a change of the chart into today’s organisation. null where there is nothing to change. Cost: that of the designs
 * that are made again, which are none for most changes.
 */
export function tried({ key, apply, remakes = [], rebuild }: Lever, { told, cases }: Trial): Trial | null {
  const { baseline } = cases[0]!;
  const basis = cases.find(({ design }) => design === 'cluster')?.basis;
  const changed = apply(told, { baseline, ...(basis === undefined ? {} : { basis }) });
  if (changed === null) return null;
  const today =
    rebuild === undefined
      ? baseline
      : kept(rebuilt, baseline, key, () => viewOf(rebuild(baseline.organisation)));
  return {
    told: changed,
    cases: cases.map((fit) => {
      // A matrix that is there already stays one, whatever is done about it today.
      const isToday = fit.view === baseline && fit.design !== 'matrix';
      const next = { ...fit, told: changed, baseline: today, view: isToday ? today : fit.view };
      return remakes.includes(fit.design) ? remade(next, changed) : next;
    }),
  };
}
