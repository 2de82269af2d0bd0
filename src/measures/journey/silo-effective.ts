import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';
import { withHeights } from './height-figures.ts';

export const siloEffective = defineMeasure({
  id: 'silos.effective',
  label: 'Effective silos',
  summary: 'How many equal-sized silos the work of a customer is as spread as.',
  formula:
    "S2 = 1 / Σ s², s being the share of the journey's hours in each accountable unit; expected over the draws. Between 1 and S0. Mean over customers. Shares 30/30/20/20 give 3.846. No customers: null.",
  unit: 'units',
  better: 'lower',
  source: 'Inverse Simpson index (Simpson 1949; Laakso & Taagepera 1979) applied to journey hours.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { cluster: 1, 'account-team': 1 },
  take: (view) =>
    withHeights(
      overCustomers(view, (figures) => figures.effective),
      view,
      (figures) => figures.effective,
    ),
});
