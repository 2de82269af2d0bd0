import { fitting } from '../../../src/rules/examples/companies.ts';
import { CHIEF, company, customers, FOUR, journey, step } from './company.ts';
import { answered, byRule, figure, officer, type Pair, ready, saysOfCompany } from './pair.ts';

const OFFICER = { id: 'cco', title: 'Vice President', department: 'marketing', manager: 'chief' };

/** The clusters of a company with an officer of some model. */
const withOfficer = (model: string) =>
  company(
    customers((industry, at) => ({ retention: (industry === 'retail' ? 0.9 : 0.6) + at / 1000 })),
    { designs: { cluster: { customerOfficer: { model } } } },
  );

const CHALLENGED = (answer: string) =>
  fitting('Tenure', {
    officer: { model: 'minister', tenureYears: 3 },
    practices: { 'rules-challenged': answer },
  });

const CONDITIONS = (answer: string) =>
  fitting('Conditions', {
    officer: { model: 'minister' },
    practices: {
      'jobs-to-be-done': answer,
      'rules-challenged': answer,
      'prioritisation-forum': answer,
      'trade-offs-beyond-finance': answer,
    },
  });

export const bushPairs: readonly Pair[] = [
  {
    claim: 'bush-officer-signals',
    holds: company({ people: [CHIEF, ...FOUR, OFFICER], customerOfficer: { person: 'cco' } }),
    not: company({ people: [CHIEF, ...FOUR, OFFICER] }),
    reads: answered('customer-advocate'),
    shows: ['partly', 'unknown'],
  },
  {
    claim: 'bush-three-models',
    holds: withOfficer('full-department'),
    not: withOfficer('minister'),
    reads: (of) => (figure('officer.reach', 'cluster')(of) ?? 0) > 0.5,
    shows: [true, false],
  },
  {
    claim: 'bush-minister-builds-alliances',
    holds: company({ context: { collaboration: 'good' } }),
    not: company({ context: { collaboration: 'poor' } }),
    reads: officer('minister', 'officer-collaboration-good'),
    shows: ['for', 'nothing'],
  },
  {
    claim: 'bush-conditions-before-structure',
    holds: CONDITIONS('no'),
    not: CONDITIONS('yes'),
    reads: saysOfCompany('fit-officer-conditions', 'cluster'),
    shows: ['against', 'nothing'],
  },
  {
    claim: 'bush-chaotic-needs',
    holds: company(journey(step('acquire', 'sales'), step('retain', 'support', { rework: 0.5 }))),
    not: company(journey(step('acquire', 'sales'), step('retain', 'support'))),
    reads: figure('handoffs.perJourney'),
    shows: [3, 1],
  },
  byRule('bush-tenure-shorter', 'fit-officer-tenure', 'against'),
  byRule('bush-payback', 'fit-payback', 'against'),
  {
    claim: 'bush-other-priorities',
    holds: company({ practices: { 'prioritisation-forum': 'yes' } }),
    not: company({ practices: { 'prioritisation-forum': 'no' } }),
    reads: officer('minister', 'officer-forum'),
    shows: ['for', 'nothing'],
  },
  {
    claim: 'bush-organise-after-jobs',
    holds: company({ practices: { 'jobs-to-be-done': 'no', 'value-proposition-clear': 'yes' } }),
    not: company({ practices: { 'jobs-to-be-done': 'yes', 'value-proposition-clear': 'yes' } }),
    reads: ready('ready-proposition-first'),
    shows: ['open', 'in-place'],
  },
  {
    claim: 'bush-challenge-outlasts',
    holds: CHALLENGED('yes'),
    not: CHALLENGED('no'),
    reads: (of) =>
      of.report('cluster').reorganise.against.find(({ rule }) => rule === 'fit-officer-tenure')?.premises[0]
        ?.certainty,
    shows: [0.5, 1],
  },
  byRule('bush-data-capability', 'fit-officer-without-data', 'against'),
];
