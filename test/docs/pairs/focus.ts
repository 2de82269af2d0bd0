import { PRACTICES } from '../../../src/schema/input/practices.ts';
import { CHIEF, clusters, company, customers, departments, FOUR, scorecard, trade } from './company.ts';
import { answered, byRule, type Outputs, type Pair, ready, remarks } from './pair.ts';

/** All items of some levels answered alike. */
const level = (answer: string, ...wanted: readonly string[]) =>
  Object.fromEntries(
    PRACTICES.flatMap(({ id, level: of }) => (of !== undefined && wanted.includes(of) ? [[id, answer]] : [])),
  );

const firstStep = (of: Outputs) => of.report('as-is').maturity.nextSteps[0]?.of;

const goal = (metric: string, more = {}) => scorecard({ metric, target: 0.9, ...more });

/** The four departments and finance, each with what it is paid by. */
const paid = (of: Readonly<Record<string, object>>) => ({
  departments: departments('marketing', 'sales', 'accounts', 'support', 'finance').departments.map((one) => ({
    ...one,
    ...of[one.id],
  })),
  people: [CHIEF, ...FOUR, ...trade('finance', 'Finance Manager')],
});
const weight = (metric: string, share: number) => ({ metric, weight: share });

export const focusPairs: readonly Pair[] = [
  {
    claim: 'focus-three-levels',
    holds: company({ practices: { ...level('yes', 'focused'), ...level('no', 'centric') } }),
    not: company({ practices: level('no', 'focused', 'centric') }),
    reads: (of) => of.report('as-is').maturity.stands.level,
    shows: ['focused', null],
  },
  {
    claim: 'focus-satisfaction-measured',
    holds: company(customers(() => ({ satisfaction: { score: 8 } }))),
    not: company(),
    reads: answered('satisfaction-measured'),
    shows: ['yes', 'unknown'],
  },
  {
    claim: 'focus-journeys-mapped',
    holds: company(),
    not: company({ journeys: [] }),
    reads: answered('journeys-mapped'),
    shows: ['partly', 'unknown'],
  },
  {
    claim: 'focus-collective-goals',
    holds: company(paid({ sales: goal('retention'), support: goal('retention') })),
    not: company(paid({ sales: goal('retention'), support: goal('satisfaction') })),
    reads: answered('customer-goals-collective'),
    shows: ['yes', 'unknown'],
  },
  {
    claim: 'focus-executive-pay',
    holds: company(paid({ finance: scorecard(weight('satisfaction', 0.2), weight('margin', 0.8)) })),
    not: company(paid({ finance: scorecard(weight('margin', 1)) })),
    reads: answered('executive-pay-all'),
    shows: ['yes', 'no'],
  },
  byRule('focus-low-weight', 'fit-reward-weight', 'against'),
  {
    claim: 'focus-shared-knowledge',
    holds: clusters(
      {},
      { flows: [{ from: 'retail', to: 'energy', what: 'what customers say', kind: 'customer-feedback' }] },
    ),
    not: clusters(),
    reads: answered('insight-shared'),
    shows: ['partly', 'unknown'],
  },
  {
    claim: 'focus-officer-voice',
    holds: company({
      people: [
        CHIEF,
        ...FOUR,
        { id: 'x', title: 'Head of Customer Experience', department: 'support', manager: 'chief' },
      ],
    }),
    not: company(),
    reads: answered('customer-advocate'),
    shows: ['partly', 'unknown'],
  },
  {
    claim: 'focus-programme-limits',
    holds: company({ practices: { ...level('yes', 'focused'), ...level('no', 'centric') } }),
    not: company({ practices: level('yes', 'focused', 'centric') }),
    reads: remarks('focus-is-not-enough'),
    shows: [true, false],
  },
  {
    claim: 'focus-lifetime-segments',
    holds: company(customers((industry) => ({ margin: 100, retention: industry === 'retail' ? 0.9 : 0.6 }))),
    not: company(customers((_, at) => ({ margin: 100, retention: at % 2 === 0 ? 0.9 : 0.6 }))),
    reads: answered('lifetime-value-segments'),
    shows: ['partly', 'unknown'],
  },
  byRule('focus-one-organisation', 'fit-customers-feel-departments', 'against'),
  {
    claim: 'focus-single-view',
    holds: company({ practices: SYSTEMS('yes') }),
    not: company({ practices: SYSTEMS('no') }),
    reads: ready('ready-common-systems'),
    shows: ['in-place', 'open'],
  },
  {
    claim: 'focus-metrics-with-finance',
    holds: company(paid({ sales: scorecard(weight('retention', 0.5), weight('sales', 0.5)) })),
    not: company(paid({ sales: scorecard(weight('sales', 1)) })),
    reads: answered('customer-metrics-equal'),
    shows: ['yes', 'no'],
  },
  byRule('focus-jobs', 'fit-officer-conditions'),
  {
    claim: 'focus-led-is-a-choice',
    holds: company({ practices: { ...level('yes', 'focused', 'centric'), ...level('no', 'led') } }),
    not: company({
      practices: {
        ...level('yes', 'focused', 'centric'),
        ...level('no', 'led'),
        'customers-before-shareholders': 'yes',
      },
    }),
    reads: remarks('led-is-a-choice'),
    shows: [true, false],
  },
  {
    claim: 'focus-takes-time',
    holds: company({ practices: level('no', 'focused', 'centric') }),
    not: company({ practices: { ...level('yes', 'focused'), ...level('no', 'centric') } }),
    reads: firstStep,
    shows: ['focused', 'centric'],
  },
];

function SYSTEMS(answer: string) {
  return {
    'common-processes': 'yes',
    'common-systems': 'yes',
    'systems-can-change': 'yes',
    'crm-in-use': 'yes',
    'single-customer-view': answer,
  };
}
