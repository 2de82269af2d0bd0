import type { Index, Organisation } from '../../../model/organisation.ts';
import type { Group } from '../groups.ts';

/** What a grouping of the customers does to those who serve them by name. */
export interface Kept {
  /** Share of the relationships that stay if each person serves the one group where most of theirs are; null for none. */
  readonly relationships: number | null;
  /** Locations from which customers are served by name. */
  readonly locations: number;
  /** Those of them that serve customers of more than one group. */
  readonly locationsSplit: number;
}

/** Linear in the relationships. */
export function keptBy(organisation: Organisation, groups: readonly Group[]): Kept {
  const { relationships, people } = organisation;
  const counts = new Map<Index, Map<number, number>>();
  const groupsAt = new Map<string, Set<number>>();
  for (const [at, group] of groups.entries())
    for (const customer of group.customers)
      for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++) {
        const seat = relationships.seat[k]!;
        const own = counts.get(seat) ?? new Map<number, number>();
        counts.set(seat, own.set(at, (own.get(at) ?? 0) + 1));
        const location = people.location[seat]!;
        if (location === '') continue;
        const there = groupsAt.get(location) ?? new Set();
        groupsAt.set(location, there.add(at));
      }
  let most = 0;
  for (const own of counts.values()) most += Math.max(...own.values());
  return {
    relationships: relationships.seat.length === 0 ? null : most / relationships.seat.length,
    locations: groupsAt.size,
    locationsSplit: [...groupsAt.values()].filter(({ size }) => size > 1).length,
  };
}
