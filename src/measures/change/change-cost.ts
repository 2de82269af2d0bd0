import { costChange, defineChange } from './change.ts';

export const changeCost = defineChange({
  id: 'change.costPerYear',
  label: 'Cost a year, change',
  summary: 'What the seats cost more a year.',
  formula:
    'Sum of costPerYear after less before, in the currency of the file; a new seat is assumed to cost the median of the seats of its capability, a lead seat the median of today’s managers. Null where less than 90 % of the seats have a cost, or where the currencies differ.',
  unit: 'money',
  better: 'lower',
  take: (view, baseline) => costChange(view, baseline),
});
