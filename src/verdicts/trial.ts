import { memo } from '../base/memo.ts';
import { type View, viewOf } from '../model/view.ts';
import type { CompanyFacts, FitCase, Lever } from '../rules/fit/statement.ts';
import type { DesignId, DesignOptions } from '../schema/input/designs.ts';
import { candidateById, caseOf } from './candidate.ts';

/** The facts of a company, and each of its designs with them. */
export interface Trial {
  readonly facts: CompanyFacts;
  readonly cases: readonly FitCase[];
}

/** A design made with other options, asked for again with each action. */
const madeWith = memo((today: View, design: DesignId, options: string) =>
  caseOf(candidateById({ today, measures: [] }, design, JSON.parse(options) as DesignOptions)),
);

/** No other fact goes into a design. */
const remade = ({ baseline, design }: FitCase, facts: CompanyFacts): FitCase => ({
  ...madeWith(baseline, design, JSON.stringify(facts.options)),
  facts,
});

const rebuilt = memo((baseline: View, rebuild: NonNullable<Lever['rebuild']>) =>
  viewOf(rebuild(baseline.organisation)),
);

/**
 * A change really made: the facts go to every rule, options go into the designs that they belong to, which are made
 * again, and a change of the chart into today’s organisation. null where there is nothing to change. Cost: that of the designs
 * that are made again, which are none for most changes.
 */
export function tried({ apply, remakes = [], rebuild }: Lever, { facts, cases }: Trial): Trial | null {
  const { baseline } = cases[0]!;
  const basis = cases.find(({ design }) => design === 'cluster')?.basis;
  const changed = apply(facts, { baseline, ...(basis === undefined ? {} : { basis }) });
  if (changed === null) return null;
  const today = rebuild === undefined ? baseline : rebuilt(baseline, rebuild);
  return {
    facts: changed,
    cases: cases.map((fit) => {
      // A matrix that is there already stays one, whatever is done about it today.
      const isToday = fit.view === baseline && fit.design !== 'matrix';
      const next = { ...fit, facts: changed, baseline: today, view: isToday ? today : fit.view };
      return remakes.includes(fit.design) ? remade(next, changed) : next;
    }),
  };
}
