import { headsOf } from '../../../model/heads.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { reportsOf, treeOf } from '../../../model/tree.ts';
import { bySeniority } from '../../hierarchy/seniority.ts';
import { staysPut } from '../../hierarchy/who-stays.ts';
import type { Group } from '../groups.ts';
import type { ClusterPlan } from '../plan.ts';
import { type Exchange, reportsByGroup } from './exchange.ts';
import type { Placement } from './placement.ts';

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
 * The head of each group who is there today. Directors lead theirs. The others are led by managers of today, in the order of
 * `bySeniority`: each leads the group they are in; or one without a head, most of their people first, if they can be exchanged
 * for somebody there at no cost; or whoever leads their group does that and makes place. The rest of a group must still
 * have the minimum and what is needed of each capability. A group that nobody is left for has no entry.
 */
export function chooseHeads(
  organisation: Organisation,
  plan: Pick<ClusterPlan, 'groups' | 'needs' | 'minimum'>,
  { postOf }: Pick<Placement, 'postOf'>,
  directors: ReadonlyMap<number, Index>,
  exchange: Exchange,
): ReadonlyMap<number, Index> {
  const { people } = organisation;
  const { groupOf } = exchange;
  const tree = treeOf(organisation);
  const present = plan.groups.map(() => ({ people: 0, filling: new Map<Index, number>() }));
  const placed: Index[] = [];
  groupOf.forEach((at, seat) => {
    if (at < 0 || people.vacant[seat] === 1) return;
    placed.push(seat);
    const { filling } = present[at]!;
    present[at]!.people++;
    filling.set(postOf[seat]!, (filling.get(postOf[seat]!) ?? 0) + 1);
  });
  // Who is exchanged fills the same post, so these counts go on being true.
  const canBeSpared = (seat: Index, at: number) =>
    (present[at]!.filling.get(postOf[seat]!) ?? 0) > (plan.needs.get(postOf[seat]!) ?? 0);
  const open = new Set<number>();
  present.forEach((group, at) => {
    if (!directors.has(at) && group.people > plan.minimum) open.add(at);
  });
  const heads = new Map(directors);
  const put = (seat: Index, at: number) => {
    heads.set(at, seat);
    open.delete(at);
  };
  /** Lets somebody lead another group that has no head, if they can be exchanged for somebody there. */
  const leadElsewhere = (seat: Index): boolean => {
    if (!exchange.isFree(seat)) return false;
    const reports = [...reportsByGroup(organisation, seat, groupOf)].sort(([a, n], [b, m]) => m - n || a - b);
    for (const at of new Set([...reports.map(([group]) => group), ...open])) {
      if (!open.has(at) || !canBeSpared(seat, at) || !exchange.move(seat, at, true)) continue;
      put(seat, at);
      return true;
    }
    return false;
  };
  const managers = placed.filter((seat) => reportsOf(tree, seat) > 0);
  for (const seat of bySeniority(organisation, managers, placed)) {
    if (open.size === 0) break;
    const own = groupOf[seat]!;
    const fits = canBeSpared(seat, own);
    if (open.has(own) && fits) {
      put(seat, own);
      continue;
    }
    const leader = heads.get(own);
    const isDirector = directors.get(own) !== undefined;
    if (leadElsewhere(seat)) continue;
    if (fits && leader !== undefined && !isDirector && leadElsewhere(leader)) put(seat, own);
  }
  return heads;
}

/** Groups for which a head has to be found. */
export const headsMissing = (organisation: Organisation, groups: readonly Group[]): number =>
  groups.length - directorsOf(organisation, groups).size;

/**
 * The executive whom centres, and services without a head, report to: the chief of operations, else of finance, among the
 * reports of the root who stay where they are and have room for so many more; else the root.
 */
export function chiefOf(organisation: Organisation, stays: (seat: Index) => boolean, more: number): Index {
  const { people, policy } = organisation;
  const tree = treeOf(organisation);
  const root = tree.roots[0] ?? -1;
  if (root < 0) return root;
  const below = [...tree.report.subarray(tree.reportStart[root]!, tree.reportStart[root + 1]!)].filter(
    (seat) => people.vacant[seat] === 0 && stays(seat) && reportsOf(tree, seat) + more <= policy.maximumSpan,
  );
  const titled = (words: RegExp) => below.find((seat) => words.test(people.title[seat]!));
  return titled(/\b(chief operating officer|coo)\b/i) ?? titled(/\b(chief financial officer|cfo)\b/i) ?? root;
}
