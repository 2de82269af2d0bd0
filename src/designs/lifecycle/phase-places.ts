import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { PHASES, type Phase } from '../../schema/input/fields.ts';
import { isExecutive } from '../hierarchy/who-stays.ts';
import { type ByPhase, ownHoursOf } from './shares.ts';

/** Puts seats of one kind in the places that each phase has for it. */
export function placeKind(
  organisation: Organisation,
  seats: readonly Index[],
  places: readonly number[],
  shares: ByPhase,
  claim: (seat: Index) => Phase | undefined,
): ReadonlyMap<Index, Phase> {
  const { units, unitOf } = organisation;
  const room = [...places];
  const placed = new Map<Index, Phase>();
  const put = (seat: Index, phase: Phase): boolean => {
    const at = PHASES.indexOf(phase);
    if (room[at]! <= 0) return false;
    room[at]!--;
    placed.set(seat, phase);
    return true;
  };
  const open = seats.filter((seat) => {
    const now = units[unitOf[seat]!]?.phase;
    if (now != null && put(seat, now)) return false;
    const named = claim(seat);
    return named === undefined || !(shares[PHASES.indexOf(named)]! > 0) || !put(seat, named);
  });
  const order = PHASES.map((phase, at) => ({ phase, places: places[at]!, room: room[at]! }))
    .filter((one) => one.room > 0)
    .sort((a, b) => a.places - b.places);
  const left = new Set(open);
  order.forEach(({ phase, room: free }, at) => {
    const chosen = at === order.length - 1 ? [...left] : leastTied(organisation, [...left], free);
    for (const seat of chosen) {
      put(seat, phase);
      left.delete(seat);
    }
  });
  return placed;
}

/** People under one manager, the manager among them where they lead them and are of the same kind. */
function teamsAmong(organisation: Organisation, seats: readonly Index[]): readonly (readonly Index[])[] {
  const { boss } = treeOf(organisation);
  const leads = new Set(seats.map((seat) => boss[seat]!));
  const teams = new Map<Index, Index[]>();
  for (const seat of seats) {
    const lead = leads.has(seat) ? seat : boss[seat]!;
    const team = teams.get(lead);
    if (team === undefined) teams.set(lead, [seat]);
    else team.push(seat);
  }
  return [...teams.values()];
}

/**
 * So many of the seats, whole teams first: those who work least for customers of their own, so that most customers keep their
 * person in the larger phase. Where no team is small enough, people of the one whose least tied members work least.
 */
function leastTied(organisation: Organisation, seats: readonly Index[], wanted: number): readonly Index[] {
  const hours = ownHoursOf(organisation);
  const { boss } = treeOf(organisation);
  const each = (list: readonly Index[]) =>
    list.reduce((total, seat) => total + hours[seat]!, 0) / list.length;
  const ranked = (teams: readonly { readonly team: readonly Index[]; readonly part: readonly Index[] }[]) =>
    teams
      .map(({ team, part }) => ({ team, part, each: each(part) }))
      // Sorting is stable: what is equal stays in the order of the teams.
      .sort((a, b) => a.each - b.each || b.team.length - a.team.length);
  const teams = teamsAmong(organisation, seats);
  const chosen: Index[] = [];
  // What is too large for the room that is left never fits again: room only shrinks.
  const tooLarge = new Set<readonly Index[]>();
  for (const { team } of ranked(teams.map((team) => ({ team, part: team }))))
    if (chosen.length + team.length > wanted) tooLarge.add(team);
    else for (const seat of team) chosen.push(seat);
  const room = wanted - chosen.length;
  if (room === 0 || tooLarge.size === 0) return chosen;
  const leadOf = (team: readonly Index[]) => {
    const bosses = new Set(team.map((seat) => boss[seat]!));
    return team.find((seat) => bosses.has(seat)) ?? -1;
  };
  const parts = teams
    .filter((team) => tooLarge.has(team))
    .map((team) => {
      const lead = leadOf(team);
      const order = [...team].sort(
        (a, b) => Number(a === lead) - Number(b === lead) || hours[a]! - hours[b]! || a - b,
      );
      return { team, part: order.slice(0, room) };
    });
  return [...chosen, ...ranked(parts)[0]!.part];
}

/**
 * Executives without a trade of their own whose whole department went into phases go with most of those below them, or they
 * would be left alone in it.
 */
export function followTeams(organisation: Organisation, phaseOf: Map<Index, Phase>): void {
  const { people, unitOf } = organisation;
  const { boss, order } = treeOf(organisation);
  const stays = new Set<Index>();
  const went = new Set<Index>();
  for (let seat = 0; seat < people.count; seat++) {
    if (phaseOf.has(seat)) went.add(unitOf[seat]!);
    else if (!isExecutive(organisation, seat) || boss[seat]! < 0) stays.add(unitOf[seat]!);
  }
  const below = peopleBelow(organisation, phaseOf);
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    const unit = unitOf[seat]!;
    if (phaseOf.has(seat) || boss[seat]! < 0 || !isExecutive(organisation, seat)) continue;
    const own = below.subarray(seat * PHASES.length, (seat + 1) * PHASES.length);
    if (unit < 0 || stays.has(unit) || !went.has(unit) || Math.max(...own) === 0) continue;
    phaseOf.set(seat, PHASES[own.indexOf(Math.max(...own))]!);
  }
}

/** How many of those who are in a phase stand below each seat, by phase. Linear. */
function peopleBelow(organisation: Organisation, phaseOf: ReadonlyMap<Index, Phase>): Int32Array {
  const { boss, order } = treeOf(organisation);
  const below = new Int32Array(organisation.people.count * PHASES.length);
  // Bosses come first in the order, so from the end all below are known.
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    const above = boss[seat]!;
    if (above < 0) continue;
    for (let k = 0; k < PHASES.length; k++)
      below[above * PHASES.length + k]! += below[seat * PHASES.length + k]!;
    const phase = phaseOf.get(seat);
    if (phase !== undefined) below[above * PHASES.length + PHASES.indexOf(phase)]!++;
  }
  return below;
}

/**
 * Puts managers where most of the people below them are, whatever these can do: each in exchange for somebody of the same
 * capability who leads nobody, and whose phase neither a pin, nor the unit of today, nor the title says. Cost: seats times
 * the levels above them.
 */
export function joinTeams(
  organisation: Organisation,
  phaseOf: Map<Index, Phase>,
  trades: readonly (readonly Index[])[],
  claim: (seat: Index) => Phase | undefined,
): void {
  const { units, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  const below = peopleBelow(organisation, phaseOf);
  const tell = (seat: Index, phase: Phase, step: number) => {
    const at = PHASES.indexOf(phase);
    for (let above = boss[seat]!; above >= 0; above = boss[above]!)
      below[above * PHASES.length + at]! += step;
  };
  const count = (seat: Index, phase: Phase) => below[seat * PHASES.length + PHASES.indexOf(phase)]!;
  const move = (seat: Index, phase: Phase) => {
    tell(seat, phaseOf.get(seat)!, -1);
    tell(seat, phase, 1);
    phaseOf.set(seat, phase);
  };
  const largest = (seat: Index) => Math.max(...PHASES.map((phase) => count(seat, phase)));
  const isBound = (seat: Index) => units[unitOf[seat]!]?.phase != null || claim(seat) !== undefined;
  for (const trade of trades) {
    const free = trade.filter((seat) => !isBound(seat));
    const staff = new Map<Phase, Index[]>(PHASES.map((phase) => [phase, []]));
    for (const seat of free)
      if (PHASES.every((phase) => count(seat, phase) === 0)) staff.get(phaseOf.get(seat)!)!.push(seat);
    // The largest teams first: who gives a place to one has to be of another.
    const managers = free
      .map((seat) => ({ seat, most: largest(seat) }))
      .filter(({ most }) => most > 0)
      .sort((a, b) => b.most - a.most || a.seat - b.seat);
    for (const { seat } of managers) {
      const own = phaseOf.get(seat)!;
      const most = PHASES.reduce((a, b) => (count(seat, b) > count(seat, a) ? b : a), own);
      if (most === own) continue;
      const others = staff.get(most)!;
      // Somebody of another team rather than one of the manager's own, who would lose a line that the manager gains.
      const found = others.findLastIndex((one) => boss[one] !== seat);
      const at = found >= 0 ? found : others.length - 1;
      if (at < 0 || count(seat, most) - (found >= 0 ? 0 : 1) <= count(seat, own)) continue;
      const [other] = others.splice(at, 1) as [Index];
      staff.get(own)!.push(other);
      move(other, own);
      move(seat, most);
    }
  }
}
