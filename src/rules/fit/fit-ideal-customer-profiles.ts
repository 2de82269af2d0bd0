import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isThere, questionOf } from './premises.ts';
import type { FitCase, Premise } from './statement.ts';

/** How sure profiles are where a charter says both who the customers are and what they are promised. A judgement. */
const IN_A_CHARTER = 0.6;

/** Designs write target customers into charters by themselves; a promise only somebody who has thought about it. */
function chartered({ baseline }: FitCase): Premise | undefined {
  const unit = baseline.organisation.units.find(
    ({ charter }) => charter?.targetCustomers !== undefined && charter.valueProposition !== undefined,
  );
  if (unit === undefined) return undefined;
  return {
    text: `the charter of ${unit.name} says who its customers are and what they are promised`,
    certainty: IN_A_CHARTER,
    at: unit.origin,
    derived: true,
    ask: questionOf('ideal-customer-profiles'),
  };
}

export const fitIdealCustomerProfiles = defineFitRule({
  id: 'fit-ideal-customer-profiles',
  summary: 'Whether there are profiles of ideal customers, which make clusters easier to introduce.',
  why: {
    text: 'Where work was done on ideal customer profiles, clusters are easier to implement: who belongs in which is known.',
    source: 'Jackson; the reason is our reading',
  },
  fit: {
    statements: [
      {
        when: 'profiles of ideal customers',
        designs: ['cluster'],
        certainty: 0.3,
        premises: (fit) => [
          isThere(
            fit,
            'ideal-customer-profiles',
            'there are written profiles of ideal customers',
            chartered(fit),
          ),
        ],
      },
    ],
    reads: ['practices.ideal-customer-profiles'],
    change: 'It would be otherwise with profiles that nobody uses, or that are not true any more.',
  },
  examples: {
    bad: fitting('Profiles', {
      context: { market: 'mixed' },
      practices: { 'ideal-customer-profiles': 'yes' },
    }),
    good: fitting('Profiles', {
      context: { market: 'mixed' },
      practices: { 'ideal-customer-profiles': 'no' },
    }),
    design: 'cluster',
  },
});
