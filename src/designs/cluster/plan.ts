import type { Capability, Index, Organisation } from '../../model/organisation.ts';
import type { ClusterOptions } from '../../schema/designs.ts';
import { counted } from '../../text.ts';
import type { DesignResult } from '../design.ts';
import { staysPut } from '../settle.ts';
import { chooseBasis } from './basis.ts';
import { clusterLimit, explainLimit, type Limit, MOST_CAPABILITIES, missingCover } from './feasibility.ts';
import { demandOf, type Group, groupOf, groupsBy, mergeSmallest, splitLargest } from './groups.ts';

/** Which groups of customers get a team, and which capabilities every team has. */
export interface ClusterPlan {
  readonly groups: readonly Group[];
  /** Clustered capability to the people every cluster needs of it. */
  readonly needs: ReadonlyMap<Index, number>;
  readonly minimum: number;
  readonly attribute: string;
  readonly explanation: readonly string[];
  readonly basis: DesignResult['basis'];
}

/** The capabilities that sit in every cluster: essential ones, those that join, and what the options add or take out. */
export function clusterNeeds(
  organisation: Organisation,
  options: Pick<ClusterOptions, 'include' | 'exclude' | 'holders'>,
): ReadonlyMap<Index, number> {
  const needs = new Map<Index, number>();
  organisation.capabilities.forEach((capability, index) => {
    const joins =
      capability.role === 'joins' || (mayJoin(capability.role) && options.include.includes(capability.id));
    if (capability.role === 'essential' || (joins && !options.exclude.includes(capability.id)))
      needs.set(index, options.holders);
  });
  return needs;
}

const mayJoin = (role: Capability['role']) => role === 'common' || role === 'joins-if-enough';

/** Adds the capabilities of which there are enough people for one in each of so many clusters. */
function withThoseThatSuffice(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  clusters: number,
  exclude: readonly string[],
): ReadonlyMap<Index, number> {
  const held = new Float64Array(organisation.capabilities.length);
  organisation.people.capability.forEach((capability, seat) => {
    if (capability >= 0 && organisation.people.vacant[seat] === 0 && !staysPut(organisation, seat))
      held[capability]!++;
  });
  const all = new Map(needs);
  organisation.capabilities.forEach(({ id, role }, index) => {
    if (role === 'joins-if-enough' && held[index]! >= clusters && !exclude.includes(id)) all.set(index, 1);
  });
  return all;
}

const plans = new WeakMap<Organisation, Map<string, ClusterPlan | { missing: string }>>();

/** The plan for some options; cluster and matrix ask for the same one. */
export function planClusters(
  organisation: Organisation,
  options: ClusterOptions,
): ClusterPlan | { missing: string } {
  const known = plans.get(organisation) ?? new Map<string, ClusterPlan | { missing: string }>();
  plans.set(organisation, known);
  const key = JSON.stringify({ ...options, pinned: undefined });
  const plan = known.get(key) ?? makePlan(organisation, options);
  known.set(key, plan);
  return plan;
}

/** Groups of customers large enough for a team each, as many as the people there, or those to be hired, can fill. */
function makePlan(organisation: Organisation, options: ClusterOptions): ClusterPlan | { missing: string } {
  const { customers, policy, hoursPerFtePerMonth } = organisation;
  const minimum = options.minimum ?? policy.minimumTeam;
  if (customers.count === 0) return { missing: 'customers' };
  const needs = clusterNeeds(organisation, options);
  if (needs.size > MOST_CAPABILITIES)
    return { missing: `at most ${MOST_CAPABILITIES} capabilities in a cluster` };
  const clustered = [...needs.keys()];
  const basis = chooseBasis(organisation, clustered, options.basis);
  if (basis === null) return { missing: 'a customer attribute to group by, given for 90 % of the customers' };
  const explanation: string[] = [basis.why];
  const { groups: all, joined: moved } = groupsBy(organisation, basis.attribute, clustered);
  if (moved > 0)
    explanation.push(
      `${moved} ${moved === 1 ? 'account was' : 'accounts were'} kept with the rest of the same parent.`,
    );

  let groups = all;
  const fte = (group: Group) => demandOf(group) / (hoursPerFtePerMonth * policy.utilisation);
  if (options.clusters === undefined) {
    while (groups.length > 1 && groups.some((group) => fte(group) < minimum)) groups = mergeSmallest(groups);
    if (groups.length < all.length)
      explanation.push(
        `Of ${all.length} groups ${groups.length} ${groups.length === 1 ? 'is' : 'are'} left after groups that need fewer than ${minimum} people were merged with the most similar one.`,
      );
    const limit = clusterLimit(organisation, needs, minimum);
    const target = attainable(organisation, needs, limit, groups.length);
    while (groups.length > target.clusters) groups = mergeSmallest(groups);
    explanation.push(target.why);
  } else {
    while (groups.length > options.clusters) groups = mergeSmallest(groups);
    for (let before = -1; groups.length < options.clusters && before !== groups.length; ) {
      before = groups.length;
      groups = splitLargest(organisation, clustered, groups);
    }
    explanation.push(
      groups.length === options.clusters
        ? `${counted(groups.length, 'cluster')}, as asked for.`
        : `${counted(groups.length, 'cluster')} where ${options.clusters} were asked for: there are no more customers to divide.`,
    );
  }
  explanation.push(coverSentence(organisation, needs, minimum));
  const joined = withThoseThatSuffice(organisation, needs, groups.length, options.exclude);
  const skills = [...joined.keys()];
  return {
    groups: groups.map(({ name, values, customers: rows, sources }) =>
      groupOf(organisation, skills, name, values, rows, sources),
    ),
    needs: joined,
    minimum,
    attribute: basis.attribute.name,
    explanation,
    basis: { chosen: basis.attribute.name, why: basis.why, candidates: [...basis.candidates] },
  };
}

/**
 * As many clusters as the people can fill; where that is not even two, as many as those capabilities allow that are there
 * in numbers, the others to be hired.
 */
function attainable(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  limit: Limit,
  groups: number,
): { clusters: number; why: string } {
  if (groups <= limit.most)
    return {
      clusters: groups,
      why: `${counted(groups, 'cluster')}, one for each group; the people there would fill ${limit.most}: ${explainLimit(organisation, limit, limit.most + 1)}.`,
    };
  if (limit.most >= 2)
    return {
      clusters: limit.most,
      why: `${limit.most} clusters rather than ${groups}: ${explainLimit(organisation, limit, limit.most + 1)}.`,
    };
  const there = new Map(needs);
  let left = limit;
  while (left.most < 2 && there.size > 1) {
    // The scarcest of the set that binds is what has to be hired.
    const scarce = left.capabilities
      .filter((capability) => there.has(capability))
      .reduce((a, b) => (holdersOf(organisation, b) < holdersOf(organisation, a) ? b : a));
    there.delete(scarce);
    if (there.size > 0) left = clusterLimit(organisation, there, 1);
  }
  const clusters = Math.max(1, Math.min(groups, left.most));
  return {
    clusters,
    why: `The people there fill ${limit.most === 0 ? 'no cluster' : 'one cluster only'}: ${explainLimit(organisation, limit, Math.max(2, limit.most + 1))}. With the missing people hired, ${counted(clusters, 'cluster')} can be filled${clusters < groups ? `: ${explainLimit(organisation, left, clusters + 1)}` : ''}.`,
  };
}

/** People who hold a capability, as the main one or a further one; open seats not counted. */
export function holdersOf(organisation: Organisation, capability: Index): number {
  let count = 0;
  const { people } = organisation;
  for (let seat = 0; seat < people.count; seat++)
    if (
      people.vacant[seat] === 0 &&
      (people.capability[seat] === capability || people.secondary.get(seat)?.includes(capability))
    )
      count++;
  return count;
}

function coverSentence(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
): string {
  const absence = organisation.policy.absence;
  const posts = Math.max(minimum, needs.size);
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const two = clusterLimit(organisation, new Map([...needs].map(([capability]) => [capability, 2])), minimum);
  return `With one holder of each of ${posts} posts somebody is missing ${percent(missingCover(absence, 1, posts))} of the time (absence ${percent(absence)}); with two, ${percent(missingCover(absence, 2, posts))}, which the people there allow in ${two.most} ${two.most === 1 ? 'cluster' : 'clusters'}.`;
}
