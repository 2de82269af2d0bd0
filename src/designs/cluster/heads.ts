import { headsOf } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { mostSenior } from '../seniority.ts';
import { staysPut } from '../settle.ts';
import type { Group } from './groups.ts';
import type { Placement } from './place-into.ts';
import type { ClusterPlan } from './plan.ts';

/** Share of the customers of a unit that must be in a group for its director to be the natural head of the cluster. */
const MOST_OF_ITS_CUSTOMERS = 0.5;

/**
 * Executives who already answer for the customers of a group, by group: heads, other than the root, of units dedicated to
 * customers most of whom are in it. Each leads one group at most.
 */
export function directorsOf(
  organisation: Organisation,
  groups: readonly Group[],
): ReadonlyMap<number, Index> {
  const root = treeOf(organisation).roots[0];
  const groupOf = new Int32Array(organisation.customers.count).fill(-1);
  groups.forEach((group, at) => {
    for (const customer of group.customers) groupOf[customer] = at;
  });
  const { head } = headsOf(organisation);
  const found = new Map<number, { seat: Index; customers: number }>();
  const taken = new Set<Index>();
  organisation.units.forEach((unit, index) => {
    const seat = head[index]!;
    if (unit.serves.kind !== 'some' || seat < 0 || seat === root || taken.has(seat)) return;
    if (organisation.people.vacant[seat] === 1 || !staysPut(organisation, seat)) return;
    const counts = new Map<number, number>();
    for (const customer of unit.serves.customers)
      counts.set(groupOf[customer]!, (counts.get(groupOf[customer]!) ?? 0) + 1);
    const [group, customers] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0]);
    if (group < 0 || customers <= MOST_OF_ITS_CUSTOMERS * unit.serves.customers.length) return;
    if ((found.get(group)?.customers ?? 0) >= customers) return;
    taken.add(seat);
    found.set(group, { seat, customers });
  });
  return new Map([...found].map(([group, { seat }]) => [group, seat]));
}

/**
 * Whoever can lead a cluster of these members: the most senior manager of today, as long as the rest still have the minimum
 * and what is needed of each capability; -1 if nobody can be spared.
 */
export function chooseHead(
  organisation: Organisation,
  members: readonly Index[],
  placement: Placement,
  plan: Pick<ClusterPlan, 'needs' | 'minimum'>,
): Index {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const present = members.filter((seat) => people.vacant[seat] === 0);
  if (present.length <= plan.minimum) return -1;
  const filling = new Map<Index, number>();
  for (const seat of present) {
    const capability = placement.postOf[seat]!;
    filling.set(capability, (filling.get(capability) ?? 0) + 1);
  }
  const canBeSpared = (seat: Index) => {
    const capability = placement.postOf[seat]!;
    return filling.get(capability)! > (plan.needs.get(capability) ?? 0);
  };
  return mostSenior(
    organisation,
    present.filter((seat) => reportsOf(tree, seat) > 0 && canBeSpared(seat)),
  );
}

/** The executive whom centres report to: the chief of operations, else of finance, among the reports of the root; else it. */
export function chiefOf(organisation: Organisation): Index {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const root = tree.roots[0] ?? -1;
  if (root < 0) return root;
  const below = [...tree.report.subarray(tree.reportStart[root]!, tree.reportStart[root + 1]!)].filter(
    (seat) => people.vacant[seat] === 0,
  );
  const titled = (words: RegExp) => below.find((seat) => words.test(people.title[seat]!));
  return titled(/\b(chief operating officer|coo)\b/i) ?? titled(/\b(chief financial officer|cfo)\b/i) ?? root;
}
