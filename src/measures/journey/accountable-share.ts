import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const accountableShare = defineMeasure({
  id: 'journey.accountableShare',
  label: 'Share under one head',
  summary: "How much of a customer's journey the unit with most of it answers for.",
  formula:
    "Largest share of the journey's hours in one accountable unit, expected over the draws; 1 means one head answers for the whole journey. Mean over customers. No customers: null.",
  unit: 'fraction',
  better: 'higher',
  source: 'Jackson: one reporting line for the end-to-end relationship.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { cluster: 1, 'account-team': 1 },
  take: (view) => overCustomers(view, (figures) => figures.largest),
});
