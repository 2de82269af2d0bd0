import { defineChange } from './change.ts';

export const changeSeats = defineChange({
  id: 'change.newSeats',
  label: 'New seats',
  summary: 'How many seats the design adds.',
  formula: 'Seats after less seats before.',
  unit: 'seats',
  better: 'lower',
  take: (view, baseline) => ({ value: view.organisation.people.count - baseline.organisation.people.count }),
});
