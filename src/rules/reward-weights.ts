import { headsOf } from '../model/heads.ts';
import type { Organisation, Origin } from '../model/organisation.ts';
import { isCustomerMetric } from './customer-metrics.ts';

/** What scorecards say of the pay of those who own their measures. */
export interface RewardWeights {
  /** Share of variable pay on customer measures, the mean over owners. */
  readonly share: number;
  /** People with some weight on a scorecard. */
  readonly owners: number;
  /** A scorecard that says so. */
  readonly at: Origin;
}

/**
 * The mean share of variable pay that depends on customer measures, over everybody with a weight on some scorecard; without
 * an owner a measure is the head’s. More than all of somebody’s pay counts as all. Null where no scorecard gives a weight.
 */
export function rewardWeights(organisation: Organisation): RewardWeights | null {
  const { units, people } = organisation;
  const shares = new Map<string, number>();
  let at: Origin | undefined;
  units.forEach(({ scorecard = [], origin }, unit) => {
    for (const { metric, owner, weight } of scorecard) {
      if (weight === undefined) continue;
      const who = owner ?? people.id[headsOf(organisation).head[unit]!];
      if (who === undefined) continue;
      at ??= origin;
      shares.set(who, (shares.get(who) ?? 0) + (isCustomerMetric(metric) ? weight : 0));
    }
  });
  if (at === undefined) return null;
  let sum = 0;
  for (const share of shares.values()) sum += Math.min(1, share);
  return { share: sum / shares.size, owners: shares.size, at };
}
