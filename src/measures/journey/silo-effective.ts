import { memo } from '../../base/memo.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, NO_CONTACT, overCustomers } from '../summarise.ts';
import { journeyFiguresAt, withHeights } from './height-figures.ts';

/** Kept, since rules ask for it when what customers meet in a design is let go of. */
export const effectiveDepartments = memo((view: View) =>
  overCustomers(view, (figures) => figures.effective, NO_CONTACT),
);

export const siloEffective = defineMeasure({
  id: 'silos.effective',
  label: 'Effective number of departments',
  summary: 'Over how many departments of equal size the dealings of a customer are as spread.',
  formula:
    'S2 = 1 / Σ s², s being the share of the served hours of contact steps in each accountable unit; expected over the draws. Between 1 and S0. Mean over customers who have a served contact step. Shares 30/30/20/20 give 3.846. No customers, or no served contact steps: null.',
  unit: 'units',
  better: 'lower',
  source: 'Inverse Simpson index (Simpson 1949; Laakso & Taagepera 1979) applied to journey hours.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { cluster: 1, 'account-team': 1 },
  take: (view) =>
    withHeights(effectiveDepartments(view), view, (of, cut) => journeyFiguresAt(of, cut).effective),
});
