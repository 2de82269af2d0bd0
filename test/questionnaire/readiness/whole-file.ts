import { PRACTICES } from '../../../src/schema/input/practices.ts';

/** A file as an object that a test may change anything in. */
// biome-ignore lint/suspicious/noExplicitAny: what a test changes may be of any shape, wrong ones included.
export type AnyFile = any;

const METRICS = ['acquisition-cost', 'sales', 'retention', 'margin', 'satisfaction'];

const cluster = (id: string, industry: string) => ({
  id,
  kind: 'cluster',
  head: `vp-${id}`,
  accountable: true,
  serves: { where: { industry: [industry] } },
  charter: {
    valueProposition: 'Help within a day',
    targetCustomers: 'Plants with a laboratory',
    journey: 'Found at fairs, visited twice a year',
    goals: ['Grow by a tenth'],
    serviceLevels: ['An answer within a day'],
  },
  scorecard: METRICS.map((metric) => ({ metric, value: 1, target: 2, owner: `vp-${id}` })),
});

const centre = (capability: string) => ({
  id: `centre-${capability}`,
  kind: 'centre-of-expertise',
  decides: ['Stages of a sale'],
  capability,
  charter: { targetCustomers: 'Both clusters', serviceLevels: ['A visit each month'] },
});

const people = (id: string) =>
  ['Marketing Specialist', 'Sales Executive', 'Account Manager'].flatMap((title) =>
    [1, 2].map((n) => ({
      id: `${id}-${title.toLowerCase().replace(' ', '-')}-${n}`,
      title,
      department: id,
      manager: `vp-${id}`,
    })),
  );

const CAPABILITIES = ['marketing', 'sales', 'account-management'];

/** A company in two clusters where everything that readiness asks for is in place. */
export const wholeFile = (): AnyFile => ({
  version: 1,
  name: 'Whole',
  currency: 'EUR',
  context: {
    market: 'b2b',
    serviceLevel: 'standard',
    offering: 'goods',
    collaboration: 'good',
    departmentalTradition: 'no',
    limitedResources: 'no',
    targetMarkets: { attribute: 'industry' },
    customerPayShare: 0.3,
    paybackYears: 2,
    costPressure: 'no',
    technologyPace: 'no',
  },
  practices: Object.fromEntries(PRACTICES.map(({ id }) => [id, 'yes'])),
  departments: [
    cluster('north', 'dairy'),
    cluster('south', 'water'),
    ...CAPABILITIES.map(centre),
    {
      id: 'finance',
      kind: 'common-service',
      charter: { targetCustomers: 'Both clusters', serviceLevels: ['Books closed in three days'] },
    },
  ],
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    ...['north', 'south'].flatMap((id) => [
      {
        id: `vp-${id}`,
        title: 'Customer Cluster VP',
        capability: 'leadership',
        department: id,
        manager: 'chief',
      },
      ...people(id),
    ]),
    ...CAPABILITIES.map((capability) => ({
      id: `expert-${capability}`,
      capability,
      department: `centre-${capability}`,
      manager: 'chief',
    })),
    { id: 'book-1', title: 'Accountant', department: 'finance', manager: 'chief' },
    { id: 'book-2', title: 'Accountant', department: 'finance', manager: 'book-1' },
  ],
  customers: [0, 1, 2, 3, 4, 5].map((at) => ({
    id: `c${at}`,
    market: 'b2b',
    revenue: 1000,
    margin: at < 3 ? 300 + at : 100 + at,
    retention: at < 3 ? 0.9 + at / 100 : 0.7 + at / 100,
    acquisitionCost: 10,
    satisfaction: { score: at < 3 ? 9 : 6 },
    effort:
      at < 3
        ? { marketing: 2, sales: 3, 'account-management': 9 }
        : { marketing: 3, sales: 9, 'account-management': 3 },
    ...(at < 2 ? { parent: 'group' } : {}),
    attributes: { industry: at < 3 ? 'dairy' : 'water', region: at % 2 === 0 ? 'east' : 'west' },
  })),
  flows: ['north', 'south'].flatMap((id) => [
    { from: id, to: 'centre-sales', what: 'What works', kind: 'best-practice' },
    { from: 'centre-sales', to: id, what: 'What works elsewhere', kind: 'best-practice' },
  ]),
});
