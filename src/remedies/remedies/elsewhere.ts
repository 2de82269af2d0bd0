import type { Index } from '../../model/organisation.ts';
import type { Edits } from '../edits.ts';
import type { Ground } from '../ground.ts';
import { first, picked } from '../joiners.ts';
import { forEach } from '../remedy.ts';

/** Holders of each capability among seats. */
function holders(ground: Ground, seats: readonly Index[]): ReadonlyMap<Index, number> {
  const { people } = ground.organisation;
  const counts = new Map<Index, number>();
  for (const seat of seats) {
    const capability = people.capability[seat]!;
    if (people.vacant[seat] === 0) counts.set(capability, (counts.get(capability) ?? 0) + 1);
  }
  return counts;
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
      .filter(({ seat }) => of(people.capability[seat]!))
      .map(({ seat, left, size }) => [seat, { left, size }]),
  );
  const own = holders(ground, ground.below(unit));
  const seats = picked(ground, [...candidates.keys()], wanted, (seat) => {
    const { left, size } = candidates.get(seat)!;
    return [first(!own.has(people.capability[seat]!)), -size, -left];
  });
  return seats === null ? null : forEach(seats, () => ({ boss, unit }));
}
