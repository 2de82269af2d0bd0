import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const mainContactKept = defineMeasure({
  id: 'journey.mainContactKept',
  label: 'Main contact kept',
  summary: 'How often the main contact stays when a customer passes from one phase to the next.',
  formula:
    'Share of the phase changes at which the main contact, the person with most contact hours of the phase before, all their capabilities together, goes on working for that customer in the phase after; a phase whose contact steps nobody serves loses the contact, one without contact steps is passed over. Mean over customers whose journey has more than one phase; otherwise null.',
  unit: 'fraction',
  better: 'higher',
  source: 'Jameane on one account manager throughout; definition: orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  take: (view) =>
    overCustomers(
      view,
      (figures) => figures.kept,
      'No journey has contact steps in more than one phase, or there are no customers.',
    ),
});
