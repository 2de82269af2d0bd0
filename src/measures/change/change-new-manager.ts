import { defineMeasure } from '../measure.ts';
import { change } from './change.ts';

export const changeNewManager = defineMeasure({
  id: 'change.newManagerShare',
  label: 'New manager',
  summary: 'How many people get another manager.',
  formula:
    'Compared with the organisation as it is, or with the first file of a diff. Of the people in both, the share whose primary line goes to another person, or now to nobody or to somebody; open seats left out. Nobody: null.',
  unit: 'fraction',
  better: 'lower',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => change(view, baseline).newManager,
});
