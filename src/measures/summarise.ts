import { given } from '../base/given.ts';
import { memo } from '../base/memo.ts';
import { customerWeights } from '../model/customer-counts.ts';
import type { Organisation } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import type { Weighted } from './journey/customer-kinds.ts';
import { type ClassFigures, type JourneyFigures, journeyFigures } from './journey/journey-figures.ts';
import type { MeasureResult } from './measure.ts';

/** Share of customers whose revenue must be known before a mean is weighted by it. */
export const REVENUE_KNOWN = 0.9;
const TOLERANCE = 1e-9;

/** Values at the given fractions of the total weight, the smallest value that reaches each; NaN without weight. */
function weightedQuantiles(
  values: readonly number[],
  weights: readonly number[],
  fractions: readonly number[],
): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const total = weights.reduce((a, b) => a + b, 0);
  return fractions.map((fraction) => {
    let reached = 0;
    for (let k = 0; k < order.length; k++) {
      reached += weights[order[k]!]!;
      if (reached >= fraction * total - 1e-9) return values[order[k]!]!;
    }
    return Number.NaN;
  });
}

/** The distribution of plain numbers; undefined for none. */
export function distributionOf(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): NonNullable<MeasureResult['distribution']> | undefined {
  if (values.length === 0) return undefined;
  const [p10, median, p90, maximum] = weightedQuantiles(values, weights, [0.1, 0.5, 0.9, 1]);
  return { p10: p10!, median: median!, p90: p90!, maximum: maximum! };
}

/** Where the inputs of a figure of the journey stand. */
export const JOURNEY_INPUTS =
  'Journeys (`journeys:`), who has which capability, `serves:` of departments and teams, owners of customers, and `accountable: true`.';

export const NO_CUSTOMERS = 'The file has no customers.';
export const NO_CONTACT = 'There are no customers, or nobody does a step at which they deal with somebody.';

/** Whether the company sells to businesses: as it says, else as nine of ten of its customers are. */
const isBusinessMarket = memo(({ context, customers }: Organisation): boolean => {
  if (context.market !== undefined) return context.market === 'b2b';
  let [business, all] = [0, 0];
  customerWeights(customers).forEach((count, row) => {
    all += count;
    if (customers.market[row] === 0) business += count;
  });
  return all > 0 && business >= REVENUE_KNOWN * all;
});

/**
 * Mean over customers by number, beside it by revenue where nine rows in ten have one, with the distribution over customers.
 * Those whose value is NaN are left out; null with the reason where all are.
 */
export function meanOver<K extends Weighted>(
  { organisation }: View,
  kinds: readonly K[],
  of: (kind: K) => number,
  reason: string,
): MeasureResult {
  const values: number[] = [];
  const weights: number[] = [];
  const all = { rows: 0, known: 0 };
  const counted = { customers: 0, revenue: 0, byNumber: 0, byRevenue: 0 };
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at]!;
    all.rows += kind.rows;
    all.known += kind.rowsWithRevenue;
    const value = of(kind);
    if (Number.isNaN(value)) continue;
    values.push(value);
    weights.push(kind.customers);
    counted.customers += kind.customers;
    counted.revenue += kind.revenue;
    counted.byNumber += kind.customers * value;
    counted.byRevenue += kind.revenue * value;
  }
  if (counted.customers === 0) return { value: null, reason };
  const byRevenue =
    all.known >= REVENUE_KNOWN * all.rows - TOLERANCE && counted.revenue > 0
      ? counted.byRevenue / counted.revenue
      : undefined;
  return given({
    value: counted.byNumber / counted.customers,
    byRevenue,
    shown: byRevenue !== undefined && isBusinessMarket(organisation) ? 'revenue' : 'number',
    distribution: distributionOf(values, weights),
  });
}

/** The same of a figure of the journey. */
export function overCustomers(
  view: View,
  of: (figures: ClassFigures) => number,
  reason = NO_CUSTOMERS,
): MeasureResult {
  const figures = journeyFigures(view);
  return { ...meanOver(view, figures.kinds, (kind) => of(kind.figures), reason), ...behind(figures) };
}

/** What stands behind every journey figure. */
export const behind = (figures: JourneyFigures) => ({
  coverage: figures.coverage,
  assumedShare: figures.assumedShare,
});
