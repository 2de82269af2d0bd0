import { given } from '../base/given.ts';
import type { View } from '../model/view.ts';
import {
  type ClassFigures,
  type CustomerKind,
  type JourneyFigures,
  journeyFigures,
} from './journey/journey-figures.ts';
import type { MeasureResult } from './measure.ts';

/** Share of customers whose revenue must be known before a mean is weighted by it. */
export const REVENUE_KNOWN = 0.9;

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
    for (const at of order) {
      reached += weights[at]!;
      if (reached >= fraction * total - 1e-9) return values[at]!;
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
  'Journeys (`journeys:`), who has which capability, `serves:` of departments, owners of customers, and `accountable: true`.';

const NO_CUSTOMERS = 'The file has no customers.';

/** Mean over customers by number, beside it by revenue where that is known, with the distribution over customers. */
export function overCustomers(
  view: View,
  of: (figures: ClassFigures) => number,
  reason = NO_CUSTOMERS,
): MeasureResult {
  const figures = journeyFigures(view);
  const counted = figures.kinds.flatMap((kind) => {
    const value = of(kind.figures);
    return Number.isNaN(value) ? [] : [{ kind, value }];
  });
  const sum = (part: (one: { kind: CustomerKind; value: number }) => number) =>
    counted.reduce((total, one) => total + part(one), 0);
  const customers = sum(({ kind }) => kind.customers);
  if (customers === 0) return { value: null, reason, ...behind(figures) };
  const revenue = sum(({ kind }) => kind.revenue);
  const rows = figures.kinds.reduce((total, kind) => total + kind.rows, 0);
  const known = figures.kinds.reduce((total, kind) => total + kind.rowsWithRevenue, 0);
  return given({
    value: sum(({ kind, value }) => kind.customers * value) / customers,
    byRevenue:
      known >= REVENUE_KNOWN * rows && revenue > 0
        ? sum(({ kind, value }) => kind.revenue * value) / revenue
        : undefined,
    distribution: distributionOf(
      counted.map(({ value }) => value),
      counted.map(({ kind }) => kind.customers),
    ),
    ...behind(figures),
  });
}

/** What stands behind every journey figure. */
export const behind = (figures: JourneyFigures) => ({
  coverage: figures.coverage,
  assumedShare: figures.assumedShare,
});
