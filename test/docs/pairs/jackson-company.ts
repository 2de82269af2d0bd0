import { fitting } from '../../../src/rules/examples/companies.ts';
import { company } from './company.ts';
import { byRule, type Outputs, officer, type Pair, ready, says } from './pair.ts';

const verdict = (of: Outputs) => of.design('cluster').fit.verdict;

const FOUNDATIONS = {
  'strategy-clear': 'yes',
  'strategy-communicated': 'yes',
  'value-proposition-clear': 'yes',
  'value-proposition-communicated': 'yes',
  'target-markets-clear': 'yes',
  'target-markets-communicated': 'yes',
};

const GOOD = {
  ...FOUNDATIONS,
  'ideal-customer-profiles': 'yes',
  'account-based-marketing': 'yes',
  'customer-goals-collective': 'yes',
};

const suits = (of: Outputs) => ['suits', 'rather suits'].includes(verdict(of));

/** What Jackson says of the companies that clusters suit. */
export const companyPairs: readonly Pair[] = [
  {
    claim: 'jackson-collaboration-first',
    holds: company({ context: { collaboration: 'poor' } }),
    not: company({ context: { collaboration: 'good' } }),
    reads: officer('minister', 'officer-collaboration-poor'),
    shows: ['against', 'nothing'],
  },
  byRule('jackson-strategy-clear', 'fit-strategy', 'against'),
  byRule('jackson-proposition-clear', 'fit-value-proposition', 'against'),
  byRule('jackson-markets-clear', 'fit-target-markets', 'against'),
  {
    claim: 'jackson-foundations-communicated',
    holds: fitting('Told or not', { practices: { ...GOOD, 'strategy-communicated': 'no' } }),
    not: fitting('Told or not', { practices: GOOD }),
    reads: ready('ready-foundations-communicated'),
    shows: ['open', 'in-place'],
  },
  byRule('jackson-matrix-equal-lines', 'dual-reporting-conflict'),
  byRule('jackson-matrix-strain', 'fit-matrix-two-bosses', 'against'),
  byRule('jackson-single-line-relief', 'fit-two-bosses-today', 'for'),
  byRule('jackson-projects-transitory', 'fit-project-based', 'against'),
  {
    claim: 'jackson-no-panacea',
    holds: fitting('For some', { context: { staff: 60 }, practices: FOUNDATIONS }),
    not: fitting('For some', { practices: FOUNDATIONS }),
    reads: suits,
    shows: [false, true],
  },
  byRule('jackson-business-customers', 'fit-business-to-consumer', 'against', 'for'),
  byRule('jackson-hundred-staff', 'fit-small-company', 'against'),
  byRule('jackson-departmental-habit', 'fit-departmental-tradition', 'against'),
  byRule('jackson-poor-collaboration', 'fit-collaboration', 'against'),
  {
    claim: 'jackson-clear-markets-help',
    holds: fitting('Markets', {
      practices: { 'target-markets-clear': 'yes', 'target-markets-communicated': 'yes' },
    }),
    not: fitting('Markets', { practices: { 'target-markets-clear': 'unknown' } }),
    reads: says('cluster', 'fit-target-markets'),
    shows: ['for', 'nothing'],
  },
  byRule('jackson-ideal-profiles', 'fit-ideal-customer-profiles', 'for'),
  byRule('jackson-account-based', 'fit-account-based-marketing', 'for'),
  {
    claim: 'jackson-comment-consumer-precedent',
    holds: fitting('Consumers', { market: 'b2c', practices: GOOD }),
    not: fitting('Consumers', {
      market: 'b2c',
      retention: [
        [0.7, 0.9],
        [0.72, 0.88],
      ],
    }),
    reads: (of) => verdict(of) !== 'rather not' && verdict(of) !== 'does not suit',
    shows: [true, false],
  },
  byRule('jackson-reply-culture-and-metrics', 'fit-culture-and-metrics', 'against'),
];
