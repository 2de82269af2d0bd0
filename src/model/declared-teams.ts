import type { TeamInput } from '../schema/input/team.ts';
import type { Customers, DeclaredTeam, Index, Irregularity, Organisation } from './organisation.ts';
import { resolveServes } from './units.ts';

/** A member as written; NaN where no share is given. */
interface Member {
  readonly seat: Index;
  readonly share: number;
}

/** Those who are there, each once, the lead among them; the ids of the others with their places in the list. */
function membersIn({ members, lead }: TeamInput, seatIndex: ReadonlyMap<string, Index>) {
  const found = new Map<Index, Member>();
  const unknown: { readonly id: string; readonly path: readonly (string | number)[] }[] = [];
  const add = (id: string, share: number, path: readonly (string | number)[]) => {
    const seat = seatIndex.get(id);
    if (seat === undefined) unknown.push({ id, path });
    else if (!found.has(seat)) found.set(seat, { seat, share });
  };
  members.forEach((member, at) => {
    if (typeof member === 'string') add(member, Number.NaN, ['members', at]);
    else add(member.id, member.share ?? Number.NaN, ['members', at, 'id']);
  });
  if (lead !== undefined) add(lead, Number.NaN, ['lead']);
  return { members: [...found.values()], unknown };
}

/**
 * Shares of a person in their teams: as given, scaled where they sum to more than 1; teams without one share what is left
 * alike, and where nothing is left all count alike.
 */
function sharesOf(given: readonly number[]): readonly number[] {
  const open = given.filter(Number.isNaN).length;
  const sum = given.reduce((total, share) => (Number.isNaN(share) ? total : total + share), 0);
  if (open === 0) return sum > 1 ? given.map((share) => share / sum) : given;
  if (sum >= 1) return given.map(() => 1 / given.length);
  return given.map((share) => (Number.isNaN(share) ? (1 - sum) / open : share));
}

/** The teams that a file declares. Members who are not there are left out, and an irregularity. Linear in the members. */
export function resolveTeams(
  list: readonly TeamInput[],
  seatIndex: ReadonlyMap<string, Index>,
  { customers, customerIndex }: { customers: Customers; customerIndex: ReadonlyMap<string, Index> },
  placeOf: Organisation['placeOf'],
): { teams: readonly DeclaredTeam[]; irregularities: readonly Irregularity[] } {
  const read = list.map((team) => membersIn(team, seatIndex));
  const given = new Map<Index, number[]>();
  for (const { members } of read)
    for (const { seat, share } of members) {
      const shares = given.get(seat);
      if (shares === undefined) given.set(seat, [share]);
      else shares.push(share);
    }
  const shares = new Map([...given].map(([seat, written]) => [seat, [...sharesOf(written)]]));
  const teams = list.map(
    (team, index): DeclaredTeam => ({
      id: team.id,
      name: team.name ?? team.id,
      kind: team.kind,
      lead: (team.lead === undefined ? undefined : seatIndex.get(team.lead)) ?? -1,
      // In the order of the teams, as the shares are.
      members: read[index]!.members.map(({ seat }) => ({ seat, share: shares.get(seat)!.shift()! })),
      serves: team.serves === undefined ? null : resolveServes(team.serves, customers, customerIndex),
      origin: placeOf(['teams', index]),
    }),
  );
  const unknown = read.flatMap((team, index) => team.unknown.map((one) => ({ ...one, team: index })));
  const [first] = unknown;
  if (first === undefined) return { teams, irregularities: [] };
  return {
    teams,
    irregularities: [
      {
        kind: 'unknown-team-member',
        members: unknown.map(({ team }) => team),
        detail: unknown.map(({ id }) => id),
        at: placeOf(['teams', first.team, ...first.path]),
      },
    ],
  };
}

/** The teams of an organisation that are not so in an earlier one, each by id with its members and lead. Linear in the members. */
export const teamsMade = (before: Organisation, after: Organisation): readonly DeclaredTeam[] => {
  if (before.teams === after.teams) return [];
  const keyOf = ({ people }: Organisation, { id, lead, members }: DeclaredTeam): string =>
    JSON.stringify([id, people.id[lead], members.map(({ seat }) => people.id[seat]!).sort()]);
  const known = new Set(before.teams.map((team) => keyOf(before, team)));
  return after.teams.filter((team) => !known.has(keyOf(after, team)));
};
