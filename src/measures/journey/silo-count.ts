import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';
import { withHeights } from './height-figures.ts';

export const siloCount = defineMeasure({
  id: 'silos.count',
  label: 'Silos a customer meets',
  summary: 'How many separate departments a customer deals with on the journey.',
  formula:
    "S0 = number of accountable units that do some of the journey's hours; expected over the draws of a unit for each capability and pool; work that nobody serves counts as a unit of its own for each capability. Mean over customers. Shares 30/30/20/20 give 4. No customers: null.",
  unit: 'units',
  better: 'lower',
  source: 'Jackson on silos; definition: orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { lifecycle: 3, cluster: 1, 'account-team': 1 },
  take: (view) =>
    withHeights(
      overCustomers(view, (figures) => figures.count),
      view,
      (figures) => figures.count,
    ),
});
