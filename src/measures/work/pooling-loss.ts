import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { serversForWaiting } from '../../numbers/queues.ts';
import { defineMeasure, type MeasureResult } from '../measure.ts';
import { coverageOf, withoutWork, workOf } from './stations.ts';

/** Steps of one capability that differ in length by more than this may wait longer in one pool than apart. */
const MIXED_LENGTHS = 5;

/** What dividing the people of one capability costs. */
interface PoolingLoss {
  readonly capability: Index;
  /** Erlangs in each unit that has some: people that are busy on average. */
  readonly loads: readonly number[];
  /** People needed in these units, and in one pool, for no more than the agreed share of steps to wait. */
  readonly apart: number;
  readonly pooled: number;
  /** Whether its steps differ so much in length that one pool may be slower. */
  readonly mixedLengths: boolean;
}

export const poolingLosses = memo((view: View, baseline: View): readonly PoolingLoss[] => {
  const { hoursPerFtePerMonth, policy } = view.organisation;
  const ofCapability = new Map<Index, { loads: number[]; lengths: Set<number> }>();
  for (const { capability, hours, kinds } of workOf(view, baseline).stations) {
    const { loads, lengths } = ofCapability.get(capability) ?? { loads: [], lengths: new Set<number>() };
    ofCapability.set(capability, { loads, lengths });
    loads.push(hours / hoursPerFtePerMonth);
    for (const length of kinds.keys()) lengths.add(length);
  }
  const needed = (load: number) => serversForWaiting(load, policy.mostWaiting);
  return [...ofCapability].map(([capability, { loads, lengths }]) => ({
    capability,
    loads,
    apart: loads.reduce((sum, load) => sum + needed(load), 0),
    pooled: needed(loads.reduce((a, b) => a + b, 0)),
    mixedLengths: Math.max(...lengths) > MIXED_LENGTHS * Math.min(...lengths),
  }));
});

export const poolingLoss = defineMeasure({
  id: 'work.poolingLoss',
  label: 'Staff for the same service',
  summary: 'How many more people the same service takes because those of one skill are divided over units.',
  formula:
    'Sum over capabilities of Σ n*(a) − n*(Σ a): a = effort hours of a unit / hoursPerFtePerMonth, n* the fewest people with whom no more than policy.mostWaiting of the steps wait (Erlang C). Effort of a capability is divided over its steps as their hours in the journey, and over units by the chance that a case is drawn there. It assumes that cases come at random and nobody helps across units: an upper bound. Where steps of a capability differ in length by more than five times, one pool may be slower than several (van Dijk & van der Sluis 2008). No customers, or no hours: null.',
  unit: 'fte',
  better: 'lower',
  source: 'A. K. Erlang; van Dijk & van der Sluis, “To pool or not to pool in call centers”, 2008.',
  change: '`effort` of customers, journeys, who belongs to which unit, and `policy.mostWaiting`.',
  needs: ['capabilities', 'customers'],
  take: (view, baseline): MeasureResult => {
    const work = workOf(view, baseline);
    const behind = { coverage: coverageOf(work), assumedShare: work.assumedHours };
    const reason = withoutWork(view, work);
    if (reason !== undefined) return { value: null, reason, ...behind };
    return {
      value: poolingLosses(view, baseline).reduce((sum, { apart, pooled }) => sum + apart - pooled, 0),
      ...behind,
    };
  },
});
