import type { Customers, Index } from './organisation.ts';

/** Customers and prospects in some rows, or in all; a row may stand for several. */
export function customerCounts(
  { count, customers, prospect }: Pick<Customers, 'count' | 'customers' | 'prospect'>,
  rows: Iterable<Index> = Array.from({ length: count }, (_, row) => row),
): { readonly customers: number; readonly prospects: number } {
  const found = { customers: 0, prospects: 0 };
  for (const row of rows) found[prospect[row] === 1 ? 'prospects' : 'customers'] += customers[row]!;
  return found;
}
