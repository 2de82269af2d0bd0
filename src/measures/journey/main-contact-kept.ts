import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const mainContactKept = defineMeasure({
  id: 'journey.mainContactKept',
  label: 'Main contact kept',
  summary: 'How often the main contact stays when a customer passes from one phase to the next.',
  formula:
    'Share of the phase changes at which the person with most hours in the phase before is the one with most hours after; a phase that nobody serves counts as lost. Mean over customers whose journey has more than one phase; otherwise null.',
  unit: 'fraction',
  better: 'higher',
  source: 'Jameane on one account manager throughout; definition: orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  take: (view) =>
    overCustomers(
      view,
      (figures) => figures.kept,
      'No journey has more than one phase, or there are no customers.',
    ),
});
