import { memo } from '../base/memo.ts';
import { customerWeights } from './customer-counts.ts';
import type { Index, Organisation } from './organisation.ts';

/** Hours a month that customers need, by capability. */
export interface Effort {
  /** Capability index to hours of each customer row; every capability that serves customers and has people or hours. */
  readonly hours: ReadonlyMap<Index, Float64Array>;
  /** Capabilities some of whose hours were assumed. */
  readonly assumed: ReadonlySet<Index>;
  /** Share that was given of the hours of every capability that has a step, or of which the file gives some. */
  readonly givenShare: number;
  /** What unknown effort was spread by. */
  readonly by: 'revenue' | 'count';
}

/** What effort is worked out from: no more than there is before there are journeys, but for the share given. */
type EffortInputs = Pick<
  Organisation,
  'people' | 'customers' | 'capabilities' | 'policy' | 'hoursPerFtePerMonth'
> &
  Partial<Pick<Organisation, 'journeys'>>;

/** Share of customers that must have a revenue before unknown effort is spread by it. */
const REVENUE_KNOWN = 0.9;

/**
 * Effort as given. Of a capability that no row gives hours of, they are spread over the customers, by revenue where at
 * least 90 % of the rows have one, else by number, so that its people are at `policy.utilisation` of their hours. Where
 * some rows give them, a row without any effort needs as much as these for its revenue or number: what the people there
 * have left over is no need of few rows. What a row leaves out while it gives other hours is none. Hours that the file
 * itself calls assumed stand as they are, and stay assumed. Linear in customers times capabilities.
 */
export const effortOf = memo((organisation: EffortInputs): Effort => {
  const { people, customers, capabilities, policy, hoursPerFtePerMonth } = organisation;
  const fte = new Float64Array(capabilities.length);
  for (let seat = 0; seat < people.count; seat++)
    if (people.capability[seat]! >= 0 && people.vacant[seat] === 0)
      fte[people.capability[seat]!]! += people.fte[seat]!;
  // Prospects are no customers yet: what they need is what the file gives.
  const weighed = customerWeights(customers);
  let rows = 0;
  let withRevenue = 0;
  customers.revenue.forEach((revenue, row) => {
    if (!(weighed[row]! > 0)) return;
    rows++;
    if (revenue > 0) withRevenue++;
  });
  const by = rows > 0 && withRevenue >= REVENUE_KNOWN * rows ? 'revenue' : 'count';
  const weight = by === 'revenue' ? revenueWeights(customers.revenue, weighed) : weighed;
  const hours = new Map<Index, Float64Array>();
  const assumed = new Set<Index>();
  const steps = organisation.journeys?.flatMap((journey) => journey.steps);
  const works = steps && new Set(steps.map(({ capability }) => capability));
  const gives = new Uint8Array(customers.count);
  for (const column of customers.effort.values())
    for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row]!)) gives[row] = 1;
  let total = 0;
  let given = 0;
  capabilities.forEach((capability, index) => {
    const own = customers.effort.get(index);
    const carried = customers.assumedEffort.get(index);
    const serves = capability.role !== 'enabling' && capability.role !== 'leadership';
    if (!serves || (fte[index] === 0 && own === undefined && carried === undefined)) return;
    const column = new Float64Array(customers.count);
    let sum = 0;
    let weightGiven = 0;
    let weightOpen = 0;
    for (let customer = 0; customer < customers.count; customer++) {
      let value = own?.[customer] ?? Number.NaN;
      if (!Number.isNaN(value)) given += value;
      else {
        value = carried?.[customer] ?? (own !== undefined && gives[customer] === 1 ? 0 : Number.NaN);
        // A prospect that gives none needs none, which assumes nothing.
        if (Number.isNaN(value) && weight[customer] === 0) value = 0;
        else if (own === undefined || gives[customer] === 0) assumed.add(index);
      }
      column[customer] = value;
      if (Number.isNaN(value)) weightOpen += weight[customer]!;
      else {
        sum += value;
        weightGiven += weight[customer]!;
      }
    }
    if (weightOpen > 0) {
      const capacity = fte[index]! * hoursPerFtePerMonth * policy.utilisation;
      const rate = sum > 0 && weightGiven > 0 ? sum / weightGiven : capacity / weightOpen;
      for (let customer = 0; customer < customers.count; customer++)
        if (Number.isNaN(column[customer]!)) column[customer] = rate * weight[customer]!;
      sum += rate * weightOpen;
    }
    // Nothing rests on hours of a skill without a step that nobody gave.
    if (own !== undefined || works === undefined || works.has(index)) total += sum;
    hours.set(index, column);
  });
  return { hours, assumed, givenShare: total > 0 ? given / total : 0, by };
});

/** Revenue, and for the few rows without one the mean revenue per customer times their number. */
function revenueWeights(revenue: Float64Array, counts: Float64Array): Float64Array {
  let sum = 0;
  let customers = 0;
  revenue.forEach((value, row) => {
    if (!(value > 0) || counts[row] === 0) return;
    sum += value;
    customers += counts[row]!;
  });
  return revenue.map((value, row) =>
    value > 0 && counts[row]! > 0 ? value : (sum / customers) * counts[row]!,
  );
}
