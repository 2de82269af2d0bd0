import type { Index } from '../model/organisation.ts';
import type { Ground } from './ground.ts';

/** What makes somebody the right one to join; compared in order, the smaller first. */
export type Preference = (seat: Index) => readonly number[];

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
