import type { Index, Organisation } from '../../../model/organisation.ts';
import { demandOf, type Group } from '../groups.ts';
import { type Feasibility, feasibilityOf, holdersOf, type Limit } from './feasibility.ts';
import { type Merge, mergeSmallest, splitLargest } from './regroup.ts';

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
export type Because = 'small' | 'people' | 'asked';

export interface Numbered {
  readonly groups: readonly Group[];
  readonly merges: readonly (Merge & { readonly because: Because })[];
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
export function numberOf(frame: Frame, all: readonly Group[], asked: number | undefined): Numbered {
  const merges: (Merge & { because: Because })[] = [];
  let groups = all;
  const mergeWhile = (because: Because, goesOn: () => boolean) => {
    while (groups.length > 1 && goesOn()) {
      const { groups: fewer, merge } = mergeSmallest(groups);
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
  while (left.most < 2 && there.size > 1) {
    // The scarcest of the set that binds is what has to be hired.
    const scarce = left.capabilities
      .filter((capability) => there.has(capability))
      .reduce((a, b) => (holdersOf(organisation, b) < holdersOf(organisation, a) ? b : a));
    there.delete(scarce);
    left = feasibilityOf(organisation, there, 1).limit;
  }
  return { clusters: Math.max(1, Math.min(groups, left.most)), limit: left };
}
