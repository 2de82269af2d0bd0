import { defineMeasure } from '../measure.ts';
import { change } from './change.ts';

export const changeRelationships = defineMeasure({
  id: 'change.relationshipsKept',
  label: 'Relationships kept',
  summary: 'How many of the customers served by name keep that person.',
  formula:
    'Compared with the organisation as it is, or with the first file of a diff. Of the pairs of person and customer row, for the rows in both, the share that is still there; whoever leaves ends theirs; open seats left out. No such pair: null.',
  unit: 'fraction',
  better: 'higher',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => change(view, baseline).relationshipsKept,
});
