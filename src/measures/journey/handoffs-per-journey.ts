import { defineMeasure } from '../measure.ts';
import { JOURNEY_INPUTS, overCustomers } from '../summarise.ts';
import { journeyFiguresAt, withHeights } from './height-figures.ts';

export const handoffsPerJourney = defineMeasure({
  id: 'handoffs.perJourney',
  label: 'Hand-offs between units',
  summary: 'How often the work for a customer crosses from one accountable unit to another.',
  formula:
    'Expected number of moves from a step to the next, rework loops counted, at which the two steps lie in different units; what one person does is done in one. A step that nobody serves is a hand-off in and one out. AABCCA gives 3. Mean over customers. No customers: null.',
  unit: 'hand-offs',
  better: 'lower',
  source: 'orgdesign.',
  change: JOURNEY_INPUTS,
  needs: ['capabilities', 'customers'],
  byConstruction: { cluster: 0, 'account-team': 0 },
  take: (view) =>
    withHeights(
      overCustomers(view, (figures) => figures.handoffs),
      view,
      (of, cut) => journeyFiguresAt(of, cut).handoffs,
    ),
});
