import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { simulate } from '../../src/index.ts';
import { buildOrganisation } from '../../src/model/build.ts';
import { proposalFiles } from '../../src/proposal/proposal.ts';
import { organisation as organisationShape } from '../../src/schema/input/organisation.ts';
import { PRACTICES } from '../../src/schema/input/practices.ts';
import { designed, exampleFiles, type Files, inTables, load, written } from './written.ts';

const people = (department: string, title: string, head: string, ids: readonly string[]) => [
  { id: head, name: `Head of ${department}`, title: `Head of ${title}`, department, manager: 'chief' },
  ...ids.map((id) => ({ id, name: `Ms ${id}`, title: `${title} Specialist`, department, manager: head })),
];

const COMPANY = {
  version: 1,
  name: 'Kiln & Co',
  people: [
    { id: 'chief', name: 'Ada Kiln', title: 'Chief Executive Officer' },
    ...people('market', 'Marketing', 'm0', ['m1', 'm2', 'm3', 'm4']),
    ...people('sell', 'Sales', 's0', ['s1', 's2', 's3', 's4']),
    ...people('care', 'Account Manager', 'a0', ['a1', 'a2', 'a3', 'a4']),
    ...people('help', 'Customer Support', 'h0', ['h1', 'h2', 'h3', 'h4']),
  ],
  customers: [
    { id: 'c1', revenue: 10, owner: 'a1', attributes: { industry: 'glass' } },
    { id: 'c2', revenue: 20, owner: 'a1', attributes: { industry: 'glass' } },
    { id: 'c3', revenue: 30, owner: ['a2', 'a3'], attributes: { industry: 'brick' } },
    { id: 'c4', revenue: 40, owner: 'a1', attributes: { industry: 'brick' } },
  ],
};

const files = (content: object): Files => ({ 'org.yaml': JSON.stringify(content) });

/** The proposal of a design as the values that its YAML holds. */
const proposed = async (content: object, design: 'cluster' | 'functional' | 'lifecycle' = 'cluster') =>
  parse(written((await designed(files(content), design))!)['org.yaml']!);

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}
const rowOf = (list: readonly Row[], id: string): Row => list.find((row) => row.id === id)!;

describe('a proposal says', () => {
  it('all that its source says, whatever a file may say', async () => {
    const everything = {
      version: 1,
      name: 'Everything',
      description: 'All keys.',
      asOf: '2026-09-30',
      currency: 'EUR',
      hoursPerFtePerMonth: 150,
      context: { market: 'b2b', targetMarkets: { attribute: 'industry', values: ['glass'] } },
      practices: { [PRACTICES[0]!.id]: 'yes' },
      criteria: { agreedBy: 'Board', agreedOn: '2026-09-01', list: [{ measure: 'silos.count', weight: 1 }] },
      initiatives: [{ id: 'portal', kind: 'customer', cost: 5000, effect: { retention: 0.02 } }],
      capabilities: { glazing: { role: 'joins', of: 'sales' } },
      teams: [
        { id: 'pair', kind: 'squad', lead: 'a', serves: ['c'], members: ['a', { id: 'b', share: 0.5 }] },
      ],
      departments: [
        {
          id: 'one',
          head: 'a',
          charter: { goals: ['To last'] },
          scorecard: [{ metric: 'sales', target: 3 }],
        },
        { id: 'two', serves: 'none' },
      ],
      flows: [{ from: 'one', to: 'two', what: 'news' }],
      people: [
        { id: 'a', department: 'one', capability: 'sales', start: '2020-01-01', end: '2027-01-01' },
        {
          id: 'b',
          department: 'two',
          capability: 'glazing',
          manager: 'a',
          previously: { department: 'gone' },
        },
      ],
      customers: [
        {
          id: 'c',
          market: 'b2b',
          satisfaction: { score: 3, min: 1, max: 5, n: 7 },
          effort: { sales: 3 },
          assumedEffort: { glazing: 4 },
          journey: 'j',
          parent: 'p',
          status: 'prospect',
          attributes: { industry: 'glass' },
        },
      ],
      attributes: { industry: { basis: true } },
      journeys: [{ id: 'j', steps: [{ phase: 'acquire', capability: 'sales', contact: false, hours: 2 }] }],
      funnel: { prospects: 20, won: 4, segments: [{ where: { industry: 'glass' }, won: 3 }] },
      interactions: [{ from: 'a', to: 'b', weight: 2 }],
      customerOfficer: { person: 'a', model: 'minister', tenureYears: 3 },
      assumptions: [{ id: 'own', text: 'The sun rises.', affects: ['silos.count'] }],
      designs: { cluster: { minimum: 3 } },
      policy: { minimumTeam: 5, certainties: { 'fit-small-company': 0.5 }, rules: { orphan: 'off' } },
    };
    expect(Object.keys(everything).sort()).toEqual(Object.keys(organisationShape.shape).sort());
    const of = await designed(files(everything), 'as-is');
    const said = parse(written(of!)['org.yaml']!);
    expect(Object.keys(said).sort()).toEqual(Object.keys(everything).sort());
    const { people: rows, departments, policy, journeys, customers, ...rest } = said;
    const { people: _p, departments: _d, policy: _o, journeys: _j, customers: _c, ...given } = everything;
    expect(rest).toEqual(given);
    expect(policy).toMatchObject({
      minimumTeam: 5,
      conflictRatio: 0.666666666667,
      certainties: { 'fit-small-company': 0.5 },
      rules: { orphan: 'off' },
    });
    expect(rowOf(rows, 'a')).toEqual({ ...everything.people[0] });
    expect(rowOf(rows, 'b')).toEqual({
      id: 'b',
      department: 'two',
      capability: 'glazing',
      manager: 'a',
    });
    expect(departments).toEqual([everything.departments[0], everything.departments[1]]);
    expect(journeys).toEqual(everything.journeys);
    expect(customers).toEqual([{ ...everything.customers[0] }]);
  });

  it('where everyone was before, and nothing of those who stay', async () => {
    const { people: rows } = await proposed(COMPANY);
    const { unitOf, units, people: before } = (await designed(files(COMPANY), 'as-is'))!.after;
    for (const row of rows as Row[]) {
      const was = units[unitOf[before.id.indexOf(row.id)]!]?.id;
      const past = row.previously as { department?: string; manager?: string } | undefined;
      expect(past?.department).toBe(was === row.department ? undefined : was);
      const boss = COMPANY.people.find(({ id }) => id === row.id) as { manager?: string } | undefined;
      expect(past?.manager).toBe(boss?.manager === row.manager ? undefined : boss?.manager);
    }
    expect(rowOf(rows, 'chief')).not.toHaveProperty('previously');
    expect(rowOf(rows, 'm1').previously).toEqual({ department: 'market', manager: 'm0' });
  });

  it('who owns whom still, and not whom a design takes the owner from', async () => {
    const { people: rows, customers, departments } = await proposed(COMPANY);
    const groups = new Map<string, string>(
      (rows as Row[]).map(({ id, department }) => [id, String(department)]),
    );
    const clusterOf = (industry: string) =>
      (departments as Row[]).find(({ serves }) => JSON.stringify(serves)?.includes(industry))!.id;
    for (const { id, owner, attributes } of customers as Row[]) {
      const before = [COMPANY.customers.find((row) => row.id === id)!.owner].flat();
      const home = clusterOf((attributes as { industry: string }).industry);
      const kept = before.filter((one) => groups.get(one) === home);
      expect(owner === undefined ? [] : [owner].flat()).toEqual(kept);
    }
    // a1 owns customers of both groups, and can be in one of them only.
    expect((customers as Row[]).filter(({ owner }) => [owner].flat().includes('a1')).length).toBeLessThan(3);
  });

  it('what it assumes, marked as such', async () => {
    const said = await proposed(COMPANY);
    expect(said.hoursPerFtePerMonth).toBe(143);
    expect(said.journeys[0]).toMatchObject({ id: 'built-in', assumed: true });
    expect(Object.keys(said.customers[0].assumedEffort)).toContain('sales');
    expect(said.customers[0]).not.toHaveProperty('effort');
    expect(said.people.every(({ capability }: Row) => typeof capability === 'string')).toBe(true);
    const ids = said.assumptions.map(({ id }: Row) => id);
    expect(ids).toEqual(expect.arrayContaining(['capability-from-title', 'hours-per-fte', 'effort-spread']));
    expect(ids).not.toContain('built-in-journey');
    const steps = { ...COMPANY, journeys: [{ id: 'j', steps: [{ phase: 'acquire', capability: 'sales' }] }] };
    expect((await proposed(steps)).journeys).toEqual([
      { id: 'j', steps: [{ phase: 'acquire', capability: 'sales', hours: 1, assumed: true }] },
    ]);
  });

  it('that nobody has a capability where the name of a new unit would give one', async () => {
    const pinned = {
      ...COMPANY,
      people: [...COMPANY.people, { id: 'x', title: 'Botanist', department: 'help', manager: 'h0' }],
      customers: COMPANY.customers.map((row) => ({ ...row, attributes: { industry: 'Sales' } })),
      designs: { cluster: { pinned: { x: 'Sales' }, basis: 'industry', clusters: 1 } },
    };
    expect(rowOf((await proposed(pinned)).people, 'x')).toMatchObject({
      department: 'cluster/sales',
      capability: 'none',
    });
    const of = await designed(files(pinned), 'cluster');
    const { people: read } = buildOrganisation(await load(written(of!)));
    expect(read.capability[read.id.indexOf('x')]).toBe(-1);
  });

  it('repaired what its source had wrong, and nothing of those who were not there', async () => {
    const faulty = {
      ...COMPANY,
      asOf: '2026-09-30',
      people: [
        ...COMPANY.people.filter(({ id }) => id !== 'm1' && id !== 's1'),
        {
          id: 'm1',
          department: 'market',
          managers: [
            { to: 'm0', weight: 0.6 },
            { to: 's0', weight: 0.6 },
          ],
        },
        { id: 's1', department: 'sell', manager: 'nobody' },
        { id: 'gone', department: 'sell', manager: 's0', end: '2020-01-01' },
      ],
    };
    const of = await designed(files(faulty), 'as-is');
    expect(of!.before.irregularities.length).toBeGreaterThan(0);
    const out = written(of!);
    const said = parse(out['org.yaml']!);
    expect(rowOf(said.people, 'm1').managers).toEqual([
      { to: 'm0', kind: 'solid', weight: 0.5 },
      { to: 's0', kind: 'solid', weight: 0.5 },
    ]);
    expect(rowOf(said.people, 's1')).not.toHaveProperty('manager');
    expect(rowOf(said.people, 'gone')).toBeUndefined();
    expect(buildOrganisation(await load(out)).irregularities).toEqual([]);
  });
});

describe('the form of a proposal', () => {
  const meta = (of: NonNullable<Awaited<ReturnType<typeof designed>>>) => ({
    design: { id: of.design, name: of.design },
    result: of.result,
    modeline: '# schema',
    stem: 'proposed',
  });

  it('is that of its source, and never takes the name of a file of it', async () => {
    expect(Object.keys(written((await designed(files(COMPANY), 'cluster'))!))).toEqual(['org.yaml']);
    const of = (await designed(inTables(COMPANY), 'cluster'))!;
    expect(Object.keys(written(of))).toEqual(['org.yaml', 'proposed.people.csv', 'proposed.customers.csv']);
    expect(Object.keys(written(of, true))).toEqual(['org.yaml']);
    const { tables } = proposalFiles(of.loaded, of.before, of.after, {
      ...meta(of),
      taken: ['proposed.people.csv'],
    });
    expect([...tables.keys()]).toEqual(['proposed.people-2.csv', 'proposed.customers.csv']);
  });

  it('is a table above 2,000 rows, and a list where an id does not fit a cell', async () => {
    const many = {
      ...COMPANY,
      people: [
        ...COMPANY.people,
        ...Array.from({ length: 2000 }, (_, at) => ({ id: `w${at}`, title: 'Welder', manager: 'chief' })),
      ],
    };
    expect(Object.keys(written((await designed(files(many), 'as-is'))!))).toContain('proposed.people.csv');
    const two = [{ to: 'a;b' }, { to: 'm0' }];
    const awkward = {
      ...many,
      people: [...many.people, { id: 'a;b', manager: 'chief' }, { id: 'z', managers: two }],
    };
    const out = written((await designed(files(awkward), 'as-is'))!);
    expect(Object.keys(out)).toEqual(['org.yaml']);
    expect(rowOf(parse(out['org.yaml']!).people, 'z').managers).toMatchObject(two);
  });

  it('keeps a value of an attribute that would be a formula, as a cell that is none', async () => {
    const formula = {
      ...COMPANY,
      customers: COMPANY.customers.map((row) => ({ ...row, attributes: { industry: '=1+1' } })),
    };
    const out = written((await designed(inTables(formula), 'as-is'))!);
    expect(out['proposed.customers.csv']).toContain(",'=1+1");
    expect((await load(out)).customers.attributes.get('industry')).toContain('=1+1');
  });

  it('keeps attributes that are named though nobody has a value, and none where there are no customers', async () => {
    const empty = {
      ...COMPANY,
      attributes: { tier: { basis: true } },
      customers: COMPANY.customers.map((row) => ({ ...row, attributes: { ...row.attributes, tier: '' } })),
    };
    for (const source of [files(empty), inTables(empty)]) {
      const out = written((await designed(source, 'as-is'))!);
      expect((await load(out)).customers.attributes.get('tier')).toEqual(['', '', '', '']);
    }
    const nobody = {
      ...inTables(COMPANY),
      'customers.csv': 'id,industry\n',
      'org.yaml': JSON.stringify({
        version: 1,
        name: 'Nobody',
        attributes: { industry: { basis: true } },
        context: { targetMarkets: { attribute: 'industry' } },
        journeys: [
          {
            id: 'j',
            serves: { where: { industry: 'glass' } },
            steps: [{ phase: 'acquire', capability: 'sales' }],
          },
        ],
        departments: [{ id: 'd', serves: { where: { industry: 'glass' } } }],
        people: [{ id: 'a', department: 'd' }],
        customers: { file: 'customers.csv' },
      }),
    };
    expect((await load(written((await designed(nobody, 'as-is'))!))).customers.count).toBe(0);
  });
});

describe('the text of a proposal', () => {
  it('of Halden has no line above 120 characters, and says why', async () => {
    const of = (await designed(exampleFiles('halden'), 'cluster'))!;
    const text = written(of)['org.yaml']!;
    const lines = text.split('\n');
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
    const says = (part: string | RegExp) =>
      expect(typeof part === 'string' ? text.includes(part) : part.test(text), String(part)).toBe(true);
    says(`sha256 ${of.loaded.source.sha256}`);
    says('design "cluster" (Customer clusters)');
    says(/# - [^\n]*industry explains most/);
    says(/# dairy: a team for these customers from end to end, under one head\. Led by/);
    says(/# from Sales, was under Kasper[^\n:]*: [a-z0-9][^\n]+/);
    says('previously: { department: sales, manager: p022 } }');
    says(/: all their customers’ hours are here\n/);
    says(/Who comes, and why: 1 to head it, \d+ for their customers’ hours/);
    says(/\n {2}# no longer served by [^\n]+\n {2}- \{ id: c\d+/);
    // Each person once, in a part of the list that is headed by the name of the unit.
    const list = lines.slice(lines.indexOf('people:'), lines.indexOf('customers:'));
    expect(list.filter((line) => /^ {2}- \{ id: p/.test(line)).length).toBe(161);
    expect(list.filter((line) => /^ {2}# \S.*: \d+ (person|people)/.test(line)).length).toBe(8);
  });

  it('shows no control characters of its source', async () => {
    const hidden = { ...COMPANY, name: 'Kiln\u202e\u0007 & Co', description: 'a\u2028b\u009b' };
    const text = written((await designed(files(hidden), 'lifecycle'))!)['org.yaml']!;
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
    expect(parse(text)).toMatchObject({ name: hidden.name, description: hidden.description });
  });
});

describe('simulate, of the library', () => {
  it('gives the files of a design, or what it lacks', async () => {
    const loaded = await load(files(COMPANY));
    const { status, hires, files: made } = simulate(loaded, { design: 'cluster', stem: 'kiln' });
    const open = [...hires.values()].reduce((a, b) => a + b, 0);
    expect(status).toBe(open > 0 ? 'needs-hires' : 'staffed');
    expect(made!.tables.size).toBe(0);
    const { people: read } = await load({ 'org.yaml': made!.yaml });
    expect(read.vacant.reduce((a, b) => a + b, 0)).toBe(open);
    expect(read.count).toBe(loaded.people.count + open);
    const many = { ...COMPANY, customers: [{ id: 'all', count: 500 }] };
    const refused = simulate(await load(files(many)), { design: 'account-team' });
    expect(refused).toMatchObject({ status: 'impossible', files: null });
    expect(refused.missing[0]).toMatchObject({ what: 'accounts with a team', available: 0 });
    const each = { ...many, designs: { 'account-team': { exclusive: true } } };
    const further = simulate(await load(files(each)), { design: 'account-team' });
    expect(further.missing[0]).toMatchObject({ what: 'people', needed: 2000 });
  });
});
