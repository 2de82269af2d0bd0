import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const contacts = defineMeasure({
  id: 'journey.contacts',
  label: 'People a customer meets',
  summary: 'How many people a customer meets over the journey.',
  formula:
    'E[number of different people] at contact steps, one drawn for each capability and pool, with probability by fte. Unserved work meets nobody. Mean over customers. No customers: null.',
  unit: 'people',
  better: 'lower',
  source: 'Jameane on one account manager throughout; definition: orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  take: (view) => overCustomers(view, (figures) => figures.contacts),
});
