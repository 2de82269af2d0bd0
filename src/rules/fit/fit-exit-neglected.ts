import { fitting } from '../examples/companies.ts';
import { flowOfKind } from '../flow/flows.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing } from './premises.ts';
import type { FitCase, Premise } from './statement.ts';

/** What a flow says where nobody has answered: those who left are heard in the structure of today, so that the reason is gone. */
function heard({ baseline }: FitCase): Premise | undefined {
  const flow = flowOfKind(baseline.organisation, 'exit-reasons');
  if (flow === undefined) return undefined;
  return {
    text: `${flow.from} tells ${flow.to} why customers left (a flow of the kind exit-reasons)`,
    certainty: 0,
    at: flow.at,
    derived: true,
  };
}

export const fitExitNeglected = defineFitRule({
  id: 'fit-exit-neglected',
  summary: 'Nobody stays in contact with customers who leave, and phases make somebody answer for that.',
  why: {
    text: 'Customers who are leaving are mostly left out of what a company says. To include them is the greatest gain of an organisation by phases.',
    source: 'Jameane',
  },
  fit: {
    statements: [
      {
        when: 'forgotten customers who leave',
        designs: ['lifecycle'],
        certainty: 0.4,
        premises: (fit) => [
          isMissing(
            fit,
            'exit-communication',
            'customers who leave are not always heard and told',
            heard(fit),
          ),
        ],
      },
    ],
    reads: ['practices.exit-communication'],
    change: 'It would be otherwise if it were done in the structure of today: then the reason is gone.',
  },
  examples: {
    bad: fitting('Exit', { practices: { 'exit-communication': 'no' } }),
    good: fitting('Exit', { practices: { 'exit-communication': 'yes' } }),
    design: 'lifecycle',
  },
});
