import { memo } from '../../../base/memo.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { reportsOf, treeOf } from '../../../model/tree.ts';
import { indexIn } from '../../../numbers/sorted.ts';
import { type Group, needOf } from '../groups.ts';
import { dedicatedOf } from './dedicated.ts';

/** What ties people to groups of customers today. Kept by what there is, never for every person and group. */
export interface Ties {
  /** Groups of the customers whom a seat serves, by name or since its department is for them: those of seat `i` are `start[i]` to `start[i + 1] - 1`, by group. */
  readonly start: Int32Array;
  readonly group: Int32Array;
  /** Share of the seat's customer hours in the group; sums to 1 for each seat. */
  readonly share: Float64Array;
  /** Home group of the team of each seat, -1 for none. */
  readonly home: Int32Array;
  /** Area of each seat that could cross to another location, -1 for everyone else. */
  readonly area: Int32Array;
  /** Groups served from the location of each area, by group. */
  readonly areaStart: Int32Array;
  readonly areaGroup: Int32Array;
  /** Groups of which no location is known: nobody crosses to them. */
  readonly open: Int32Array;
}

type Hours = Pick<Ties, 'start' | 'group'> & { readonly hours: Float64Array };

/** Hours of a customer that needs nothing: being known to it counts all the same. */
const LEAST = 1e-9;

/** Hours of the customers whom each seat knows by name, by group: what a customer needs, divided by those it knows. */
function hoursByName(
  { relationships, people }: Organisation,
  groups: readonly Group[],
  need: (customer: Index) => number,
): Hours {
  const start = new Int32Array(people.count + 1);
  const last = new Int32Array(people.count).fill(-1);
  const each = (visit: (seat: Index, at: number, customer: Index) => void) =>
    groups.forEach(({ customers }, at) => {
      for (const customer of customers)
        for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++)
          visit(relationships.seat[k]!, at, customer);
    });
  each((seat, at) => {
    if (last[seat] === at) return;
    last[seat] = at;
    start[seat + 1]!++;
  });
  for (let seat = 0; seat < people.count; seat++) start[seat + 1]! += start[seat]!;
  const group = new Int32Array(start[people.count]!);
  const hours = new Float64Array(group.length);
  const next = start.slice();
  last.fill(-1);
  each((seat, at, customer) => {
    if (last[seat] !== at) {
      last[seat] = at;
      group[next[seat]!++] = at;
    }
    const known = relationships.start[customer + 1]! - relationships.start[customer]!;
    hours[next[seat]! - 1]! += Math.max(need(customer), LEAST) / known;
  });
  return { start, group, hours };
}

/** The same with those who know nobody by name: the hours of whom their department or team is for, divided by all who are there for these. */
function withDedicated(
  organisation: Organisation,
  groups: readonly Group[],
  need: (customer: Index) => number,
  byName: Hours,
): Hours {
  const { listOf, lists } = dedicatedOf(organisation);
  if (lists.length === 0) return byName;
  const groupOf = new Int32Array(organisation.customers.count).fill(-1);
  groups.forEach(({ customers }, at) => {
    for (const customer of customers) groupOf[customer] = at;
  });
  const found = lists.map(({ customers, seats }) => {
    const hours = new Map<number, number>();
    for (const customer of customers) {
      const at = groupOf[customer]!;
      if (at >= 0) hours.set(at, (hours.get(at) ?? 0) + Math.max(need(customer), LEAST) / seats);
    }
    return [...hours].sort(([a], [b]) => a - b);
  });
  const start = new Int32Array(listOf.length + 1);
  const [group, hours]: [number[], number[]] = [[], []];
  listOf.forEach((list, seat) => {
    for (let k = byName.start[seat]!; k < byName.start[seat + 1]!; k++) {
      group.push(byName.group[k]!);
      hours.push(byName.hours[k]!);
    }
    for (const [at, part] of found[list] ?? []) {
      group.push(at);
      hours.push(part);
    }
    start[seat + 1] = group.length;
  });
  return { start, group: Int32Array.from(group), hours: Float64Array.from(hours) };
}

/**
 * The home group of each seat's team: where most hours of the team's customers are, the lead's included; of equals the first
 * group. A lead's team is their own where it knows any customer, else the one they report in.
 */
function homeGroups(organisation: Organisation, groups: number, { start, group, hours }: Hours): Int32Array {
  const tree = treeOf(organisation);
  const { count } = organisation.people;
  const ofTeam = new Int32Array(count).fill(-1);
  const sum = new Float64Array(groups);
  const touched: number[] = [];
  const add = (seat: Index) => {
    for (let k = start[seat]!; k < start[seat + 1]!; k++) {
      if (sum[group[k]!] === 0) touched.push(group[k]!);
      sum[group[k]!]! += hours[k]!;
    }
  };
  for (let lead = 0; lead < count; lead++) {
    if (reportsOf(tree, lead) === 0) continue;
    add(lead);
    for (let k = tree.reportStart[lead]!; k < tree.reportStart[lead + 1]!; k++) add(tree.report[k]!);
    let most = -1;
    for (const at of touched.sort((a, b) => a - b)) if (most < 0 || sum[at]! > sum[most]!) most = at;
    ofTeam[lead] = most;
    for (const at of touched) sum[at] = 0;
    touched.length = 0;
  }
  return ofTeam.map((own, seat) => {
    const boss = tree.boss[seat]!;
    return own >= 0 || boss < 0 ? own : ofTeam[boss]!;
  });
}

/** From which locations the customers of each group are served by name, and who would cross to another one. */
function locationsOf({ people }: Organisation, groups: number, { start, group }: Hours) {
  const codes = new Map<string, number>();
  const code = new Int32Array(people.count).map((_, seat) => {
    const location = people.location[seat]!;
    if (location === '') return -1;
    const known = codes.get(location) ?? codes.size;
    codes.set(location, known);
    return known;
  });
  const pairs: Set<number>[] = Array.from(codes, () => new Set());
  const located = new Uint8Array(groups);
  for (let seat = 0; seat < people.count; seat++) {
    if (code[seat]! < 0 || people.vacant[seat] === 1) continue;
    for (let k = start[seat]!; k < start[seat + 1]!; k++) {
      pairs[code[seat]!]!.add(group[k]!);
      located[group[k]!] = 1;
    }
  }
  const open = Int32Array.from(located.keys()).filter((at) => located[at] === 0);
  const areaStart = new Int32Array(codes.size + 1);
  const lists = pairs.map((set, at) => {
    areaStart[at + 1] = areaStart[at]! + set.size;
    return [...set].sort((a, b) => a - b);
  });
  // Nobody crosses whose location serves no group, or all that have one.
  const area = code.map((at) => {
    const served = at < 0 ? 0 : areaStart[at + 1]! - areaStart[at]!;
    return served === 0 || served + open.length === groups ? -1 : at;
  });
  return { area, areaStart, areaGroup: Int32Array.from(lists.flat()), open };
}

/**
 * What ties people to the groups, by the hours their customers need of the capabilities that are clustered. Posts, heads and
 * placing ask for the same, in cluster and matrix. Linear in people, relationships, and customers whom departments are for.
 */
export const tiesOf = memo(
  (organisation: Organisation, groups: readonly Group[], needs: ReadonlyMap<Index, number>): Ties => {
    const need = needOf(organisation, [...needs.keys()]);
    const byName = hoursByName(organisation, groups, need);
    const found = withDedicated(organisation, groups, need, byName);
    const { start, group, hours } = found;
    const share = new Float64Array(hours.length);
    for (let seat = 0; seat < organisation.people.count; seat++) {
      let sum = 0;
      for (let k = start[seat]!; k < start[seat + 1]!; k++) sum += hours[k]!;
      for (let k = start[seat]!; k < start[seat + 1]!; k++) share[k] = hours[k]! / sum;
    }
    return {
      start,
      group,
      share,
      home: homeGroups(organisation, groups.length, found),
      ...locationsOf(organisation, groups.length, byName),
    };
  },
);

/** Whether a group is one that a seat of this area crosses to. */
export function crosses({ areaStart, areaGroup, open }: Ties, area: number, group: number): boolean {
  if (area < 0) return false;
  const own = indexIn(areaGroup, group, areaStart[area]!, areaStart[area + 1]!);
  return own < 0 && indexIn(open, group) < 0;
}
