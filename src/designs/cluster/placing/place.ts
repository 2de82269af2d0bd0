import type { Index, Organisation } from '../../../model/organisation.ts';
import { treeOf } from '../../../model/tree.ts';
import { type AssignmentMethod, assign } from '../assignment/assign.ts';
import { type LinearSolver, limited, solveWithHighs } from '../assignment/solver.ts';
import type { Group } from '../groups.ts';
import { chooseForCentre, preferredForCentres } from './centre-staff.ts';
import { classesOf } from './classes.ts';
import { MILLIONTHS, type PlacingOptions, worthIn, worthOf } from './goals.ts';
import type { Divided } from './seats.ts';
import { keepTeamsTogether } from './teams-together.ts';
import { crosses, type Ties, tiesOf } from './ties.ts';

/** Who is placed where, how well, and how that is known. */
export interface Placed {
  /** Group of each seat, -1 for none. */
  readonly groupOf: Int32Array;
  /** People of each centre of expertise, whose group is -1. */
  readonly centres: ReadonlyMap<Index, readonly Index[]>;
  /** What the placing adds up to, and what no other one exceeds. */
  readonly objective: number;
  readonly bound: number;
  /** Seats placed, those that are pinned included; classes of seats that are as good as each other. */
  readonly seats: number;
  readonly classes: number;
  readonly method: AssignmentMethod;
  /** People who move to a group that is not served from where they are. */
  readonly crossing: readonly Index[];
  /** Seats that have no place without crossing, where that is forbidden. */
  readonly left: readonly Index[];
  /** Seats of one class fill the same kind of post, and could change places at no cost; -1 for none, and for pinned seats. */
  readonly classOf: Int32Array;
  readonly ties: Ties;
}

const WORST_LAST: readonly AssignmentMethod[] = ['greedy-proven', 'solved', 'time-limit', 'unsolved'];

/**
 * Places people into the posts of the groups, pinned people first, then for each capability as `assign` finds the best
 * placing. A placing is worth, for each seat, the share of its customer hours in its group, the home group of its team, and
 * less where it crosses to another location, each by its weight; in a centre of expertise it is worth nothing. Managers count like everyone; of people who are as good as
 * each other, those of one team stay together.
 */
export function placePeople(
  organisation: Organisation,
  groups: readonly Group[],
  posts: Divided,
  pins: ReadonlyMap<Index, number>,
  options: PlacingOptions,
  solve: LinearSolver = solveWithHighs,
): Placed {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const ties = tiesOf(organisation, groups, [...posts.posts.keys()]);
  const worth = worthOf(options.goals);
  const mustStay = options.mustStay.includes('location');
  const solver = limited(solve, options.timeLimit);
  const groupOf = new Int32Array(people.count).fill(-1);
  const left: Index[] = [];
  const preferred = preferredForCentres(organisation, posts.holders, groups);
  const centres = new Map<Index, readonly Index[]>();
  let method: AssignmentMethod = 'greedy-proven';
  const classOf = new Int32Array(people.count).fill(-1);
  let classes = 0;
  let gap = 0;
  for (const [capability, seats] of posts.holders) {
    const hires = posts.hires.get(capability);
    const room = posts.posts.get(capability)!.map((count, at) => count - (hires?.[at] ?? 0));
    const open = seats.filter((seat) => {
      const pin = pins.get(seat);
      if (pin === undefined) return true;
      groupOf[seat] = pin;
      room[pin]!--;
      return false;
    });
    const size = posts.centreSeats.get(capability) ?? 0;
    const { problem, members } = classesOf(ties, worth, mustStay, open, room, size);
    const found = assign(problem, solver);
    members.forEach((list, one) => {
      for (const seat of list) classOf[seat] = classes + one;
    });
    classes += members.length;
    gap += found.bound - found.gain;
    if (WORST_LAST.indexOf(found.method) > WORST_LAST.indexOf(method)) method = found.method;
    const places = members.map((): { group: number; people: number }[] => []);
    for (const { class: one, group, people: count } of found.shares)
      places[one]!.push({ group, people: count });
    const centre =
      size === 0
        ? new Set<Index>()
        : chooseForCentre(problem, members, places, room.length, preferred(capability, open));
    if (centre.size > 0) centres.set(capability, [...centre]);
    members.forEach((list, one) => {
      const others = list.filter((seat) => !centre.has(seat));
      const without = keepTeamsTogether(tree, others, places[one]!, (seat, group) => {
        groupOf[seat] = group;
      });
      for (const seat of without) left.push(seat);
    });
  }
  let objective = 0;
  let placed = 0;
  const crossing: Index[] = [];
  groupOf.forEach((at, seat) => {
    if (at < 0) return;
    placed++;
    objective += worthIn(ties, worth, seat, at);
    if (people.vacant[seat] === 0 && crosses(ties, ties.area[seat]!, at)) crossing.push(seat);
  });
  return {
    groupOf,
    centres,
    objective: objective / MILLIONTHS,
    bound: (objective + gap) / MILLIONTHS,
    seats: placed,
    classes,
    method,
    crossing,
    left: left.sort((a, b) => a - b),
    classOf,
    ties,
  };
}
