import type { Index, Organisation } from './organisation.ts';

/** What it takes to tell lifetime values. */
type Company = Pick<Organisation, 'customers' | 'policy'>;

/** Share of the customers of whom a figure must be known before it is said of all of them; as on scorecards. */
const KNOWN = 0.9;

/**
 * What one customer is worth over the years: CLV = m·r / (1 + i − r) − CAC, with the margin m of a year, retention r (a
 * fraction) and discount rate i; the first margin comes after a year. An acquisition cost that is not known counts as
 * none. NaN where margin or retention is not known, or the sum would have no end (r ≥ 1 + i). Source: Gupta and Lehmann.
 */
export function lifetimeValue(
  margin: number,
  retention: number,
  discountRate: number,
  acquisitionCost = Number.NaN,
): number {
  if (!(retention < 1 + discountRate)) return Number.NaN;
  const cost = Number.isNaN(acquisitionCost) ? 0 : acquisitionCost;
  return (margin * retention) / (1 + discountRate - retention) - cost;
}

/** The lifetime value of one customer of a row. */
export const lifetimeValueOf = (
  { customers: { margin, retention, acquisitionCost, customers }, policy }: Company,
  row: Index,
): number =>
  lifetimeValue(margin[row]! / customers[row]!, retention[row]!, policy.discountRate, acquisitionCost[row]!);

/**
 * What one of some customers is worth over the years on average, and all of them together (their customer equity); null
 * where it is known of fewer than nine in ten. Each row counts by its number of customers; the equity is that of those
 * known, and what it cost to win those who are customers already is not taken off it: that is `spent`. Linear in the rows.
 */
export function lifetimeOf(
  company: Company,
  rows: Iterable<Index>,
): { readonly mean: number; readonly equity: number; readonly spent: number } | null {
  const { prospect, acquisitionCost, customers } = company.customers;
  let [all, known, sum, spent] = [0, 0, 0, 0];
  for (const row of rows) {
    const count = customers[row]!;
    all += count;
    const value = lifetimeValueOf(company, row);
    if (!Number.isFinite(value)) continue;
    known += count;
    sum += value * count;
    if (prospect[row] === 0 && !Number.isNaN(acquisitionCost[row]!)) spent += acquisitionCost[row]! * count;
  }
  return known === 0 || known < KNOWN * all ? null : { mean: sum / known, equity: sum + spent, spent };
}

/** Customers whose lifetime value is known but for what it cost to win them, of all whose lifetime value is known. */
export function withoutAcquisitionCost(company: Company): { readonly part: number; readonly of: number } {
  const { customers } = company;
  const sum = { part: 0, of: 0 };
  for (let row = 0; row < customers.count; row++) {
    if (!Number.isFinite(lifetimeValueOf(company, row))) continue;
    sum.of += customers.customers[row]!;
    if (Number.isNaN(customers.acquisitionCost[row]!)) sum.part += customers.customers[row]!;
  }
  return sum;
}
