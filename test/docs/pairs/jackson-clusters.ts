import { clusters, company, customers, IN_CLUSTERS, step, withTrade } from './company.ts';
import { byRule, figure, finds, type Outputs, type Pair, planned, ready, risk, unitsWith } from './pair.ts';

/** The units of a kind in a design, with whom they serve. */
const served = (of: Outputs) =>
  of
    .design('cluster')
    .structure.filter(({ kind }) => kind === 'cluster')
    .map(({ serves }) => serves.where?.industry?.join() ?? 'everybody')
    .sort();

const kinds = (kind: string) => (of: Outputs) =>
  of.design('cluster').structure.filter((unit) => unit.kind === kind).length;

const basis = (of: Outputs) => of.design('cluster').basis?.chosen ?? null;

/** Retention by industry, so that industry tells customers apart. */
const APART = customers((industry, at) => ({ retention: (industry === 'retail' ? 0.9 : 0.6) + at / 1000 }));
const TWO_ATTRIBUTES = customers((industry, at) => ({
  retention: (industry === 'retail' ? 0.9 : 0.6) + at / 1000,
  attributes: { industry, region: at % 2 === 0 ? 'north' : 'south' },
}));
const ALIKE = customers((_, at) => ({ retention: 0.75 + (at % 4) / 100 }));

const WITH_OPERATIONS = withTrade(
  'operations',
  'Operations Planner',
  step('acquire', 'sales'),
  step('acquire', 'operations'),
);
const WITH_PRODUCTS = withTrade(
  'products',
  'Product Manager',
  step('acquire', 'sales'),
  step('acquire', 'product-management'),
);
const inClusters = (capability: string) => (of: Outputs) =>
  unitsWith(capability, 'cluster')(of).some((unit) => unit.startsWith('cluster/'));

/** A part of a business plan that somebody wrote, and one that nobody did. */
const plan = (claim: string, part: string, value: unknown, otherwise = 'missing'): Pair => ({
  claim,
  holds: clusters({ charter: { [part]: value } }),
  not: clusters(),
  reads: planned('retail', part),
  shows: ['given', otherwise],
});

/** Somebody who has a second boss of as much weight. */
const withSecondBoss = (boss: string) => ({
  people: IN_CLUSTERS.map(({ manager, ...person }) =>
    person.id === 'energy-1'
      ? { ...person, managers: ['energy-head', boss].map((to) => ({ to, weight: 0.5 })) }
      : { ...person, manager },
  ),
});
const prevails = (of: Outputs) =>
  of
    .design('as-is')
    .findings.some(
      ({ rule, message }) => rule === 'dual-reporting-conflict' && message.includes('chief, nearer the top'),
    );

const tells = (from: string, to: string) => ({ from, to, what: 'what works', kind: 'best-practice' });

/** What Jackson says of clusters themselves. */
export const clusterPairs: readonly Pair[] = [
  {
    claim: 'jackson-structure-helps-or-hinders',
    holds: company(),
    not: clusters(),
    reads: figure('handoffs.perJourney'),
    shows: [3, 0],
  },
  {
    claim: 'jackson-silos-hit-customers',
    holds: company(),
    not: clusters(),
    reads: figure('silos.count'),
    shows: [4, 1],
  },
  {
    claim: 'jackson-dedicated-group',
    holds: company(APART),
    not: company(customers(() => ({ attributes: { industry: 'retail' } }))),
    reads: served,
    shows: [['energy', 'retail'], []],
  },
  {
    claim: 'jackson-single-head',
    holds: clusters(),
    not: clusters({}, withSecondBoss('retail-head')),
    reads: finds('dual-reporting-conflict'),
    shows: [false, true],
  },
  {
    claim: 'jackson-end-to-end',
    holds: clusters(
      {},
      customers((_, at) => (at === 0 ? { status: 'prospect' } : {})),
    ),
    not: company(customers((_, at) => (at === 0 ? { status: 'prospect' } : {}))),
    reads: figure('journey.accountableShare'),
    shows: [1, 0.25],
  },
  byRule('jackson-essential-skills', 'cluster-missing-capability'),
  {
    claim: 'jackson-support-inside',
    holds: company(APART),
    not: company(APART, { capabilities: { support: { role: 'common' } } }),
    reads: inClusters('support'),
    shows: [true, false],
  },
  {
    claim: 'jackson-operations-when-service-heavy',
    holds: company(APART, WITH_OPERATIONS, { context: { serviceLevel: 'high' } }),
    not: company(APART, WITH_OPERATIONS, { context: { serviceLevel: 'standard' } }),
    reads: inClusters('operations'),
    shows: [true, false],
  },
  {
    claim: 'jackson-product-management-depends',
    holds: company(APART, WITH_PRODUCTS, { context: { offering: 'technology' } }),
    not: company(APART, WITH_PRODUCTS, { context: { offering: 'goods' } }),
    reads: inClusters('product-management'),
    shows: [true, false],
  },
  {
    claim: 'jackson-central-teams',
    holds: company(APART),
    not: company(APART, { policy: { centreSize: 0 } }),
    reads: (of) => kinds('centre-of-expertise')(of) > 0,
    shows: [true, false],
  },
  byRule('jackson-coherence-and-cost', 'flow-centre-missing'),
  byRule('jackson-mandate-or-advise', 'flow-centre-without-remit'),
  byRule('jackson-enabling-stay', 'enabling-function-in-cluster'),
  byRule('jackson-clusters-as-customers', 'flow-service-without-customers'),
  byRule('jackson-learning-across', 'flow-learning-missing'),
  {
    claim: 'jackson-markets-give-basis',
    holds: company(TWO_ATTRIBUTES, { context: { targetMarkets: { attribute: 'industry' } } }),
    not: company(TWO_ATTRIBUTES, { context: { targetMarkets: { attribute: 'region' } } }),
    reads: ready('ready-basis-follows-markets'),
    shows: ['proposed', 'open'],
  },
  {
    claim: 'jackson-basis-kinds',
    holds: company(),
    not: company(customers((_, at) => ({ attributes: { street: `Station Road ${at + 1}` } }))),
    reads: basis,
    shows: ['industry', null],
  },
  {
    claim: 'jackson-basis-from-data',
    holds: company(APART),
    not: company(ALIKE),
    reads: finds('basis-explains-little', 'cluster'),
    shows: [false, true],
  },
  byRule('jackson-five-metrics', 'scorecard-metric-missing'),
  {
    claim: 'jackson-own-plan',
    holds: clusters({
      charter: {
        valueProposition: 'Readings that hold',
        targetCustomers: 'Plants',
        journey: 'From fair to renewal',
        goals: ['Keep nine of ten'],
        serviceLevels: ['An answer within a day'],
      },
    }),
    not: clusters(),
    reads: ready('ready-charters'),
    shows: ['in-place', 'open'],
  },
  plan('jackson-plan-offer', 'valueProposition', 'Readings that hold'),
  plan('jackson-plan-targets', 'targetCustomers', 'Plants with a laboratory', 'from-file'),
  plan('jackson-plan-journey', 'journey', 'From the fair to the renewal', 'from-file'),
  plan('jackson-plan-goals', 'goals', ['Keep nine of ten']),
  {
    claim: 'jackson-stronger-boss',
    holds: clusters({}, withSecondBoss('chief')),
    not: clusters({}, withSecondBoss('retail-head')),
    reads: prevails,
    shows: [true, false],
  },
  byRule('jackson-clusters-evolve', 'cluster-basis-outdated'),
  byRule('jackson-four-people', 'unit-too-small'),
  {
    claim: 'jackson-comment-less-insight',
    holds: clusters({}, { flows: [tells('retail', 'energy')] }),
    not: clusters({}, { flows: [tells('retail', 'energy'), tells('energy', 'retail')] }),
    reads: figure('insight.reach'),
    shows: [0.5, 1],
  },
  {
    claim: 'jackson-comment-initiatives',
    holds: company(),
    not: clusters(),
    reads: figure('initiatives.sources'),
    shows: [3, 1],
  },
  byRule('jackson-comment-disjointed', 'parent-account-split'),
  {
    claim: 'jackson-comment-disparate-operations',
    holds: company(APART, WITH_OPERATIONS, { context: { serviceLevel: 'high' } }),
    not: company(APART, WITH_OPERATIONS, {
      context: { serviceLevel: 'high' },
      practices: { 'common-processes': 'yes', 'common-systems': 'yes' },
    }),
    reads: risk('cluster', 'operations-apart'),
    shows: ['open', 'covered'],
  },
  {
    claim: 'jackson-comment-waste',
    holds: clusters(),
    not: company(),
    reads: figure('expertise.fragmentation'),
    shows: [2, 1],
  },
  {
    claim: 'jackson-comment-one-view',
    holds: company(APART),
    not: company(APART, { practices: { 'single-customer-view': 'yes' } }),
    reads: risk('cluster', 'no-shared-view'),
    shows: ['open', 'covered'],
  },
  byRule('jackson-reply-coherent-group', 'basis-explains-little'),
  {
    claim: 'jackson-reply-focus-defined',
    holds: company(
      customers(() => ({
        acquisitionCost: 100,
        satisfaction: { score: 8 },
        retention: 0.9,
        margin: 300,
      })),
    ),
    not: company(),
    reads: ready('ready-metrics-cover-focus'),
    shows: ['in-place', 'open'],
  },
];
