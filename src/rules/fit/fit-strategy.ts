import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing, isThere } from './premises.ts';
import type { FitCase } from './statement.ts';

const CLEAR = 'the executives are clear about the core strategy';
const NOT_CLEAR = 'the executives are not all clear about the core strategy';
const NOT_KNOWN = 'not everybody who serves customers knows it';

const notClear = (fit: FitCase) => [isMissing(fit, 'strategy-clear', NOT_CLEAR)];

export const fitStrategy = defineFitRule({
  id: 'fit-strategy',
  summary: 'The core strategy is not clear to the executives, or not known to those who serve customers.',
  why: {
    text: 'Before customer groups are chosen, the executives must be clear about the core strategy, and say it. What holds of clusters holds of any structure, though less: structure follows strategy.',
    source: 'Jackson; Eccles of the other designs',
  },
  fit: {
    statements: [
      { when: 'a strategy that is not clear', designs: ['cluster'], certainty: -0.5, premises: notClear },
      {
        when: 'a strategy that is not known',
        designs: ['cluster'],
        certainty: -0.3,
        premises: (fit) => [
          isThere(fit, 'strategy-clear', CLEAR),
          isMissing(fit, 'strategy-communicated', NOT_KNOWN),
        ],
      },
      {
        when: 'a strategy that is not clear',
        designs: ['functional', 'lifecycle', 'account-team', 'matrix'],
        certainty: -0.3,
        premises: notClear,
      },
    ],
    reads: ['practices.strategy-clear', 'practices.strategy-communicated'],
    change: 'It would change with a page that every executive words alike, and with telling it.',
  },
  examples: {
    bad: fitting('Strategy', { practices: { 'strategy-clear': 'no' } }),
    good: fitting('Strategy', { practices: { 'strategy-clear': 'yes' } }),
    design: 'cluster',
  },
});
