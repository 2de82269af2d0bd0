import { hasMinimum } from '../../model/teams.ts';
import { defineMeasure } from '../measure.ts';

export const teamsBelowMinimum = defineMeasure({
  id: 'teams.belowMinimum',
  label: 'Teams below minimum',
  summary: 'How many teams have fewer people than it takes to work as a team.',
  formula:
    'A lead and the direct reports, people and not open seats, where more than half of the reports lead nobody, smaller than policy.minimumTeam (four). Teams in common services and centres of expertise have no minimum.',
  unit: 'teams',
  better: 'lower',
  source: 'Jackson: a minimum of four.',
  change: 'Reporting lines; `policy.minimumTeam`.',
  byConstruction: {},
  take: (view) => ({
    value: view
      .teams()
      .filter(
        (team) =>
          !team.leadership &&
          team.people < view.organisation.policy.minimumTeam &&
          hasMinimum(view.organisation, team.lead),
      ).length,
  }),
});
