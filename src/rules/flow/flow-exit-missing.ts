import { phased } from '../examples/structures.ts';
import { defineRule } from '../rule.ts';
import { phaseUnits } from './flows.ts';

export const flowExitMissing = defineRule({
  id: 'flow-exit-missing',
  about: 'structure',
  severity: 'note',
  summary: 'Nobody is told why customers leave.',
  why: {
    text: 'Customers who are leaving are mostly forgotten. Retain is the last to hear from them, and what they say is lost unless it tells the others.',
    source: 'Jameane',
  },
  examples: {
    bad: phased('Nobody asks who left', { without: ['exit'] }),
    good: phased('Those who left are heard', {}),
  },
  *check(view) {
    const { organisation } = view;
    const retain = phaseUnits(view)?.retain;
    if (retain === undefined) return;
    if (organisation.flows.some(({ from, kind }) => kind === 'exit-reasons' && retain.has(from))) return;
    const [first] = retain;
    const { id, name, origin } = organisation.units[first!]!;
    yield {
      message: `${name} tells nobody why customers leave. To change that: add a flow from ${id} of the kind exit-reasons.`,
      entity: { kind: 'unit', id },
      at: origin,
    };
  },
});
