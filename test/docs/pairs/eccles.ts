import { PRACTICES } from '../../../src/schema/input/practices.ts';
import { CHIEF, company, customers, departments, FOUR, scorecard, staff } from './company.ts';
import { answered, byRule, figure, type Pair, remarks, saysOfCompany, unitsWith } from './pair.ts';

const all = (answer: string, but: Readonly<Record<string, string>> = {}) => ({
  practices: { ...Object.fromEntries(PRACTICES.map(({ id }) => [id, answer])), ...but },
});
const component = (answer: string, ...wanted: readonly string[]) =>
  Object.fromEntries(
    PRACTICES.flatMap(({ id, component: of }) =>
      of !== undefined && wanted.includes(of) ? [[id, answer]] : [],
    ),
  );

const sales = (...items: readonly object[]) => ({
  departments: departments('marketing', 'sales', 'accounts', 'support').departments.map((one) =>
    one.id === 'sales' ? { ...one, ...scorecard(...(items as readonly Record<string, unknown>[])) } : one,
  ),
});

/** What a tool rests on. */
const CARE = [
  'customer-interest-prevails',
  'hire-for-empathy',
  'service-staff-trained',
  'sales-help-buying',
  'customer-goals-collective',
];
const tool = (answer: string) => ({
  practices: { 'crm-in-use': 'yes', ...Object.fromEntries(CARE.map((item) => [item, answer])) },
});

const worth = (retention: number) => company(customers(() => ({ margin: 100, retention })));

export const ecclesPairs: readonly Pair[] = [
  {
    claim: 'eccles-culture',
    holds: company(all('no')),
    not: company(all('yes')),
    reads: remarks('beyond-structure'),
    shows: [true, false],
  },
  {
    claim: 'eccles-needs-known',
    holds: company(customers(() => ({ effort: { sales: 5, support: 5 } }))),
    not: company(),
    reads: answered('needs-known'),
    shows: ['partly', 'unknown'],
  },
  {
    claim: 'eccles-segments',
    holds: company(
      customers((industry, at) => ({ retention: (industry === 'retail' ? 0.9 : 0.6) + at / 1000 })),
    ),
    not: company(customers((_, at) => ({ retention: 0.75 + (at % 4) / 100 }))),
    reads: answered('segments-narrow'),
    shows: ['partly', 'no'],
  },
  {
    claim: 'eccles-structure-follows-strategy',
    holds: company({ practices: { 'strategy-clear': 'no' } }),
    not: company({ practices: { 'strategy-clear': 'yes' } }),
    reads: saysOfCompany('fit-strategy'),
    shows: ['against', 'nothing'],
  },
  {
    claim: 'eccles-customer-managers',
    holds: company({
      people: [CHIEF, ...FOUR, ...staff('support', 'Customer Manager', 1, 'chief', { id: 'cm' })],
    }),
    not: company({
      people: [CHIEF, ...FOUR, ...staff('support', 'Brand Manager', 1, 'chief', { id: 'cm' })],
    }),
    reads: unitsWith('account-management', 'as-is'),
    shows: [['accounts', 'support'], ['accounts']],
  },
  byRule('eccles-officer-below-ceo', 'officer-not-below-root'),
  byRule('eccles-officer-scope', 'officer-scope'),
  {
    claim: 'eccles-customer-profit',
    holds: company(customers(() => ({ margin: 100 }))),
    not: company(),
    reads: answered('profit-by-segment'),
    shows: ['yes', 'unknown'],
  },
  {
    claim: 'eccles-lifetime-value',
    holds: worth(0.8),
    not: worth(0.5),
    reads: figure('customers.lifetimeValue'),
    shows: [266.7, 83.33],
  },
  {
    claim: 'eccles-equity',
    holds: worth(0.8),
    not: worth(0.5),
    reads: figure('customers.equity'),
    shows: [2133, 666.7],
  },
  {
    claim: 'eccles-help-buying',
    holds: company(sales({ metric: 'satisfaction', weight: 0.3 }, { metric: 'sales', weight: 0.7 })),
    not: company(sales({ metric: 'sales', weight: 1 })),
    reads: answered('sales-help-buying'),
    shows: ['partly', 'unknown'],
  },
  {
    claim: 'eccles-referrals',
    holds: company(sales({ metric: 'retention', target: 0.9 }, { metric: 'referrals', target: 10 })),
    not: company(sales({ metric: 'sales', target: 1000 })),
    reads: answered('referrals-tracked'),
    shows: ['yes', 'unknown'],
  },
  {
    claim: 'eccles-tool-alone',
    holds: company(tool('no')),
    not: company(tool('yes')),
    reads: remarks('tool-without-practice'),
    shows: [true, false],
  },
  {
    claim: 'eccles-consistently',
    holds: company({ practices: { ...component('yes', 'sales'), ...component('no', 'communications') } }),
    not: company({ practices: component('yes', 'sales', 'communications') }),
    reads: remarks('uneven'),
    shows: [true, false],
  },
];
