import { journeyFigures } from '../journey/journey-figures.ts';
import { defineMeasure } from '../measure.ts';
import { growthOf } from './growth.ts';

export const retainShare = defineMeasure({
  id: 'growth.retainShare',
  label: 'Retain’s share of work',
  summary: 'How much of the work with customers will be keeping those who are there, some years on.',
  formula:
    'N·R / (N·R + W), each summed over customers. N = r^T + a·(1 + r + … + r^(T−1)) are the customers after T years (policy.growthYears) for each of today, with retention r and a of them won each year (context.acquisitionRate; where it is not given 1 − r, as many as leave, which is listed as assumed). R and W are today’s hours in retain, and in identify and acquire. Where effort is given for nine customers in ten: that effort, each capability divided over the phases as its steps in the journey are, else as its shares in the phases say. Elsewhere: the hours of the journey, rework counted, those of retain once a year for each customer, the others a times. Retention known of fewer than nine in ten, or no hours: null; retention of none: left out. The same in every design.',
  unit: 'fraction',
  better: 'none',
  source: 'Jameane: as customers accumulate, retain becomes one of the largest areas. The formula is ours.',
  change:
    '`retention` of customers, `context.acquisitionRate`, `effort` of customers, hours of journeys by phase, and `policy.growthYears`.',
  byConstruction: {},
  applies: ({ organisation: { customers } }) => customers.retention.some((value) => !Number.isNaN(value)),
  take: (view) => {
    const { assumedShare } = journeyFigures(view);
    const growth = growthOf(view);
    return growth === null
      ? {
          value: null,
          reason: 'Retention is known of fewer than nine customers in ten, or no hours are given.',
        }
      : { value: growth.later, assumedShare };
  },
});
