import { change } from './change.ts';
import { defineMeasure } from './measure.ts';

export const changeRelationships = defineMeasure({
  id: 'change.relationshipsKept',
  label: 'Relationships kept',
  summary: 'How many of the customers served by name keep that person.',
  formula:
    'Compared with the organisation as it is. Share of the pairs of person and customer row that are still there. No such pair: null.',
  unit: 'fraction',
  better: 'higher',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => change(view, baseline).relationshipsKept,
});
