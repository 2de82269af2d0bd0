import { growthOf } from './growth.ts';
import { journeyFigures } from './journey-figures.ts';
import { defineMeasure } from './measure.ts';

export const retainShare = defineMeasure({
  id: 'growth.retainShare',
  label: 'Retain’s share of work to come',
  summary: 'How much of the work with customers will be keeping those who are there, some years on.',
  formula:
    'N·hR / (N·hR + a·hW), summed over customers: hR are the journey hours of retain, spent each year on every customer; hW those of identify and acquire, spent on every customer won, rework counted; a is the number won in a year for each customer of today (context.acquisitionRate; where it is not given, 1 − r, as many as leave, which is listed as assumed), and stays; N = r^T + a·(1 + r + … + r^(T−1)) are the customers after T years (policy.growthYears) for each of today, with retention r. In the long run N is a / (1 − r), whatever the number today. Efforts given for customers are not read: they do not say in which phase. Retention known of fewer than nine customers in ten: null; of none: left out. The same in every design.',
  unit: 'fraction',
  better: 'none',
  source: 'Jameane: as customers accumulate, retain becomes one of the largest areas. The formula is ours.',
  change:
    '`retention` of customers, `context.acquisitionRate`, hours of journeys by phase, and `policy.growthYears`.',
  byConstruction: {},
  applies: ({ organisation: { customers } }) => customers.retention.some((value) => !Number.isNaN(value)),
  take: (view) => {
    const { assumedShare } = journeyFigures(view);
    const growth = growthOf(view);
    return growth === null
      ? {
          value: null,
          reason: 'Retention is known of fewer than nine customers in ten, or no step has hours.',
        }
      : { value: growth.later, assumedShare };
  },
});
