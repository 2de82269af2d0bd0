import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, NO_CONTACT, overCustomers } from '../summarise.ts';
import { journeyFiguresAt, withHeights } from './height-figures.ts';

export const siloCount = defineMeasure({
  id: 'silos.count',
  label: 'Departments a customer deals with',
  summary: 'How many separate departments a customer deals with on the journey.',
  formula:
    'S0 = number of accountable units that do some of the served hours of contact steps (`contact` of steps), those at which the customer deals with whoever does them; expected over the draws of a unit for each capability and pool. What one person does is done in one unit. Work that nobody serves is in none. Mean over customers who have a served contact step. Shares 30/30/20/20 give 4. No customers, or no served contact steps: null.',
  unit: 'units',
  better: 'lower',
  source: 'Jackson on silos; definition: orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { lifecycle: 3, cluster: 1, 'account-team': 1 },
  take: (view) =>
    withHeights(
      overCustomers(view, (figures) => figures.count, NO_CONTACT),
      view,
      (of, cut) => journeyFiguresAt(of, cut).count,
    ),
});
