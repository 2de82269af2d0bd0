import { describe, expect, test } from 'vitest';
import { consequences } from '../../../src/designs/consequences.ts';
import { followReports } from '../../../src/designs/hierarchy/leads-without-trade.ts';
import { singleHoldersOf } from '../../../src/measures/structure/single-holders.ts';
import { titleMapper } from '../../../src/model/titles.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { viewOf } from '../../../src/model/view.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

type Design = 'functional' | 'lifecycle' | 'cluster';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly department?: string;
  readonly manager?: string;
  readonly capability?: string;
}

const team = (prefix: string, title: string, count: number, department: string, manager: string): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at}`, title, department, manager }));

const TOP: Row = { id: 'top', title: 'Chief Executive', department: 'board' };

const applied = async (
  design: Design,
  people: readonly Row[],
  {
    departments = {},
    customers = [],
    context = {},
  }: { departments?: Record<string, object>; customers?: readonly object[]; context?: object } = {},
) => {
  const before = await organisationOf({
    version: 1,
    name: 'Leads',
    departments: [...new Set(people.flatMap(({ department }) => department ?? []))].map((id) => ({
      id,
      name: id,
      ...departments[id],
    })),
    people,
    customers,
    context,
  });
  const after = designOf(design).apply(before).organisation!;
  const tree = treeOf(after);
  const bossOf = (id: string) => after.people.id[tree.boss[after.people.id.indexOf(id)]!];
  const unitOf = (id: string) => after.units[after.unitOf[after.people.id.indexOf(id)]!]!;
  const headOf = (unit: string) => after.people.id[after.units.find(({ id }) => id === unit)!.head];
  return { before, after, bossOf, unitOf, headOf };
};

const SUPERVISORS = [0, 1].flatMap((at): Row[] => [
  { id: `lead${at}`, title: 'Shift Supervisor', department: 'Tier One', manager: 'head' },
  ...team(`agent${at}`, 'Customer Support Agent', 6, 'Tier One', `lead${at}`),
]);

const COMPANY: readonly Row[] = [
  TOP,
  { id: 'head', title: 'Head of Customer Support', department: 'Tier One', manager: 'top' },
  ...SUPERVISORS,
  { id: 'hs', title: 'Head of Sales', department: 'Sales', manager: 'top' },
  ...team('s', 'Sales Representative', 5, 'Sales', 'hs'),
  { id: 'hm', title: 'Head of Marketing', department: 'Marketing', manager: 'top' },
  ...team('m', 'Marketing Specialist', 4, 'Marketing', 'hm'),
  { id: 'ha', title: 'Head of Account Management', department: 'Accounts', manager: 'top' },
  ...team('a', 'Account Manager', 4, 'Accounts', 'ha'),
];

const REGIONS = [0, 1].flatMap((at): Row[] => [
  { id: `dir${at}`, title: 'Regional Director', department: `region${at}`, manager: 'top' },
  ...team(`s${at}`, 'Sales Representative', 4, `region${at}`, `dir${at}`),
  ...team(`m${at}`, 'Marketing Specialist', 4, `region${at}`, `dir${at}`),
  ...team(`a${at}`, 'Account Manager', 4, `region${at}`, `dir${at}`),
]);

const ownedBy = (owners: readonly string[]) =>
  Array.from({ length: 8 }, (_, at) => ({
    id: `c${at}`,
    owner: owners[at % 2],
    revenue: 100,
    attributes: { industry: `i${at % 2}` },
  }));

describe('a lead whose trade is not known', () => {
  test('goes to a phase with the team, which keeps its line, and no seat is opened', async () => {
    const { before, after, bossOf, unitOf } = await applied('lifecycle', COMPANY);
    expect(after.people.count).toBe(before.people.count);
    for (const at of [0, 1]) {
      expect(unitOf(`lead${at}`)).toBe(unitOf(`agent${at}0`));
      for (let agent = 0; agent < 6; agent++) expect(bossOf(`agent${at}${agent}`)).toBe(`lead${at}`);
    }
  });

  test('stays with the department of a team that stays', async () => {
    const { unitOf, bossOf } = await applied('functional', COMPANY);
    expect([unitOf('lead0').id, bossOf('lead0'), bossOf('agent00')]).toEqual(['Tier One', 'head', 'lead0']);
  });

  test('heads the cluster whose customers the people below know, before others of the same level', async () => {
    const people = [
      TOP,
      ...REGIONS,
      { id: 'x', title: 'Head of Marketing', department: 'board', manager: 'top' },
    ];
    const { headOf, bossOf, unitOf } = await applied('cluster', people, {
      customers: ownedBy(['a00', 'a10']),
    });
    expect(['a00', 'a10'].map((id) => headOf(unitOf(id).id))).toEqual(['dir0', 'dir1']);
    expect(bossOf('s00')).toBe('dir0');
  });

  test.each(['functional', 'lifecycle'] as const)(
    'leads a unit of %s that peers would lead, where most of the people below are',
    async (design) => {
      const { after, before } = await applied(design, [TOP, ...REGIONS]);
      const heads = after.units.map(({ head }) => after.people.id[head]);
      expect(heads).toEqual(expect.arrayContaining(['dir0', 'dir1']));
      expect(consequences(before, after).join(' ')).toContain('leads nobody today');
    },
  );
});

test('a head whose people partly stay keeps the department, and no function takes that head from it', async () => {
  const excellence: Row[] = [
    { id: 'he', title: 'Head of Commercial Excellence', department: 'excellence', manager: 'top' },
    ...team('r', 'Market Research Manager', 2, 'excellence', 'he'),
    ...team('s', 'Sales Trainer', 2, 'excellence', 'he'),
    ...team('t', 'Data Wrangler', 2, 'excellence', 'he'),
  ];
  const units = [0, 1, 2].flatMap((at): Row[] => [
    { id: `d${at}`, title: 'National Sales Manager', department: `unit${at}`, manager: 'top' },
    ...team(`v${at}`, 'Sales Representative', 4, `unit${at}`, `d${at}`),
    { id: `b${at}`, title: 'Brand Manager', department: `unit${at}`, manager: `d${at}` },
  ]);
  const { bossOf, unitOf } = await applied('functional', [TOP, ...units, ...excellence]);
  expect([unitOf('r0').id, unitOf('b0').id]).toEqual(['function/marketing', 'function/marketing']);
  expect([unitOf('he').id, bossOf('t0'), bossOf('t1')]).toEqual(['excellence', 'he', 'he']);
  // With one of them left there is nobody to lead.
  const one = await applied('functional', [TOP, ...units, ...excellence.slice(0, -1)]);
  expect([one.unitOf('he').id, one.bossOf('b0')]).toEqual(['function/marketing', 'he']);
});

test('a phase with people of two subsidiaries answers to who stands above both', async () => {
  const subsidiary = (at: number): Row[] => [
    { id: `md${at}`, title: 'Managing Director', department: `sub${at}`, manager: 'top' },
    { id: `hs${at}`, title: 'Sales Director', department: `sales${at}`, manager: `md${at}` },
    ...team(`s${at}`, 'Sales Representative', 4, `sales${at}`, `hs${at}`),
    { id: `hm${at}`, title: 'Marketing Manager', department: `marketing${at}`, manager: `md${at}` },
    ...team(`m${at}`, 'Marketing Specialist', 4, `marketing${at}`, `hm${at}`),
    { id: `ha${at}`, title: 'Head of Account Management', department: `accounts${at}`, manager: `md${at}` },
    ...team(`a${at}`, 'Account Manager', 4, `accounts${at}`, `ha${at}`),
  ];
  const { after } = await applied('lifecycle', [TOP, ...subsidiary(0), ...subsidiary(1)]);
  const tree = treeOf(after);
  for (const { kind, head } of after.units)
    if (kind === 'phase') expect(after.people.id[tree.boss[head]!]).toBe('top');
});

test('clusters of today end in functions, and those who led them are no trade of what the customers do', async () => {
  const ofTitle = titleMapper({}).ofTitle;
  expect(ofTitle('Customer Cluster VP Logistics Industry')).toBe('leadership');
  const people = [TOP, ...REGIONS].map((row) =>
    row.title === 'Regional Director' ? { ...row, title: 'Customer Cluster VP Logistics' } : row,
  );
  const serving = { kind: 'cluster', serves: { where: { industry: ['i0'] } } };
  const { after } = await applied('functional', people, {
    departments: { region0: { ...serving, head: 'dir0' }, region1: { kind: 'cluster', head: 'dir1' } },
    customers: ownedBy(['a00', 'a10']),
  });
  expect(after.units.filter(({ kind, serves }) => kind === 'cluster' || serves.kind === 'some')).toEqual([]);
});

test('specialists without a department of their own are one function with the trade that theirs is part of', async () => {
  const engineers = team('e', 'Sales Engineer', 9, '', 'sd');
  const director = { id: 'sd', title: 'Sales Director', department: '', manager: 'top' };
  const people = [TOP, director, ...engineers].map(({ department: _, ...row }) => row as Row);
  const { bossOf, headOf, after } = await applied('functional', people);
  expect(after.units.some(({ id }) => id === 'function/pre-sales')).toBe(false);
  expect([headOf('function/sales'), bossOf('e0')]).toEqual(['sd', 'sd']);
});

test('a skill does not hang on a director above others who have it, in departments below or as specialists', async () => {
  const centre = (at: number): Row[] => [
    { id: `dm${at}`, title: 'Delivery Manager', department: `centre${at}`, manager: 'dd' },
    ...team(`c${at}`, 'Consultant', 5, `centre${at}`, `dm${at}`),
  ];
  const director = { id: 'dd', title: 'Delivery Director', department: 'delivery', manager: 'top' };
  const people = [TOP, director, ...centre(0), ...centre(1)];
  const departments = Object.fromEntries(
    ['delivery', 'centre0', 'centre1'].map((id) => [id, { accountable: true }]),
  );
  const { before } = await applied('functional', people, { departments });
  expect(singleHoldersOf(viewOf(before))).toEqual([]);
});

describe('a chief of operations', () => {
  const hub = (at: number): Row[] => [
    {
      id: `hub${at}`,
      title: 'Hub Manager',
      capability: 'operations',
      department: `hub${at}`,
      manager: 'coo',
    },
    ...team(`driver${at}`, 'Driver', 4, `hub${at}`, `hub${at}`).map((row) => ({
      ...row,
      capability: 'operations',
    })),
    ...team(`foreman${at}`, 'Foreman', 2, `hub${at}`, `hub${at}`),
    ...[0, 1].flatMap((one) =>
      team(`packer${at}${one}`, 'Packer', 4, `hub${at}`, `foreman${at}${one}`).map((row) => ({
        ...row,
        capability: 'production',
      })),
    ),
  ];

  test('stays with those below who join no cluster, though the managers between do, and centres come to them', async () => {
    const people = [
      TOP,
      { id: 'coo', title: 'Chief Operating Officer', department: 'board', manager: 'top' },
      ...hub(0),
      ...hub(1),
      ...COMPANY.slice(1),
    ];
    const { unitOf, bossOf, after } = await applied('cluster', people, {
      customers: ownedBy(['a1', 'a2']),
      context: { serviceLevel: 'high' },
    });
    expect(unitOf('hub0').kind).not.toBe('common-service');
    expect([unitOf('coo').id, bossOf('coo')]).toEqual(['board', 'top']);
    for (const foreman of ['foreman00', 'foreman01', 'foreman10']) expect(bossOf(foreman)).toBe('coo');
    for (const { kind, head } of after.units)
      if (kind === 'centre-of-expertise') expect(bossOf(after.people.id[head]!)).toBe('coo');
  });
});

test('who directs the customers of a group goes there with most of the people, others only with four fifths of them', async () => {
  const before = await organisationOf({
    version: 1,
    name: 'Einheit',
    people: [
      TOP,
      { id: 'bu', title: 'Business Unit Head', manager: 'top' },
      ...team('s', 'Sales Representative', 4, 'bu', 'bu'),
      ...team('m', 'Marketing Specialist', 4, 'bu', 'bu'),
    ],
    departments: ['board', 'bu'].map((id) => ({ id, name: id })),
  });
  const seat = before.people.id.indexOf('bu');
  const placeOf = () =>
    Int32Array.from(before.people.id, (id) => (/^s|^m0/.test(id) ? 0 : id.startsWith('m') ? 1 : -1));
  const goes = (homeOf: (one: number) => number) => {
    const places = placeOf();
    followReports(before, places, { homeOf });
    return places[seat];
  };
  expect([goes(() => -1), goes(() => 1), goes(() => 0)]).toEqual([-1, -1, 0]);
});
