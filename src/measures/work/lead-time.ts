import { memo } from '../../base/memo.ts';
import { walk } from '../../model/journeys.ts';
import type { Index } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import type { View } from '../../model/view.ts';
import { journeyFigures } from '../journey/journey-figures.ts';
import { pairsOf } from '../journey/pools.ts';
import { loadOf } from './load.ts';
import { workOf } from './stations.ts';

/** Working hours from the first step of a journey to its end, mean over customers, and what they are made of. */
interface LeadTime {
  /** Null where somewhere the line grows without end. */
  readonly hours: number | null;
  readonly steps: number;
  readonly waiting: number | null;
  /** What work lies still when it passes from one person to another: nobody has measured it. */
  readonly handoffs: number;
}

/**
 * The time of a journey through the lines of its stations (Jackson): each visit of a step, rework counted, waits for somebody
 * and is worked on; each hand-off lies still for policy.handoffHours, and policy.handoffHoursPerLevel more for each level of its
 * escalation distance. Null without customers.
 */
export const leadTimeOf = memo((view: View, baseline: View): LeadTime | null => {
  const { organisation } = view;
  const { policy, hoursPerFtePerMonth, journeys, capabilities } = organisation;
  const { size } = view.accountability().at;
  const waits = new Float64Array(size * capabilities.length);
  for (const station of workOf(view, baseline).stations)
    waits[station.capability * size + station.unit] = loadOf(station, hoursPerFtePerMonth).wait;
  const pairs = pairsOf(view);
  const waitAt = (capability: Index, unit: Index) => waits[capability * size + unit]!;
  /** The wait in each unit that a pool draws, with the chance of it. */
  const waitsOf = (pool: Pool) =>
    [...pairs.spread(pool)].map(([unit, chance]) => ({ chance, wait: waitAt(pool.capability, unit) }));
  const known: (ReturnType<typeof waitsOf> | undefined)[] = [];
  const visits = journeys.map(({ steps }) => walk(steps).visits);
  let customers = 0;
  let worked = 0;
  let waited = 0;
  for (const { journey, groups, groupOfStep, customers: count } of view.service().classes) {
    customers += count;
    const { steps } = journeys[journey]!;
    for (let step = 0; step < steps.length; step++) {
      const times = count * visits[journey]![step]!;
      worked += times * steps[step]!.hours;
      const { pool } = groups[groupOfStep[step]!]!;
      if (pool === null) continue;
      const sure = pairs.sureUnit(pool);
      if (sure >= 0) waited += times * waitAt(pool.capability, sure);
      else {
        known[pool.id] ??= waitsOf(pool);
        const drawn = known[pool.id]!;
        for (let k = 0; k < drawn.length; k++) waited += times * drawn[k]!.chance * drawn[k]!.wait;
      }
    }
  }
  if (customers === 0) return null;
  let passed = 0;
  for (const { customers: count, figures } of journeyFigures(view).kinds)
    passed +=
      count *
      (policy.handoffHours * (figures.handoffs + figures.inside) +
        policy.handoffHoursPerLevel * figures.escalation);
  const [steps, waiting, handoffs] = [worked / customers, waited / customers, passed / customers];
  const ends = Number.isFinite(waiting);
  return {
    hours: ends ? steps + waiting + handoffs : null,
    steps,
    waiting: ends ? waiting : null,
    handoffs,
  };
});
