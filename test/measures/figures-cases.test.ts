import { describe, expect, it } from 'vitest';
import { figureOf, viewFrom } from '../support/organisations.ts';

const HEADS = [
  { id: 'p0', capability: 'leadership' },
  { id: 'h1', department: 'a', capability: 'leadership', manager: 'p0' },
  { id: 'h2', department: 'b', capability: 'leadership', manager: 'p0' },
];
const DEPARTMENTS = [
  { id: 'a', head: 'h1', accountable: true },
  { id: 'b', head: 'h2', accountable: true },
];
const both = (first = 0.5) => [
  { to: 'h1', weight: first },
  { to: 'h2', weight: 1 - first },
];
const step = (phase: string, capability: string, hours: number) => ({ phase, capability, hours });
const company = (people: readonly object[], steps: readonly object[]) =>
  viewFrom({
    version: 1,
    name: 'Case',
    departments: DEPARTMENTS,
    people: [...HEADS, ...people],
    customers: [{ id: 'c1' }],
    journeys: [{ id: 'j', steps }],
  });

describe('one person with two bosses who does several steps does them in one unit', () => {
  const steps = [step('acquire', 'sales', 4), step('retain', 'account-management', 4)];
  const seller = (id: string, more: object = {}) => ({
    id,
    department: 'a',
    capability: 'sales',
    managers: both(),
    ...more,
  });

  it('drawn for both steps half of the time, of two sellers: 1.25 units, and 87.5 % under one head', async () => {
    const view = await company([seller('x', { secondary: ['account-management'] }), seller('y')], steps);
    expect(figureOf('silos.count', view)).toBeCloseTo(1.25, 12);
    expect(figureOf('silos.effective', view)).toBeCloseTo(1.25, 12);
    expect(figureOf('journey.accountableShare', view)).toBeCloseTo(0.875, 12);
    expect(figureOf('handoffs.perJourney', view)).toBeCloseTo(0.25, 12);
  });

  it('alone with both steps: one unit, whatever the weights of the bosses', async () => {
    const person = { id: 'x', department: 'a', capability: 'sales', secondary: ['account-management'] };
    const view = await company([{ ...person, managers: both(0.55) }], steps);
    expect(figureOf('silos.count', view)).toBe(1);
    expect(figureOf('journey.accountableShare', view)).toBe(1);
    expect(figureOf('handoffs.perJourney', view)).toBe(0);
  });

  it('of three steps that two people share: the third step may be theirs too', async () => {
    // x and y do everything, each drawn alike: one unit where x and y are in one, or one of them does all three.
    const all = { secondary: ['account-management', 'support'] };
    const view = await company(
      [seller('x', all), seller('y', all)],
      [...steps, step('retain', 'support', 4)],
    );
    // One person does all three one time in four; else two people, apart half of the time.
    expect(figureOf('silos.count', view)).toBeCloseTo(1 + 0.75 * 0.5, 12);
    expect(figureOf('journey.accountableShare', view)).toBeCloseTo(1 - 0.75 * 0.5 * (1 / 3), 12);
  });
});

describe('a manager is on their own line', () => {
  const steps = [step('acquire', 'sales', 4), step('retain', 'support', 4)];
  it('with two bosses and a report in one of their units: escalation distance 1', async () => {
    const view = await company(
      [
        { id: 'x', department: 'a', capability: 'sales', managers: both() },
        { id: 'y', department: 'a', capability: 'support', manager: 'x' },
      ],
      steps,
    );
    expect(figureOf('escalation.distance', view)).toBe(1);
  });
  it('with a report who sits in another department, too', async () => {
    const view = await company(
      [
        { id: 'x', department: 'a', capability: 'sales', manager: 'h1' },
        { id: 'y', department: 'b', capability: 'support', manager: 'x' },
      ],
      steps,
    );
    expect(figureOf('handoffs.perJourney', view)).toBe(1);
    expect(figureOf('escalation.distance', view)).toBe(1);
  });
  it('and somebody two levels below is two levels away', async () => {
    const view = await company(
      [
        { id: 'x', department: 'a', capability: 'sales', manager: 'h1' },
        { id: 'z', department: 'a', capability: 'leadership', manager: 'x' },
        { id: 'y', department: 'b', capability: 'support', manager: 'z' },
      ],
      steps,
    );
    expect(figureOf('escalation.distance', view)).toBe(2);
  });
});

describe('the main contact is the person with most contact hours of the phase, all their skills together', () => {
  const owner = {
    id: 'p1',
    department: 'a',
    capability: 'sales',
    secondary: ['account-management'],
    manager: 'h1',
  };
  const engineer = { id: 'p2', department: 'a', capability: 'pre-sales', manager: 'h1' };
  const kept = async (steps: readonly object[], people: readonly object[] = [owner, engineer]) =>
    figureOf('journey.mainContactKept', await company(people, steps));

  it('8 hours of two skills are more than 6 of one', async () => {
    const acquire = [
      step('acquire', 'sales', 4),
      step('acquire', 'account-management', 4),
      step('acquire', 'pre-sales', 6),
    ];
    expect(await kept([...acquire, step('retain', 'account-management', 5)])).toBe(1);
  });
  it('is kept by going on with any work for the customer, not by having most of it', async () => {
    const support = { id: 'p3', department: 'b', capability: 'support', manager: 'h2' };
    const steps = [
      step('acquire', 'sales', 4),
      step('retain', 'support', 50),
      step('retain', 'account-management', 1),
    ];
    expect(await kept(steps, [owner, support])).toBe(1);
    expect(await kept(steps.slice(0, 2), [owner, support])).toBe(0);
  });
  it('has contact hours: work that the customer does not see makes nobody the contact', async () => {
    const hidden = { ...step('acquire', 'pre-sales', 60), contact: false };
    expect(await kept([hidden, step('acquire', 'sales', 4), step('retain', 'account-management', 5)])).toBe(
      1,
    );
  });
  it('of two who may be drawn is kept as often as the same is drawn again', async () => {
    const pair = ['s1', 's2'].map((id) => ({ ...owner, id }));
    expect(
      await kept([step('acquire', 'sales', 4), step('retain', 'account-management', 4)], pair),
    ).toBeCloseTo(0.5, 12);
  });
});

describe('silos are counted on contact steps, and hours that nobody serves are none', () => {
  const people = [
    { id: 's', department: 'a', capability: 'sales', manager: 'h1' },
    { id: 'o', department: 'b', capability: 'operations', manager: 'h2' },
  ];
  const steps = [step('acquire', 'sales', 6), step('retain', 'operations', 4)];

  it('what the customer does not deal with is in the units that the work passes through', async () => {
    const view = await company(people, steps);
    expect(figureOf('silos.count', view)).toBe(1);
    expect(figureOf('silos.effective', view)).toBe(1);
    expect(figureOf('work.units', view)).toBe(2);
    expect(figureOf('journey.contacts', view)).toBe(1);
    expect(figureOf('journey.accountableShare', view)).toBeCloseTo(0.6, 12);
  });
  it('operations are a contact step where the level of service is high, or the step says so', async () => {
    const high = await viewFrom({
      version: 1,
      name: 'High',
      context: { serviceLevel: 'high' },
      departments: DEPARTMENTS,
      people: [...HEADS, ...people],
      customers: [{ id: 'c1' }],
      journeys: [{ id: 'j', steps }],
    });
    expect(figureOf('silos.count', high)).toBe(2);
    expect(
      figureOf(
        'silos.count',
        await company(
          people,
          steps.map((one) => ({ ...one, contact: true })),
        ),
      ),
    ).toBe(2);
  });
  it('losing a capability never looks better: a hand-off in and one out, no silo, and less under one head', async () => {
    const three = [step('acquire', 'sales', 3), step('retain', 'support', 3), step('retain', 'sales', 3)];
    const sales = { id: 's', department: 'a', capability: 'sales', manager: 'h1' };
    const support = { id: 't', department: 'a', capability: 'support', manager: 'h1' };
    const [whole, lost] = [await company([sales, support], three), await company([sales], three)];
    expect([whole, lost].map((view) => figureOf('handoffs.perJourney', view))).toEqual([0, 2]);
    expect([whole, lost].map((view) => figureOf('handoffs.betweenTeams', view))).toEqual([0, 2]);
    expect([whole, lost].map((view) => figureOf('silos.count', view))).toEqual([1, 1]);
    expect(figureOf('journey.accountableShare', lost)).toBeCloseTo(2 / 3, 12);
  });
});

describe('whoever is below the root answers for what they do and for what is done below them', () => {
  it.each([{ department: 'office' }, { department: 'a' }])(
    'whatever department they sit in: %o',
    async (own) => {
      const view = await viewFrom({
        version: 1,
        name: 'Chief of revenue',
        departments: [{ id: 'office' }, { id: 'a' }, { id: 'b' }],
        people: [
          { id: 'p0', department: 'office', capability: 'leadership' },
          { id: 'p1', ...own, capability: 'sales', manager: 'p0' },
          { id: 'p2', department: 'office', capability: 'support', manager: 'p0' },
          { id: 'a1', department: 'a', capability: 'marketing', manager: 'p1' },
          { id: 'a2', department: 'a', capability: 'marketing', manager: 'a1' },
          { id: 'b1', department: 'b', capability: 'account-management', manager: 'p1' },
          { id: 'b2', department: 'b', capability: 'account-management', manager: 'b1' },
        ],
        customers: [
          { id: 'c1', owner: 'b2' },
          { id: 'c2', owner: 'p1' },
        ],
        journeys: [
          {
            id: 'j',
            steps: [
              step('identify', 'marketing', 2),
              step('acquire', 'sales', 4),
              step('retain', 'account-management', 2),
              step('retain', 'support', 2),
            ],
          },
        ],
      });
      // Support is done by who leads nobody and reports to the root.
      expect(figureOf('journey.accountableShare', view)).toBeCloseTo(0.8, 12);
    },
  );
});
