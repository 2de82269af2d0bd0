import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';

export const handoffsInsideUnit = defineMeasure({
  id: 'handoffs.insideUnit',
  label: 'Hand-offs inside a unit',
  summary: 'How often the work goes from one person to another within one accountable unit.',
  formula:
    'Expected number of moves between steps that lie in the same unit with different people. It stands beside the hand-offs between units so that a unit is not shown as free of hand-offs. Mean over customers. No customers: null.',
  unit: 'hand-offs',
  better: 'lower',
  source: 'orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  take: (view) => overCustomers(view, (figures) => figures.inside),
});
