import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const workUnits = defineMeasure({
  id: 'work.units',
  label: 'Departments the work passes through',
  summary:
    'How many departments do some of the work for a customer, whether the customer deals with them or not.',
  formula:
    'Number of accountable units that do some of the hours of any step; expected over the draws of a unit for each capability and pool. Work that nobody serves is in none. At least S0, which counts contact steps only. Mean over customers. No customers: null.',
  unit: 'units',
  better: 'lower',
  source: 'orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  take: (view) => overCustomers(view, (figures) => figures.units),
});
