import { grouped } from '../../base/grouped.ts';
import { assumedShare, unitsThatAcquire } from '../company-facts.ts';
import { departmentsByTrade } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, read } from './premises.ts';

/** From so many units on, those who win a customer sit apart for sure; in one, not at all. A judgement. */
const APART = 3;
/** Above this share of assumed hours the steps say little. */
const MOST = 0.5;

const TRADES = [
  ['sales', 'Sales Executive'],
  ['pre-sales', 'Pre-sales Engineer'],
  ['operations', 'Operations Planner'],
  // Who finds and who keeps customers.
  ['marketing', 'Marketing Specialist'],
  ['account-management', 'Account Manager'],
] as const;

/** A company in which three skills win a customer, in one department each or in these of them. */
const winning = (steps: readonly (typeof TRADES)[number][0][]): string =>
  departmentsByTrade('Winning customers', TRADES, steps);

export const fitAcquisitionApart = defineFitRule({
  id: 'fit-acquisition-apart',
  summary: 'Those who win a customer sit in several units, and phases would bring them together.',
  why: {
    text: 'The roles that win a customer are there in most companies but seldom work together closely. An organisation by phases puts them into one department.',
    source: 'Jameane; the number of units is our judgement',
  },
  fit: {
    statements: [
      {
        when: 'customers won by several units',
        designs: ['lifecycle'],
        certainty: 0.3,
        premises(fit) {
          const units = unitsThatAcquire(fit.baseline);
          if (units === null) return [NO_TELLING];
          if ((assumedShare(fit.baseline) ?? 1) > MOST)
            return [
              {
                ask: {
                  key: 'journeys',
                  text: 'Which steps does a customer go through, with how many hours each?',
                },
              },
            ];
          return [
            read(
              fit,
              ['journeys'],
              `the steps that win a customer are done in ${grouped(units, 1)} accountable units on average`,
              (units - 1) / (APART - 1),
            ),
          ];
        },
      },
    ],
    reads: [],
    change: 'To change that: a standing team of those who win customers, in the structure of today.',
  },
  examples: {
    bad: winning(['sales', 'pre-sales', 'operations']),
    good: winning(['sales', 'sales', 'sales']),
    design: 'lifecycle',
  },
});
