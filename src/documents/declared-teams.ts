import type { DeclaredTeam, Organisation } from '../model/organisation.ts';
import type { ReportedTeam } from '../schema/documents/structure.ts';

/** A declared team with who leads it and how many are in it. */
export const reportedTeam =
  ({ people }: Organisation) =>
  (team: DeclaredTeam): ReportedTeam => {
    return {
      id: team.id,
      name: team.name,
      kind: team.kind,
      head: people.id[team.lead] ?? null,
      ...(people.title[team.lead] ? { headTitle: people.title[team.lead]! } : {}),
      people: team.members.filter(({ seat }) => people.vacant[seat] === 0).length,
    };
  };
