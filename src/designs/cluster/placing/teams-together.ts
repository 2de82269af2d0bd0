import type { Index } from '../../../model/organisation.ts';
import { type ReportingTree, reportsOf } from '../../../model/tree.ts';

/** So many people of a class in a group. */
export interface Places {
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
export function keepTeamsTogether(
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
    const team = teams.get(lead) ?? { lead, led: false, seats: [] };
    teams.set(lead, team);
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
