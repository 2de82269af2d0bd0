import type { Index, Organisation } from '../../model/organisation.ts';
import { descentOf, treeOf } from '../../model/tree.ts';
import { PHASES } from '../../schema/input/fields.ts';
import { COMES_FROM_UNDER, isOverFunctions } from '../hierarchy/executives.ts';
import { isExecutive } from '../hierarchy/who-stays.ts';
import { type ByPhase, ownHoursOf } from './shares.ts';

/** The phase of each unit that works in one, as its place among the phases, -1 for the others. */
export const phasesOfUnits = ({ units }: Organisation): readonly number[] =>
  units.map(({ phase }) => (phase === null ? -1 : PHASES.indexOf(phase)));

/**
 * Puts seats of one kind in the places that each phase has for it, and writes into `phaseOf` where. `claim` has the phase that
 * something else says for each seat, -1 for none.
 */
export function placeKind(
  organisation: Organisation,
  seats: readonly Index[],
  places: readonly number[],
  shares: ByPhase,
  claim: Int8Array,
  phaseOf: Int8Array,
): void {
  const { unitOf } = organisation;
  const ofUnit = phasesOfUnits(organisation);
  const room = [...places];
  const put = (seat: Index, at: number): boolean => {
    if (room[at]! <= 0) return false;
    room[at]!--;
    phaseOf[seat] = at;
    return true;
  };
  let left = seats.filter((seat) => {
    const now = ofUnit[unitOf[seat]!] ?? -1;
    if (now >= 0 && put(seat, now)) return false;
    const named = claim[seat]!;
    return named < 0 || !(shares[named]! > 0) || !put(seat, named);
  });
  const order = [...PHASES.keys()]
    .filter((phase) => room[phase]! > 0)
    .sort((a, b) => places[a]! - places[b]!);
  for (const phase of order) {
    const chosen = phase === order.at(-1) ? left : leastTied(organisation, left, room[phase]!);
    for (const seat of chosen) put(seat, phase);
    left = left.filter((seat) => phaseOf[seat]! < 0);
  }
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
 * would be left alone in it. Executives over several functions go where four fifths of their people do, or most of them where
 * four fifths of the phase come from under them; whoever is so over several phases stays above these.
 */
export function followTeams(organisation: Organisation, phaseOf: Int8Array): void {
  const { people, unitOf, units } = organisation;
  const tree = treeOf(organisation);
  const { boss, order } = tree;
  const { at: first, end } = descentOf(tree);
  const isLeader = (seat: Index) => isExecutive(organisation, seat) || isOverFunctions(organisation, seat);
  const stays = new Uint8Array(units.length);
  const went = new Uint8Array(units.length);
  const sizes = PHASES.map(() => 0);
  for (let seat = 0; seat < people.count; seat++) {
    const unit = unitOf[seat]!;
    const phase = phaseOf[seat]!;
    if (phase >= 0) sizes[phase]!++;
    if (unit < 0) continue;
    if (phase >= 0) went[unit] = 1;
    else if (boss[seat]! < 0 || !isLeader(seat)) stays[unit] = 1;
  }
  const below = peopleBelow(organisation, phaseOf);
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    if (phaseOf[seat]! >= 0 || boss[seat]! < 0 || !isLeader(seat)) continue;
    const own = below.subarray(seat * PHASES.length, (seat + 1) * PHASES.length);
    const most = Math.max(...own);
    const phase = own.indexOf(most);
    let goes = isExecutive(organisation, seat) && stays[unitOf[seat]!] === 0 && went[unitOf[seat]!] === 1;
    if (isOverFunctions(organisation, seat)) {
      const isTheirs = (at: number) => own[at]! > 0 && own[at]! >= COMES_FROM_UNDER * sizes[at]!;
      const theirs = [...own.keys()].filter(isTheirs).length;
      const part = most / (end[seat]! - first[seat]! - 1);
      goes = theirs < 2 && (goes || part >= COMES_FROM_UNDER || (isTheirs(phase) && part > 0.5));
    }
    if (goes && most > 0) phaseOf[seat] = phase;
  }
}

/** How many of those who are in a phase stand below each seat, by phase. Linear. */
export function peopleBelow(organisation: Organisation, phaseOf: Int8Array): Int32Array {
  const { boss, order } = treeOf(organisation);
  const below = new Int32Array(organisation.people.count * PHASES.length);
  // Bosses come first in the order, so from the end all below are known.
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    if (boss[seat]! < 0) continue;
    const [own, above] = [seat * PHASES.length, boss[seat]! * PHASES.length];
    for (let k = 0; k < PHASES.length; k++) below[above + k]! += below[own + k]!;
    if (phaseOf[seat]! >= 0) below[above + phaseOf[seat]!]!++;
  }
  return below;
}

/**
 * Puts managers where most of the people below them are, whatever these can do: each in exchange for somebody of the same
 * capability who leads nobody, and whose phase neither a pin, nor the unit of today, nor the title says (`claim`). Cost: seats
 * times the levels above them.
 */
export function joinTeams(
  organisation: Organisation,
  phaseOf: Int8Array,
  trades: readonly (readonly Index[])[],
  claim: Int8Array,
): void {
  const { unitOf } = organisation;
  const ofUnit = phasesOfUnits(organisation);
  const { boss } = treeOf(organisation);
  const below = peopleBelow(organisation, phaseOf);
  const tell = (seat: Index, step: number) => {
    for (let above = boss[seat]!; above >= 0; above = boss[above]!)
      below[above * PHASES.length + phaseOf[seat]!]! += step;
  };
  const move = (seat: Index, phase: number) => {
    tell(seat, -1);
    phaseOf[seat] = phase;
    tell(seat, 1);
  };
  const count = (seat: Index, phase: number) => below[seat * PHASES.length + phase]!;
  for (const trade of trades) {
    const staff = PHASES.map((): Index[] => []);
    const managers: { seat: Index; most: number }[] = [];
    for (const seat of trade) {
      if (claim[seat]! >= 0 || (ofUnit[unitOf[seat]!] ?? -1) >= 0) continue;
      const most = Math.max(count(seat, 0), count(seat, 1), count(seat, 2));
      if (most > 0) managers.push({ seat, most });
      else staff[phaseOf[seat]!]!.push(seat);
    }
    // The largest teams first: who gives a place to one has to be of another.
    managers.sort((a, b) => b.most - a.most || a.seat - b.seat);
    for (const { seat } of managers) {
      const own = phaseOf[seat]!;
      let most = own;
      for (let phase = 0; phase < PHASES.length; phase++)
        if (count(seat, phase) > count(seat, most)) most = phase;
      if (most === own) continue;
      const others = staff[most]!;
      // Somebody of another team rather than one of the manager's own, who would lose a line that the manager gains.
      const found = others.findLastIndex((one) => boss[one] !== seat);
      const at = found >= 0 ? found : others.length - 1;
      if (at < 0 || count(seat, most) - (found >= 0 ? 0 : 1) <= count(seat, own)) continue;
      const [other] = others.splice(at, 1) as [Index];
      staff[own]!.push(other);
      move(other, own);
      move(seat, most);
    }
  }
}
