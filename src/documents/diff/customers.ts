import type { Matching } from '../../measures/change/matching.ts';
import { relationshipChanges, workingPairs } from '../../measures/change/relationships.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { type Refs, sortedBy, type UnitRef } from './refs.ts';

const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Which customers keep whom. Linear in the pairs of person and customer row. */
export function relationshipsOf(matching: Matching, was: Refs, is: Refs): Diff['relationships'] {
  let [kept, broken, made] = [0, 0, 0];
  const customers: Diff['relationships']['customers'] = [];
  for (const change of relationshipChanges(matching)) {
    kept += change.kept;
    broken += change.broken.length;
    made += change.made.length;
    if (change.broken.length + change.made.length === 0) continue;
    const before = change.kept + change.broken.length;
    customers.push({
      customer: is.customer(change.after),
      before,
      kept: change.kept,
      share: shareOf(change.kept, before),
      broken: sortedBy(change.broken.map(was.person), ({ id }) => id),
      new: sortedBy(change.made.map(is.person), ({ id }) => id),
    });
  }
  return {
    before: kept + broken,
    kept,
    broken,
    new: made,
    share: shareOf(kept, kept + broken),
    customers: sortedBy(customers, ({ customer }) => customer.id),
  };
}

export function pairsOf(matching: Matching): Diff['workingPairs'] {
  const { before, kept } = workingPairs(matching);
  return { before, kept, share: shareOf(kept, before) };
}

/**
 * For each row of customers the units that serve it and not everyone; where a unit and the one above it both do, the upper
 * one. Linear in the rows that units serve.
 */
function servingUnits({ units, customers }: Organisation): readonly (readonly Index[])[] {
  const serving: Index[][] = Array.from({ length: customers.count }, () => []);
  units.forEach(({ serves }, unit) => {
    if (serves.kind === 'some') for (const row of serves.customers) serving[row]!.push(unit);
  });
  return serving.map((list) => {
    if (list.length < 2) return list;
    const all = new Set(list);
    return list.filter((unit) => !all.has(units[unit]!.parent));
  });
}

/** Rows of customers in both that other units serve afterwards. Linear in the rows that units serve. */
export function servedByOthers(
  { before, after, customers }: Matching,
  was: Refs,
  is: Refs,
): Diff['customers']['moved'] {
  const [old, now] = [servingUnits(before), servingUnits(after)];
  const told = (list: readonly Index[], unit: (index: Index) => UnitRef) =>
    sortedBy(list.map(unit), ({ id }) => id);
  const moved: Diff['customers']['moved'] = [];
  old.forEach((units, row) => {
    const there = customers.forward[row]!;
    if (there < 0) return;
    const [from, to] = [told(units, was.unit), told(now[there]!, is.unit)];
    if (from.length !== to.length || from.some(({ id }, at) => id !== to[at]!.id))
      moved.push({ customer: is.customer(there), from, to });
  });
  return sortedBy(moved, ({ customer }) => customer.id);
}
