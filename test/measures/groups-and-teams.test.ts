import { describe, expect, it } from 'vitest';
import { shownValue } from '../../src/measures/measure.ts';
import { viewOf } from '../../src/model/view.ts';
import {
  designOf,
  example,
  figureOf,
  measureOf,
  organisationOf,
  viewFrom,
} from '../support/organisations.ts';

const SKILLS = ['marketing', 'sales', 'account-management', 'support'];
const LINES = ['dairy', 'energy', 'water'];
const customers = LINES.flatMap((industry) =>
  [1, 2].map((n) => ({ id: `${industry}${n}`, revenue: 100, attributes: { industry } })),
);

/** Three lines of business with everybody they need, each for one industry. */
const lines = () =>
  organisationOf({
    version: 1,
    name: 'Lines',
    context: { market: 'b2b' },
    departments: LINES.map((id) => ({ id, serves: { where: { industry: [id] } } })),
    people: [
      { id: 'root', capability: 'leadership' },
      ...LINES.flatMap((line) => [
        { id: `${line}-head`, department: line, capability: 'leadership', manager: 'root' },
        ...SKILLS.flatMap((capability) =>
          [1, 2].map((n) => ({
            id: `${line}-${capability}-${n}`,
            department: line,
            capability,
            manager: `${line}-head`,
          })),
        ),
      ]),
    ],
    customers,
  });

describe('customer groups that a department serves', () => {
  it('three lines of business with one group each, made into functions: 1 becomes 3', async () => {
    const today = await lines();
    const functions = designOf('functional').apply(today).organisation!;
    const figure = (of: typeof today) => figureOf('focus.customerGroups', viewOf(of), viewOf(today));
    expect(figure(today)).toBeCloseTo(1, 12);
    expect(figure(functions)).toBeCloseTo(3, 12);
  });
});

describe('spread of each skill', () => {
  it('counts skills that work for customers: six lawyers more change nothing', async () => {
    const halden = await example('halden');
    const clusters = viewOf(designOf('cluster').apply(halden).organisation!);
    const spread = figureOf('expertise.fragmentation', clusters)!;
    expect(spread).toBeGreaterThan(2.8);
    expect(spread).toBeLessThan(3);
    const company = (lawyers: number) => ({
      version: 1,
      name: 'Lawyers',
      people: [
        { id: 'p', department: 'office', capability: 'leadership' },
        { id: 's', department: 'sales', capability: 'sales', manager: 'p' },
        { id: 't', department: 'other', capability: 'sales', manager: 'p' },
        ...Array.from({ length: lawyers }, (_, at) => ({
          id: `l${at}`,
          department: at % 2 === 0 ? 'sales' : 'other',
          capability: 'legal',
          manager: 'p',
        })),
      ],
      customers: [{ id: 'c' }],
    });
    const of = async (lawyers: number) =>
      figureOf('expertise.fragmentation', await viewFrom(company(lawyers)));
    expect(await of(6)).toBe(await of(0));
    expect(await of(0)).toBeCloseTo(2, 12);
  });

  it('of a clustered skill of at least 2 K people lies between .7 K and K', async () => {
    const halden = await example('halden');
    const clusters = viewOf(designOf('cluster').apply(halden).organisation!);
    const { byCapability } = measureOf('expertise.fragmentation').take(clusters, clusters);
    for (const id of ['sales', 'account-management', 'support']) {
      expect(byCapability![id]).toBeGreaterThan(0.7 * 4);
      expect(byCapability![id]).toBeLessThanOrEqual(4);
    }
  });
});

describe('figures that are shown', () => {
  const company = (changes: object, revenue: (at: number) => number | undefined) =>
    viewFrom({
      version: 1,
      name: 'Shown',
      departments: [
        { id: 'a', accountable: true },
        { id: 'b', accountable: true, serves: ['c0'] },
      ],
      people: [
        { id: 'p', capability: 'leadership' },
        { id: 's', department: 'a', capability: 'sales', manager: 'p' },
        { id: 'm', department: 'a', capability: 'support', manager: 'p' },
        { id: 't', department: 'b', capability: 'support', manager: 'p' },
      ],
      customers: Array.from({ length: 10 }, (_, at) => ({
        id: `c${at}`,
        ...(revenue(at) === undefined ? {} : { revenue: revenue(at) }),
      })),
      journeys: [
        {
          id: 'j',
          steps: [
            { phase: 'acquire', capability: 'sales', hours: 1 },
            { phase: 'retain', capability: 'support', hours: 1 },
          ],
        },
      ],
      ...changes,
    });
  // The first of ten pays half of all.
  const pays = (at: number) => (at === 0 ? 9 : 1);
  const taken = async (changes: object, revenue: (at: number) => number | undefined = pays) => {
    const view = await company(changes, revenue);
    const result = measureOf('silos.count').take(view, view);
    return [result.shown, shownValue(result)];
  };

  it('are by revenue where nine tenths have one and the market is b2b, else by number', async () => {
    expect(await taken({ context: { market: 'b2b' } })).toEqual(['revenue', 1.5]);
    expect(await taken({ context: { market: 'b2c' } })).toEqual(['number', 1.1]);
    expect(await taken({})).toEqual(['number', 1.1]);
    expect(await taken({ context: { market: 'b2b' } }, (at) => (at < 8 ? pays(at) : undefined))).toEqual([
      'number',
      1.1,
    ]);
  });
});

describe('several journeys of a customer', () => {
  it('are weighted by how often', async () => {
    const step = (phase: string, capability: string) => ({ phase, capability, hours: 1 });
    const view = await viewFrom({
      version: 1,
      name: 'Journeys',
      departments: ['a', 'b', 'c'].map((id) => ({ id, accountable: true })),
      people: [
        { id: 'p', capability: 'leadership' },
        { id: 's', department: 'a', capability: 'sales', manager: 'p' },
        { id: 't', department: 'b', capability: 'support', manager: 'p' },
        { id: 'm', department: 'c', capability: 'marketing', manager: 'p' },
      ],
      customers: [{ id: 'c', journeys: [{ id: 'sale', share: 0.25 }, 'question'] }],
      journeys: [
        {
          id: 'sale',
          steps: [step('identify', 'marketing'), step('acquire', 'sales'), step('retain', 'support')],
        },
        { id: 'question', steps: [step('retain', 'support')] },
      ],
    });
    expect(figureOf('silos.count', view)).toBeCloseTo(0.25 * 3 + 0.75, 12);
    expect(figureOf('handoffs.perJourney', view)).toBeCloseTo(0.5, 12);
    expect(figureOf('work.units', view)).toBeCloseTo(1.5, 12);
  });
});

describe('teams', () => {
  const people = [
    { id: 'lead', department: 'd', capability: 'leadership' },
    ...['sales', 'support', 'marketing'].map((capability) => ({
      id: capability,
      department: 'd',
      capability,
      manager: 'lead',
    })),
  ];
  const company = (teams: readonly object[]) =>
    viewFrom({
      version: 1,
      name: 'Teams',
      people,
      teams,
      customers: [{ id: 'c' }],
      journeys: [
        {
          id: 'j',
          steps: ['marketing', 'sales', 'support'].map((capability) => ({
            phase: 'acquire',
            capability,
            hours: 1,
          })),
        },
      ],
    });

  it('are the declared ones, by share; hand-offs between them are no hand-offs between units', async () => {
    const view = await company([
      { id: 'x', members: ['marketing', 'sales'] },
      { id: 'y', members: ['sales', 'support'] },
    ]);
    expect(figureOf('handoffs.perJourney', view)).toBe(0);
    // Sales is in both teams half of the time.
    expect(figureOf('handoffs.betweenTeams', view)).toBeCloseTo(0.5 + 0.5, 12);
    expect(figureOf('teams.perPerson', view)).toBe(1);
  });

  it('are who reports to one lead, where none is declared', async () => {
    expect(figureOf('handoffs.betweenTeams', await company([]))).toBe(0);
  });

  it('that serve a customer have its work done inside, however many other teams their people are in', async () => {
    const between = async (accounts: number, extra: object[] = []) => {
      const served = Array.from({ length: accounts }, (_, at) => `c${at}`);
      const teams = served.map((id) => ({ id: `t-${id}`, kind: 'account', serves: [id], members: SKILLS }));
      const view = await viewFrom({
        version: 1,
        name: 'Accounts',
        people: SKILLS.map((capability) => ({ id: capability, department: 'e', capability })),
        teams: [...teams, ...extra],
        customers: served.map((id) => ({ id })),
      });
      return figureOf('handoffs.betweenTeams', view);
    };
    expect(await between(1)).toBe(0);
    expect(await between(12)).toBe(0);
    // A squad that serves everybody takes none of it.
    expect(await between(3, [{ id: 'x', members: ['sales'], serves: 'all' }])).toBe(0);
  });

  it('that serve a customer do the steps of that customer', async () => {
    const more = ['sales', 'support'].map((capability) => ({
      id: `${capability}2`,
      department: 'e',
      capability,
    }));
    const view = await viewFrom({
      version: 1,
      name: 'Squad',
      people: [...people, ...more],
      teams: [{ id: 'squad', members: ['sales2', 'support'], serves: ['c'] }],
      customers: [{ id: 'c' }, { id: 'other' }],
      journeys: [
        {
          id: 'j',
          steps: ['sales', 'support'].map((capability) => ({ phase: 'acquire', capability, hours: 1 })),
        },
      ],
    });
    const { classes, classOf } = view.service();
    const ids = (customer: string) =>
      classes[classOf[view.organisation.customers.id.indexOf(customer)]!]!.groups.map(({ pool }) =>
        [...pool!.seats].map((seat) => view.organisation.people.id[seat]),
      );
    expect(ids('c')).toEqual([['sales2'], ['support']]);
    expect(ids('other').map((list) => list.length)).toEqual([2, 2]);
  });
});
