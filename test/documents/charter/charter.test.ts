import { describe, expect, test } from 'vitest';
import { charterBlocks } from '../../../src/documents/charter/blocks.ts';
import { buildCharter } from '../../../src/documents/charter/charter.ts';
import { buildOrganisation } from '../../../src/model/build.ts';
import { lifetimeOf } from '../../../src/model/lifetime-value.ts';
import { flat } from '../../../src/render/block.ts';
import { renderMarkdown } from '../../../src/render/markdown.ts';
import {
  type CharterDocument,
  type CharterPart,
  charterDocument,
  type UnitCharter,
} from '../../../src/schema/documents/charter.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { exampleFile } from '../../rules/findings.ts';
import { memoryFiles } from '../../source/memory-files.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const people = [
  { id: 'chief', title: 'Chief Executive Officer', department: 'board' },
  {
    id: 'vp',
    name: 'Ana Vale',
    title: 'Customer Cluster VP',
    capability: 'leadership',
    department: 'retail',
    manager: 'chief',
  },
  { id: 's1', title: 'Sales Executive', department: 'retail', manager: 'vp' },
  { id: 's2', title: 'Sales Executive', department: 'retail', manager: 'vp', vacant: true },
  { id: 'a1', title: 'Account Manager', department: 'retail', manager: 'vp' },
  { id: 'h1', title: 'Customer Support Agent', department: 'help', manager: 'chief' },
];
const retail = {
  id: 'retail',
  name: 'Retail',
  kind: 'cluster',
  head: 'vp',
  accountable: true,
  serves: ['c1', 'c2'],
};
const withGoals = { ...retail, charter: { goals: ['Keep all'] } };
const help = { id: 'help', name: 'Help', kind: 'common-service' };
const file = {
  version: 1,
  name: 'Acme',
  currency: 'EUR',
  departments: [{ id: 'board' }, retail, help],
  people,
  customers: [
    { id: 'c1', revenue: 3000, margin: 1000, retention: 0.8 },
    { id: 'c2', revenue: 1000, margin: 1000, retention: 0.8, acquisitionCost: 100 },
    { id: 'c3', revenue: 4000 },
  ],
  journeys: [
    {
      id: 'usual',
      steps: [
        { name: 'Offer', phase: 'acquire', capability: 'sales', hours: 10 },
        { name: 'Help', phase: 'retain', capability: 'support', hours: 2 },
      ],
    },
  ],
};

const charterFrom = async (content: object, unit?: string) => {
  const loaded = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': JSON.stringify(content) }), {});
  const options = { version: '1.0.0', ...(unit === undefined ? {} : { unit }) };
  const document = buildCharter(loaded, buildOrganisation(loaded), undefined, options);
  expect(charterDocument.safeParse(document).error?.issues ?? []).toEqual([]);
  return document;
};

const markdownOf = (value: CharterDocument) =>
  renderMarkdown(
    { value, blocks: flat(charterBlocks(value, { quiet: false })) },
    { columns: 80, color: false, quiet: false },
  );

const partOf = (parts: readonly CharterPart[], id: string) => parts.find((part) => part.id === id);

describe('the charter of a cluster', () => {
  test('says what the file says, and asks for the rest under the key of its department', async () => {
    const { units } = await charterFrom(file);
    expect(units.map(({ id }) => id)).toEqual(['retail', 'help']);
    const { parts, scorecard } = units[0]!;
    expect(partOf(parts, 'valueProposition')).toMatchObject({
      state: 'missing',
      lines: [],
      write: { key: 'departments[1].charter.valueProposition' },
    });
    // Margin 1000 at retention 0.8: 1000 · 0.8 / (1.1 − 0.8) = 2,667, of one less 100 that it cost to win it, which is spent.
    expect(partOf(parts, 'targetCustomers')).toMatchObject({
      state: 'from-file',
      lines: [
        '2 customers, 66.7 % of all.',
        '4,000 EUR of revenue a year, 50 % of the company’s.',
        'One is worth 2,617 EUR over the years on average; all of them, their customer equity without what it cost to win them, 5,333 EUR.',
      ],
    });
    expect(partOf(parts, 'journey')?.lines).toEqual([
      'acquire: Offer (sales, 10 h): s1 and s2.',
      'retain: Help (support, 2 h): h1, outside this unit.',
    ]);
    expect(partOf(parts, 'needs')?.lines.join()).toContain('support');
    expect(partOf(parts, 'team')?.lines).toEqual([
      'Led by vp.',
      '3 people: sales 1, account management 1, leadership 1.',
      '1 open seat: sales.',
      'Alone with a skill: sales s1, account management a1.',
    ]);
    expect(scorecard.map(({ metric, value, state }) => [metric, value, state])).toEqual([
      ['acquisition-cost', undefined, 'missing'],
      ['sales', 4000, 'from-file'],
      ['retention', 0.8, 'from-file'],
      ['margin', 2000, 'from-file'],
      ['satisfaction', undefined, 'missing'],
    ]);
  });

  test('counts prospects apart, and what they may pay is no revenue', async () => {
    const prospects = ['n1', 'n2'].map((id) => ({
      id,
      revenue: 90_000,
      margin: 1,
      retention: 0.1,
      status: 'prospect',
    }));
    const wanted = [...file.customers, ...prospects];
    const departments = file.departments.map((one) =>
      one.id === 'retail' ? { ...one, serves: wanted.map(({ id }) => id) } : one,
    );
    const { units } = await charterFrom({ ...file, customers: wanted, departments });
    const retail = units.find(({ id }) => id === 'retail')!;
    const [counts, revenue] = partOf(retail.parts, 'targetCustomers')!.lines;
    const all = file.customers.reduce((sum, { revenue: paid = 0 }) => sum + paid, 0);
    expect(counts).toMatch(/^\d customers?, 100 % of all; 2 prospects beside them\.$/);
    expect(revenue).toBe(`${all.toLocaleString('en')} EUR of revenue a year, 100 % of the company’s.`);
    expect(retail.scorecard.find(({ metric }) => metric === 'sales')?.value).toBe(all);
  });

  test('does not call a journey that the file does not give "from the file"', async () => {
    const { journeys: _, ...without } = file;
    const { units } = await charterFrom(without);
    const journey = partOf(units[0]!.parts, 'journey')!;
    expect(journey.state).toBe('proposed');
    expect(journey.lines[0]).toBe('The file has no journey: these are the built-in steps, assumed.');
    expect(partOf((await charterFrom(file)).units[0]!.parts, 'journey')!.state).toBe('from-file');
  });

  test('has what somebody wrote, and its supplier with what that promises', async () => {
    const { units } = await charterFrom({
      ...file,
      departments: [
        { id: 'board' },
        {
          ...retail,
          charter: { goals: ['Keep all'] },
          scorecard: [{ metric: 'retention', target: 0.9, weight: 0.2 }],
        },
        { ...help, servesUnits: ['retail'], charter: { serviceLevels: ['Answers in a day'] } },
      ],
    });
    expect(partOf(units[0]!.parts, 'goals')).toEqual({
      id: 'goals',
      name: 'Goals',
      state: 'given',
      lines: ['Keep all'],
      source: 'Jackson',
    });
    expect(partOf(units[0]!.parts, 'suppliers')?.lines).toEqual(['Help: promises: Answers in a day.']);
    expect(partOf(units[1]!.parts, 'servesUnits')).toMatchObject({ state: 'given', lines: ['Retail.'] });
    expect(units[0]!.scorecard[0]).toMatchObject({ metric: 'retention', weight: 0.2, state: 'given' });
  });
});

test('customer equity is the sum of lifetime values, and not known of fewer than nine in ten', async () => {
  const organisation = await organisationOf(file);
  const worth = (of: typeof organisation, ...ids: string[]) =>
    lifetimeOf(
      of,
      ids.map((id) => of.customers.id.indexOf(id)),
    );
  const two = worth(organisation, 'c1', 'c2');
  // What c2 cost to win is spent, and no part of the equity; a prospect would still cost it.
  expect(two?.equity).toBeCloseTo(2 * 1000 * (0.8 / 0.3), 9);
  expect(two?.mean).toBeCloseTo(1000 * (0.8 / 0.3) - 100 / 2, 9);
  const customers = file.customers.map((one) => (one.id === 'c2' ? { ...one, status: 'prospect' } : one));
  const courting = await organisationOf({ ...file, customers });
  expect(worth(courting, 'c1', 'c2')?.equity).toBeCloseTo(2 * 1000 * (0.8 / 0.3) - 100, 9);
  expect(worth(organisation, 'c1', 'c2', 'c3')).toBeNull();
});

test('what a design draws is proposed, and given only where the file has it already', async () => {
  const loaded = await loadOrganisation(
    'org.yaml',
    memoryFiles({ 'org.yaml': exampleFile('halden/org.yaml') }),
  );
  const { organisation } = designOf('cluster').apply(buildOrganisation(loaded));
  const { units } = buildCharter(loaded, organisation!, 'cluster', { version: '1.0.0' });
  const states = (unit: UnitCharter) => unit.parts.map(({ id, state }) => `${id} ${state}`);
  const dairy = states(units.find(({ id }) => id === 'cluster/dairy')!);
  expect(dairy).toEqual(
    expect.arrayContaining([
      'targetCustomers proposed',
      'journey proposed',
      'team proposed',
      'customers from-file',
      'goals missing',
    ]),
  );
  expect(dairy.filter((state) => state.endsWith(' given'))).toEqual([]);
  const there = await charterFrom({ ...file, departments: [{ id: 'board' }, withGoals, help] });
  expect(states(there.units[0]!)).toContain('goals given');
});

test('a phase is told which feedback is not there', async () => {
  const phases = ['identify', 'acquire', 'retain'];
  const { units } = await charterFrom(
    {
      version: 1,
      name: 'Acme',
      departments: phases.map((phase) => ({ id: phase, kind: 'phase', phase })),
      people: phases.map((phase) => ({ id: `p-${phase}`, title: 'Accountant', department: phase })),
    },
    'identify',
  );
  expect(units.map(({ id }) => id)).toEqual(['identify']);
  expect(partOf(units[0]!.parts, 'knowledge')?.write?.what).toContain('kind: prospect-insight');
  expect(partOf(units[0]!.parts, 'roles')?.write?.what).toBe(
    'Somebody for market research and lead qualification.',
  );
});

test('names that are markup show as they are written', async () => {
  const document = await charterFrom({
    ...file,
    departments: [
      { id: 'board' },
      { ...retail, name: '<script>*x*|@ana', charter: { goals: ['- [x] `done` #1'] } },
      help,
    ],
  });
  const markdown = markdownOf(document);
  expect(markdown).not.toContain('<script>');
  expect(markdown).toContain('## &lt;script&gt;\\*x\\*\\|@\u200bana');
  expect(markdown).toContain('- \\- \\[x\\] \\`done\\` \\#\u200b1');
});

describe('the scorecard in a charter', () => {
  const withCard = (scorecard: readonly object[], rest: object = {}) =>
    charterFrom({ ...file, departments: [{ id: 'board' }, { ...retail, scorecard }, { ...help, ...rest }] });

  test('tells the weight of customer measures in the pay of those who answer for it alone', async () => {
    const document = await withCard(
      [
        { metric: 'retention', target: 0.9, owner: 'vp', weight: 0.3 },
        { metric: 'sales', target: 1, owner: 'vp', weight: 0.4 },
        { metric: 'satisfaction', owner: 's1', weight: 0.1 },
      ],
      { scorecard: [{ metric: 'unit-satisfaction', owner: 'h1', weight: 1 }] },
    );
    // Of the VP 0.3, of the other owner 0.1.
    expect(document.units[0]!.customerPayShare).toBeCloseTo(0.2, 12);
    expect(document.units[1]!.customerPayShare).toBe(0);
    expect(markdownOf(document)).toContain(
      'Measures of customers are 20 % of the variable pay of those who answer for this scorecard.',
    );
  });

  test('says so where no weight is given', async () => {
    const document = await withCard([{ metric: 'retention' }]);
    expect(document.units[0]!.customerPayShare).toBeNull();
    expect(markdownOf(document)).toContain('No weight in pay is given.');
  });

  test('of a service and a centre names what the clusters would say of them', async () => {
    const metrics = async (kind: string) =>
      (await withCard([], { kind })).units[1]!.scorecard.map(({ metric, state }) => `${metric} ${state}`);
    expect(await metrics('common-service')).toEqual(['unit-satisfaction missing']);
    expect(await metrics('centre-of-expertise')).toEqual([
      'practices-adopted missing',
      'unit-satisfaction missing',
    ]);
  });
});

describe('the charter of a Chief Customer Officer', () => {
  const cco = {
    id: 'cco',
    name: 'Cy Orr',
    title: 'Chief Customer Officer',
    manager: 'chief',
    department: 'office',
  };
  const insight = { id: 'i1', title: 'Customer Insight Analyst', manager: 'cco', department: 'office' };
  const withOfficer = (rest: object = {}, officer: object = { model: 'middle', tenureYears: 3 }) => ({
    ...file,
    departments: [...file.departments, { id: 'office', name: 'Customer office', head: 'cco', charter: {} }],
    people: [...people, cco, insight],
    customerOfficer: { person: 'cco', ...officer },
    ...rest,
  });
  const partsFrom = async (content: object, unit?: string) => {
    const { officer } = await charterFrom(content, unit);
    return new Map((officer?.parts ?? []).map((part) => [part.id, part]));
  };

  test('says what they own, each part with its source', async () => {
    const { officer } = await charterFrom(withOfficer());
    expect(officer).toMatchObject({ person: 'cco', vacant: false, model: 'middle', tenureYears: 3 });
    expect(officer!.parts.map(({ id, source }) => [id, source])).toEqual([
      ['standing', 'Eccles; Bush'],
      ['relationshipStrategy', 'Eccles'],
      ['functions', 'Eccles'],
      ['data', 'Bush'],
      ['forum', 'Bush'],
      ['rules', 'Bush'],
      ['propositions', 'Bush'],
      ['customers', 'Eccles'],
    ]);
  });

  test('takes from the file what it says, and asks for the rest where it belongs', async () => {
    const parts = await partsFrom(
      withOfficer({
        practices: {
          'customer-data-linked': 'partly',
          'rules-challenged': { answer: 'yes', note: 'By a letter to the chief' },
          'prioritisation-forum': 'yes',
        },
      }),
    );
    expect(parts.get('standing')!.lines).toEqual([
      'Reports to chief.',
      'Has insight and centres of expertise only.',
      // Two customers of 0.8 stay five years each.
      'Expected to stay 3 years, where a customer stays 5 on average.',
    ]);
    expect(parts.get('data')).toMatchObject({
      state: 'from-file',
      write: { key: 'practices.customer-data-linked' },
    });
    expect(parts.get('data')!.lines[0]).toBe('Customer insight: i1.');
    expect(parts.get('rules')).toMatchObject({ state: 'given' });
    expect(parts.get('rules')!.lines[0]).toContain('yes: By a letter to the chief');
    // One of the two answers for the forum is there.
    expect(parts.get('forum')).toMatchObject({
      state: 'from-file',
      write: { key: 'practices.trade-offs-beyond-finance' },
    });
    expect(parts.get('propositions')).toMatchObject({ state: 'missing', lines: [] });
    expect(parts.get('relationshipStrategy')).toMatchObject({
      state: 'missing',
      write: { key: 'departments[3].charter.goals' },
    });
  });

  test('names the units that report to them, and those that do not', async () => {
    const outside = (await partsFrom(withOfficer())).get('functions')!;
    expect(outside).toMatchObject({ state: 'missing', write: { key: 'flows' } });
    expect(outside.write!.what).toContain('Retail');
    const below = people.map((one) => (one.id === 'vp' ? { ...one, manager: 'cco' } : one));
    const parts = await partsFrom(withOfficer({ people: [...below, cco, insight] }));
    expect(parts.get('functions')!.lines).toEqual(['Report to the officer: Retail.']);
  });

  test('comes with all units and with their own, and stands alone where there is no other', async () => {
    expect((await charterFrom(withOfficer(), 'retail')).officer).toBeUndefined();
    expect((await charterFrom(withOfficer(), 'office')).officer).toBeDefined();
    expect((await charterFrom(file)).officer).toBeUndefined();
    const alone = await charterFrom({
      version: 1,
      name: 'Alone',
      people: [people[0], { ...cco, department: 'board' }],
      customerOfficer: { person: 'cco' },
    });
    expect(alone.units).toEqual([]);
    expect(markdownOf(alone)).toContain('## Chief Customer Officer\n\nPerson cco.');
  });
});
