import { defineMeasure } from '../measure.ts';
import { behind } from '../summarise.ts';
import { journeyFigures } from './journey-figures.ts';

export const escalationDistance = defineMeasure({
  id: 'escalation.distance',
  label: 'Escalation distance',
  summary: 'How many levels a question must climb from a hand-off to a manager of both sides.',
  formula:
    'For a hand-off between a and b: max(depth a, depth b) − depth of their lowest common manager, on primary lines, a manager being on their own line; several roots have a virtual one above them. Mean over the expected hand-offs of all customers. No hand-offs: null.',
  unit: 'levels',
  better: 'lower',
  source: 'orgdesign.',
  change: 'Reporting lines, and what moves the hand-offs.',
  needs: ['lines', 'capabilities', 'customers'],
  take: (view) => {
    const figures = journeyFigures(view);
    let distance = 0;
    let handoffs = 0;
    for (const { customers, figures: worked } of figures.kinds) {
      distance += customers * worked.escalation;
      handoffs += customers * worked.servedHandoffs;
    }
    return handoffs > 0
      ? { value: distance / handoffs, ...behind(figures) }
      : { value: null, reason: 'No work crosses from one accountable unit to another.', ...behind(figures) };
  },
});
