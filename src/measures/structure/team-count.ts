import { given } from '../../base/given.ts';
import { defineMeasure } from '../measure.ts';
import { distributionOf } from '../summarise.ts';

export const teamCount = defineMeasure({
  id: 'teams.count',
  label: 'Teams',
  summary: 'How many teams there are.',
  formula:
    'Teams that the file declares, else a lead and the direct reports, people and not open seats, where more than half of the reports lead nobody; other groups are leadership groups and judged by their span. The distribution is of team sizes, lead counted.',
  unit: 'teams',
  better: 'none',
  source: 'orgdesign, model section 6.',
  change: '`teams`; reporting lines.',
  needs: ['lines'],
  take: (view) => {
    const sizes = view.teams().map(({ people }) => people);
    return given({ value: sizes.length, distribution: distributionOf(sizes) });
  },
});
