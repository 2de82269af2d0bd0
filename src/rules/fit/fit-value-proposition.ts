import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing, isThere } from './premises.ts';

export const fitValueProposition = defineFitRule({
  id: 'fit-value-proposition',
  summary: 'What is promised to customers is not settled, or not known to those who serve them.',
  why: {
    text: 'The value proposition has to be clear, and known, before a structure is built on it: first what customers want done, then the organisation that delivers it.',
    source: 'Jackson, Bush',
  },
  fit: {
    statements: [
      {
        when: 'a promise that is not clear',
        designs: ['cluster'],
        certainty: -0.4,
        premises: (fit) => [
          isMissing(fit, 'value-proposition-clear', 'it is not fully settled what is promised to whom'),
        ],
      },
      {
        when: 'a promise that is not known',
        designs: ['cluster'],
        certainty: -0.2,
        premises: (fit) => [
          isThere(fit, 'value-proposition-clear', 'it is settled what is promised to whom'),
          isMissing(
            fit,
            'value-proposition-communicated',
            'not everybody who serves customers knows the promise',
          ),
        ],
      },
    ],
    reads: ['practices.value-proposition-clear', 'practices.value-proposition-communicated'],
    change: 'It would change with a proposition written for each target market, and with telling it.',
  },
  examples: {
    bad: fitting('Proposition', { practices: { 'value-proposition-clear': 'no' } }),
    good: fitting('Proposition', { practices: { 'value-proposition-clear': 'yes' } }),
    design: 'cluster',
  },
});
