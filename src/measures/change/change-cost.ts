import { costChange, defineChange } from './change.ts';

export const changeCost = defineChange({
  id: 'change.costPerYear',
  label: 'Cost a year, change',
  summary: 'What the seats cost more a year.',
  formula:
    'Sum of costPerYear after less before, in the currency of the file; a new seat is assumed to cost the median of the seats of its capability, a lead seat the median of today’s managers; where fewer than five are there, so that it would tell somebody’s pay, the median of all with the skill that it is part of, else of everybody, and for a lead that of the managers and the best paid beside them, five in all. Null where less than 90 % of the seats have a cost, where the currencies differ, or where it would tell what fewer than five people are paid who come, go or are paid otherwise.',
  unit: 'money',
  better: 'lower',
  take: (view, baseline) => costChange(view, baseline),
});
