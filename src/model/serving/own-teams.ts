import { Lists } from '../../numbers/lists.ts';
import type { DeclaredTeam, Index, Organisation } from '../organisation.ts';
import type { TeamShares } from '../seat-teams.ts';
import type { servingPlaces } from './desks.ts';

/**
 * The declared teams that serve the customers of some places, as a number: the same for teams of the same people, so that a
 * hundred accounts of one team are alike. Linear in the members of the teams asked for.
 */
export function ownTeamsOf({ units, teams }: Organisation, { placesOf }: ReturnType<typeof servingPlaces>) {
  const lists = new Lists();
  const numbers = new Map([[0, 0]]);
  const ownTeams: ReadonlyMap<Index, TeamShares>[] = [new Map()];
  const known: number[] = [0];
  const ownOf = (own: number): number => {
    if (known[own] !== undefined) return known[own];
    const places = placesOf(own).filter((place) => place >= units.length);
    const memberships = places.map((place) => teams[place - units.length]!.members);
    // Of one team it does not matter how much else somebody does.
    let list = places.length > 1 ? lists.of(places) : 0;
    for (const members of memberships) for (const { seat } of members) list = lists.with(list, -1 - seat);
    const number = numbered(numbers, list);
    if (number === ownTeams.length) ownTeams.push(sharesIn(memberships));
    known[own] = number;
    return number;
  };
  return { ownTeams, ownOf };
}

/** How much everybody works in each of some teams, of what they do for these: the teams are numbered up to -1. */
function sharesIn(teams: readonly DeclaredTeam['members'][]): ReadonlyMap<Index, TeamShares> {
  const found = new Map<Index, (readonly [number, number])[]>();
  teams.forEach((members, at) => {
    for (const { seat, share } of members)
      found.set(seat, [...(found.get(seat) ?? []), [at - teams.length, share]]);
  });
  for (const [seat, own] of found) {
    const sum = own.reduce((total, [, share]) => total + share, 0);
    found.set(
      seat,
      own.map(([team, share]) => [team, sum > 0 ? share / sum : 1 / own.length]),
    );
  }
  return found;
}

/** The number that a key has been given, the next one for a new key. */
export function numbered(keys: Map<number, number>, key: number): number {
  const number = keys.get(key) ?? keys.size;
  keys.set(key, number);
  return number;
}
