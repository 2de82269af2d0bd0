import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing } from './premises.ts';
import type { FitCase } from './statement.ts';

const felt = (fit: FitCase) => [
  isMissing(fit, 'one-organisation-felt', 'not all customers feel that they deal with one company'),
];

export const fitCustomersFeelDepartments = defineFitRule({
  id: 'fit-customers-feel-departments',
  summary: 'Customers say that they deal with departments and not with one company.',
  why: {
    text: 'Most customers want the same from every department and feel that they deal with separate ones. Where it is so here, it speaks against departments, for clusters and account teams, and less for phases, at whose borders customers still change hands.',
    source: 'Focus/Centric/Led, Jackson; phases are our reading',
  },
  fit: {
    statements: [
      {
        when: 'customers who feel departments',
        designs: ['as-is', 'functional'],
        certainty: -0.4,
        premises: felt,
      },
      {
        when: 'customers who feel departments',
        designs: ['cluster', 'account-team'],
        certainty: 0.3,
        premises: felt,
      },
      { when: 'customers who feel departments', designs: ['lifecycle'], certainty: 0.2, premises: felt },
    ],
    reads: ['practices.one-organisation-felt'],
    change: 'To change that: customers who say otherwise when asked, and fewer hand-offs.',
  },
  examples: {
    bad: fitting('What customers feel', { practices: { 'one-organisation-felt': 'no' } }),
    good: fitting('What customers feel', { practices: { 'one-organisation-felt': 'yes' } }),
  },
});
