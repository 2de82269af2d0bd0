import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { saidYes } from './premises.ts';

export const fitCostPressure = defineFitRule({
  id: 'fit-cost-pressure',
  summary: 'Costs must fall, and functions need the fewest people for the same service.',
  why: {
    text: 'One pool of each skill serves the same customers with fewer people than several small ones, and buys and builds things once.',
    source: 'Galbraith 1971; Erlang for the pools',
  },
  fit: {
    statements: [
      {
        when: 'costs that must fall',
        designs: ['functional'],
        certainty: 0.3,
        premises: (fit) => [saidYes(fit, 'costPressure', 'costs must fall')],
      },
    ],
    reads: ['context.costPressure'],
    change:
      'It would be otherwise once costs need not fall: then service weighs more than the number of people.',
  },
  examples: {
    bad: fitting('Costs', { context: { costPressure: 'yes' } }),
    good: fitting('Costs', { context: { costPressure: 'no' } }),
    design: 'functional',
  },
});
