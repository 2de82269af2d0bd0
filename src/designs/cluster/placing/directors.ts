import { memo } from '../../../base/memo.ts';
import { headsOf } from '../../../model/heads.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { selfGoverned } from '../../../model/teams.ts';
import { treeOf } from '../../../model/tree.ts';
import { isOverFunctions } from '../../hierarchy/executives.ts';
import { standingsOf } from '../../hierarchy/seniority.ts';
import { staysPut } from '../../hierarchy/who-stays.ts';
import type { Group } from '../groups.ts';
import { dedicatedOf } from './dedicated.ts';

/** Share of the customers of a unit that must be in a group for its director to be the natural head of the cluster. */
const MOST_OF_ITS_CUSTOMERS = 0.5;

/** Whether somebody leads whatever the people below can do: who stays put, executives over functions, leads without a trade; nobody of a department that governs itself. */
const leadsWhoever = (organisation: Organisation, seat: Index): boolean =>
  (staysPut(organisation, seat) || isOverFunctions(organisation, seat)) &&
  selfGoverned(organisation, seat) < 0;

/**
 * Executives who already answer for the customers of a group, by group: heads, other than the root, of units dedicated to
 * customers most of whom are in it; else whose people, by first or second line, know most customers of that group, for the most
 * part of it alone, and of no other. Each leads one group at most.
 */
export const directorsOf = memo(
  (organisation: Organisation, groups: readonly Group[]): ReadonlyMap<number, Index> => {
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
      if (organisation.people.vacant[seat] === 1) return;
      if (!leadsWhoever(organisation, seat)) return;
      const counts = new Map<number, number>();
      for (const customer of unit.serves.customers)
        counts.set(groupOf[customer]!, (counts.get(groupOf[customer]!) ?? 0) + 1);
      const [group, customers] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0]);
      if (group < 0 || customers <= MOST_OF_ITS_CUSTOMERS * unit.serves.customers.length) return;
      if ((found.get(group)?.customers ?? 0) >= customers) return;
      taken.add(seat);
      found.set(group, { seat, customers });
    });
    const directors = new Map([...found].map(([group, { seat }]) => [group, seat]));
    for (const [group, seat] of directorsByLines(organisation, groups))
      if (!directors.has(group) && !taken.has(seat)) directors.set(group, seat);
    return directors;
  },
);

/** By group the most senior of those whose people know its customers. Cost: as `customersBelow`. */
function directorsByLines(organisation: Organisation, groups: readonly Group[]): ReadonlyMap<number, Index> {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const leads = new Set<Index>();
  for (const seat of organisation.lines.boss)
    if (tree.boss[seat]! >= 0 && people.vacant[seat] === 0 && leadsWhoever(organisation, seat))
      leads.add(seat);
  if (leads.size === 0) return new Map();
  const known = customersBelow(organisation, groups, leads, true);
  const sum = (list: Iterable<number>) => [...list].reduce((a, b) => a + b, 0);
  const standing = standingsOf(organisation);
  const found = new Map<number, { seat: Index; customers: number }>();
  for (const [seat, own] of known) {
    const most = [...own].filter(
      ([at, count]) => count > MOST_OF_ITS_CUSTOMERS * groups[at]!.customers.length,
    );
    const [group, count] = most[0] ?? [-1, 0];
    if (most.length !== 1 || count <= MOST_OF_ITS_CUSTOMERS * sum(own.values())) continue;
    const other = found.get(group);
    const more = other === undefined ? 1 : standing[seat]! - standing[other.seat]! || count - other.customers;
    if (more > 0) found.set(group, { seat, customers: count });
  }
  return new Map([...found].map(([group, { seat }]) => [group, seat]));
}

export type CustomersBelow = ReadonlyMap<Index, ReadonlyMap<number, number>>;

/**
 * How many customers of each group the seats know by name, themselves or through people below them, with `second` by second lines
 * too; or serve so since a department or team is for them.
 */
export function customersBelow(
  organisation: Organisation,
  groups: readonly Group[],
  seats: ReadonlySet<Index>,
  direct = false,
): CustomersBelow {
  const { relationships, customers, lines } = organisation;
  const { boss } = treeOf(organisation);
  const found = new Map([...seats].map((seat) => [seat, new Map<number, number>()]));
  // The last customer that each is known to know.
  const knows = new Int32Array(boss.length).fill(-1);
  const others: Index[] = [];
  const dedicated = dedicatedAbove(organisation, found);
  const tell = (seat: Index, customer: Index, at: number) => {
    knows[seat] = customer;
    const own = found.get(seat);
    if (own !== undefined) own.set(at, (own.get(at) ?? 0) + (direct ? 1 : customers.customers[customer]!));
  };
  groups.forEach((group, at) => {
    for (const customer of group.customers) {
      for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++)
        for (let seat = relationships.seat[k]!; seat >= 0 && knows[seat] !== customer; seat = boss[seat]!) {
          tell(seat, customer, at);
          if (!direct) continue;
          for (let line = lines.start[seat]!; line < lines.start[seat + 1]!; line++)
            if (lines.boss[line] !== boss[seat] && knows[lines.boss[line]!] !== customer)
              others.push(lines.boss[line]!);
        }
      for (const seat of others.splice(0)) if (knows[seat] !== customer) tell(seat, customer, at);
      for (const seats of dedicated.get(customer) ?? NOBODY)
        for (const seat of seats) if (knows[seat] !== customer) tell(seat, customer, at);
    }
  });
  return found;
}

const NOBODY: readonly (readonly Index[])[] = [];

/** By customer those of some seats who are there for it, or have people below who are, once for each department or team. Linear in people times the levels. */
function dedicatedAbove(
  organisation: Organisation,
  wanted: ReadonlyMap<Index, unknown>,
): ReadonlyMap<Index, readonly (readonly Index[])[]> {
  const { listOf, lists } = dedicatedOf(organisation);
  const { boss } = treeOf(organisation);
  const above = lists.map((): Index[] => []);
  const found = new Map<Index, (readonly Index[])[]>();
  if (lists.length === 0) return found;
  const members = lists.map((): Index[] => []);
  listOf.forEach((list, seat) => void members[list]?.push(seat));
  const seen = new Int32Array(boss.length).fill(-1);
  members.forEach((seats, list) => {
    for (const one of seats)
      for (let seat = one; seat >= 0 && seen[seat] !== list; seat = boss[seat]!) {
        seen[seat] = list;
        if (wanted.has(seat)) above[list]!.push(seat);
      }
  });
  lists.forEach(({ customers }, list) => {
    if (above[list]!.length === 0) return;
    for (const customer of customers) {
      const own = found.get(customer);
      if (own === undefined) found.set(customer, [above[list]!]);
      else own.push(above[list]!);
    }
  });
  return found;
}
