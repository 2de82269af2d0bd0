import { precisePercent } from '../../base/figures.ts';
import { alternatives } from '../../base/text.ts';
import { COVERS } from '../../designs/cluster/basis/candidates.ts';
import { withAttribute } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing, isSettled, isThere, place, questionOf } from './premises.ts';
import type { FitCase, Premise } from './statement.ts';

/** How sure clear target markets are where the file names them and customers have the attribute. A judgement. */
const NAMED = 0.8;
/** What is taken of markets that are clear where nobody says whether they are known. A judgement. */
const PERHAPS_KNOWN = 0.5;

const CLEAR = 'it is decided which customers are wanted';

/** Target markets that the context names, if nearly all customers have the attribute; how sure the opposite is too. */
function named(fit: FitCase, holds: boolean): Premise | undefined {
  const { targetMarkets } = fit.facts.context;
  if (targetMarkets === undefined) return undefined;
  const { attribute, values } = targetMarkets;
  const { part, of } = withAttribute(fit.baseline, attribute);
  if (of === 0 || part < COVERS * of) return undefined;
  const share = values === undefined ? null : withAttribute(fit.baseline, attribute, values).part / of;
  const which =
    share === null
      ? attribute
      : `${attribute} ${alternatives(values!)}, ${precisePercent(share)} of today’s customers`;
  return {
    text: `target markets are named (context.targetMarkets: ${which})`,
    certainty: holds ? NAMED : 0,
    at: place(fit, 'context', 'targetMarkets'),
    derived: true,
  };
}

const clear = (fit: FitCase) => isThere(fit, 'target-markets-clear', CLEAR, named(fit, true));

/** Half known where nobody says it, and worth asking. */
const unsaid = (fit: FitCase, certainty: number): Premise => ({
  text: 'whether marketing, sales and service work from one list of them is not said',
  certainty,
  at: place(fit, 'practices'),
  derived: false,
  ask: questionOf('target-markets-communicated'),
});

export const fitTargetMarkets = defineFitRule({
  id: 'fit-target-markets',
  summary: 'Whether it is clear, and known, which customers the company wants.',
  why: {
    text: 'Target markets are what the choice of clusters rests on. They have to be clear and known first; where they are, clusters are easier to introduce.',
    source: 'Jackson',
  },
  finding: 'once',
  fit: {
    statements: [
      {
        when: 'target markets that are not clear',
        designs: ['company'],
        certainty: -0.6,
        premises: (fit) => [
          isMissing(
            fit,
            'target-markets-clear',
            'it is not fully decided which customers are wanted',
            named(fit, false),
          ),
        ],
      },
      {
        when: 'target markets that are not known',
        designs: ['company'],
        certainty: -0.3,
        premises: (fit) => [
          clear(fit),
          isMissing(
            fit,
            'target-markets-communicated',
            'marketing, sales and service do not all work from that list',
            unsaid(fit, 0),
          ),
        ],
      },
      {
        when: 'clear target markets',
        designs: ['cluster'],
        certainty: 0.4,
        change:
          'It would be otherwise if nobody could say any more who is wanted, or if each department had a list of its own.',
        premises: (fit) => [
          clear(fit),
          isThere(
            fit,
            'target-markets-communicated',
            'marketing, sales and service work from one list of them',
            unsaid(fit, PERHAPS_KNOWN),
          ),
        ],
      },
    ],
    cap: (fit) =>
      named(fit, true) === undefined ? isSettled(fit, 'target-markets-clear', CLEAR) : undefined,
    reads: [
      'practices.target-markets-clear',
      'practices.target-markets-communicated',
      'context.targetMarkets',
    ],
    change:
      'To change that: the choice of target markets, the attribute that tells them given for every customer, and one list that all work from.',
  },
  examples: {
    bad: fitting('Markets', {
      practices: { 'target-markets-communicated': 'yes', 'target-markets-clear': 'no' },
    }),
    good: fitting('Markets', {
      practices: { 'target-markets-communicated': 'yes', 'target-markets-clear': 'yes' },
    }),
  },
});
