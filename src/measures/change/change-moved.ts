import { defineMeasure } from '../measure.ts';
import { change } from './change.ts';

export const changeMoved = defineMeasure({
  id: 'change.movedShare',
  label: 'People moved',
  summary: 'How many people change their department.',
  formula:
    'Compared with the organisation as it is, or with the first file of a diff. Of the people in both, the share whose own unit has another id; open seats left out. Nobody: null.',
  unit: 'fraction',
  better: 'lower',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => change(view, baseline).moved,
});
