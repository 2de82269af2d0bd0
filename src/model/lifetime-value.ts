import type { Customers, Index } from './organisation.ts';

/** What money a year later is worth less. A judgement, the same for every customer. */
const DISCOUNT_RATE = 0.1;

/**
 * What one customer is worth over the years: CLV = m·r / (1 + i − r) − CAC, with the margin m of a year, retention r (a
 * fraction) and discount rate i; the first margin comes after a year. An acquisition cost that is not known counts as
 * none. NaN where margin or retention is not known, or the sum would have no end (r ≥ 1 + i). Source: Gupta and Lehmann.
 */
export function lifetimeValue(
  margin: number,
  retention: number,
  acquisitionCost = Number.NaN,
  discountRate = DISCOUNT_RATE,
): number {
  if (!(retention < 1 + discountRate)) return Number.NaN;
  const cost = Number.isNaN(acquisitionCost) ? 0 : acquisitionCost;
  return (margin * retention) / (1 + discountRate - retention) - cost;
}

/** The lifetime value of one customer of a row. */
export const lifetimeValueOf = (
  { margin, retention, acquisitionCost, customers }: Customers,
  row: Index,
): number => lifetimeValue(margin[row]! / customers[row]!, retention[row]!, acquisitionCost[row]!);
