import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customersAfter } from '../../src/measures/customers/retain-share.ts';
import { viewOf } from '../../src/model/view.ts';
import {
  anyOrganisation,
  designOf,
  figureOf,
  measureOf,
  organisationOf,
  viewFrom,
} from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const people = (units: readonly string[], title = 'Account Manager') => [
  { id: 'chief', title: 'Chief Executive Officer' },
  ...units.map((id) => ({ id, title, department: id, manager: 'chief' })),
];
const departments = (units: readonly string[]) => units.map((id) => ({ id, head: id, accountable: true }));
const keeping = [{ id: 'j', steps: [{ phase: 'retain', capability: 'account-management', hours: 5 }] }];
const company = (more: object) => ({ version: 1, name: 'Acme', ...more });

describe('lifetime value and customer equity', () => {
  const valued = (customers: readonly object[], policy = {}) =>
    viewFrom(company({ people: people(['north']), customers, policy }));

  // The factors of model.md, section 8: r = .8 at i = .1, r = .9 at i = .12.
  test.each([
    [0.8, 0.1, 2.67],
    [0.9, 0.12, 4.09],
  ])('at retention %f and rate %f are %f margins', async (retention, discountRate, factor) => {
    const view = await valued([{ id: 'c', margin: 1, retention }], { discountRate });
    expect(figureOf('customers.lifetimeValue', view)).toBeCloseTo(factor, 2);
    expect(figureOf('customers.equity', view)).toBeCloseTo(factor, 2);
  });

  test('weigh rows by their customers, and take off what it cost to win them', async () => {
    const view = await valued([
      { id: 'a', count: 3, margin: 300, retention: 0.8, acquisitionCost: 20 },
      { id: 'b', margin: 500, retention: 0 },
    ]);
    const one = 100 * (0.8 / 0.3) - 20;
    // What these three cost to win is spent.
    expect(figureOf('customers.equity', view)).toBeCloseTo(3 * 100 * (0.8 / 0.3), 9);
    expect(figureOf('customers.lifetimeValue', view)).toBeCloseTo((3 * one) / 4, 9);
  });

  test('are not known of fewer than nine in ten, and left out where known of none', async () => {
    const known = { id: 'a', count: 8, margin: 100, retention: 0.5 };
    const some = await valued([known, { id: 'b', count: 2, margin: 100 }]);
    const none = await valued([{ id: 'b', margin: 100 }]);
    for (const id of ['customers.lifetimeValue', 'customers.equity']) {
      expect(measureOf(id).take(some, some)).toEqual({
        value: null,
        reason: 'Margin and retention are known of fewer than nine customers in ten.',
      });
      expect([measureOf(id).applies?.(some), measureOf(id).applies?.(none)]).toEqual([true, false]);
    }
  });
});

describe('split parent accounts', () => {
  const owned = (customers: readonly object[]) =>
    viewFrom(
      company({
        people: people(['north', 'south']),
        departments: departments(['north', 'south']),
        journeys: keeping,
        customers,
      }),
    );
  test.each([
    ['none where one unit keeps all accounts', ['north', 'north'], 0],
    ['one where two units keep one each', ['north', 'south'], 1],
  ])('are %s', async (_, [a, b], split) => {
    const view = await owned([
      { id: 'mill', parent: 'works', owner: a },
      { id: 'yard', parent: 'works', owner: b },
      { id: 'shop', owner: 'south' },
    ]);
    expect(figureOf('customers.splitAccounts', view)).toBe(split);
  });

  test('are none where both units may keep either', async () => {
    const view = await owned([
      { id: 'mill', parent: 'works' },
      { id: 'yard', parent: 'works', owner: 'south' },
    ]);
    expect(figureOf('customers.splitAccounts', view)).toBe(0);
  });

  test('are left out without parents', async () => {
    expect(measureOf('customers.splitAccounts').applies?.(await owned([{ id: 'mill' }]))).toBe(false);
  });
});

describe('sources of initiatives', () => {
  const units = ['marketing', 'north', 'south', 'help'];
  const selling = (customers: readonly object[]) =>
    viewFrom(
      company({
        people: people(units).map((person) => ({
          ...person,
          ...(person.id === 'marketing' ? { title: 'Marketing Specialist' } : {}),
          ...(person.id === 'help' ? { title: 'Customer Support Agent' } : {}),
        })),
        departments: departments(units),
        customers,
        journeys: [
          {
            id: 'j',
            steps: ['marketing', 'account-management', 'support'].map((capability) => ({
              phase: 'retain',
              capability,
              hours: 1,
            })),
          },
        ],
      }),
    );
  test.each([
    ['marketing and the one who keeps the account', [{ id: 'mill', owner: 'north' }], 2],
    ['marketing and both who may keep it', [{ id: 'mill' }], 3],
    [
      'those of all accounts of one parent',
      [
        { id: 'mill', owner: 'north', parent: 'works' },
        { id: 'yard', owner: 'south', parent: 'works' },
      ],
      3,
    ],
    [
      'a mean over customers by number',
      [{ id: 'mill', owner: 'north', count: 3 }, { id: 'yard' }],
      (3 * 2 + 3) / 4,
    ],
  ])('are %s', async (_, customers, sources) => {
    expect(figureOf('initiatives.sources', await selling(customers))).toBeCloseTo(sources, 12);
  });

  test('are not known without customers', async () => {
    expect(figureOf('initiatives.sources', await selling([]))).toBeNull();
  });

  test('are never more than the units one could meet, parents left aside', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (file) => {
        const view = await viewFrom(file);
        const [sources, reachable] = ['initiatives.sources', 'silos.reachable'].map((id) =>
          figureOf(id, view),
        );
        expect(sources === null).toBe(reachable === null);
        if (sources !== null) expect(sources).toBeLessThanOrEqual(reachable! + 1e-9);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('the share of retain in the work to come', () => {
  const steps = [
    { phase: 'acquire', capability: 'sales', hours: 30 },
    { phase: 'retain', capability: 'account-management', hours: 10 },
  ];
  const growing = (context: object, retention: number, policy = {}) =>
    viewFrom(
      company({
        people: people(['north']),
        customers: [{ id: 'c', count: 100, retention }],
        journeys: [{ id: 'j', steps }],
        context,
        policy,
      }),
    );

  test('is that of today where as many are won as leave', async () => {
    // 100 customers at 10 hours, 20 won at 30.
    const share = 1000 / (1000 + 600);
    for (const context of [{}, { acquisitionRate: 0.2 }])
      expect(figureOf('growth.retainShare', await growing(context, 0.8))).toBeCloseTo(share, 12);
  });

  test('grows while more are won than leave', async () => {
    // Each year a fifth leave and 50 are won: 100, 130, 154 customers at 10 hours; 50 at 30.
    const view = await growing({ acquisitionRate: 0.5 }, 0.8, { growthYears: 2 });
    expect(figureOf('growth.retainShare', view)).toBeCloseTo(1540 / (1540 + 1500), 12);
  });

  test('comes to the same in the long run, however many are won', async () => {
    for (const acquisitionRate of [0.05, 0.2, 3]) {
      const view = await growing({ acquisitionRate }, 0.8, { growthYears: 100 });
      expect(figureOf('growth.retainShare', view)).toBeCloseTo(1000 / 1600, 9);
    }
  });

  test('goes by given effort, divided over the phases as the steps of each capability are', async () => {
    const view = await viewFrom(
      company({
        people: people(['north']),
        // Sales sells only; account management stands in both; support has no step, and its own shares.
        capabilities: { support: { phases: { acquire: 0.25, retain: 0.75 } } },
        journeys: [
          { id: 'j', steps: [...steps, { phase: 'acquire', capability: 'account-management', hours: 30 }] },
        ],
        customers: [
          { id: 'a', retention: 0.5, effort: { sales: 10, 'account-management': 40, support: 40 } },
          { id: 'b', retention: 1, effort: { sales: 20 } },
        ],
        context: { acquisitionRate: 1 },
        policy: { growthYears: 1 },
      }),
    );
    // Of a, 10 + 30 = 40 hours of retain; one and a half times as many customers after a year. The other 70 stay.
    expect(figureOf('growth.retainShare', view)).toBeCloseTo(60 / (60 + 70), 12);
  });

  test('is not known of fewer than nine in ten, and left out without retention', async () => {
    const part = await viewFrom(
      company({ people: people(['north']), customers: [{ id: 'a', retention: 0.5 }, { id: 'b' }] }),
    );
    expect(figureOf('growth.retainShare', part)).toBeNull();
    const none = await viewFrom(company({ people: people(['north']), customers: [{ id: 'b' }] }));
    expect(measureOf('growth.retainShare').applies?.(none)).toBe(false);
  });

  test('rests on customers that follow the sum of a geometric series', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (years, retention, won) => {
          const stay = retention ** years;
          expect(customersAfter(years, retention, won)).toBeCloseTo(
            stay + (won * (1 - stay)) / (1 - retention),
            6,
          );
        },
      ),
    );
  });
});

test('what customers are worth and become is the same in every design', async () => {
  const organisation = await organisationOf(
    company({
      people: [
        { id: 'chief', title: 'Chief Executive Officer' },
        ...['Marketing Specialist', 'Sales Executive', 'Account Manager'].flatMap((title, at) =>
          [0, 1, 2].map((n) => ({ id: `p${at}${n}`, title, department: `d${at}`, manager: 'chief' })),
        ),
      ],
      customers: [{ id: 'c', margin: 100, retention: 0.8 }],
    }),
  );
  const today = viewOf(organisation);
  const then = viewOf(designOf('lifecycle').apply(organisation).organisation!);
  for (const id of ['customers.lifetimeValue', 'customers.equity', 'growth.retainShare'])
    expect(figureOf(id, then, today)).toBe(figureOf(id, today));
});

describe('prospects, who are no customers yet', () => {
  const rows = [
    { id: 'c1', owner: 's1', count: 3, attributes: { industry: 'dairy' } },
    { id: 'c2', attributes: { industry: 'water' } },
  ];
  const prospects = [
    { id: 'p1', count: 500, status: 'prospect', attributes: { industry: 'dairy' }, journey: 'find' },
    { id: 'p2', owner: 's2', status: 'prospect', attributes: { industry: 'energy' } },
  ];
  const of = (customers: readonly object[]) =>
    viewFrom(
      company({
        departments: [{ id: 'north' }, { id: 'south' }, { id: 'care' }, { id: 'market' }],
        people: [
          { id: 'top', title: 'Chief Executive Officer' },
          { id: 's1', title: 'Sales Executive', department: 'north', manager: 'top' },
          { id: 's2', title: 'Sales Executive', department: 'south', manager: 'top' },
          { id: 'k', title: 'Support Agent', department: 'care', manager: 'top' },
          { id: 'm', title: 'Marketing Manager', department: 'market', manager: 'top' },
        ],
        journeys: [
          {
            id: 'sale',
            steps: [
              { phase: 'acquire', capability: 'sales', hours: 4 },
              { phase: 'retain', capability: 'support', hours: 4 },
            ],
          },
          { id: 'find', serves: [], steps: [{ phase: 'identify', capability: 'marketing', hours: 4 }] },
        ].slice(0, customers.some((one) => 'journey' in one) ? 2 : 1),
        customers,
      }),
    );
  const MET = [
    'silos.count',
    'silos.effective',
    'handoffs.perJourney',
    'handoffs.betweenTeams',
    'journey.accountableShare',
    'journey.contacts',
    'initiatives.sources',
    'focus.customerGroups',
    'escalation.distance',
  ];

  test('change no figure of what customers meet', async () => {
    const [without, beside] = await Promise.all([of(rows), of([...rows, ...prospects])]);
    for (const id of MET) expect(figureOf(id, beside), id).toBeCloseTo(figureOf(id, without)!, 12);
  });

  test('are weighed where there are no customers', async () => {
    expect(figureOf('silos.count', await of(prospects))).not.toBeNull();
  });
});
