import { defineFitRule } from './define-fit-rule.ts';
import { fitting } from './example-fit.ts';
import { isMissing } from './fit-premises.ts';

export const fitExitNeglected = defineFitRule({
  id: 'fit-exit-neglected',
  summary: 'Nobody stays in contact with customers who leave, and phases make somebody answer for that.',
  why: {
    text: 'Customers who are leaving are mostly left out of what a company says. To include them is the greatest gain of an organisation by phases.',
    source: 'Jameane',
  },
  options: [],
  fit: {
    arms: [
      {
        when: 'forgotten customers who leave',
        designs: ['lifecycle'],
        certainty: 0.3,
        premises: (fit) => [
          isMissing(fit, 'exit-communication', 'customers who leave are not always heard and told'),
        ],
      },
    ],
    reads: ['practices.exit-communication'],
    change: 'It would change if it were done in the structure of today: then the reason is gone.',
  },
  examples: {
    bad: fitting('Exit', { practices: { 'exit-communication': 'no' } }),
    good: fitting('Exit', { practices: { 'exit-communication': 'yes' } }),
    design: 'lifecycle',
  },
});
