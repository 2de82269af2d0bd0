import { memo } from '../base/memo.ts';
import type { Customers, Index } from './organisation.ts';

interface CustomerCounts {
  readonly customers: number;
  readonly prospects: number;
}

function countsIn({ customers, prospect }: Customers, rows: Iterable<Index>): CustomerCounts {
  const found = { customers: 0, prospects: 0 };
  for (const row of rows) found[prospect[row] === 1 ? 'prospects' : 'customers'] += customers[row]!;
  return found;
}

const allCounts = memo((customers: Customers) => countsIn(customers, customers.customers.keys()));

/** Customers and prospects in some rows, or in all; a row may stand for several. */
export const customerCounts = (customers: Customers, rows?: Iterable<Index>): CustomerCounts =>
  rows === undefined ? allCounts(customers) : countsIn(customers, rows);

/**
 * What each row counts for in figures: its number of customers, and a row of prospects, who are none yet, nothing; where all are
 * prospects, their number.
 */
export const customerWeights = memo(({ customers, prospect }: Customers): Float64Array => {
  const counts = customers.map((count, row) => (prospect[row] === 1 ? 0 : count));
  return counts.some((count) => count > 0) ? counts : customers;
});
