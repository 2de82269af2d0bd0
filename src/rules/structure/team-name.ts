import type { Team } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';

/** A team after "the team": by its own name, else by its lead. */
export const teamName = (view: View, { name, lead }: Team): string => name || `of ${view.person(lead)}`;

/** The same with the department that a team known by its lead sits in. */
export const teamInUnit = (view: View, team: Team): string => {
  const unit = team.name === '' ? view.organisation.units[team.unit] : undefined;
  return `${teamName(view, team)}${unit === undefined ? '' : ` in ${unit.name}`}`;
};

export const leadCounted = ({ lead }: Team): string => (lead < 0 ? '' : ', lead counted');

export const largestOf = (teams: readonly Pick<Team, 'people'>[]): number =>
  teams.reduce((most, { people }) => Math.max(most, people), 0);
