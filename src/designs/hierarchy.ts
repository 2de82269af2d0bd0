import type { Index } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import type { Draft } from './draft.ts';
import { bySeniority } from './seniority.ts';

/** The people under one manager while a hierarchy is built. */
class Rooms {
  private readonly taken = new Map<Index, number>();
  constructor(private readonly size: number) {}
  of(manager: Index) {
    return this.size - (this.taken.get(manager) ?? 0);
  }
  take(manager: Index) {
    this.taken.set(manager, (this.taken.get(manager) ?? 0) + 1);
  }
  give(manager: Index) {
    this.taken.set(manager, (this.taken.get(manager) ?? 0) - 1);
  }
}

/**
 * Orders the members of a unit below its head. Reporting lines inside the unit stay; who has lost the manager hangs on
 * the nearest manager inside with room (up the old lines, then the head, then other managers of today), and only
 * then a team-lead seat is opened. A team that the design makes too small joins the head. A manager has room up to the largest team size; lines that stay may exceed it. Cost:
 * linear in the members times the depth.
 *
 * `members` holds everyone in the unit, the head included; `builtIn` is the unit that each seat is built into, -1 for none.
 */
export function hangUnit(
  draft: Draft,
  unit: Index,
  members: readonly Index[],
  head: Index,
  builtIn: Int32Array,
): void {
  const { source } = draft;
  const tree = treeOf(source);
  const old = (seat: Index) => (seat < source.people.count ? tree.boss[seat]! : -1);
  const here = builtIn[head]!;
  const inside = (seat: Index) => builtIn[seat] === here;
  for (const seat of members) draft.boss[seat] = -1;
  const size = Math.max(2, Math.min(source.policy.maximumSpan, source.policy.maximumTeam - 1));
  const rooms = new Rooms(size);
  const hang = (seat: Index, boss: Index) => {
    draft.boss[seat] = boss;
    rooms.take(boss);
  };
  const orphans: Index[] = [];
  for (const seat of members) {
    if (seat === head) continue;
    const boss = old(seat);
    if (boss >= 0 && inside(boss)) hang(seat, boss);
    else orphans.push(seat);
  }
  dissolveRemnants(draft, members, head, rooms, builtIn);
  // Up the old lines to the nearest manager inside: the one who knew their work.
  const open: Index[] = [];
  for (const seat of orphans) {
    let boss = old(seat);
    while (boss >= 0 && !inside(boss)) boss = old(boss);
    if (boss >= 0 && rooms.of(boss) > 0) hang(seat, boss);
    else open.push(seat);
  }
  if (open.length === 0) return;

  const ledBefore = (seat: Index) => seat < source.people.count && reportsOf(tree, seat) > 0;
  const leaders = bySeniority(source, open.filter(ledBefore));
  // People by their old team, so that teams stay together.
  const followers = open.filter((seat) => !ledBefore(seat)).sort((a, b) => old(a) - old(b) || a - b);
  if (rooms.of(head) <= 0 && leaders.length > 0) freeOne(draft, members, head, rooms, followers);
  // Whoever brings a team of their own hangs on the head; below others they could end up under their own people.
  let tops = leaders;
  const reserved = Math.min(Math.max(0, rooms.of(head)), tops.length);
  for (let k = 0; k < reserved; k++) rooms.take(head);
  let left: readonly Index[] = followers;
  for (const manager of [head, ...members.filter((seat) => seat !== head && ledBefore(seat))]) {
    const fitting = Math.max(0, rooms.of(manager));
    for (const seat of left.slice(0, fitting)) hang(seat, manager);
    left = left.slice(fitting);
    if (left.length === 0) break;
  }
  for (let k = 0; k < reserved; k++) rooms.give(head);
  if (left.length > 0) {
    const more = [...left];
    if (rooms.of(head) <= tops.length) freeOne(draft, members, head, rooms, more);
    tops = [...tops, ...openLeads(draft, unit, more, size, hang)];
  }
  while (tops.length > Math.max(1, rooms.of(head))) tops = openLeads(draft, unit, tops, size, hang);
  for (const seat of tops) hang(seat, head);
}

/**
 * Teams that the design leaves too small to be one go to the head, if there is room for all of them. Teams that were as
 * small before stay: the design is not to blame.
 */
function dissolveRemnants(
  draft: Draft,
  members: readonly Index[],
  head: Index,
  rooms: Rooms,
  builtIn: Int32Array,
): void {
  const { source } = draft;
  const tree = treeOf(source);
  const losesPeople = (lead: Index) => {
    for (let k = tree.reportStart[lead]!; k < tree.reportStart[lead + 1]!; k++) {
      const report = tree.report[k]!;
      if (builtIn[report]! >= 0 && (builtIn[report] !== builtIn[head] || draft.boss[report] !== lead))
        return true;
    }
    return false;
  };
  const kept = new Map<Index, Index[]>();
  for (const seat of members) {
    const boss = draft.boss[seat]!;
    if (boss < 0 || boss === head || boss >= source.people.count) continue;
    const team = kept.get(boss);
    if (team === undefined) kept.set(boss, [seat]);
    else team.push(seat);
  }
  for (const [lead, team] of kept) {
    if (!losesPeople(lead) || team.length + 1 >= source.policy.minimumTeam || rooms.of(head) < team.length)
      continue;
    for (const seat of team) {
      draft.boss[seat] = head;
      rooms.give(lead);
      rooms.take(head);
    }
  }
}

/** Makes room for one lead under a full head: somebody there who leads nobody moves to the others without a place. */
function freeOne(draft: Draft, members: readonly Index[], head: Index, rooms: Rooms, others: Index[]): void {
  const leads = new Set(members.map((seat) => draft.boss[seat]!));
  const last = members.findLast((seat) => draft.boss[seat] === head && seat !== head && !leads.has(seat));
  if (last === undefined) return;
  rooms.give(head);
  draft.boss[last] = -1;
  others.push(last);
}

/** Puts seats under new team-lead seats, as few as hold them, and returns the leads. */
function openLeads(
  draft: Draft,
  unit: Index,
  seats: readonly Index[],
  size: number,
  hang: (seat: Index, boss: Index) => void,
): Index[] {
  const leads: Index[] = [];
  const count = Math.ceil(seats.length / size);
  for (let at = 0; at < count; at++) {
    // Even teams rather than full ones and a remainder.
    const team = seats.slice(
      Math.floor((at * seats.length) / count),
      Math.floor(((at + 1) * seats.length) / count),
    );
    const first = team[0]!;
    const capability = draft.capabilityOf(first);
    const lead = draft.addSeat({
      id: `lead/${draft.units[unit]!.id}/${at + 1}`,
      title: `Team lead, ${draft.units[unit]!.name}`,
      capability,
      unit,
      lead: true,
    });
    for (const seat of team) hang(seat, lead);
    leads.push(lead);
  }
  return leads;
}
