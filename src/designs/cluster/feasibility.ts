import type { Index, Organisation } from '../../model/organisation.ts';
import { counted } from '../../text.ts';
import { staysPut } from '../settle.ts';

/** More capabilities than this in a cluster are refused: every set of them is looked at. */
export const MOST_CAPABILITIES = 12;

/** A set of capabilities that limits the number of clusters. */
export interface Limit {
  readonly capabilities: readonly Index[];
  /** People whom each cluster needs from the set. */
  readonly perCluster: number;
  /** People who hold at least one of the set. */
  readonly held: number;
  readonly most: number;
}

/**
 * The most clusters that the people there can fill. For every set S of capabilities K · Σ need ≤ people who hold any of S
 * (Hall's condition), and K ≤ people / max(minimum, Σ need). The limit that binds is the explanation. People count once
 * however many capabilities they hold; open seats, and people who stay where they are, do not count. Cost: people, then 4^capabilities at most, which are few.
 */
export function clusterLimit(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
): Limit {
  const { people } = organisation;
  const capabilities = [...needs.keys()];
  const bit = new Map(capabilities.map((capability, at) => [capability, 1 << at]));
  const byMask = new Map<number, number>();
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] === 1 || staysPut(organisation, seat)) continue;
    let mask = bit.get(people.capability[seat]!) ?? 0;
    for (const capability of people.secondary.get(seat) ?? []) mask |= bit.get(capability) ?? 0;
    if (mask !== 0) byMask.set(mask, (byMask.get(mask) ?? 0) + 1);
  }
  let binding: Limit | null = null;
  const consider = (limit: Limit) => {
    if (binding === null || limit.most < binding.most) binding = limit;
  };
  for (let set = 1; set < 1 << capabilities.length; set++) {
    const members = capabilities.filter((_, at) => set & (1 << at));
    const perCluster = members.reduce((sum, capability) => sum + needs.get(capability)!, 0);
    let held = 0;
    for (const [mask, count] of byMask) if (mask & set) held += count;
    consider({ capabilities: members, perCluster, held, most: Math.floor(held / perCluster) });
  }
  const all = [...byMask.values()].reduce((a, b) => a + b, 0);
  const perCluster = Math.max(
    minimum,
    [...needs.values()].reduce((a, b) => a + b, 0),
  );
  consider({ capabilities, perCluster, held: all, most: Math.floor(all / perCluster) });
  return binding!;
}

/** "5 clusters need 10 in {sales, support}; 7 people hold either", for the reader to check by hand. */
export function explainLimit(organisation: Organisation, limit: Limit, clusters: number): string {
  const names = limit.capabilities.map((capability) => organisation.capabilities[capability]!.name);
  const holders = counted(limit.held, 'person holds', 'people hold');
  const which = names.length === 1 ? 'it' : names.length === 2 ? 'either' : 'any of them';
  return `${counted(clusters, 'cluster needs', 'clusters need')} ${(clusters * limit.perCluster).toLocaleString('en')} in {${names.join(', ')}}; ${holders} ${which}`;
}

/**
 * Chance that someone is missing when each of `seats` posts has `holders` people who are away independently with
 * probability `absence`: 1 − (1 − aⁿ)^K. Four posts, one holder, 15 %: 0.478. No posts: 0.
 */
export const missingCover = (absence: number, holders: number, seats: number): number =>
  1 - (1 - absence ** holders) ** seats;
