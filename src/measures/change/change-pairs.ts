import { defineMeasure } from '../measure.ts';
import { change } from './change.ts';

export const changePairs = defineMeasure({
  id: 'change.pairsKept',
  label: 'Working pairs kept',
  summary: 'How many pairs of colleagues stay together.',
  formula:
    'Compared with the organisation as it is, or with the first file of a diff. Share of the pairs of people in the same department who are still in the same one, whoever leaves ending theirs; where the file has interactions, of the pairs who work together. No pair: null.',
  unit: 'fraction',
  better: 'higher',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => change(view, baseline).pairsKept,
});
