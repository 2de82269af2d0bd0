import { fitting } from '../examples/companies.ts';
import { hasOfficer } from './fit-officer-tenure.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing } from './premises.ts';
import type { FitCase, NotKnown, Premise, Reading } from './statement.ts';

/** Of the three conditions, how many must be known. A judgement. */
const ENOUGH = 2;

const isKnown = (part: Reading): part is Premise => 'certainty' in part;

/** Of two ways to the same condition the one that is rather there. */
function either(a: Reading, b: Reading): Reading {
  const known = [a, b].filter(isKnown);
  const least = known.sort((x, y) => x.certainty - y.certainty)[0];
  if (least === undefined) return a;
  return known.length === 2 || least.certainty === 0 ? least : isKnown(a) ? b : a;
}

function conditions(fit: FitCase): Reading {
  const parts = [
    isMissing(fit, 'jobs-to-be-done', 'propositions are not all built on what customers want done'),
    isMissing(fit, 'rules-challenged', 'rules cannot all be challenged'),
    either(
      isMissing(fit, 'prioritisation-forum', 'there is no full forum for setting priorities'),
      isMissing(fit, 'trade-offs-beyond-finance', 'trade-offs are made by finance in the main'),
    ),
  ];
  const known = parts.filter(isKnown);
  if (known.length < ENOUGH) return parts.find((part): part is NotKnown => !isKnown(part))!;
  const missing = known.filter(({ certainty }) => certainty > 0);
  const named = missing.length > 0 ? missing : known;
  return {
    text: named.map(({ text }) => text).join(', '),
    certainty: known.reduce((sum, { certainty }) => sum + certainty, 0) / known.length,
    at: named[0]!.at,
    derived: false,
  };
}

export const fitOfficerConditions = defineFitRule({
  id: 'fit-officer-conditions',
  summary: 'A Chief Customer Officer is appointed where the conditions for one are not there.',
  why: {
    text: 'Propositions built around the customer, rules that can be challenged, and a conversation in which priorities are set make a company customer-driven, more than a post in the chart.',
    source: 'Bush',
  },
  fit: {
    statements: [
      {
        when: 'an officer without the conditions for one',
        designs: ['company'],
        certainty: -0.4,
        premises: (fit) => [conditions(fit)],
      },
    ],
    applies: hasOfficer,
    reads: [
      'practices.jobs-to-be-done',
      'practices.rules-challenged',
      'practices.prioritisation-forum',
      'practices.trade-offs-beyond-finance',
    ],
    change: 'To change that: the three conditions in place before the post.',
  },
  examples: {
    bad: fitting('Conditions', {
      officer: { model: 'minister' },
      practices: { 'rules-challenged': 'no', 'jobs-to-be-done': 'no' },
    }),
    good: fitting('Conditions', {
      officer: { model: 'minister' },
      practices: { 'rules-challenged': 'no', 'jobs-to-be-done': 'yes' },
    }),
    design: 'cluster',
  },
});
