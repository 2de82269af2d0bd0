import { defineMeasure } from '../measure.ts';
import { costChange } from './change.ts';

export const changeCost = defineMeasure({
  id: 'change.costPerYear',
  label: 'Cost a year, change',
  summary: 'What the seats cost more a year.',
  formula:
    'Compared with the organisation as it is, or with the first file of a diff. Sum of costPerYear after less before, in the currency of the file; a new seat is assumed to cost the median of the seats of its capability, a lead seat the median of today’s managers. Null where less than 90 % of the seats have a cost, or where the currencies differ.',
  unit: 'money',
  better: 'lower',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => costChange(view, baseline),
});
