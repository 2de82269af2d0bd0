import { headsOf } from '../../model/heads.ts';
import type { Organisation, Origin, Unit } from '../../model/organisation.ts';

/** What is measured of customers, and not of money. Conversions are named after the phase they lead to. */
const CUSTOMER_METRICS: ReadonlySet<string> = new Set([
  'satisfaction',
  'initial-satisfaction',
  'retention',
  'acquisition-cost',
  'lifetime-value',
  'customer-equity',
  'brand-awareness',
  'prospects-found',
]);

/** Whether a metric of a scorecard is one of customers. */
export const isCustomerMetric = (metric: string): boolean =>
  CUSTOMER_METRICS.has(metric) || metric.startsWith('conversion-');

/** What scorecards say of the pay of those who own their measures. */
interface RewardWeights {
  /** Share of variable pay on customer measures, the mean over owners. */
  readonly share: number;
  /** People with some weight on a scorecard. */
  readonly owners: number;
  /** A scorecard that says so. */
  readonly at: Origin;
}

/** A measure that somebody is paid by. */
export interface PaidMeasure {
  readonly metric: string;
  /** Id of its owner, else of the head of the unit. */
  readonly who: string;
  readonly weight: number;
  /** The unit on whose scorecard it is. */
  readonly at: Origin;
}

/** Every measure on a scorecard with a weight in somebody’s pay; without an owner it is the head’s. Linear in the scorecards. */
export function paidMeasures(
  organisation: Organisation,
  of: readonly Unit[] = organisation.units,
): readonly PaidMeasure[] {
  const { units, people } = organisation;
  const wanted = new Set(of);
  return units.flatMap((unit, at) =>
    wanted.has(unit)
      ? (unit.scorecard ?? []).flatMap(({ metric, owner, weight }): PaidMeasure[] => {
          const who =
            weight === undefined ? undefined : (owner ?? people.id[headsOf(organisation).head[at]!]);
          return who === undefined ? [] : [{ metric, who, weight: weight!, at: unit.origin }];
        })
      : [],
  );
}

/**
 * The mean share of variable pay that depends on customer measures, over everybody with a weight on some scorecard; without
 * an owner a measure is the head’s. More than all of somebody’s pay counts as all. Null where no scorecard gives a weight.
 * `of`: the units whose scorecards are read; all unless given.
 */
export function rewardWeights(organisation: Organisation, of?: readonly Unit[]): RewardWeights | null {
  const paid = paidMeasures(organisation, of);
  const [first] = paid;
  if (first === undefined) return null;
  const shares = new Map<string, number>();
  for (const { metric, who, weight } of paid)
    shares.set(who, (shares.get(who) ?? 0) + (isCustomerMetric(metric) ? weight : 0));
  let sum = 0;
  for (const share of shares.values()) sum += Math.min(1, share);
  return { share: sum / shares.size, owners: shares.size, at: first.at };
}
