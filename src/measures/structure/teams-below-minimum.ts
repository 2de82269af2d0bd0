import { hasMinimum } from '../../model/teams.ts';
import { defineMeasure } from '../measure.ts';

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
  take: (view) => ({
    value: view
      .teams()
      .filter(
        (team) =>
          team.people < view.organisation.policy.minimumTeam && hasMinimum(view.organisation, team.unit),
      ).length,
  }),
});
