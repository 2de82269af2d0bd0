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
  const sum = (list: readonly Index[]) => list.reduce((total, seat) => total + hours[seat]!, 0);
  const chosen: Index[] = [];
  let teams = teamsAmong(organisation, seats).map((team) => ({
    team,
    lead: team.find((seat) => team.some((one) => boss[one] === seat)) ?? -1,
  }));
  while (chosen.length < wanted && teams.length > 0) {
    const room = wanted - chosen.length;
    const parts = teams.map(({ team, lead }) => {
      const isWhole = team.length <= room;
      const part = isWhole
        ? team
        : [...team]
            .sort((a, b) => Number(a === lead) - Number(b === lead) || hours[a]! - hours[b]! || a - b)
            .slice(0, room);
      return { team, part, isWhole, each: sum(part) / part.length };
    });
    const best = parts.reduce((a, b) =>
      (Number(b.isWhole) - Number(a.isWhole) || a.each - b.each || b.team.length - a.team.length) > 0 ? b : a,
    );
    chosen.push(...best.part);
    teams = teams.filter(({ team }) => team !== best.team);
  }
  return chosen;
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
  const below = new Map<Index, number[]>();
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    const own = below.get(seat) ?? PHASES.map(() => 0);
    const phase = phaseOf.get(seat);
    if (phase !== undefined) own[PHASES.indexOf(phase)]!++;
    const above = boss[seat]!;
    if (above >= 0) {
      const all = below.get(above) ?? PHASES.map(() => 0);
      below.set(
        above,
        all.map((count, k) => count + own[k]!),
      );
    }
    const unit = unitOf[seat]!;
    if (phase !== undefined || above < 0 || !isExecutive(organisation, seat)) continue;
    if (unit < 0 || stays.has(unit) || !went.has(unit) || Math.max(...own) === 0) continue;
    phaseOf.set(seat, PHASES[own.indexOf(Math.max(...own))]!);
  }
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
  const { people, units, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  // People below each seat, by phase.
  const below = new Int32Array(people.count * PHASES.length);
  const tell = (seat: Index, phase: Phase, step: number) => {
    const at = PHASES.indexOf(phase);
    for (let above = boss[seat]!; above >= 0; above = boss[above]!)
      below[above * PHASES.length + at]! += step;
  };
  for (const [seat, phase] of phaseOf) tell(seat, phase, 1);
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
      .filter((seat) => largest(seat) > 0)
      .sort((a, b) => largest(b) - largest(a) || a - b);
    for (const seat of managers) {
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
