import { listed } from '../../model/listed.ts';
import type { DeclaredTeam, Organisation } from '../../model/organisation.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import type { Refs } from './refs.ts';
import { sortedBy } from './refs.ts';

type Teams = NonNullable<Diff['teams']>;

/** Shares are told in per cent: what differs by less is a rounding. */
const percentOf = (share: number): string => `${Math.round(share * 100)} %`;

const teamOf =
  ({ people }: Organisation) =>
  ({ id, name, kind, members }: DeclaredTeam): Teams['new'][number] => ({
    team: { id, name },
    kind,
    people: members.filter(({ seat }) => people.vacant[seat] === 0).length,
  });

/** Members by id with what they are, and what else a team is, as text by the key in the file. */
function traitsOf({ people, customers }: Organisation, { name, kind, lead, serves, members }: DeclaredTeam) {
  const shares = members.map(
    ({ seat, share }) => [people.id[seat]!, { seat, share: percentOf(share) }] as const,
  );
  const rows =
    serves?.kind === 'some' ? listed(serves.customers, customers).map((row) => customers.id[row]!) : null;
  const traits: readonly (readonly [string, string | null])[] = [
    ['name', name],
    ['kind', kind],
    ['lead', people.id[lead] ?? null],
    ['serves', rows === null ? (serves?.kind ?? null) : rows.join('; ')],
  ];
  return { members: new Map(shares), traits };
}

/**
 * Declared teams that come and go, and those with other members, shares or leads, known again by id; undefined where
 * neither organisation declares any. Linear in the members.
 */
export function teamChanges(
  before: Organisation,
  after: Organisation,
  was: Refs,
  is: Refs,
): Teams | undefined {
  if (before.teams.length === 0 && after.teams.length === 0) return undefined;
  const old = new Map(before.teams.map((team) => [team.id, team]));
  const kept = new Set(after.teams.map(({ id }) => id));
  const changed = after.teams.flatMap((team): Teams['changed'] => {
    const earlier = old.get(team.id);
    if (earlier === undefined) return [];
    const [a, b] = [traitsOf(before, earlier), traitsOf(after, team)];
    const joined = [...b.members].flatMap(([id, { seat }]) => (a.members.has(id) ? [] : [is.person(seat)]));
    const left = [...a.members].flatMap(([id, { seat }]) => (b.members.has(id) ? [] : [was.person(seat)]));
    const changes = a.traits.flatMap(([field, from], at) => {
      const to = b.traits[at]![1];
      return from === to ? [] : [{ field, from, to }];
    });
    for (const [id, { share }] of b.members) {
      const from = a.members.get(id)?.share;
      if (from !== undefined && from !== share) changes.push({ field: `members.${id}`, from, to: share });
    }
    return joined.length + left.length + changes.length === 0
      ? []
      : [{ team: { id: team.id, name: team.name }, joined, left, changes }];
  });
  const byId = <T extends { readonly team: { readonly id: string } }>(list: readonly T[]) =>
    sortedBy(list, ({ team }) => team.id);
  return {
    new: byId(after.teams.filter(({ id }) => !old.has(id)).map(teamOf(after))),
    closed: byId(before.teams.filter(({ id }) => !kept.has(id)).map(teamOf(before))),
    changed: byId(changed),
  };
}
