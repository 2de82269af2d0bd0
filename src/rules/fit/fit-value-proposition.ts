import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing, isSettled, isThere } from './premises.ts';

export const fitValueProposition = defineFitRule({
  id: 'fit-value-proposition',
  summary: 'What is promised to customers is not settled, or not known to those who serve them.',
  why: {
    text: 'The value proposition has to be clear, and known, before a structure is built on it: first what customers want done, then the organisation that delivers it.',
    source: 'Jackson, Bush',
  },
  finding: 'once',
  fit: {
    statements: [
      {
        when: 'a promise that is not clear',
        designs: ['company'],
        certainty: -0.4,
        premises: (fit) => [
          isMissing(fit, 'value-proposition-clear', 'it is not fully settled what is promised to whom'),
        ],
      },
      {
        when: 'a promise that is not known',
        designs: ['company'],
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
    cap: (fit) => isSettled(fit, 'value-proposition-clear', 'it is settled what is promised to whom'),
    reads: ['practices.value-proposition-clear', 'practices.value-proposition-communicated'],
    change: 'To change that: a proposition written for each target market, and telling it.',
  },
  examples: {
    bad: fitting('Proposition', { practices: { 'value-proposition-clear': 'no' } }),
    good: fitting('Proposition', { practices: { 'value-proposition-clear': 'yes' } }),
  },
});
