import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { smallness } from './fit-small-company.ts';
import { askContext, contextLever, saidYes } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** Where nobody says it: a small firm is short of both, and it is worth asking. */
function bySize(fit: FitCase): Reading {
  const small = smallness(fit);
  return small.certainty > 0
    ? { ...small, ask: askContext('limitedResources').ask! }
    : askContext('limitedResources');
}

const short = (fit: FitCase): readonly Reading[] => [
  saidYes(fit, 'limitedResources', 'people and money are short', bySize(fit)),
];

export const fitLimitedResources = defineFitRule({
  id: 'fit-limited-resources',
  summary:
    'People and money are short for teams that each account has of its own; phases need no more than there are.',
  why: {
    text: 'One team per customer is good for the customer and next to impossible for a small organisation with limited resources. Phases of the customer’s life are what is offered in its place.',
    source: 'Jameane',
  },
  options: ['smallCompany'],
  fit: {
    statements: [
      {
        when: 'short resources',
        designs: ['account-team'],
        certainty: -0.7,
        premises: short,
      },
      {
        when: 'short resources',
        designs: ['lifecycle'],
        certainty: 0.3,
        change:
          'It would be otherwise with the people for teams of each account’s own: then these serve it better.',
        premises: short,
      },
    ],
    reads: ['context.limitedResources', 'context.staff'],
    change: 'To change that: teams for the largest accounts alone, or the people and the money for all.',
    levers: [
      contextLever(
        'limitedResources',
        'Find people and money for it, or wait until they are there.',
        () => 'no',
      ),
    ],
  },
  examples: {
    bad: fitting('Resources', { context: { limitedResources: 'yes' } }),
    good: fitting('Resources', { context: { limitedResources: 'no' } }),
    design: 'account-team',
  },
});
