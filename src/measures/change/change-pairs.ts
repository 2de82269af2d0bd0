import { change, defineChange } from './change.ts';

export const changePairs = defineChange({
  id: 'change.pairsKept',
  label: 'Working pairs kept',
  summary: 'How many pairs of colleagues stay together.',
  formula:
    'Share of the pairs of people in the same department who are still in the same one, whoever leaves ending theirs; where the file has interactions, of the pairs who work together. No pair: null.',
  unit: 'fraction',
  better: 'higher',
  take: (view, baseline) => change(view, baseline).pairsKept,
});
