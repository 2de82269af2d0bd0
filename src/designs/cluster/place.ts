import { effortOf } from '../../model/effort.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { bySeniority } from '../seniority.ts';
import type { Group } from './groups.ts';
import type { Posts } from './seats.ts';

/** Weight of the own customers in a group against that of the team's home group. */
const TEAM = 0.5;

/** Hours of each person's own customers in each group: [person] -> group -> hours. */
function hoursByGroup(organisation: Organisation, groups: readonly Group[], clustered: readonly Index[]) {
  const { relationships } = organisation;
  const { hours } = effortOf(organisation);
  const columns = clustered.flatMap((capability) => hours.get(capability) ?? []);
  const found = new Map<Index, Float64Array>();
  groups.forEach((group, at) => {
    for (const customer of group.customers) {
      const [from, to] = [relationships.start[customer]!, relationships.start[customer + 1]!];
      if (from === to) continue;
      let need = 0;
      for (const column of columns) need += column[customer]!;
      for (let k = from; k < to; k++) {
        const seat = relationships.seat[k]!;
        let own = found.get(seat);
        if (own === undefined) {
          own = new Float64Array(groups.length);
          found.set(seat, own);
        }
        own[at]! += Math.max(need, 1e-9) / (to - from);
      }
    }
  });
  return found;
}

const mostOf = (values: ArrayLike<number>): number => {
  let best = -1;
  for (let at = 0; at < values.length; at++)
    if (values[at]! > 0 && (best < 0 || values[at]! > values[best]!)) best = at;
  return best;
};

/**
 * Places people into the posts of the groups: pinned people first, then managers from the most senior, then capability by capability
 * those with the strongest tie, each into the group with most of their own customers' hours, else their team's home group (where most
 * hours of the team's customers are), else the one with most open posts; managers go where the fewest managers are, so that
 * each group has somebody to lead it. A documented simple way, not an optimum; cost: people times groups. Returns the group of each seat, -1 for none.
 */
export function placePeople(
  organisation: Organisation,
  groups: readonly Group[],
  posts: Posts,
  pinned: ReadonlyMap<Index, number>,
): Int32Array {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const own = hoursByGroup(organisation, groups, [...posts.posts.keys()]);
  const team = new Map<Index, Float64Array>();
  for (const [seat, hours] of own) {
    const boss = tree.boss[seat]!;
    const sum = team.get(boss) ?? new Float64Array(groups.length);
    hours.forEach((value, at) => {
      sum[at]! += value;
    });
    team.set(boss, sum);
  }
  const groupOf = new Int32Array(people.count).fill(-1);
  const strength = new Float64Array(people.count);
  const nowhere = new Float64Array(groups.length);
  const managers = new Int32Array(groups.length);
  const tieOf = (seat: Index): Float64Array => {
    const hours = own.get(seat);
    const home = mostOf(team.get(seat) ?? team.get(tree.boss[seat]!) ?? []);
    if (hours === undefined && home < 0) return nowhere;
    const tie = new Float64Array(groups.length);
    const sum = hours?.reduce((a, b) => a + b, 0) ?? 0;
    if (hours !== undefined && sum > 0)
      hours.forEach((value, at) => {
        tie[at] = value / sum;
      });
    if (home >= 0) tie[home]! += TEAM;
    return tie;
  };
  const open = new Map(
    [...posts.posts].map(([capability, counts]) => [
      capability,
      counts.map((count, at) => count - (posts.hires.get(capability)?.[at] ?? 0)),
    ]),
  );
  const ties = new Map<Index, Float64Array>();
  const put = (seat: Index, capability: Index, at: number) => {
    groupOf[seat] = at;
    open.get(capability)![at]!--;
    if (reportsOf(tree, seat) > 0) managers[at]!++;
  };
  const place = (seat: Index, capability: Index) => {
    const room = open.get(capability)!;
    const tie = ties.get(seat) ?? nowhere;
    const leads = reportsOf(tree, seat) > 0 && strength[seat]! < 1;
    let best = -1;
    for (let at = 0; at < groups.length; at++) {
      if (room[at]! <= 0) continue;
      if (best < 0) best = at;
      else if (leads && managers[at] !== managers[best]) best = managers[at]! < managers[best]! ? at : best;
      else if (Math.abs(tie[at]! - tie[best]!) > 1e-12) best = tie[at]! > tie[best]! ? at : best;
      else if (room[at]! > room[best]!) best = at;
    }
    // Pins may fill more than the posts of a group: then the widest group takes the rest.
    put(seat, capability, best < 0 ? room.indexOf(Math.max(...room)) : best);
  };

  const leaders: Index[] = [];
  const postOf = new Map<Index, Index>();
  for (const [capability, seats] of posts.holders)
    for (const seat of seats) {
      const tie = tieOf(seat);
      if (tie !== nowhere) {
        ties.set(seat, tie);
        strength[seat] = Math.max(...tie);
      }
      const pin = pinned.get(seat);
      if (pin !== undefined) put(seat, capability, pin);
      else if (reportsOf(tree, seat) > 0) {
        leaders.push(seat);
        postOf.set(seat, capability);
      }
    }
  // All managers together and the most senior first, so that they spread over the groups whatever their trade.
  for (const seat of bySeniority(organisation, leaders)) place(seat, postOf.get(seat)!);
  for (const [capability, seats] of posts.holders) {
    // Seats stand in the order of their ids.
    const order = seats
      .filter((seat) => groupOf[seat]! < 0)
      .sort((a, b) => strength[b]! - strength[a]! || a - b);
    for (const seat of order) place(seat, capability);
  }
  return groupOf;
}
