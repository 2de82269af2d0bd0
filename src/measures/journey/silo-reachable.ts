import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, NO_CONTACT, overCustomers } from '../summarise.ts';

export const siloReachable = defineMeasure({
  id: 'silos.reachable',
  label: 'Departments a customer could meet',
  summary: 'How many departments could deal with a customer.',
  formula:
    'Number of units with a chance above 0 to be drawn for any contact step. At least S0. Mean over customers. No customers: null.',
  unit: 'units',
  better: 'lower',
  source: 'orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { cluster: 1, 'account-team': 1 },
  take: (view) => overCustomers(view, (figures) => figures.reachable, NO_CONTACT),
});
