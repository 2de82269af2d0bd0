import { memo } from '../../../base/memo.ts';
import { familiesOf } from '../../../model/families.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { treeOf } from '../../../model/tree.ts';
import { demandOf, type Group, groupOf, needOf } from '../groups.ts';
import { type Feasibility, feasibilityOf, holdersOf, type Limit } from './feasibility.ts';

/** A group that needs a team to the last digit but one needs a team. */
const ROUNDING = 1e-9;

/** What the number of clusters is decided by. */
export interface Frame {
  readonly organisation: Organisation;
  /** Clustered capability to the people every cluster needs of it. */
  readonly needs: ReadonlyMap<Index, number>;
  readonly minimum: number;
  readonly feasibility: Feasibility;
}

export const frameOf = (
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
): Frame => ({ organisation, needs, minimum, feasibility: feasibilityOf(organisation, needs, minimum) });

/** Why a group joined another: it needs fewer people than a team, there are too few people for all, or it was asked for. */
export type MergeReason = 'small' | 'people' | 'asked';

export interface ClusterNumber {
  readonly groups: readonly Group[];
  readonly merges: readonly (Merge & { readonly because: MergeReason })[];
  /** Groups that are large enough for a team each. */
  readonly large: number;
  /** What keeps the people there from filling more, or from filling these with the rest hired. */
  readonly limit: Limit;
}

/** People whom the customers of a group keep busy, at the utilisation that the policy says. */
export const peopleFor = ({ organisation }: Frame, group: Group): number =>
  demandOf(group) / (organisation.hoursPerFtePerMonth * organisation.policy.utilisation);

/**
 * As many clusters as there are groups large enough for a team each, and people to fill them; the smallest groups join the
 * others until it is so. With `asked`, exactly so many, by merging or by cutting the largest, as far as there are customers.
 */
export function numberOf(frame: Frame, all: readonly Group[], asked: number | undefined): ClusterNumber {
  const merges: (Merge & { because: MergeReason })[] = [];
  let groups = all;
  const mergeWhile = (because: MergeReason, goesOn: () => boolean) => {
    while (groups.length > 1 && goesOn()) {
      const { groups: fewer, merge } = mergeSmallest(groups, (a, b) =>
        sharedPeople(frame.organisation, a, b),
      );
      merges.push({ ...merge, because });
      groups = fewer;
    }
  };
  if (asked !== undefined) {
    mergeWhile('asked', () => groups.length > asked);
    for (let before = -1; groups.length < asked && before !== groups.length; ) {
      before = groups.length;
      groups = splitLargest(frame.organisation, [...frame.needs.keys()], groups);
    }
    return { groups, merges, large: groups.length, limit: frame.feasibility.limit };
  }
  mergeWhile('small', () => groups.some((group) => peopleFor(frame, group) < frame.minimum - ROUNDING));
  const large = groups.length;
  const { clusters, limit } = attainable(frame, large);
  mergeWhile('people', () => groups.length > clusters);
  return { groups, merges, large, limit };
}

/**
 * As many clusters as the people can fill; where that is not even two, as many as those capabilities allow that are there
 * in numbers, the others to be hired.
 */
function attainable(
  { organisation, needs, feasibility: { limit } }: Frame,
  groups: number,
): { clusters: number; limit: Limit } {
  if (limit.most >= Math.min(2, groups)) return { clusters: Math.min(groups, limit.most), limit };
  const there = new Map(needs);
  let left = limit;
  const isNeeded = (capability: Index) => (there.get(capability) ?? 0) > 0;
  while (left.most < 2 && [...there.keys()].filter(isNeeded).length > 1) {
    // The scarcest of the set that binds is what has to be hired.
    const [scarce] = left.capabilities
      .filter(isNeeded)
      .sort((a, b) => holdersOf(organisation, a) - holdersOf(organisation, b));
    // What limits them is then not one of these.
    if (scarce === undefined) break;
    there.delete(scarce);
    left = feasibilityOf(organisation, there, 1).limit;
  }
  return { clusters: Math.max(1, Math.min(groups, left.most)), limit: left };
}

/** Mixes of needs that differ by less are the same but for rounding. */
const SAME_MIX = 1e-9;

/** Distance between the mixes of needs of two groups: Euclidean, between shares of hours. */
function distance(a: Group, b: Group): number {
  const [x, y] = [demandOf(a) || 1, demandOf(b) || 1];
  let sum = 0;
  for (const [capability, hours] of a.hours) sum += (hours / x - (b.hours.get(capability) ?? 0) / y) ** 2;
  return Math.sqrt(sum);
}

/** Names of merged groups are shorter than this: they name units, posts and files. */
const LONGEST_NAME = 30;

/** All names where they fit, else the first and how many more there are: "Europe + 3". */
function mergedName(parts: readonly string[]): string {
  const all = parts.join(' + ');
  if (all.length < LONGEST_NAME) return all;
  const more = ` + ${parts.length - 1}`;
  const first = parts[0]!;
  const room = LONGEST_NAME - 1 - more.length;
  return `${first.length <= room ? first : `${first.slice(0, room - 1).trimEnd()}…`}${more}`;
}

function joinedGroup(a: Group, b: Group): Group {
  const parts = [a, b].flatMap((group) => group.parts ?? [group.name]);
  return {
    name: mergedName(parts),
    parts,
    values: a.values.length > 0 && b.values.length > 0 ? [...a.values, ...b.values] : [],
    sources: [...a.sources, ...b.sources],
    customers: [...a.customers, ...b.customers],
    hours: new Map(
      [...a.hours].map(([capability, hours]) => [capability, hours + (b.hours.get(capability) ?? 0)]),
    ),
  };
}

/** One group that joined another. */
interface Merge {
  readonly from: Group;
  readonly into: Group;
  /**
   * Why that one: its mix of needs is the nearest; where all are the same, people of the same managers serve it, or it needs
   * fewest people; or there is no other.
   */
  readonly nearestBy: 'mix' | 'people' | 'size' | 'only';
}

/** Shares of the relationships of a group by person, and by the manager of the person. */
const servedBy = memo((group: Group, { relationships }: Organisation, boss: Int32Array) => {
  const people = new Map<Index, number>();
  const managers = new Map<Index, number>();
  let all = 0;
  for (const customer of group.customers)
    for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++) {
      const seat = relationships.seat[k]!;
      people.set(seat, (people.get(seat) ?? 0) + 1);
      managers.set(boss[seat]!, (managers.get(boss[seat]!) ?? 0) + 1);
      all++;
    }
  return { people, managers, all };
});

/** How far two groups are served by the same people, and by people of the same managers: 0 to 2. */
function sharedPeople(organisation: Organisation, a: Group, b: Group): number {
  const { boss } = treeOf(organisation);
  const [x, y] = [servedBy(a, organisation, boss), servedBy(b, organisation, boss)];
  if (x.all === 0 || y.all === 0) return 0;
  const shared = (one: ReadonlyMap<Index, number>, other: ReadonlyMap<Index, number>) => {
    let sum = 0;
    for (const [seat, count] of one) sum += Math.min(count / x.all, (other.get(seat) ?? 0) / y.all);
    return sum;
  };
  return shared(x.people, y.people) + shared(x.managers, y.managers);
}

/**
 * Merges the group of least need into the one whose mix is nearest; of equals into the one that the same people serve, or
 * people of the same managers; of equals into the one with least need.
 */
export function mergeSmallest(
  groups: readonly Group[],
  shared: (a: Group, b: Group) => number = () => 0,
): { groups: readonly Group[]; merge: Merge } {
  const smallest = groups.reduce((best, group) => (demandOf(group) < demandOf(best) ? group : best));
  const others = groups
    .filter((group) => group !== smallest)
    .map((group) => ({
      group,
      apart: distance(group, smallest),
      shared: shared(group, smallest),
      demand: demandOf(group),
    }));
  const nearest = others.reduce((best, other) => {
    const difference = other.apart - best.apart;
    if (Math.abs(difference) > SAME_MIX) return difference < 0 ? other : best;
    const more = other.shared - best.shared;
    if (Math.abs(more) > SAME_MIX) return more > 0 ? other : best;
    return other.demand < best.demand ? other : best;
  });
  const equals = others.filter(({ apart }) => apart - nearest.apart <= SAME_MIX);
  return {
    groups: groups
      .filter((group) => group !== smallest)
      .map((group) => (group === nearest.group ? joinedGroup(group, smallest) : group)),
    merge: {
      from: smallest,
      into: nearest.group,
      nearestBy:
        others.length === 1
          ? 'only'
          : equals.length < others.length
            ? 'mix'
            : equals.some((other) => nearest.shared - other.shared > SAME_MIX)
              ? 'people'
              : 'size',
    },
  };
}

/**
 * Cuts the group of greatest need into two of about equal need, customers of one owner together where that goes. Accounts
 * of one parent are parted only where there is no group left that could be cut without it.
 */
export function splitLargest(
  organisation: Organisation,
  clustered: readonly Index[],
  groups: readonly Group[],
): readonly Group[] {
  const familyOf = new Map<Index, number>();
  for (const [family, members] of familiesOf(organisation).entries())
    for (const at of members) familyOf.set(at, family);
  const blocksOf = ({ customers }: Group) => {
    const blocks = new Map<string, Index[]>();
    for (const at of customers) {
      const family = familyOf.get(at);
      const key = family === undefined ? `c${at}` : `f${family}`;
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [at]);
      else block.push(at);
    }
    return [...blocks.values()];
  };
  const largestOf = (some: readonly Group[]) =>
    some.reduce<Group | null>(
      (best, group) => (best === null || demandOf(group) > demandOf(best) ? group : best),
      null,
    );
  const several = groups.filter(({ customers }) => customers.length > 1);
  const whole = largestOf(several.filter((group) => blocksOf(group).length > 1));
  const largest = whole ?? largestOf(several);
  if (largest === null) return groups;
  const blocks = whole === null ? largest.customers.map((at) => [at]) : blocksOf(largest);
  const parts = halves(organisation, clustered, blocks).map((customers, at) =>
    groupOf(organisation, clustered, `${largest.name} ${at + 1}`, [], customers, largest.sources),
  );
  return groups.flatMap((group) => (group === largest ? parts : [group]));
}

/** Two lists of customers of about equal need, blocks kept whole, those of one owner together where that goes; of these the largest first. */
function halves(
  organisation: Organisation,
  clustered: readonly Index[],
  blocks: readonly (readonly Index[])[],
): readonly (readonly Index[])[] {
  const { relationships } = organisation;
  const owner = (at: Index) =>
    relationships.start[at]! < relationships.start[at + 1]!
      ? relationships.seat[relationships.start[at]!]!
      : -1;
  const need = needOf(organisation, clustered);
  const customers = blocks.reduce((sum, block) => sum + block.length, 0);
  const sorted = blocks
    .map((block) => ({ block, owner: owner(block[0]!), need: block.reduce((sum, at) => sum + need(at), 0) }))
    .sort((a, b) => a.owner - b.owner || b.need - a.need || a.block[0]! - b.block[0]!);
  const all = sorted.reduce((sum, one) => sum + one.need, 0);
  // Where nothing is needed, customers are divided by their number.
  const weight = (one: (typeof sorted)[number]) => (all > 0 ? one.need / all : one.block.length / customers);
  let cut = 1;
  let least = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let at = 1; at < sorted.length; at++) {
    sum += weight(sorted[at - 1]!);
    if (Math.abs(sum - 0.5) >= least - 1e-12) continue;
    least = Math.abs(sum - 0.5);
    cut = at;
  }
  return [sorted.slice(0, cut), sorted.slice(cut)].map((part) =>
    part.flatMap(({ block }) => block).sort((a, b) => a - b),
  );
}
