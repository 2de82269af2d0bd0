import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const accountableShare = defineMeasure({
  id: 'journey.accountableShare',
  label: 'Work under one head',
  summary: "How much of a customer's journey the head with most of it answers for.",
  formula:
    'Largest share of all journey hours under one head below the root, whatever units stand below (a Chief Customer Officer answers for all of them) and whatever department the head sits in, expected over the draws; what nobody serves, and what the root does, or who reports to the root and leads nobody, answers to no such head. 1 means one head answers for the whole journey. Mean over customers. No customers: null.',
  unit: 'fraction',
  better: 'higher',
  source: 'Jackson: one reporting line for the end-to-end relationship.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { cluster: 1, 'account-team': 1 },
  take: (view) => overCustomers(view, (figures) => figures.largest),
});
