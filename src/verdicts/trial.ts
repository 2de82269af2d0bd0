import { memo } from '../base/memo.ts';
import { type View, viewOf } from '../model/view.ts';
import type { FitCase, Lever, Told } from '../rules/fit/statement.ts';
import type { DesignId, DesignsInput } from '../schema/input/designs.ts';
import { candidateById, caseOf } from './candidate.ts';

/** What is told of a company, and each of its designs with that. */
export interface Trial {
  readonly told: Told;
  readonly cases: readonly FitCase[];
}

/** A design made with other options, asked for again with each action. */
const madeWith = memo((today: View, design: DesignId, options: string) =>
  caseOf(candidateById({ today, measures: [] }, design, JSON.parse(options) as DesignsInput)),
);

/** Nothing else that a change may tell goes into a design. */
const remade = ({ baseline, design }: FitCase, told: Told): FitCase => ({
  ...madeWith(baseline, design, JSON.stringify(told.options)),
  told,
});

const rebuilt = memo((baseline: View, rebuild: NonNullable<Lever['rebuild']>) =>
  viewOf(rebuild(baseline.organisation)),
);

/**
 * A change really made: what is told is told to every rule, options go into the designs that they belong to, which are made
 * again, and a change of the chart into today’s organisation. null where there is nothing to change. Cost: that of the designs
 * that are made again, which are none for most changes.
 */
export function tried({ apply, remakes = [], rebuild }: Lever, { told, cases }: Trial): Trial | null {
  const { baseline } = cases[0]!;
  const basis = cases.find(({ design }) => design === 'cluster')?.basis;
  const changed = apply(told, { baseline, ...(basis === undefined ? {} : { basis }) });
  if (changed === null) return null;
  const today = rebuild === undefined ? baseline : rebuilt(baseline, rebuild);
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
