import { defineMeasure } from '../measure.ts';

export const changeSeats = defineMeasure({
  id: 'change.newSeats',
  label: 'New seats',
  summary: 'How many seats the design adds.',
  formula:
    'Compared with the organisation as it is, or with the first file of a diff. Seats after less seats before.',
  unit: 'seats',
  better: 'lower',
  source: 'orgdesign, model section 7.',
  change: 'What the design moves: its options and pins.',
  byConstruction: { 'as-is': 'any' },
  take: (view, baseline) => ({ value: view.organisation.people.count - baseline.organisation.people.count }),
});
