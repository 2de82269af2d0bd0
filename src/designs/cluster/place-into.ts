import type { Index, Organisation, Relationships, Serves } from '../../model/organisation.ts';
import type { ReportedAssignment } from '../../schema/assignment.ts';
import { clusterOptions } from '../../schema/designs.ts';
import { counted } from '../../text.ts';
import { staysPut } from '../settle.ts';
import type { PlacingOptions } from './goals.ts';
import type { Group } from './groups.ts';
import { pinnedGroups, yieldToPins } from './pins.ts';
import { type Placed, placePeople } from './place.ts';
import type { ClusterPlan } from './plan.ts';
import { dividePosts, type Posts } from './seats.ts';
import type { Ties } from './ties.ts';

/** Who is placed in which group. */
export interface Placement {
  readonly posts: Posts;
  /** Group of each seat, -1 for none. */
  readonly groupOf: Int32Array;
  /** Capability of the post that each seat fills; -1 for none, also for those who are only pinned. */
  readonly postOf: Int32Array;
  /** Pins that name nobody, or no group. */
  readonly idlePins: readonly string[];
  /** How good the placing is, and how that is known. */
  readonly assignment: ReportedAssignment;
  /** The same in sentences, with those who cross to another location or stay out for it. */
  readonly explanation: readonly string[];
  /** People who move to a group that is not served from where they are. */
  readonly crossing: readonly Index[];
  /** Seats of one class fill the same kind of post, and could change places at no cost; -1 for none, and for pinned seats. */
  readonly classOf: Int32Array;
  /** Pinned seats, and the group of each. */
  readonly pins: ReadonlyMap<Index, number>;
  readonly ties: Ties;
}

const placements = new WeakMap<Pick<ClusterPlan, 'groups'>, { key: string; placement: Placement }>();

const DEFAULTS: PlacingOptions = clusterOptions.parse({});

/** Places people into the groups of a plan; cluster and matrix share the plan, and so the placement. */
export function placeInto(
  organisation: Organisation,
  plan: Pick<ClusterPlan, 'groups' | 'needs' | 'minimum'>,
  pinned: Readonly<Record<string, string>>,
  { goals, mustStay, timeLimit }: PlacingOptions = DEFAULTS,
): Placement {
  const key = JSON.stringify([pinned, goals, mustStay, timeLimit]);
  const known = placements.get(plan);
  if (known?.key === key) return known.placement;
  const { pins, idle } = pinnedGroups(organisation, plan.groups, pinned);
  const divided = dividePosts(
    organisation,
    plan.groups,
    plan.needs,
    plan.minimum,
    (seat) => !staysPut(organisation, seat),
    (seat) => pins.has(seat),
  );
  const fitting = yieldToPins(divided, pins, plan.needs, plan.minimum);
  const placed = placePeople(organisation, plan.groups, fitting, pins, { goals, mustStay, timeLimit });
  const postOf = new Int32Array(organisation.people.count).fill(-1);
  for (const [capability, seats] of fitting.holders)
    for (const seat of seats) if (placed.groupOf[seat]! >= 0) postOf[seat] = capability;
  const groupOf = Int32Array.from(placed.groupOf);
  for (const [seat, at] of pins) groupOf[seat] = at;
  const placement = {
    posts: placed.left.length === 0 ? fitting : hireForThoseLeft(fitting, groupOf),
    postOf,
    groupOf,
    idlePins: idle,
    assignment: reported(placed, goals),
    explanation: sentences(organisation, placed, goals, plan.groups.length),
    crossing: placed.crossing,
    classOf: placed.classOf,
    pins,
    ties: placed.ties,
  };
  placements.set(plan, { key, placement });
  return placement;
}

/** Posts whose people have to stay where they are, to be hired instead. */
function hireForThoseLeft({ holders, centres, posts }: Posts, groupOf: Int32Array): Posts {
  const hires = new Map<Index, readonly number[]>();
  for (const [capability, counts] of posts) {
    const open = [...counts];
    for (const seat of holders.get(capability)!) if (groupOf[seat]! >= 0) open[groupOf[seat]!]!--;
    if (open.some((count) => count > 0)) hires.set(capability, open);
  }
  return { holders, centres, posts, hires };
}

const reported = (placed: Placed, goals: PlacingOptions['goals']): Placement['assignment'] => {
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

const SHOWN = 5;

/** A number as short as it is exact to so many digits. */
const figure = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 3 });

function sentences(
  { people }: Organisation,
  { objective, bound, seats, method, crossing, left }: Placed,
  goals: PlacingOptions['goals'],
  groups: number,
): string[] {
  if (seats === 0) return [];
  const ids = (list: readonly Index[]) =>
    list
      .slice(0, SHOWN)
      .map((seat) => people.id[seat])
      .join(', ') + (list.length > SHOWN ? ', …' : '');
  const proof =
    bound === objective
      ? 'no other placing reaches more'
      : `no placing reaches more than ${figure(bound)}, a gap of ${figure((100 * (bound - objective)) / Math.abs(bound || 1))} %, since the ${method === 'time-limit' ? 'time for it was over' : 'solver gave no better answer'}`;
  const found = [
    `${counted(seats, 'seat')} ${seats === 1 ? 'is' : 'are'} placed in ${counted(groups, 'group')} so that as much as possible stays together: the share of each one’s customer hours (weight ${figure(goals.customers)}), the home group of their team (${figure(goals.team)}), less ${figure(goals.location)} for whoever crosses to another location. This placing reaches ${figure(objective)}; ${proof}.`,
  ];
  if (crossing.length > 0)
    found.push(
      `${counted(crossing.length, 'person', 'people')} would work for customers who are served from other locations than theirs: ${ids(crossing)}.`,
    );
  if (left.length > 0)
    found.push(
      `${counted(left.length, 'seat')} must not change location and would have to: ${ids(left)}. ${left.length === 1 ? 'It keeps its department' : 'They keep their departments'}, and as many posts are to be hired.`,
    );
  return found;
}

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
