import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing, isSettled, isThere } from './premises.ts';
import type { FitCase } from './statement.ts';

const CLEAR = 'the executives are clear about the core strategy';
const NOT_CLEAR = 'the executives are not all clear about the core strategy';
const NOT_KNOWN = 'not everybody who serves customers knows the strategy';

const notClear = (fit: FitCase) => [isMissing(fit, 'strategy-clear', NOT_CLEAR)];

export const fitStrategy = defineFitRule({
  id: 'fit-strategy',
  summary: 'The core strategy is not clear to the executives, or not known to those who serve customers.',
  why: {
    text: 'Structure follows strategy: before any structure is chosen, the executives must be clear about the core strategy, and say it.',
    source: 'Jackson, Eccles',
  },
  finding: 'once',
  fit: {
    statements: [
      { when: 'a strategy that is not clear', designs: ['company'], certainty: -0.5, premises: notClear },
      {
        when: 'a strategy that is not known',
        designs: ['company'],
        certainty: -0.3,
        premises: (fit) => [
          isThere(fit, 'strategy-clear', CLEAR),
          isMissing(fit, 'strategy-communicated', NOT_KNOWN),
        ],
      },
    ],
    cap: (fit) => isSettled(fit, 'strategy-clear', 'the core strategy is clear to the executives'),
    reads: ['practices.strategy-clear', 'practices.strategy-communicated'],
    change: 'To change that: a strategy on one page that every executive words alike, and telling it.',
  },
  examples: {
    bad: fitting('Strategy', { practices: { 'strategy-clear': 'no' } }),
    good: fitting('Strategy', { practices: { 'strategy-clear': 'yes' } }),
  },
});
