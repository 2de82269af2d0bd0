import { grouped } from '../../base/grouped.ts';
import { effectiveDepartments } from '../../measures/journey/silo-effective.ts';
import { joinedForCustomers } from '../company-facts.ts';
import { departmentsByTrade } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, read } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** From so many equal silos on, the statement holds for sure; at one, not at all. A judgement. */
const MANY = 4;
/** Above this share of assumed hours the number of silos says little. */
const MOST = 0.5;

const TRADES = [
  ['marketing', 'Marketing Specialist'],
  ['sales', 'Sales Executive'],
  ['account-management', 'Account Manager'],
  ['support', 'Customer Support Agent'],
] as const;

/** Four departments; the steps of the journey are done by these of them. */
const departments = (steps: readonly (typeof TRADES)[number][0][]): string =>
  departmentsByTrade('Four departments', TRADES, steps);

/** Over how many departments the work for a customer is divided. */
function divided(fit: FitCase): Reading {
  const found = fit.view === null ? null : effectiveDepartments(fit.view);
  if (found === null || found.coverage === null) return NO_TELLING;
  if ((found.assumedShare ?? 0) > MOST)
    return {
      ask: {
        key: 'journeys',
        text: 'Which steps does a customer go through, with how many hours each?',
      },
    };
  const silos = found.value;
  if (silos === null) return NO_TELLING;
  return read(
    fit,
    ['journeys'],
    `the work for a customer is divided over ${grouped(silos, 1)} departments, counted by their share of it (silos.effective)`,
    (silos - 1) / (MANY - 1),
  );
}

/** That nobody joins departments for customers: in a matrix of functions and customer groups half a line of each person does. */
function notJoined(fit: FitCase): Reading {
  if (fit.view === null) return NO_TELLING;
  const { part, of } = joinedForCustomers(fit.view);
  const text = `${grouped(of - part)} of ${grouped(of)} people with two equal bosses have none who answers for a group of customers`;
  return read(fit, ['people'], text, of === 0 ? 1 : 1 - part / of);
}

export const fitDepartmentsDivideCustomer = defineFitRule({
  id: 'fit-departments-divide-customer',
  summary: 'The work for one customer is divided over departments that nobody below the top joins.',
  why: {
    text: 'Departments by function are handy for the company and less so for its customers, who meet the walls between them where they ask for something simple.',
    source: 'Jameane, Jackson; the scale is our judgement',
  },
  fit: {
    statements: [
      {
        when: 'customers divided by departments',
        designs: ['as-is', 'functional'],
        certainty: -0.4,
        premises: (fit) => [divided(fit)],
      },
      {
        when: 'customers divided by departments',
        designs: ['matrix'],
        certainty: -0.4,
        premises: (fit) => [notJoined(fit), divided(fit)],
      },
    ],
    reads: [],
    change: 'To change that: one head who answers for the journey, as in clusters or phases.',
  },
  examples: {
    bad: departments(['marketing', 'sales', 'account-management', 'support']),
    good: departments(['sales', 'sales', 'sales', 'sales']),
  },
});
