import { hasMinimum } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure } from '../measure.ts';
import { countOf } from './renamed-teams.ts';

const isBeyond = (people: number, { organisation }: View) => people < organisation.policy.minimumTeam;

/** Teams with fewer people than the minimum, where there is one. */
export const smallTeams = Object.assign(
  (view: View) =>
    view.teams().filter((team) => isBeyond(team.people, view) && hasMinimum(view.organisation, team.unit)),
  { isBeyond },
);

export const teamsBelowMinimum = defineMeasure({
  id: 'teams.belowMinimum',
  label: 'Teams below minimum',
  summary: 'How many teams have fewer people than it takes to work as a team.',
  formula:
    'Teams that the file declares, else a lead and the direct reports, people and not open seats, where more than half of the reports lead nobody, smaller than policy.minimumTeam (four). Teams in common services and centres of expertise have no minimum.',
  unit: 'teams',
  better: 'lower',
  source: 'Jackson: a minimum of four.',
  change: '`teams`; reporting lines; `policy.minimumTeam`.',
  needs: ['lines'],
  take: (view, baseline) => countOf(smallTeams, view, baseline),
});
