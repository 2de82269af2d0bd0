import type { DeclaredTeam, Organisation } from '../../model/organisation.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';
import { reportedTeam } from '../declared-teams.ts';
import { refsOf } from '../diff/refs.ts';
import { teamChanges } from '../diff/teams.ts';

type Team = NonNullable<ConsultationDocument['teams']>['new'][number];

/** By person the teams that they are in, with whether they lead each, as a text. Linear in the members. */
const placesOf = ({ teams, people }: Organisation): ReadonlyMap<string, string> => {
  const found = new Map<string, string[]>();
  for (const { id, lead, members } of teams)
    for (const { seat } of members) {
      const own = found.get(people.id[seat]!) ?? [];
      found.set(people.id[seat]!, own);
      own.push(JSON.stringify([id, seat === lead]));
    }
  return new Map([...found].map(([id, own]) => [id, own.sort().join()]));
};

/** Whether somebody would join or leave a team, or come to lead one or lead it no more. */
export const teamPlaces = (before: Organisation, after: Organisation): ((id: string) => boolean) => {
  const [was, is] = [placesOf(before), placesOf(after)];
  return (id) => was.get(id) !== is.get(id);
};

const teamOf =
  (organisation: Organisation) =>
  (team: DeclaredTeam): Team => {
    const { name, people, headTitle } = reportedTeam(organisation)(team);
    return { name, people, lead: headTitle ?? null };
  };

/** Teams that would begin, end and change; undefined where none does. */
export function proposedTeams(before: Organisation, after: Organisation): ConsultationDocument['teams'] {
  const changes = teamChanges(before, after, refsOf(before, false), refsOf(after, false));
  if (changes === undefined) return undefined;
  const pick = (of: Organisation, list: readonly { readonly team: { readonly id: string } }[]): Team[] => {
    const ids = new Set(list.map(({ team }) => team.id));
    return of.teams.filter(({ id }) => ids.has(id)).map(teamOf(of));
  };
  const teams = {
    new: pick(after, changes.new),
    closed: pick(before, changes.closed),
    changed: pick(after, changes.changed),
  };
  return teams.new.length + teams.closed.length + teams.changed.length === 0 ? undefined : teams;
}
