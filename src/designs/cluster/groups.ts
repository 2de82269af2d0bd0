import { effortOf } from '../../model/effort.ts';
import { familiesOf } from '../../model/families.ts';
import type { Attribute, Index, Organisation } from '../../model/organisation.ts';

/** Customers that one cluster is dedicated to. */
export interface Group {
  readonly name: string;
  /** Names of the groups that were merged into it. */
  readonly parts?: readonly string[];
  /** Values of the basis, where the group is exactly the customers with these; else empty. */
  readonly values: readonly string[];
  /** Values of the basis whose customers, or most of them, are in the group: what a pin may name. */
  readonly sources: readonly string[];
  readonly customers: readonly Index[];
  /** Hours a month by clustered capability. */
  readonly hours: ReadonlyMap<Index, number>;
}

/** What customers are grouped by: an attribute of the file, or groups that are proposed since none would do. */
export interface Basis extends Attribute {
  readonly proposed?: true;
}

const NOT_GIVEN = 'not given';

/** Hours in all. */
export const demandOf = (group: Group): number => [...group.hours.values()].reduce((a, b) => a + b, 0);

/** Builds a group and adds up what its customers need. */
export function groupOf(
  organisation: Organisation,
  clustered: readonly Index[],
  name: string,
  values: readonly string[],
  customers: readonly Index[],
  sources: readonly string[] = values,
): Group {
  const { hours } = effortOf(organisation);
  return {
    name,
    values,
    sources,
    customers,
    hours: new Map(
      clustered.map((capability) => {
        const column = hours.get(capability);
        return [capability, column === undefined ? 0 : customers.reduce((sum, at) => sum + column[at]!, 0)];
      }),
    ),
  };
}

/**
 * The customers by value of an attribute; those without a value form a group of their own. Accounts of one parent stay
 * together, where the one with most hours is; `joined` says how many changed group for that.
 */
export function groupsBy(
  organisation: Organisation,
  attribute: Basis,
  clustered: readonly Index[],
): { groups: readonly Group[]; joined: number } {
  const { customers } = organisation;
  const codes = attribute.codes.map((code) => (code < 0 ? attribute.values.length : code));
  const { joined, changed } = joinFamilies(organisation, codes, clustered);
  const lists = Array.from({ length: attribute.values.length + 1 }, (): Index[] => []);
  for (let customer = 0; customer < customers.count; customer++) lists[codes[customer]!]!.push(customer);
  const groups = lists.flatMap((list, code) => {
    if (list.length === 0) return [];
    const value = attribute.values[code];
    const sources = value === undefined ? [] : [value];
    // Where accounts came or went with their parent, the value no longer says who belongs to the group.
    const values = changed.has(code) || attribute.proposed ? [] : sources;
    return [groupOf(organisation, clustered, value ?? NOT_GIVEN, values, list, sources)];
  });
  return { groups, joined };
}

/** Gives the accounts of one parent the group of the one with most hours. Returns how many, and which groups, changed. */
function joinFamilies(
  organisation: Organisation,
  codes: Int32Array,
  clustered: readonly Index[],
): { joined: number; changed: ReadonlySet<number> } {
  const need = needOf(organisation, clustered);
  const changed = new Set<number>();
  let joined = 0;
  for (const family of familiesOf(organisation)) {
    const main = codes[family.reduce((best, at) => (need(at) > need(best) ? at : best))]!;
    for (const at of family) {
      if (codes[at] === main) continue;
      changed.add(codes[at]!).add(main);
      codes[at] = main;
      joined++;
    }
  }
  return { joined, changed };
}

/** Hours a month that one customer needs of the clustered capabilities. */
export function needOf(organisation: Organisation, clustered: readonly Index[]): (customer: Index) => number {
  const { hours } = effortOf(organisation);
  const columns = clustered.flatMap((capability) => hours.get(capability) ?? []);
  return (customer) => columns.reduce((sum, column) => sum + column[customer]!, 0);
}

/** What a grouping of the customers does to those who serve them by name. */
interface KeptTies {
  /** Share of the relationships that stay if each person serves the one group where most of theirs are; null for none. */
  readonly relationships: number | null;
  /** Locations from which customers are served by name. */
  readonly locations: number;
  /** Those of them that serve customers of more than one group. */
  readonly locationsSplit: number;
}

/** Linear in the relationships. */
export function keptBy(organisation: Organisation, groups: readonly Group[]): KeptTies {
  const { relationships, people } = organisation;
  const counts = new Map<Index, Map<number, number>>();
  const groupsAt = new Map<string, Set<number>>();
  for (const [at, group] of groups.entries())
    for (const customer of group.customers)
      for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++) {
        const seat = relationships.seat[k]!;
        const own = counts.get(seat) ?? new Map<number, number>();
        counts.set(seat, own.set(at, (own.get(at) ?? 0) + 1));
        const location = people.location[seat]!;
        if (location === '') continue;
        const there = groupsAt.get(location) ?? new Set();
        groupsAt.set(location, there.add(at));
      }
  let most = 0;
  for (const own of counts.values()) most += Math.max(...own.values());
  return {
    relationships: relationships.seat.length === 0 ? null : most / relationships.seat.length,
    locations: groupsAt.size,
    locationsSplit: [...groupsAt.values()].filter(({ size }) => size > 1).length,
  };
}
