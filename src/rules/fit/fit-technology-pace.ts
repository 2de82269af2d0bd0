import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { saidYes } from './premises.ts';

export const fitTechnologyPace = defineFitRule({
  id: 'fit-technology-pace',
  summary: 'The technology changes fast, and experts who sit together keep up with it.',
  why: {
    text: 'Where what experts know ages fast, they learn most from each other. Functions keep them together; among customers they lose touch with their trade.',
    source: 'Allen 1984; Galbraith 1971',
  },
  fit: {
    statements: [
      {
        when: 'technology that changes fast',
        designs: ['functional'],
        certainty: 0.3,
        premises: (fit) => [saidYes(fit, 'technologyPace', 'the technology changes fast')],
      },
    ],
    reads: ['context.technologyPace'],
    change: 'It would be otherwise once the technology is settled.',
  },
  examples: {
    bad: fitting('Technology', { context: { technologyPace: 'yes' } }),
    good: fitting('Technology', { context: { technologyPace: 'no' } }),
    design: 'functional',
  },
});
