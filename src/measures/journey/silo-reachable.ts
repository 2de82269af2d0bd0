import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const siloReachable = defineMeasure({
  id: 'silos.reachable',
  label: 'Units one could meet',
  summary: 'How many accountable units could do some of the work for a customer.',
  formula:
    'Number of units with a chance above 0 to be drawn for any step, unserved capabilities counted as one each. At least S0. Mean over customers. No customers: null.',
  unit: 'units',
  better: 'lower',
  source: 'orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { cluster: 1, 'account-team': 1 },
  take: (view) => overCustomers(view, (figures) => figures.reachable),
});
