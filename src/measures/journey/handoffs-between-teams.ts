import { defineMeasure } from '../measure.ts';
import { behind, JOURNEY_INPUTS, meanOver, NO_CUSTOMERS } from '../summarise.ts';
import { journeyFigures } from './journey-figures.ts';
import { teamHandoffs } from './team-handoffs.ts';

export const handoffsBetweenTeams = defineMeasure({
  id: 'handoffs.betweenTeams',
  label: 'Hand-offs between teams',
  summary: 'How often the work for a customer goes from one team to another.',
  formula:
    'Expected number of moves from a step to the next, rework loops counted, at which the two steps are done by people of different teams. The team of a person is the declared one, several by share, else the department that governs itself, else the team they lead, else the one they report into, else they are alone; whoever is in a team that serves the customer works for it in that team. Work that stays with one person is no hand-off; a step that nobody serves is one in and one out. Mean over customers. No customers: null.',
  unit: 'hand-offs',
  better: 'lower',
  byConstruction: { 'account-team': 0 },
  source: 'orgdesign.',
  change: `${JOURNEY_INPUTS.slice(0, -1)}; \`teams\`; reporting lines.`,
  needs: ['lines', 'capabilities', 'customers'],
  take: (view) => ({
    ...meanOver(view, teamHandoffs(view), ({ figures }) => figures, NO_CUSTOMERS),
    ...behind(journeyFigures(view)),
  }),
});
