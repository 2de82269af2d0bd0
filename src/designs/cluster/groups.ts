import { effortOf } from '../../model/effort.ts';
import type { Attribute, Index, Organisation } from '../../model/organisation.ts';

/** Customers that one cluster is dedicated to. */
export interface Group {
  readonly name: string;
  /** Values of the basis, where the group is exactly the customers with these; else empty. */
  readonly values: readonly string[];
  /** Values of the basis whose customers, or most of them, are in the group: what a pin may name. */
  readonly sources: readonly string[];
  readonly customers: readonly Index[];
  /** Hours a month by clustered capability. */
  readonly hours: ReadonlyMap<Index, number>;
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
  attribute: Attribute,
  clustered: readonly Index[],
): { groups: readonly Group[]; joined: number } {
  const { customers } = organisation;
  const codes = Int32Array.from(attribute.codes, (code) => (code < 0 ? attribute.values.length : code));
  const joined = joinParents(organisation, codes, clustered);
  const lists = Array.from({ length: attribute.values.length + 1 }, (): Index[] => []);
  for (let customer = 0; customer < customers.count; customer++) lists[codes[customer]!]!.push(customer);
  const groups = lists.flatMap((list, code) => {
    if (list.length === 0) return [];
    const value = attribute.values[code];
    // After accounts moved to their parents the values no longer say who belongs to the group.
    const values = value === undefined || joined > 0 ? [] : [value];
    return [
      groupOf(organisation, clustered, value ?? NOT_GIVEN, values, list, value === undefined ? [] : [value]),
    ];
  });
  return { groups, joined };
}

function joinParents(organisation: Organisation, codes: Int32Array, clustered: readonly Index[]): number {
  const { customers } = organisation;
  if (!customers.parent.some((parent) => parent !== '')) return 0;
  const { hours } = effortOf(organisation);
  const index = new Map(customers.id.map((id, at) => [id, at]));
  const families = new Map<string, Index[]>();
  for (let at = 0; at < customers.count; at++) {
    // Up to the top; a circle of parents ends where it began.
    let top = at;
    for (let guard = 0; guard < 64; guard++) {
      const parent = index.get(customers.parent[top]!);
      if (parent === undefined || parent === at) break;
      top = parent;
    }
    const family = customers.parent[top] || customers.id[top]!;
    const members = families.get(family);
    if (members === undefined) families.set(family, [at]);
    else members.push(at);
  }
  let joined = 0;
  for (const family of families.values()) {
    if (family.length < 2) continue;
    const need = (at: Index) =>
      clustered.reduce((sum, capability) => sum + (hours.get(capability)?.[at] ?? 0), 0);
    const main = family.reduce((best, at) => (need(at) > need(best) ? at : best));
    for (const at of family)
      if (codes[at] !== codes[main]) {
        codes[at] = codes[main]!;
        joined++;
      }
  }
  return joined;
}

/** Distance between the mixes of needs of two groups: Euclidean, between shares of hours. */
function distance(a: Group, b: Group): number {
  const [x, y] = [demandOf(a) || 1, demandOf(b) || 1];
  let sum = 0;
  for (const [capability, hours] of a.hours) sum += (hours / x - (b.hours.get(capability) ?? 0) / y) ** 2;
  return Math.sqrt(sum);
}

function merge(a: Group, b: Group): Group {
  return {
    name: `${a.name} + ${b.name}`,
    values: a.values.length > 0 && b.values.length > 0 ? [...a.values, ...b.values] : [],
    sources: [...a.sources, ...b.sources],
    customers: [...a.customers, ...b.customers],
    hours: new Map(
      [...a.hours].map(([capability, hours]) => [capability, hours + (b.hours.get(capability) ?? 0)]),
    ),
  };
}

/** Merges the group of least need into the one whose mix is nearest (of equals the one with least need). */
export function mergeSmallest(groups: readonly Group[]): readonly Group[] {
  const smallest = groups.reduce((best, group) => (demandOf(group) < demandOf(best) ? group : best));
  const others = groups.filter((group) => group !== smallest);
  const nearest = others.reduce((best, group) => {
    const difference = distance(group, smallest) - distance(best, smallest);
    if (Math.abs(difference) > 1e-9) return difference < 0 ? group : best;
    return demandOf(group) < demandOf(best) ? group : best;
  });
  return groups
    .filter((group) => group !== smallest)
    .map((group) => (group === nearest ? merge(group, smallest) : group));
}

/** Cuts the group of greatest need into two of about equal need, customers of one owner together where that goes. */
export function splitLargest(
  organisation: Organisation,
  clustered: readonly Index[],
  groups: readonly Group[],
): readonly Group[] {
  const largest = groups.reduce((best, group) => (demandOf(group) > demandOf(best) ? group : best));
  if (largest.customers.length < 2) return groups;
  const { relationships } = organisation;
  const { hours } = effortOf(organisation);
  const owner = (at: Index) =>
    relationships.start[at]! < relationships.start[at + 1]!
      ? relationships.seat[relationships.start[at]!]!
      : -1;
  const sorted = [...largest.customers].sort((a, b) => owner(a) - owner(b) || a - b);
  const need = (at: Index) =>
    clustered.reduce((sum, capability) => sum + (hours.get(capability)?.[at] ?? 0), 0);
  const half = demandOf(largest) / 2;
  let sum = 0;
  let cut = sorted.findIndex((at) => {
    sum += need(at);
    return sum >= half;
  });
  cut = Math.min(Math.max(1, cut), sorted.length - 1);
  const parts = [sorted.slice(0, cut), sorted.slice(cut)].map((customers, at) =>
    groupOf(
      organisation,
      clustered,
      `${largest.name} ${at + 1}`,
      [],
      customers.sort((a, b) => a - b),
    ),
  );
  return groups.flatMap((group) => (group === largest ? parts : [group]));
}
