import type { Accountability } from './accountability.ts';
import { walk } from './journeys.ts';
import type { Organisation } from './organisation.ts';
import type { Pool, Service } from './service.ts';

/** Expected journey hours of all customers, and those that each pool does, in the order in which classes meet them. */
export function hoursByPool({ journeys }: Organisation, { classes, pools }: Service) {
  const perJourney = journeys.map(({ steps }) => {
    const { visits } = walk(steps);
    return steps.map((step, i) => step.hours * visits[i]!);
  });
  const met: Pool[] = [];
  const hoursOf = new Float64Array(pools).fill(-1);
  let total = 0;
  for (const { journey, customers, groups, groupOfStep } of classes) {
    const hours = perJourney[journey]!;
    for (let step = 0; step < hours.length; step++) {
      const own = hours[step]! * customers;
      total += own;
      const { pool } = groups[groupOfStep[step]!]!;
      if (pool === null) continue;
      if (hoursOf[pool.id]! >= 0) hoursOf[pool.id]! += own;
      else {
        hoursOf[pool.id] = own;
        met.push(pool);
      }
    }
  }
  return { total, met, hoursOf };
}

/** Share of the expected journey hours, over all customers, that is done in each accountable unit; sums to coverage. */
export function hoursByUnit(
  { total, met, hoursOf }: ReturnType<typeof hoursByPool>,
  { size, mixed, membershipOf }: Accountability,
): Float64Array {
  const hours = new Float64Array(size);
  if (total === 0) return hours;
  for (const { id, seats, share } of met)
    for (let k = 0; k < seats.length; k++) {
      const membership = membershipOf(seats[k]!);
      const own = hoursOf[id]! * share[k]!;
      if (membership < size) hours[membership]! += own / total;
      else {
        const parts = mixed[membership - size]!;
        for (let one = 0; one < parts.length; one++) hours[parts[one]![0]]! += (own * parts[one]![1]) / total;
      }
    }
  return hours;
}
