import { beforeAll, describe, expect, test } from 'vitest';
import { diffOf } from '../../../src/documents/diff/diff.ts';
import type { Diff } from '../../../src/schema/documents/diff.ts';
import { organisationOf } from '../../support/organisations.ts';

interface Person {
  readonly id: string;
  readonly [field: string]: unknown;
}

const seller = (id: string, department: string, manager: string, more: object = {}): Person => ({
  id,
  name: `Winnow ${id.toUpperCase()}`,
  title: 'Sales Representative',
  department,
  manager,
  costPerYear: 50_000,
  ...more,
});

const DEPARTMENTS = [
  { id: 'company', name: 'Company' },
  { id: 'sales', name: 'Sales', parent: 'company' },
  { id: 'north', name: 'Sales North', parent: 'sales' },
  { id: 'south', name: 'Sales South', parent: 'sales' },
  { id: 'care', name: 'Customer Care', parent: 'company' },
];

/** A chief, a head of sales with two teams of three, and a head of care with two people. */
const PEOPLE: readonly Person[] = [
  {
    id: 'chief',
    name: 'Winnow Chief',
    title: 'Chief Executive Officer',
    department: 'company',
    costPerYear: 100_000,
  },
  seller('head', 'sales', 'chief'),
  seller('n0', 'north', 'head'),
  seller('n1', 'north', 'n0', {
    managers: [
      { to: 'n0', weight: 0.8 },
      { to: 'chief', weight: 0.2 },
    ],
    manager: undefined,
  }),
  seller('n2', 'north', 'n0', { vacant: true }),
  seller('s0', 'south', 'head'),
  seller('s1', 'south', 's0'),
  seller('s2', 'south', 's0', { fte: 0.5 }),
  seller('k0', 'care', 'chief', { title: 'Customer Support Lead' }),
  seller('k1', 'care', 'k0', { title: 'Customer Support Specialist' }),
  seller('k2', 'care', 'k0', { title: 'Customer Support Specialist' }),
];

const CUSTOMERS: readonly Person[] = [
  { id: 'c1', name: 'Mill', owner: ['n1', 's1'] },
  { id: 'c2', name: 'Quay', owner: ['s1'], revenue: 100 },
  { id: 'c3', name: 'Forge', owner: ['k1'] },
];

const company = (change: object = {}) => ({
  version: 1,
  name: 'Winnow & Co',
  currency: 'EUR',
  departments: DEPARTMENTS,
  people: PEOPLE,
  customers: CUSTOMERS,
  ...change,
});

const without = (list: readonly Person[], id: string) => list.filter((one) => one.id !== id);
const having = (list: readonly Person[], id: string, more: object) =>
  list.map((one) => (one.id === id ? { ...one, ...more } : one));

const compared = async (change: object, names = false): Promise<Diff> =>
  diffOf(await organisationOf(company()), await organisationOf(company(change)), { names });

const ids = (list: readonly { readonly person: { readonly id: string } }[]) =>
  list.map(({ person }) => person.id);
const changeOf = ({ change }: Diff, id: string) => change.find((one) => one.id === `change.${id}`)?.value;

test('a file against itself: nothing changed', async () => {
  const { changed, summary, units } = await compared({});
  expect(changed).toBe(false);
  expect(summary).toEqual(['Nothing changed: the same people, units, lines, customers and figures.']);
  expect(units.figures.map(({ unit }) => unit.id)).toEqual(['care', 'company', 'north', 'sales', 'south']);
});

describe('two people of one team change', () => {
  let found: Diff;
  beforeAll(async () => {
    const moved = having(PEOPLE, 's1', { department: 'care', manager: 'k0' });
    found = await compared({ people: having(moved, 's2', { department: 'north', manager: 'n0' }) });
  });

  test('moves say from where to where, and whether the department at the top is another', () => {
    expect(found.people.moved).toEqual([
      {
        person: { id: 's1' },
        from: { id: 'south', name: 'Sales South' },
        to: { id: 'care', name: 'Customer Care' },
        newDepartment: true,
      },
      {
        person: { id: 's2' },
        from: { id: 'south', name: 'Sales South' },
        to: { id: 'north', name: 'Sales North' },
        newDepartment: false,
      },
    ]);
    expect(found.people.newManager).toEqual([
      { person: { id: 's1' }, from: { id: 's0' }, to: { id: 'k0' } },
      { person: { id: 's2' }, from: { id: 's0' }, to: { id: 'n0' } },
    ]);
    expect(found.people.inBoth).toBe(10);
    expect(changeOf(found, 'movedShare')).toBe(0.2);
  });

  test('whom they reported to leads nobody any more', () => {
    expect(found.leads).toEqual({ new: [], withoutTeam: [{ id: 's0' }] });
    expect(found.totals.managers).toEqual({ before: 5, after: 4 });
  });

  test('pairs: head alone, 2 in north, 3 in south, 3 in care; of 1 + 3 + 3 those of care and north stay', () => {
    expect(found.workingPairs).toEqual({ before: 7, kept: 4, share: 4 / 7 });
  });

  test('figures by unit, with what stays', () => {
    expect(found.units.figures.find(({ unit }) => unit.id === 'south')).toEqual({
      unit: { id: 'south', name: 'Sales South' },
      people: { before: 3, after: 1 },
      seats: { before: 3, after: 1 },
      fte: { before: 2.5, after: 1 },
      // Of three people, and of one, it would tell what they are paid.
      costPerYear: { before: null, after: null },
    });
  });

  test('the first sentence says so', () =>
    expect(found.summary[0]).toBe(
      '2 of 10 people move to another unit (20 %), 1 of them to another department; 2 get another manager; nobody joins or leaves.',
    ));
});

test('a second line that ends, and one that begins', async () => {
  const ended = having(PEOPLE, 'n1', { managers: undefined, manager: 'n0' });
  const { people } = await compared({
    people: having(ended, 's1', {
      manager: undefined,
      managers: [
        { to: 's0', weight: 0.6 },
        { to: 'k0', weight: 0.4 },
      ],
    }),
  });
  expect(people.endedLines).toEqual([{ person: { id: 'n1' }, to: { id: 'chief' } }]);
  expect(people.newLines).toEqual([{ person: { id: 's1' }, to: { id: 'k0' } }]);
  expect(people.newManager).toEqual([]);
});

test('a second boss who becomes the first is a new manager, and no line ended', async () => {
  const { people } = await compared({
    people: having(PEOPLE, 'n1', { managers: undefined, manager: 'chief' }),
  });
  expect(people.newManager).toEqual([{ person: { id: 'n1' }, from: { id: 'n0' }, to: { id: 'chief' } }]);
  expect(people.endedLines).toEqual([]);
});

describe('people and seats that come and go', () => {
  let found: Diff;
  beforeAll(async () => {
    const filled = having(PEOPLE, 'n2', { vacant: false });
    const vacated = having(filled, 's2', { vacant: true });
    found = await compared({
      people: [
        ...without(vacated, 'k2'),
        seller('s3', 'south', 's0'),
        seller('s4', 'south', 's0', { vacant: true }),
      ],
    });
  });

  test('who joins or leaves, with the seat or from an open one', () => {
    expect(found.people.joined).toEqual([
      { person: { id: 'n2' }, unit: { id: 'north', name: 'Sales North' }, seat: 'open' },
      { person: { id: 's3' }, unit: { id: 'south', name: 'Sales South' }, seat: 'own' },
    ]);
    expect(found.people.left).toEqual([
      { person: { id: 'k2' }, unit: { id: 'care', name: 'Customer Care' }, seat: 'own' },
      { person: { id: 's2' }, unit: { id: 'south', name: 'Sales South' }, seat: 'open' },
    ]);
    expect(found.people.moved).toEqual([]);
  });

  test('open seats are opened, closed, filled and left', () => {
    const seats = (list: Diff['seats']['opened']) => list.map(({ seat }) => seat.id);
    expect(seats(found.seats.opened)).toEqual(['s4']);
    expect(seats(found.seats.closed)).toEqual([]);
    expect(seats(found.seats.filled)).toEqual(['n2']);
    expect(seats(found.seats.vacated)).toEqual(['s2']);
    expect(found.totals.people).toEqual({ before: 10, after: 10 });
    expect(found.totals.seats).toEqual({ before: 11, after: 12 });
    expect(found.totals.vacantSeats).toEqual({ before: 1, after: 2 });
  });

  test('whoever leaves ends the pairs they were in: 1 of care and 2 of south are left of 1 + 3 + 3', () => {
    expect(found.workingPairs).toEqual({ before: 7, kept: 3, share: 3 / 7 });
  });
});

describe('units', () => {
  test('with another name are renamed, and nobody moves', async () => {
    const { units, people } = await compared({
      departments: DEPARTMENTS.map((one) => (one.id === 'care' ? { ...one, name: 'Service' } : one)),
    });
    expect(units).toMatchObject({
      new: [],
      closed: [],
      renamed: [{ id: 'care', from: 'Customer Care', to: 'Service' }],
    });
    expect(people.moved).toEqual([]);
  });

  test('with another id are closed and new, and say where most people went and came from', async () => {
    const departments = DEPARTMENTS.map((one) => (one.id === 'care' ? { ...one, id: 'service' } : one));
    const people = PEOPLE.map((one) => (one.department === 'care' ? { ...one, department: 'service' } : one));
    const found = await compared({ departments, people });
    expect(found.units.closed).toEqual([
      {
        unit: { id: 'care', name: 'Customer Care' },
        kind: 'department',
        people: 3,
        mostTo: { unit: { id: 'service', name: 'Customer Care' }, people: 3 },
      },
    ]);
    expect(found.units.new[0]).toMatchObject({ unit: { id: 'service' }, mostFrom: { people: 3 } });
    expect(ids(found.people.moved)).toEqual(['k0', 'k1', 'k2']);
  });

  test('under another unit, or another head', async () => {
    const departments = DEPARTMENTS.map((one) =>
      one.id === 'south' ? { ...one, parent: 'company', head: 's1', accountable: true } : one,
    );
    const { units } = await compared({ departments });
    expect(units.heads).toEqual([
      { unit: { id: 'south', name: 'Sales South' }, from: { id: 's0' }, to: { id: 's1' } },
    ]);
    expect(units.changed.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['accountable', 'no', 'yes'],
      ['parent', 'sales', 'company'],
    ]);
  });
});

describe('names', () => {
  const renamed = having(having(PEOPLE, 'k1', { name: 'Marlow K1' }), 'k2', {
    title: 'Senior Support Specialist',
  });

  test('a new name or title is a renaming, and no move', async () => {
    const { people } = await compared({ people: renamed });
    expect(people.renamed).toEqual([
      { person: { id: 'k1' }, field: 'name', from: null, to: null },
      {
        person: { id: 'k2' },
        field: 'title',
        from: 'Customer Support Specialist',
        to: 'Senior Support Specialist',
      },
    ]);
    expect([people.moved, people.joined, people.left]).toEqual([[], [], []]);
  });

  test('are there only where they were asked for', async () => {
    const change = {
      people: having(renamed, 's1', { department: 'care' }),
      customers: without(CUSTOMERS, 'c3'),
    };
    expect(JSON.stringify(await compared(change))).not.toMatch(/Winnow [A-Z]\d|Marlow|Mill|Quay|Forge/);
    const named = await compared(change, true);
    expect(named.people.moved[0]!.person).toEqual({ id: 's1', name: 'Winnow S1' });
    expect(named.people.renamed[0]).toMatchObject({ from: 'Winnow K1', to: 'Marlow K1' });
    expect(named.customers.gone).toEqual([{ id: 'c3', name: 'Forge' }]);
  });
});

test('other fields of people are told, pay only as a fact', async () => {
  const { people } = await compared({
    people: having(PEOPLE, 's2', { fte: 1, costPerYear: 90_000, location: 'Ulm', title: 'Accountant' }),
  });
  expect(people.details).toEqual([
    { person: { id: 's2' }, field: 'capability', from: 'sales', to: 'finance' },
    { person: { id: 's2' }, field: 'costPerYear', from: null, to: null },
    { person: { id: 's2' }, field: 'fte', from: 0.5, to: 1 },
    { person: { id: 's2' }, field: 'location', from: null, to: 'Ulm' },
  ]);
});

describe('customers', () => {
  test('relationships are kept, broken and new, by customer; those of lost customers do not count', async () => {
    const { relationships, customers, change } = await compared({
      customers: [
        { id: 'c1', name: 'Mill', owner: ['n1', 'k1'] },
        { id: 'c2', name: 'Quay', owner: ['s1'], revenue: 120 },
        { id: 'c4', name: 'Weir', owner: ['s1'] },
      ],
    });
    expect(relationships).toEqual({
      before: 3,
      kept: 2,
      broken: 1,
      new: 1,
      share: 2 / 3,
      customers: [
        {
          customer: { id: 'c1' },
          before: 2,
          kept: 1,
          share: 0.5,
          broken: [{ id: 's1' }],
          new: [{ id: 'k1' }],
        },
      ],
    });
    expect(change.find(({ id }) => id === 'change.relationshipsKept')?.value).toBe(2 / 3);
    expect(customers).toEqual({
      new: [{ id: 'c4' }],
      gone: [{ id: 'c3' }],
      changed: [{ customer: { id: 'c2' }, fields: ['revenue'] }],
      moved: [],
    });
  });

  test('whoever leaves a seat open ends the relationships', async () => {
    const { relationships } = await compared({ people: having(PEOPLE, 's1', { vacant: true }) });
    expect(relationships).toMatchObject({ before: 4, kept: 2, broken: 2, new: 0 });
  });

  test('are moved between the units that serve them, told of the topmost', async () => {
    const serving = (north: readonly string[], south: readonly string[]) => ({
      departments: [
        ...DEPARTMENTS.map((one) =>
          one.id === 'north'
            ? { ...one, serves: north }
            : one.id === 'south'
              ? { ...one, serves: south }
              : one,
        ),
        { id: 'desk', name: 'Desk', parent: 'north' },
      ],
    });
    const [before, after] = [
      await organisationOf(company(serving(['c1', 'c2'], ['c3']))),
      await organisationOf(company(serving(['c1'], ['c2', 'c3']))),
    ];
    expect(diffOf(before, after).customers.moved).toEqual([
      {
        customer: { id: 'c2' },
        from: [{ id: 'north', name: 'Sales North' }],
        to: [{ id: 'south', name: 'Sales South' }],
      },
    ]);
  });
});

describe('what the figures rest on', () => {
  test('settings that differ are listed', async () => {
    const { settings } = await compared({
      hoursPerFtePerMonth: 150,
      policy: { minimumTeam: 3, rules: { orphan: 'off' } },
      context: { market: 'b2b' },
    });
    expect(settings).toEqual([
      { id: 'context.market', before: null, after: 'b2b' },
      { id: 'hoursPerFtePerMonth', before: '143', after: '150' },
      { id: 'policy.minimumTeam', before: '4', after: '3' },
      { id: 'policy.rules.orphan', before: null, after: 'off' },
    ]);
  });

  test('so are a journey and what is assumed because there is none', async () => {
    const { settings, assumptions } = await compared({
      journeys: [{ id: 'j', steps: [{ phase: 'acquire', capability: 'sales', hours: 5 }] }],
    });
    expect(settings.map(({ id }) => id)).toEqual(['journeys.built-in', 'journeys.j']);
    expect(assumptions.map(({ id, after }) => [id, after])).toContainEqual(['built-in-journey', null]);
  });

  test('costs in two currencies are not compared, and that is said', async () => {
    const { totals, units, change, summary } = await compared({ currency: 'DKK' });
    expect(totals.costPerYear).toEqual({ before: null, after: null });
    expect(totals.costReason).toBe('Costs are in EUR before and in DKK after: they are not compared.');
    expect(units.figures.every(({ costPerYear }) => costPerYear.before === null)).toBe(true);
    expect(change.find(({ id }) => id === 'change.costPerYear')?.value).toBeNull();
    expect(summary.join(' ')).toContain('cost is not compared');
  });

  test('figures whose coverage is more than five points apart are not called better or worse', async () => {
    const journeys = [
      {
        id: 'j',
        steps: [
          { phase: 'acquire', capability: 'sales', hours: 8 },
          { phase: 'retain', capability: 'support', hours: 2 },
        ],
      },
    ];
    const [before, after] = [
      await organisationOf(company({ journeys })),
      await organisationOf(company({ journeys, people: PEOPLE.filter(({ id }) => !id.startsWith('k')) })),
    ];
    const { measures, summary } = diffOf(before, after);
    const met = measures.find(({ id }) => id === 'journey.contacts')!;
    expect(met).toMatchObject({
      before: 2,
      after: 1,
      coverage: { before: 1, after: 0.8 },
      verdict: 'not-compared',
      reason: 'They cover different shares of the work.',
    });
    expect(summary.join(' ')).toContain(
      'not called better or worse: the two cover different shares of the work.',
    );
  });
});

test('findings are matched by rule and entity', async () => {
  const { findings } = await compared({ people: having(PEOPLE, 'n1', { department: undefined }) });
  expect(findings.new.map(({ rule }) => rule)).toContain('person-without-department');
  expect(findings.kept).toBeGreaterThan(0);
});

test('figures that the summary tells by revenue stand by revenue in the table, with those by number beside', async () => {
  const paying = CUSTOMERS.map((one, at) => ({ ...one, market: 'b2b', revenue: 1 + 99 * at }));
  const before = await organisationOf(company({ customers: paying }));
  const after = await organisationOf(
    company({ customers: paying, people: having(PEOPLE, 's1', { department: 'care', manager: 'k0' }) }),
  );
  const { measures } = diffOf(before, after);
  const silos = measures.find(({ id }) => id === 'silos.count')!;
  expect(silos.shown).toBe('revenue');
  for (const { before: a, after: b, difference } of [silos, silos.byRevenue!])
    expect(difference).toBeCloseTo(b! - a!, 12);
  expect(silos.byRevenue!.after).not.toBeCloseTo(silos.after!, 6);
  expect(measures.find(({ id }) => id === 'spans.oneReport')!.shown).toBeUndefined();
});
