import { REVENUE_KNOWN } from '../../measures/summarise.ts';
import type { Organisation } from '../../model/organisation.ts';

/** A part and what it is a part of. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

export interface MarketMix {
  /** Customers that are b2c, of those whose market is given. */
  readonly byCount: Part;
  /** Revenue from b2c, of what is known from customers whose market is given. */
  readonly byRevenue: Part;
  /** b2b customers, of those with somebody who serves them by name and whose market is given. */
  readonly ownedBusinesses: Part;
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

export const shareOf = ({ part, of }: Part): number => (of > 0 ? part / of : 0);
