import { change, defineChange } from './change.ts';

export const changeRelationships = defineChange({
  id: 'change.relationshipsKept',
  label: 'Relationships kept',
  summary: 'How many of the customers served by name keep that person.',
  formula:
    'Of the pairs of person and customer row, for the rows in both, the share that is still there; whoever leaves ends theirs; open seats left out. No such pair: null.',
  unit: 'fraction',
  better: 'higher',
  needs: ['customers'],
  take: (view, baseline) => change(view, baseline).relationshipsKept,
});
