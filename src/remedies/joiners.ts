import { countsOf } from '../base/groups.ts';
import type { Index } from '../model/organisation.ts';
import { mayJoin } from './acceptable.ts';
import type { Ground } from './ground.ts';
import { type Edits, forEach } from './remedy.ts';

/** What makes somebody the right one to join; compared in order, the smaller first. */
type Preference = (seat: Index) => readonly number[];

/** Ranks of equal length in order, by the first place where they differ. */
export const compared = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
};

/**
 * So many of the candidates, the preferred first, without taking more from a team than it can spare; null where there are
 * not enough. Of equals the first by id.
 */
export function picked(
  ground: Ground,
  candidates: readonly Index[],
  wanted: number,
  preference: Preference,
): readonly Index[] | null {
  const ranked = candidates
    .map((seat) => ({ seat, rank: preference(seat) }))
    .sort((a, b) => compared(a.rank, b.rank) || a.seat - b.seat);
  const taken = new Map<Index, number>();
  const found: Index[] = [];
  for (const { seat } of ranked) {
    if (found.length === wanted) break;
    const boss = ground.boss(seat);
    const gone = taken.get(boss) ?? 0;
    if (gone >= ground.spare(boss)) continue;
    taken.set(boss, gone + 1);
    found.push(seat);
  }
  return found.length < wanted ? null : found;
}

/** 0 where something holds, else 1: what holds is preferred. */
export const first = (holds: boolean): number => (holds ? 0 : 1);

/**
 * Who would fit a team best: from its own department, of the trade that most of it has, at the same place, from the team
 * that can spare most.
 */
export function fitting(ground: Ground, lead: Index): Preference {
  const { unitOf, people } = ground.organisation;
  const trade = ground.commonest(ground.reports(lead));
  return (seat) => [
    first(unitOf[seat] === unitOf[lead]),
    first(people.capability[seat] === trade),
    first(people.location[seat] === people.location[lead]),
    -ground.spare(ground.boss(seat)),
  ];
}

/** Holders of each capability among seats. */
function holders(ground: Ground, seats: readonly Index[]): ReadonlyMap<Index, number> {
  const { people } = ground.organisation;
  const filled = seats.filter((seat) => people.vacant[seat] === 0);
  return countsOf(filled.map((seat) => people.capability[seat]!));
}

/** Clusters or phases beside one, and what each of their members leaves behind. */
function* spareOf(ground: Ground, unit: Index): Iterable<{ seat: Index; left: number; size: number }> {
  const { units, unitOf, people, policy } = ground.organisation;
  const { kind } = units[unit]!;
  for (const [other, { kind: its }] of units.entries()) {
    if (other === unit || its !== kind || ground.isWithin(other, unit)) continue;
    const seats = ground.below(other);
    const held = holders(ground, seats);
    const size = seats.length - (kind === 'cluster' ? 1 : 0);
    if (size <= policy.minimumTeam) continue;
    for (const seat of seats) {
      const left = (held.get(people.capability[seat]!) ?? 0) - 1;
      if (left > 0 && unitOf[seat]! >= 0 && ground.isFree(seat)) yield { seat, left, size };
    }
  }
}

/**
 * So many people of other units of the same kind who go to one, below its head: those whose trade it lacks first, then out of
 * the largest unit, then where most of their trade stay. Nobody whose trade would be gone from their own unit.
 */
export function fromElsewhere(
  ground: Ground,
  unit: Index,
  wanted: number,
  of: (capability: Index) => boolean,
): Edits | null {
  const { people } = ground.organisation;
  const boss = ground.head(unit);
  if (boss < 0) return null;
  const candidates = new Map(
    [...spareOf(ground, unit)]
      .filter(({ seat }) => of(people.capability[seat]!) && mayJoin(ground.organisation, seat, boss, unit))
      .map(({ seat, left, size }) => [seat, { left, size }]),
  );
  const own = holders(ground, ground.below(unit));
  const seats = picked(ground, [...candidates.keys()], wanted, (seat) => {
    const { left, size } = candidates.get(seat)!;
    return [first(!own.has(people.capability[seat]!)), -size, -left];
  });
  return seats === null ? null : forEach(seats, () => ({ boss, unit }));
}
