import { memo } from '../base/memo.ts';
import { headsOf } from '../model/heads.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { treeOf } from '../model/tree.ts';
import { bySeniority } from './hierarchy/seniority.ts';

/** Somebody who heads a unit today, and the unit. */
interface DisplacedHead {
  readonly seat: Index;
  readonly from: Index;
}

/** The unit that each person heads, the largest of several; units of one, and the top, left out. Linear. */
const headed = memo((organisation: Organisation): ReadonlyMap<Index, Index> => {
  const { unitOf, people } = organisation;
  const { head } = headsOf(organisation);
  const root = treeOf(organisation).roots[0];
  const size = new Int32Array(head.length);
  for (const unit of unitOf) if (unit >= 0) size[unit]!++;
  const found = new Map<Index, Index>();
  head.forEach((seat, unit) => {
    if (seat < 0 || seat === root || people.vacant[seat] === 1) return;
    const others = size[unit]! - (unitOf[seat] === unit ? 1 : 0);
    const known = found.get(seat);
    if (others < 1 || (known !== undefined && size[known]! >= size[unit]!)) return;
    found.set(seat, unit);
  });
  return found;
});

/** People who head a unit today and none in a design of it, the most senior first. Seats of today keep their indexes. */
export function displacedHeads(before: Organisation, after: Organisation): readonly DisplacedHead[] {
  if (before === after) return [];
  const now = headed(after);
  const then = headed(before);
  const without = [...then.keys()].filter((seat) => !now.has(seat));
  return bySeniority(before, without).map((seat) => ({ seat, from: then.get(seat)! }));
}
