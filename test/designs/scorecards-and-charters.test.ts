import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLUSTER_SCORECARD,
  charterOf,
  figureOf,
  PHASE_SCORECARDS,
  scorecardOf,
  serviceCharter,
} from '../../src/designs/scorecards-and-charters.ts';
import { organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const company = (customers: readonly object[], more: object = {}) =>
  organisationOf({
    version: 1,
    name: 'Company',
    currency: 'EUR',
    people: [{ id: 'p1' }],
    customers: customers.map((customer, at) => ({ id: `c${at}`, ...customer })),
    ...more,
  });

const rows = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('a scorecard', () => {
  it('adds up totals, and means what is said per customer by the number of customers', async () => {
    const organisation = await company([
      { count: 3, revenue: 900, margin: 90, retention: 0.9, acquisitionCost: 10, satisfaction: { score: 8 } },
      { count: 1, revenue: 100, margin: 30, retention: 0.5, acquisitionCost: 50, satisfaction: { score: 4 } },
    ]);
    expect(scorecardOf(organisation, CLUSTER_SCORECARD, rows(2), 'p1')).toEqual([
      // (3 × 10 + 50) / 4, (3 × .9 + .5) / 4 and (3 × .8 + .4) / 4.
      { metric: 'acquisition-cost', value: 20, unit: 'EUR per customer', owner: 'p1' },
      { metric: 'sales', value: 1000, unit: 'EUR a year', owner: 'p1' },
      { metric: 'retention', value: 0.8, unit: 'fraction a year', owner: 'p1' },
      { metric: 'margin', value: 120, unit: 'EUR a year', owner: 'p1' },
      { metric: 'satisfaction', value: 0.7, unit: 'fraction of the scale', owner: 'p1' },
    ]);
  });

  it('has no value where the file says too little, and invents none for what no file says', async () => {
    const organisation = await company([
      { count: 8, retention: 0.9 },
      { count: 2, revenue: 5 },
    ]);
    for (const { value, metric } of scorecardOf(organisation, CLUSTER_SCORECARD, rows(2), undefined))
      expect(value, metric).toBeUndefined();
    for (const phase of ['identify', 'acquire'] as const)
      for (const item of scorecardOf(organisation, PHASE_SCORECARDS[phase], rows(2), 'p1')) {
        expect(item).not.toHaveProperty('value');
        expect(item.unit).not.toBe('');
      }
    const nine = await company([{ count: 9, retention: 0.9 }, { count: 1 }]);
    expect(scorecardOf(nine, ['retention'], rows(2), 'p1')[0]!.value).toBe(0.9);
  });

  it('says of money without a currency the amount alone', async () => {
    const organisation = await company([{ revenue: 5 }], { currency: undefined });
    expect(scorecardOf(organisation, ['sales'], rows(1), 'p1')[0]).toMatchObject({ unit: 'a year' });
  });

  it('has means between the least and the most, totals that the parts add up to, and nothing infinite', async () => {
    const customer = fc.record({
      count: fc.integer({ min: 1, max: 50 }),
      revenue: fc.integer({ min: 0, max: 1e9 }),
      retention: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(customer, { minLength: 2, maxLength: 8 }), fc.nat(7), async (list, at) => {
        const organisation = await company(list);
        const cut = at % list.length;
        const all = rows(list.length);
        const mean = figureOf(organisation, 'retention', 'mean', all)!;
        const values = list.map(({ retention }) => retention);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        const total = (of: readonly number[]) => figureOf(organisation, 'revenue', 'total', of) ?? 0;
        expect(total(all.slice(0, cut)) + total(all.slice(cut))).toBeCloseTo(total(all), 3);
        expect(figureOf(organisation, 'margin', 'total', all)).toBeUndefined();
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('a charter', () => {
  const journeys = [
    {
      id: 'sale',
      name: 'First sale',
      steps: [
        { name: 'Invite', phase: 'identify', capability: 'marketing' },
        { name: 'Show', phase: 'identify', capability: 'marketing' },
        { name: 'Sign', phase: 'acquire', capability: 'sales' },
      ],
    },
    {
      id: 'repair',
      name: 'Repair',
      steps: [{ name: 'Mend', phase: 'retain', capability: 'support' }],
    },
  ];

  it('says who its customers are, prospects included, and what they go through by phase', async () => {
    const organisation = await company([{ count: 3 }, { journey: 'repair' }], { journeys });
    const served = { name: 'x + y', attribute: 'industry', values: ['x', 'y'], customers: [0, 1] };
    expect(charterOf(organisation, served)).toEqual({
      targetCustomers: 'Customers and prospects whose industry is x or y: 4 customers today.',
      journey:
        'First sale (3 customers): identify: Invite, Show; acquire: Sign. Repair (1 customer): retain: Mend',
    });
    expect(charterOf(organisation, { ...served, values: [], customers: [0] })).toEqual({
      targetCustomers: 'x + y: 3 customers today, and prospects like them.',
      journey: 'identify: Invite, Show; acquire: Sign',
    });
  });

  it('leaves out what the file does not say: the journey that was assumed, a promise, goals', async () => {
    const organisation = await company([{}]);
    const charter = charterOf(organisation, { name: 'all', attribute: 'a', values: ['v'], customers: [0] });
    expect(Object.keys(charter)).toEqual(['targetCustomers']);
  });

  it('of a common service has the clusters as its customers', () => {
    expect(serviceCharter(['x', 'y']).targetCustomers).toBe(
      'The customer clusters x and y, and the rest of the company.',
    );
    expect(serviceCharter(Array.from({ length: 40 }, (_, at) => `c${at}`)).targetCustomers).toBe(
      'The 40 customer clusters, and the rest of the company.',
    );
  });
});
