import { brief } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { answerOf } from '../../model/practices.ts';
import { yearsOfCustomers } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, place } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** What is left where a culture of challenge outlasts who brought it. A judgement. */
const CHALLENGED = 0.5;
/** Years for which an officer can be expected to stay at most. A judgement. */
const MOST_TENURE = 8;

/** Whether the structure that is judged has an officer. */
export const hasOfficer = ({ view }: FitCase): boolean => view?.organisation.officer !== undefined;

function stay(fit: FitCase): Reading {
  const { tenureYears: given, origin } = fit.view!.organisation.officer!;
  const tenure = given === undefined ? undefined : (fit.facts.tenureYears ?? given);
  const challenged = answerOf(fit.facts, 'rules-challenged').answer === 'yes';
  if (tenure === undefined)
    return {
      ask: {
        key: 'customerOfficer.tenureYears',
        text: 'How many years is the Chief Customer Officer expected to stay?',
      },
    };
  const years = yearsOfCustomers(fit.baseline);
  if (years === null) return NO_TELLING;
  const eased = challenged ? '; that rules are challenged here outlasts them' : '';
  return {
    text: `the officer stays ${counted(tenure, 'year')}, where a customer stays ${brief(years)} on average${eased}`,
    certainty: tenure < years ? (challenged ? CHALLENGED : 1) : 0,
    at: fit.baseline.organisation.officer === undefined ? place(fit, 'designs', fit.design) : origin,
    derived: false,
  };
}

export const fitOfficerTenure = defineFitRule({
  id: 'fit-officer-tenure',
  summary: 'A Chief Customer Officer is expected to leave before the customers do.',
  why: {
    text: 'Customers stay longer than most such officers. What rests on the person goes with them, unless the ability to challenge is part of the culture.',
    source: 'Bush',
  },
  fit: {
    statements: [
      {
        when: 'an officer who leaves before the customers',
        designs: ['company'],
        certainty: -0.3,
        premises: (fit) => [stay(fit)],
      },
    ],
    applies: hasOfficer,
    reads: ['practices.rules-challenged'],
    change: 'To change that: challenge as a part of the culture, and measures that outlive the person.',
    levers: [
      {
        key: 'customerOfficer.tenureYears',
        text: 'Appoint an officer who stays as long as customers do.',
        apply(facts, { baseline }) {
          const needed = Math.ceil(yearsOfCustomers(baseline) ?? MOST_TENURE + 1);
          return facts.tenureYears !== undefined || needed > MOST_TENURE
            ? null
            : { ...facts, tenureYears: needed };
        },
      },
    ],
  },
  examples: {
    bad: fitting('Tenure', { officer: { model: 'minister', tenureYears: 3 } }),
    good: fitting('Tenure', { officer: { model: 'minister', tenureYears: 12 } }),
    design: 'cluster',
  },
});
