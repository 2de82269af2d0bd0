import type { View } from '../model/view.ts';
import { PHASES } from '../schema/common.ts';
import { coursesOf } from './courses.ts';

/** Share of the customers whose retention must be known before the growth of all is told. */
const KNOWN = 0.9;

/**
 * Customers after some years for each one there today, where every year a share `retention` stays and as many are won as
 * `acquisition` says, in relation to those of today: r^T + a·(1 + r + … + r^(T−1)). A year's winners do not leave in it.
 */
export function customersAfter(years: number, retention: number, acquisition: number): number {
  let customers = 1;
  for (let year = 0; year < years; year++) customers = retention * customers + acquisition;
  return customers;
}

/** Share of a year's journey hours that go to customers who are there, and not to winning others. */
interface Growth {
  /** Today, and after `policy.growthYears`. */
  readonly today: number;
  readonly later: number;
}

/**
 * How the work of keeping customers grows. Each year the retain hours of the journey are spent on every customer there is,
 * and the hours of the phases before on every customer won; the number won stays that of today. Where nobody says how
 * many are won (`context.acquisitionRate`), it is as many as leave, and the number of customers stays. Null where
 * retention is known of fewer than nine customers in ten, or no journey has hours. Linear in the customers.
 */
export function growthOf(view: View): Growth | null {
  const { customers, journeys, context, policy } = view.organisation;
  const courses = coursesOf(view);
  const perPhase = journeys.map(({ steps }, journey) =>
    PHASES.map((phase) =>
      steps.reduce(
        (sum, step, at) =>
          sum + (step.phase === phase ? courses[journey]!.share[at]! * courses[journey]!.hours : 0),
        0,
      ),
    ),
  );
  let [all, known, winning, today, later] = [0, 0, 0, 0, 0];
  for (let row = 0; row < customers.count; row++) {
    const count = customers.customers[row]!;
    all += count;
    const retention = customers.retention[row]!;
    if (Number.isNaN(retention)) continue;
    known += count;
    const won = context.acquisitionRate ?? 1 - retention;
    const [identify = 0, acquire = 0, retain = 0] = perPhase[customers.journey[row]!]!;
    winning += count * won * (identify + acquire);
    today += count * retain;
    later += count * retain * customersAfter(policy.growthYears, retention, won);
  }
  if (known === 0 || known < KNOWN * all || today + winning === 0) return null;
  // Where nobody is won and all leave, nobody is left to keep.
  return { today: today / (today + winning), later: later > 0 ? later / (later + winning) : 0 };
}
