import { memo } from '../../../base/memo.ts';
import type { Index, Organisation, Relationships, Serves } from '../../../model/organisation.ts';
import { reportsOf, treeOf } from '../../../model/tree.ts';
import { joiningNoCluster } from '../../hierarchy/executives.ts';
import { mayLead } from '../../hierarchy/seniority.ts';
import { KEEPS_ITS_HEAD } from '../../hierarchy/who-stays.ts';
import { equityOf } from '../equity.ts';
import type { Group } from '../groups.ts';
import type { ClusterPlan } from '../plan.ts';
import { placePeople } from './place-people.ts';
import type { Placement, PlacingResult, PostDivision, Posts } from './placement.ts';
import { placingSentences } from './placing-sentences.ts';
import { dividePosts, pinnedGroups, yieldToPins } from './posts.ts';
import { tiesOf } from './ties.ts';
import type { PlacingOptions } from './worth.ts';

const NO_HEADS: ReadonlyMap<number, Index> = new Map();

/** Places people into the groups of a plan, beside the heads that are chosen already; these fill no posts. */
export const placeInto = memo(
  (
    organisation: Organisation,
    plan: Pick<ClusterPlan, 'groups' | 'needs' | 'minimum'>,
    options: PlacingOptions,
    heads: ReadonlyMap<number, Index> = NO_HEADS,
  ): Placement => {
    const { pins, idle } = pinnedGroups(organisation, plan.groups, options.pinned);
    const { fitting, placed } = placeWithCentres(organisation, plan, pins, options, heads);
    const postOf = new Int32Array(organisation.people.count).fill(-1);
    for (const [capability, seats] of fitting.holders)
      for (const seat of seats) if (placed.groupOf[seat]! >= 0) postOf[seat] = capability;
    const groupOf = placed.groupOf.slice();
    for (const [seat, at] of pins) groupOf[seat] = at;
    for (const [at, seat] of heads) if (joiningNoCluster(organisation)[seat] === 0) groupOf[seat] = at;
    return {
      posts: fitting,
      postOf,
      groupOf,
      idlePins: idle,
      assignment: reported(placed, options.goals),
      explanation: placingSentences(organisation, placed, options, pins, plan.groups.length),
      crossing: placed.crossing,
      classOf: placed.classOf,
      pins,
      ties: placed.ties,
    };
  },
);

/**
 * Posts and people. A centre of expertise that took people of whose capability a post then has to be hired, since a pin or a
 * location leaves it open, is given up.
 */
function placeWithCentres(
  organisation: Organisation,
  { groups, needs, minimum }: Pick<ClusterPlan, 'groups' | 'needs' | 'minimum'>,
  pins: ReadonlyMap<Index, number>,
  options: PlacingOptions,
  heads: ReadonlyMap<number, Index>,
): { fitting: Posts; placed: PlacingResult } {
  const ties = tiesOf(organisation, groups, needs);
  const without = new Set<Index>();
  const outranks = outranking(organisation, heads, groups.length);
  const movable = movableBeside(organisation, heads, needs, groups.length, outranks);
  const pinned = (seat: Index) => pins.has(seat);
  const equity = options.seatsBy === 'equity' ? equityOf(organisation, groups) : null;
  const giveUp = (open: Posts['hires'], centres: ReadonlyMap<Index, unknown>) => {
    const given = [...centres.keys()].filter((capability) => open.has(capability));
    for (const capability of given) without.add(capability);
    return given.length > 0;
  };
  for (;;) {
    const divided = {
      ...yieldToPins(
        dividePosts(organisation, groups, needs, minimum, movable, pinned, heads, without, equity),
        pins,
        needs,
        minimum,
      ),
      outranks,
    };
    if (giveUp(divided.hires, divided.centreSeats)) continue;
    const placed = placePeople(organisation, groups, ties, divided, pins, options);
    const fitting = postsOf(divided, placed);
    if (!giveUp(fitting.hires, divided.centreSeats)) return { fitting, placed };
  }
}

/** Whether somebody leads people and, where every group has a head, one of these may not lead them: there they would come below somebody less senior. */
function outranking(
  organisation: Organisation,
  heads: ReadonlyMap<number, Index>,
  groups: number,
): (seat: Index) => boolean {
  const tree = treeOf(organisation);
  const leads = mayLead(organisation);
  const leading = [...heads.values()];
  return (seat) =>
    leading.length === groups && reportsOf(tree, seat) > 0 && leading.some((head) => !leads(head, seat));
}

/**
 * Who may fill posts: not heads, nor people who stay where they are, nor who would come below a head who is less senior, for a second
 * capability of theirs or away from a team that stays.
 */
function movableBeside(
  organisation: Organisation,
  heads: ReadonlyMap<number, Index>,
  needs: ReadonlyMap<Index, number>,
  groups: number,
  outranks: (seat: Index) => boolean,
): (seat: Index) => boolean {
  const leading = [...heads.values()];
  const { capability } = organisation.people;
  const { report, reportStart } = treeOf(organisation);
  const keepsTeam = (seat: Index) => {
    const reports = report.subarray(reportStart[seat]!, reportStart[seat + 1]!);
    const staying = reports.filter((one) => none[one] === 1 || !needs.has(capability[one]!)).length;
    return staying >= KEEPS_ITS_HEAD * (staying + 1);
  };
  const isHead = new Set(leading);
  const leads = mayLead(organisation);
  const none = joiningNoCluster(organisation);
  return (seat) =>
    none[seat] === 0 &&
    !isHead.has(seat) &&
    !(outranks(seat) && keepsTeam(seat)) &&
    (needs.has(organisation.people.capability[seat]!) ||
      leading.length < groups ||
      leading.every((head) => leads(head, seat)));
}

/** The posts when people are placed: those whose people have to stay where they are are to be hired instead. */
function postsOf(
  { holders: all, posts, hires: open }: PostDivision,
  { groupOf, centres, left }: PlacingResult,
): Posts {
  const holders = new Map(
    [...all].map(([capability, seats]) => {
      const centre = new Set(centres.get(capability));
      return [capability, seats.filter((seat) => !centre.has(seat))];
    }),
  );
  if (left.length === 0) return { holders, centres, posts, hires: open };
  const hires = new Map<Index, readonly number[]>();
  for (const [capability, counts] of posts) {
    const room = [...counts];
    for (const seat of holders.get(capability)!) if (groupOf[seat]! >= 0) room[groupOf[seat]!]!--;
    if (room.some((count) => count > 0)) hires.set(capability, room);
  }
  return { holders, centres, posts, hires };
}

const reported = (placed: PlacingResult, goals: PlacingOptions['goals']): Placement['assignment'] => {
  const { objective, bound, seats, classes, method, crossing, left } = placed;
  const gap = bound - objective;
  return {
    objective,
    bound,
    gap,
    relativeGap: gap === 0 ? 0 : bound === 0 ? null : gap / Math.abs(bound),
    method,
    goals,
    seats,
    classes,
    crossing: crossing.length,
    left: left.length,
  };
};

export const servesOf = (group: Group, attribute: string): Serves => ({
  kind: 'some',
  customers: Int32Array.from([...group.customers].sort((a, b) => a - b)),
  ...(group.values.length > 0 ? { where: { [attribute]: group.values } } : {}),
});

/**
 * The relationships in which the person sits in the group of the customer. People outside the groups keep theirs, but for
 * those who move to a centre of expertise, which serves nobody.
 */
export function keepRelationships(
  organisation: Organisation,
  groups: readonly Group[],
  { groupOf, posts }: Placement,
): Relationships {
  const { relationships, customers } = organisation;
  const ofCustomer = new Int32Array(customers.count).fill(-1);
  groups.forEach((group, at) => {
    for (const customer of group.customers) ofCustomer[customer] = at;
  });
  const inCentre = new Set([...posts.centres.values()].flat());
  const start = new Int32Array(customers.count + 1);
  const seats: Index[] = [];
  for (let customer = 0; customer < customers.count; customer++) {
    for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++) {
      const seat = relationships.seat[k]!;
      const at = groupOf[seat]!;
      if (at < 0 ? !inCentre.has(seat) : at === ofCustomer[customer]) seats.push(seat);
    }
    start[customer + 1] = seats.length;
  }
  return { start, seat: Int32Array.from(seats) };
}
