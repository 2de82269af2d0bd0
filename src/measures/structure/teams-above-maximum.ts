import { defineMeasure } from '../measure.ts';
import { largeTeams } from './large-teams.ts';

export const teamsAboveMaximum = defineMeasure({
  id: 'teams.aboveMaximum',
  label: 'Teams above maximum',
  summary: 'How many teams are larger than a team works well at.',
  formula:
    'A lead and the direct reports, people and not open seats, where more than half of the reports lead nobody, larger than policy.maximumTeam (twelve); a whole cluster under its head is not judged.',
  unit: 'teams',
  better: 'lower',
  source: 'Wheelan 2009 (329 groups); the limit is a judgement.',
  change: 'Reporting lines; `policy.maximumTeam`.',
  byConstruction: {},
  take: (view) => ({ value: largeTeams(view, view.organisation.policy.maximumTeam).length }),
});
