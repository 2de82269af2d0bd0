import type { Index, Organisation, Relationships, Serves } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { slug } from '../numbers.ts';
import { staysPut } from '../settle.ts';
import type { Group } from './groups.ts';
import { placePeople } from './place.ts';
import type { ClusterPlan } from './plan.ts';
import { dividePosts, type Posts } from './seats.ts';

/** Who is placed in which group. */
export interface Placement {
  readonly posts: Posts;
  /** Group of each seat, -1 for none. */
  readonly groupOf: Int32Array;
  /** Capability of the post that each seat fills; -1 for none, also for those who are only pinned. */
  readonly postOf: Int32Array;
  /** Pins that name nobody, or no group. */
  readonly idlePins: readonly string[];
}

/** Pinned seats and their groups: a pin names the id of the cluster, its name, or a value of the basis in it. */
function pinnedGroups(
  organisation: Organisation,
  groups: readonly Group[],
  pinned: Readonly<Record<string, string>>,
): { pins: ReadonlyMap<Index, number>; idle: readonly string[] } {
  const wanted = Object.entries(pinned);
  const pins = new Map<Index, number>();
  const idle: string[] = [];
  if (wanted.length === 0) return { pins, idle };
  const index = new Map(organisation.people.id.map((id, seat) => [id, seat]));
  const { boss } = treeOf(organisation);
  for (const [id, target] of wanted) {
    const seat = index.get(id);
    const at = groups.findIndex(
      (group) =>
        target === group.name || target === `cluster/${slug(group.name)}` || group.sources.includes(target),
    );
    // The top stays at the top.
    if (seat !== undefined && at >= 0 && boss[seat]! >= 0) pins.set(seat, at);
    else idle.push(`${id}: ${target}`);
  }
  return { pins, idle };
}

const placements = new WeakMap<Pick<ClusterPlan, 'groups'>, { key: string; placement: Placement }>();

/** Places people into the groups of a plan; cluster and matrix share the plan, and so the placement. */
export function placeInto(
  organisation: Organisation,
  plan: Pick<ClusterPlan, 'groups' | 'needs' | 'minimum'>,
  pinned: Readonly<Record<string, string>>,
): Placement {
  const key = JSON.stringify(pinned);
  const known = placements.get(plan);
  if (known?.key === key) return known.placement;
  const { pins, idle } = pinnedGroups(organisation, plan.groups, pinned);
  const posts = dividePosts(
    organisation,
    plan.groups,
    plan.needs,
    plan.minimum,
    (seat) => !staysPut(organisation, seat),
    (seat) => pins.has(seat),
  );
  const postOf = new Int32Array(organisation.people.count).fill(-1);
  for (const [capability, seats] of posts.holders) for (const seat of seats) postOf[seat] = capability;
  const groupOf = placePeople(organisation, plan.groups, posts, pins);
  for (const [seat, at] of pins) groupOf[seat] = at;
  const placement = { posts, postOf, groupOf, idlePins: idle };
  placements.set(plan, { key, placement });
  return placement;
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
