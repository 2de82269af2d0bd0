import { within } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { KEEPS_ITS_HEAD } from '../hierarchy/who-stays.ts';

/**
 * By cluster the department of today that it is already, -1 for none: four fifths of whom it has, everybody below counted and
 * those left out who go to a centre of expertise, are in the cluster, and are two thirds of it, and nobody stays there beside them. Such a cluster goes on as that department, so that
 * nobody in it is said to move. Of several the one with most people of its own. Never that of the top, nor one that governs
 * itself, nor one that is not known to serve mostly these customers. Linear in seats and customers, times the levels of departments.
 *
 * @param members - Seats of today in each cluster.
 */
export function departmentsKept(
  organisation: Organisation,
  members: readonly (readonly Index[])[],
  inCentre: ReadonlySet<Index>,
  groups: readonly { readonly customers: readonly Index[] }[],
): readonly Index[] {
  const { units, unitOf, people } = organisation;
  const servedMost = groupServed(organisation, groups);
  const clusterOf = new Int32Array(people.count).fill(-1);
  members.forEach((seats, at) => {
    for (const seat of seats) clusterOf[seat] = at;
  });
  const all = new Int32Array(units.length);
  const stays = new Uint8Array(units.length);
  const inCluster = units.map(() => new Map<number, number>());
  const own = members.map(() => new Map<Index, number>());
  for (let seat = 0; seat < people.count; seat++) {
    if (inCentre.has(seat)) continue;
    const at = clusterOf[seat]!;
    const counts = own[at];
    if (counts !== undefined) counts.set(unitOf[seat]!, (counts.get(unitOf[seat]!) ?? 0) + 1);
    for (let unit = unitOf[seat]!, guard = 0; unit >= 0 && guard < 64; unit = units[unit]!.parent, guard++) {
      all[unit]!++;
      if (at >= 0) inCluster[unit]!.set(at, (inCluster[unit]!.get(at) ?? 0) + 1);
      else stays[unit] = 1;
    }
  }
  const root = treeOf(organisation).roots[0] ?? -1;
  return members.map((seats, at) => {
    let best = -1;
    for (const unit of own[at]!.keys()) {
      const here = inCluster[unit]?.get(at) ?? 0;
      if (unit < 0 || stays[unit] === 1 || units[unit]!.selfGoverning === true) continue;
      if (here < KEEPS_ITS_HEAD * all[unit]! || 3 * here < 2 * seats.length) continue;
      // Whom they were placed with says nothing of whom they work for.
      if (servedMost(unit) !== at) continue;
      if (root >= 0 && unitOf[root]! >= 0 && within(organisation, unitOf[root]!, unit)) continue;
      if (best < 0 || own[at]!.get(unit)! > own[at]!.get(best)!) best = unit;
    }
    return best;
  });
}

/** Of which group more than half of the customers are whom a unit is known to serve; -1 for none. Linear in customers, times the levels of departments. */
export function groupServed(
  organisation: Organisation,
  groups: readonly { readonly customers: readonly Index[] }[],
): (unit: Index) => number {
  const served = customersServed(organisation, groups);
  return (unit) => {
    const known = served[unit]!.reduce((sum, count) => sum + count, 0);
    return served[unit]!.findIndex((count) => 2 * count > known);
  };
}

/** By unit, everybody below counted, how many customers of each group somebody there knows by name, or it says that it serves. */
function customersServed(
  { units, unitOf, customers, relationships }: Organisation,
  groups: readonly { readonly customers: readonly Index[] }[],
): readonly (readonly number[])[] {
  const served = units.map(() => groups.map(() => 0));
  const groupOf = new Int32Array(customers.count).fill(-1);
  groups.forEach((group, at) => {
    for (const customer of group.customers) groupOf[customer] = at;
  });
  const count = (unit: Index, group: number) => {
    if (group < 0) return;
    for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
      served[at]![group]!++;
  };
  for (let customer = 0; customer < customers.count; customer++)
    for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++)
      count(unitOf[relationships.seat[k]!]!, groupOf[customer]!);
  units.forEach(({ serves }, unit) => {
    if (serves?.kind === 'some') for (const customer of serves.customers) count(unit, groupOf[customer]!);
  });
  return served;
}
