import { memo } from '../base/memo.ts';
import { journeyFigures } from '../measures/journey/journey-figures.ts';
import { pairsOf } from '../measures/journey/pools.ts';
import { REVENUE_KNOWN } from '../measures/summarise.ts';
import { conflictsOf } from '../model/conflicts.ts';
import type { Capability, Index, Organisation } from '../model/organisation.ts';
import type { View } from '../model/view.ts';

/** A part and what it is a part of. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface MarketMix {
  /** Customers that are b2c, of those whose market is given. */
  readonly byCount: Share;
  /** Revenue from b2c, of what is known from customers whose market is given. */
  readonly byRevenue: Share;
  /** b2b customers, of those with somebody who serves them by name and whose market is given. */
  readonly ownedBusinesses: Share;
  /** Whether enough rows have a revenue to judge by it. */
  readonly revenueKnown: boolean;
}

/** How much of what a company sells goes to consumers. Linear in the customers. */
export function marketMix({ customers, relationships }: Organisation): MarketMix {
  const count = { part: 0, of: 0 };
  const revenue = { part: 0, of: 0 };
  const owned = { part: 0, of: 0 };
  let known = 0;
  for (let row = 0; row < customers.count; row++) {
    const [number, pays, market] = [
      customers.customers[row]!,
      customers.revenue[row]!,
      customers.market[row]!,
    ];
    if (!Number.isNaN(pays)) known++;
    if (market < 0) continue;
    count.of += number;
    if (market === 1) count.part += number;
    if (!Number.isNaN(pays)) {
      revenue.of += pays;
      if (market === 1) revenue.part += pays;
    }
    if (relationships.start[row + 1]! > relationships.start[row]!) {
      owned.of += number;
      if (market === 0) owned.part += number;
    }
  }
  return {
    byCount: count,
    byRevenue: revenue,
    ownedBusinesses: owned,
    revenueKnown: customers.count > 0 && known >= REVENUE_KNOWN * customers.count,
  };
}

export const shareOf = ({ part, of }: Share): number => (of > 0 ? part / of : 0);

const serves = ({ role }: Capability) => role !== 'enabling' && role !== 'leadership';

/** Whether somebody is there and has a skill that serves customers. */
function isServing({ organisation: { people, capabilities } }: View, seat: Index): boolean {
  const capability = people.capability[seat]!;
  return people.vacant[seat] === 0 && capability >= 0 && serves(capabilities[capability]!);
}

/** People who are there. */
export const peopleThere = memo(({ organisation: { people } }: View) =>
  people.vacant.reduce((count, vacant) => count - vacant, people.count),
);

/** Of the people who serve customers, those in a dual-reporting conflict. Linear in the seats. */
export const equalBosses = memo((view: View): Share => {
  const part = conflictsOf(view.organisation).filter(({ seat }) => isServing(view, seat)).length;
  let of = 0;
  for (let seat = 0; seat < view.organisation.people.count; seat++) if (isServing(view, seat)) of++;
  return { part, of };
});

/** Of these, those of whom one of the bosses heads a unit with customers of its own, who joins departments for them. */
export const joinedForCustomers = memo((view: View): Share => {
  const { organisation } = view;
  const joining = new Set(
    organisation.units.flatMap(({ serves, head }) => (serves.kind === 'some' ? [head] : [])),
  );
  const equal = conflictsOf(organisation).filter(({ seat }) => isServing(view, seat));
  const part = equal.filter(({ bosses }) => bosses.some(({ boss }) => joining.has(boss))).length;
  return { part, of: equal.length };
});

/** Who never leaves is not counted for ever. */
const MOST_RETENTION = 0.99;

/** Years that a customer stays, 1/(1 − retention), as a mean over those of whom it is known; null for none. */
export const yearsOfCustomers = memo(({ organisation: { customers } }: View): number | null => {
  let [years, of] = [0, 0];
  for (let row = 0; row < customers.count; row++) {
    const retention = customers.retention[row]!;
    if (Number.isNaN(retention)) continue;
    of += customers.customers[row]!;
    years += customers.customers[row]! / (1 - Math.min(retention, MOST_RETENTION));
  }
  return of > 0 ? years / of : null;
});

/** The share of customers that is kept from year to year, as a mean over those of whom it is known, and their share; 0 and 0 for none. */
export const retentionOf = memo(
  ({ organisation: { customers } }: View): { readonly kept: number; readonly known: number } => {
    let [kept, known, all] = [0, 0, 0];
    for (let row = 0; row < customers.count; row++) {
      const [number, retention] = [customers.customers[row]!, customers.retention[row]!];
      all += number;
      if (Number.isNaN(retention)) continue;
      known += number;
      kept += number * retention;
    }
    return { kept: known > 0 ? kept / known : 0, known: all > 0 ? known / all : 0 };
  },
);

export const marketOf = memo(({ organisation }: View) => marketMix(organisation));

/** Of the fte in marketing, what serves customers by name or sits in a unit that serves some customers only. */
export const marketingByName = memo(({ organisation }: View): Share => {
  const { people, capabilities, relationships, units, unitOf } = organisation;
  const marketing = capabilities.findIndex(({ id }) => id === 'marketing');
  const named = new Set(relationships.seat);
  const sum = { part: 0, of: 0 };
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] === 1 || people.capability[seat] !== marketing) continue;
    sum.of += people.fte[seat]!;
    if (named.has(seat) || units[unitOf[seat]!]?.serves.kind === 'some') sum.part += people.fte[seat]!;
  }
  return sum;
});

/** Customers, or their revenue where that is known, with somebody who serves them by name. */
export const servedByName = memo((view: View): Share & { readonly by: 'revenue' | 'number' } => {
  const { customers, relationships } = view.organisation;
  const { revenueKnown } = marketOf(view);
  const sum = { part: 0, of: 0 };
  for (let row = 0; row < customers.count; row++) {
    const pays = customers.revenue[row]!;
    const weight = revenueKnown ? Math.max(0, Number.isNaN(pays) ? 0 : pays) : customers.customers[row]!;
    sum.of += weight;
    if (relationships.start[row + 1]! > relationships.start[row]!) sum.part += weight;
  }
  return { ...sum, by: revenueKnown ? 'revenue' : 'number' };
});

/** Customers with a value of an attribute. */
export function withAttribute(
  { organisation: { customers } }: View,
  name: string,
  values?: readonly string[],
): Share {
  const sum = { part: 0, of: 0 };
  const attribute = customers.attributes.find((one) => one.name === name);
  for (let row = 0; row < customers.count; row++) {
    const code = attribute?.codes[row] ?? -1;
    sum.of += customers.customers[row]!;
    if (code >= 0 && values?.includes(attribute!.values[code]!) !== false)
      sum.part += customers.customers[row]!;
  }
  return sum;
}

/** Share of the journey hours that were assumed; null without customers. */
export function assumedShare(view: View): number | null {
  const { coverage, assumedShare: share } = journeyFigures(view);
  return coverage === null ? null : share;
}

/**
 * How many accountable units share the steps that win a customer, expected over who is drawn for them; a step that nobody
 * serves is a unit of its own. Mean over the customers who have such steps; null without any.
 */
export const unitsThatAcquire = memo((view: View): number | null => {
  const { journeys } = view.organisation;
  const pairs = pairsOf(view);
  let customers = 0;
  let units = 0;
  for (const group of view.service().classes) {
    const acquiring = new Set(
      journeys[group.journey]!.steps.flatMap(({ phase }, step) =>
        phase === 'acquire' ? [group.groups[group.groupOfStep[step]!]!] : [],
      ),
    );
    if (acquiring.size === 0) continue;
    const missed = new Map<Index, number>();
    let unserved = 0;
    for (const { pool } of acquiring)
      if (pool === null) unserved = 1;
      else
        for (const [unit, share] of pairs.spread(pool))
          missed.set(unit, (missed.get(unit) ?? 1) * (1 - share));
    const met = [...missed.values()].reduce((sum, miss) => sum + 1 - miss, unserved);
    customers += group.customers;
    units += group.customers * met;
  }
  return customers > 0 ? units / customers : null;
});
