import { memo } from '../../../base/memo.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { type ReportingTree, reportsOf, treeOf } from '../../../model/tree.ts';
import { indexIn } from '../../../numbers/sorted.ts';
import type { Group } from '../groups.ts';
import { spareable } from '../number/needs.ts';
import { type AssignmentMethod, assign } from './assignment/assign.ts';
import { type LinearSolver, limited, solveWithHighs } from './assignment/solver.ts';
import { chooseForCentre, preferredForCentres } from './centre-staff.ts';
import type { PlacingResult, PostDivision } from './placement.ts';
import { crosses, type Ties } from './ties.ts';
import { classesOf, MILLIONTHS, type PlacingOptions, worthIn, worthOf } from './worth.ts';

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
  ties: Ties,
  posts: PostDivision,
  pins: ReadonlyMap<Index, number>,
  options: PlacingOptions,
  solve: LinearSolver = solveWithHighs,
): PlacingResult {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const worth = worthOf(options.goals);
  const mustStay = options.mustStay.includes('location');
  const solver = limited(solve, options.timeLimit);
  const groupOf = new Int32Array(people.count).fill(-1);
  const left: Index[] = [];
  const preferred = preferredForCentres(organisation, posts, groups);
  const centres = new Map<Index, readonly Index[]>();
  let method: AssignmentMethod = 'greedy-proven';
  const classOf = new Int32Array(people.count).fill(-1);
  let classes = 0;
  let gap = 0;
  for (const [capability, seats] of posts.holders) {
    const hires = posts.hires.get(capability);
    const room = posts.posts.get(capability)!.map((count, at) => count - (hires?.[at] ?? 0));
    let open = seats.filter((seat) => {
      const pin = pins.get(seat);
      if (pin === undefined) return true;
      groupOf[seat] = pin;
      room[pin]!--;
      return false;
    });
    const wanted = posts.centreSeats.get(capability) ?? 0;
    // Where only people without customers may go, they are worth nothing anywhere but for their team, and go first.
    const first =
      organisation.policy.centreSize === undefined
        ? preferred(capability, open.filter(spareable(organisation, seats, groups, posts.outranks))).slice(
            0,
            wanted,
          )
        : [];
    const size = wanted - first.length;
    if (first.length > 0) {
      const apart = new Set(first);
      open = open.filter((seat) => !apart.has(seat));
    }
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
    if (centre.size + first.length > 0) centres.set(capability, [...first, ...centre]);
    members.forEach((list, one) => {
      const others = list.filter((seat) => !centre.has(seat));
      const put = (seat: Index, group: number) => {
        groupOf[seat] = group;
      };
      const byShare = places[one]!.length > 1 ? salesDiffer(organisation, ties, others) : undefined;
      const without =
        byShare === undefined
          ? keepTeamsTogether(tree, others, places[one]!, put)
          : keepSales(organisation, others, places[one]!.toSorted(byShare), put);
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

/** Sales a year of the customers that each seat knows by name, in parts where several do. Linear in relationships. */
const salesOf = memo(({ people, customers, relationships: { start, seat } }: Organisation): Float64Array => {
  const sales = new Float64Array(people.count);
  for (let customer = 0; customer < customers.count; customer++) {
    const revenue = customers.revenue[customer]!;
    const [from, to] = [start[customer]!, start[customer + 1]!];
    if (revenue > 0) for (let k = from; k < to; k++) sales[seat[k]!]! += revenue / (to - from);
  }
  return sales;
});

/** The groups of a class whose people know customers that pay more or less, most known first; nothing where sales tell nobody apart. */
function salesDiffer(
  organisation: Organisation,
  { start, group, share }: Ties,
  members: readonly Index[],
): ((a: Places, b: Places) => number) | undefined {
  const [first] = members;
  const sales = salesOf(organisation);
  if (first === undefined || members.every((seat) => sales[seat] === sales[first])) return undefined;
  const shareIn = (at: number) => {
    const k = indexIn(group, at, start[first]!, start[first + 1]!);
    return k < 0 ? 0 : share[k]!;
  };
  return (a, b) => shareIn(b.group) - shareIn(a.group) || a.group - b.group;
}

/** Of people who are as good as each other those whose customers pay most stay with them. Returns whom there is no place for. */
function keepSales(
  organisation: Organisation,
  members: readonly Index[],
  places: readonly Places[],
  put: (seat: Index, group: number) => void,
): readonly Index[] {
  const sales = salesOf(organisation);
  const order = [...members].sort((a, b) => sales[b]! - sales[a]!);
  let at = 0;
  for (const { group, people } of places)
    for (const end = Math.min(order.length, at + people); at < end; at++) put(order[at]!, group);
  return order.slice(at);
}

/** So many people of a class in a group. */
interface Places {
  readonly group: number;
  readonly people: number;
}

/**
 * Divides people who are as good as each other over groups, so many to each, by teams: the people who report to the same
 * lead, and the lead if among them. Teams whose lead is among them come first, then the larger ones; each goes to the next
 * group in turn, from the one with most places, as far as there is room. So leads are spread and teams stay together.
 * The rest fill what is left, by the id of their lead, then by their own. Calls `put` for everyone who has a place; returns the
 * others. Cost: n log n.
 */
function keepTeamsTogether(
  tree: ReportingTree,
  members: readonly Index[],
  places: readonly Places[],
  put: (seat: Index, group: number) => void,
): readonly Index[] {
  const room = places.map(({ people }) => people);
  const turn = [...places.keys()].sort((a, b) => room[b]! - room[a]! || a - b);
  const leads = (seat: Index) => reportsOf(tree, seat) > 0;
  const teams = new Map<Index, { lead: Index; led: boolean; seats: Index[] }>();
  for (const seat of members) {
    const lead = leads(seat) ? seat : tree.boss[seat]!;
    let team = teams.get(lead);
    if (team === undefined) {
      team = { lead, led: false, seats: [] };
      teams.set(lead, team);
    }
    if (seat === lead) {
      team.led = true;
      team.seats.unshift(seat);
    } else team.seats.push(seat);
  }
  const order = [...teams.values()].sort(
    (a, b) => Number(b.led) - Number(a.led) || b.seats.length - a.seats.length || a.lead - b.lead,
  );
  const rest: { seat: Index; lead: Index }[] = [];
  let next = 0;
  for (const { lead, seats } of order) {
    for (let tried = 0; tried < turn.length && room[turn[next]!] === 0; tried++)
      next = (next + 1) % turn.length;
    const at = turn[next];
    for (const seat of seats) {
      if (at !== undefined && room[at]! > 0) {
        put(seat, places[at]!.group);
        room[at]!--;
      } else rest.push({ seat, lead });
    }
    next = (next + 1) % turn.length;
  }
  rest.sort((a, b) => a.lead - b.lead || a.seat - b.seat);
  let filled = 0;
  for (const at of places.keys())
    for (; room[at]! > 0 && filled < rest.length; filled++) {
      put(rest[filled]!.seat, places[at]!.group);
      room[at]!--;
    }
  return rest.slice(filled).map(({ seat }) => seat);
}
