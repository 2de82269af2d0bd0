import { lazy, memo } from '../../../base/memo.ts';
import type { Capability, Index, Organisation } from '../../../model/organisation.ts';
import { reportsOf, treeOf } from '../../../model/tree.ts';
import type { ClusterOptions } from '../../../schema/input/designs.ts';
import { joiningNoCluster } from '../../hierarchy/executives.ts';
import type { Group } from '../groups.ts';
import { holdersOf } from './feasibility.ts';

/** From so many holders of a capability on, its centre of expertise has two people. */
const MANY_HOLDERS = 10;

/** People whom the centre of expertise of a capability is to have: as the policy says, else two where ten or more hold it, else one. */
export const centreSizeOf = (organisation: Organisation, capability: Index): number =>
  organisation.policy.centreSize ?? (holdersOf(organisation, capability) >= MANY_HOLDERS ? 2 : 1);

const knowsCustomers = memo(({ people, relationships }: Organisation): Uint8Array => {
  const knows = new Uint8Array(people.count);
  for (const seat of relationships.seat) knows[seat] = 1;
  return knows;
});

/**
 * Whom a centre of expertise may take of the holders of a capability: nobody whom customers know by name, nor who leads a team that
 * has room in one of the clusters, or whose customers are in one, unless they would come below somebody less senior there (`outranks`);
 * anybody where the policy says how large centres are.
 */
export function spareable(
  organisation: Organisation,
  holders: readonly Index[],
  groups: readonly Group[],
  outranks: (seat: Index) => boolean = () => false,
): (seat: Index) => boolean {
  if (organisation.policy.centreSize !== undefined) return () => true;
  const tree = treeOf(organisation);
  const knows = knowsCustomers(organisation);
  const largest = Math.ceil(holders.length / Math.max(1, groups.length));
  const ofOneGroup = lazy(() => teamsOfOneGroup(organisation, groups));
  return (seat) => {
    const team = reportsOf(tree, seat);
    const mayLeaveTeam = team === 0 || outranks(seat) || (team >= largest && !ofOneGroup()(seat));
    return knows[seat] === 0 && mayLeaveTeam;
  };
}

/** Share of the reports who know customers that have to know the same group most, for a team to be of one group. A judgement. */
const MOST_OF_A_TEAM = 2 / 3;

/** Whether the reports of somebody know customers of one group by name, for the most part. Cost: relationships, then reports. */
function teamsOfOneGroup(organisation: Organisation, groups: readonly Group[]): (lead: Index) => boolean {
  const { start, seat: known } = organisation.relationships;
  const tree = treeOf(organisation);
  const counts = new Map<Index, Map<number, number>>();
  groups.forEach(({ customers }, at) => {
    for (const customer of customers)
      for (let k = start[customer]!; k < start[customer + 1]!; k++) {
        const own = counts.get(known[k]!) ?? new Map<number, number>();
        counts.set(known[k]!, own.set(at, (own.get(at) ?? 0) + 1));
      }
  });
  const groupOf = (seat: Index) =>
    [...(counts.get(seat) ?? [])].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0])[0];
  return (lead) => {
    const homes = [...tree.report.subarray(tree.reportStart[lead]!, tree.reportStart[lead + 1]!)]
      .map(groupOf)
      .filter((at) => at >= 0);
    return homes.some((at) => homes.filter((one) => one === at).length >= MOST_OF_A_TEAM * homes.length);
  };
}

/** Work is shown to a tenth of a person: what is missing of less than half of that is not missing. */
const SHOWN = 0.05;

/**
 * Full-time people whom the hours given for the customers need of a capability, at the utilisation of the policy. Hours that
 * are assumed are left out: they follow from the people there, and so say nothing about who can be spared. Linear in the
 * customers.
 */
export function fullTimeNeeded(organisation: Organisation, capability: Index): number {
  const { customers, hoursPerFtePerMonth, policy } = organisation;
  const given = customers.effort.get(capability);
  if (given === undefined) return 0;
  let hours = 0;
  for (const value of given) if (!Number.isNaN(value)) hours += value;
  return hours / (hoursPerFtePerMonth * policy.utilisation);
}

export const fteOf = ({ people }: Organisation, seats: readonly Index[]): number =>
  seats.reduce((sum, seat) => sum + people.fte[seat]!, 0);

/** Whether so many full-time people do for a need, to a tenth of a person. */
export const covers = (there: number, need: number): boolean => there > need - SHOWN;

/** How many of these people can go, whoever they are, while the rest still cover the need. */
export function sparedBy(organisation: Organisation, seats: readonly Index[], need: number): number {
  const { fte } = organisation.people;
  const ascending = new Float64Array(seats.length).map((_, at) => fte[seats[at]!]!).sort();
  let left = fteOf(organisation, seats);
  let spared = 0;
  for (; spared < seats.length; spared++) {
    left -= ascending[seats.length - 1 - spared]!;
    if (!covers(left, need)) break;
  }
  return spared;
}

/**
 * The capabilities that sit in the clusters, with the people every cluster needs of each: essential ones, those that join, and what
 * the options add or take out; and their specialisms, of which none is needed, since holders of the parent do their work
 * where a cluster has no specialist.
 */
export function clusterNeeds(
  { capabilities }: Organisation,
  options: Pick<ClusterOptions, 'include' | 'exclude' | 'holders'>,
): ReadonlyMap<Index, number> {
  const needs = new Map<Index, number>();
  capabilities.forEach(({ id, role }, index) => {
    const joins = role === 'joins' || (mayJoin(role) && options.include.includes(id));
    if (role === 'essential' || (joins && !options.exclude.includes(id))) needs.set(index, options.holders);
  });
  // A specialism may have specialisms.
  for (let before = -1; before !== needs.size; ) {
    before = needs.size;
    capabilities.forEach(({ id, role, of }, index) => {
      if (role === 'joins-if-enough' && needs.has(of) && !needs.has(index) && !options.exclude.includes(id))
        needs.set(index, 0);
    });
  }
  return needs;
}

const mayJoin = (role: Capability['role']) => role === 'common' || role === 'joins-if-enough';

/** Adds the capabilities of which there are enough people for one in each of so many clusters. */
export function withThoseThatSuffice(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  clusters: number,
  exclude: readonly string[],
): ReadonlyMap<Index, number> {
  const { capability, vacant } = organisation.people;
  const held = new Float64Array(organisation.capabilities.length);
  const stays = joiningNoCluster(organisation);
  for (let seat = 0; seat < stays.length; seat++)
    if (stays[seat] === 0 && vacant[seat] === 0) held[capability[seat]!]!++;
  const all = new Map(needs);
  organisation.capabilities.forEach(({ id, role }, index) => {
    if (role !== 'joins-if-enough' || held[index]! < clusters || exclude.includes(id)) return;
    if (!all.has(index)) all.set(index, 1);
  });
  return all;
}
