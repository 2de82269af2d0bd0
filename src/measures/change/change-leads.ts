import { defineMeasure } from '../measure.ts';
import { change } from './change.ts';

export const changeLeads = defineMeasure({
  id: 'change.leadsWithoutTeam',
  label: 'Managers without a team',
  summary: 'How many managers would lead nobody any more.',
  formula:
    'Compared with the organisation as it is, or with the first file of a diff. Number of people in both with direct reports before and none after: the first candidates for new lead seats.',
  unit: 'people',
  better: 'lower',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => change(view, baseline).leadsWithoutTeam,
});
