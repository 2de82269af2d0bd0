import { memo } from '../../base/memo.ts';
import { lifetimeOf } from '../../model/lifetime-value.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Group } from './groups.ts';

/**
 * What the customers of each group are worth over the years, in the currency of the file; null where that is not known of nine in
 * ten customers of every group, or no group is worth anything. Customers who cost more than they bring are worth nothing. Linear
 * in customers.
 */
export const equityOf = memo(
  (organisation: Organisation, groups: readonly Group[]): readonly number[] | null => {
    const values = groups.map(({ customers }) => lifetimeOf(organisation, customers));
    const known = values.flatMap((value) => (value === null ? [] : [Math.max(0, value.equity)]));
    return known.length === groups.length && known.some((value) => value > 0) ? known : null;
  },
);
