import { describe, expect, test } from 'vitest';
import { remedies } from '../../src/remedies/remedies/index.ts';
import { clearEach } from '../../src/remedies/search.ts';
import { changesOf, sentenceOf } from '../../src/remedies/sentence.ts';
import { judgeBy } from '../../src/remedies/trial.ts';
import { rules } from '../../src/rules/index.ts';
import { example, organisationOf } from '../support/organisations.ts';

const judge = judgeBy(null);

/** What is suggested for the findings of a rule, as a sentence. */
async function advice(rule: string, content: string | object): Promise<(string | null)[]> {
  const organisation = await organisationOf(content);
  const wanted = judge(organisation).filter((finding) => finding.rule === rule);
  const found = clearEach(organisation, { judge, wanted });
  return wanted.map((finding) => {
    const one = found.get(finding);
    return one === undefined ? null : sentenceOf(changesOf(organisation, one.edits, false));
  });
}

const people = (ids: readonly string[], manager: string, more: object = {}) =>
  ids.map((id) => ({ id, title: 'Accountant', department: 'finance', manager, ...more }));
const company = (rows: readonly object[], rest: object = {}) => ({
  version: 1,
  name: 'Ledgers',
  people: [
    { id: 'chief', title: 'Chief Executive Officer', department: 'finance' },
    { id: 'm1', title: 'Finance Manager', department: 'finance', manager: 'chief' },
    { id: 'm2', title: 'Finance Manager', department: 'finance', manager: 'chief' },
    ...rows,
  ],
  departments: [{ id: 'finance', head: 'chief' }],
  ...rest,
});
const cluster = (id: string, titles: readonly string[]) => [
  { id: `${id}-vp`, title: 'Customer Cluster VP', department: id, manager: 'chief', level: 5 },
  ...titles.map((title, at) => ({ id: `${id}-${at}`, title, department: id, manager: `${id}-vp` })),
];
const clusters = (one: readonly string[], other: readonly string[]) => ({
  version: 1,
  name: 'Two clusters',
  departments: [
    { id: 'north', kind: 'cluster', head: 'north-vp' },
    { id: 'south', kind: 'cluster', head: 'south-vp' },
    { id: 'finance' },
  ],
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    ...cluster('north', one),
    ...cluster('south', other),
    { id: 'f1', title: 'Finance Manager', department: 'finance', manager: 'chief' },
    ...people(['f2', 'f3', 'f4'], 'f1'),
  ],
});
const TRADES = ['Marketing Specialist', 'Sales Executive', 'Account Manager', 'Customer Support Specialist'];

/** For every remedy an organisation in which it helps, and what it says. */
const CASES: Readonly<Record<string, readonly [content: string | object, sentence: string]>> = {
  // Two of the three at m1 would leave three there; m2 has two to spare.
  'team-too-small': [
    company([...people(['a1', 'a2'], 'm1'), ...people(['b1', 'b2', 'b3', 'b4', 'b5'], 'm2')]),
    '{person:b1} reports to {person:m1}',
  ],
  // Fourteen at m1, four at m2, who has room.
  'team-too-large': [
    company([
      ...people(
        Array.from({ length: 13 }, (_, at) => `a${at + 10}`),
        'm1',
      ),
      ...people(['b1', 'b2', 'b3'], 'm2'),
    ]),
    '{person:a21} and {person:a22} report to {person:m2}',
  ],
  'span-too-wide': [
    company(
      [...people(['a1', 'a2', 'a3'], 'm1'), ...people(['b1', 'b2', 'b3'], 'm2'), ...people(['c1'], 'chief')],
      {
        policy: { maximumSpan: 2 },
      },
    ),
    '{person:c1} reports to {person:m1}',
  ],
  'too-many-layers': [
    company(
      [
        ...people(['a1', 'a2', 'a3'], 'm1'),
        ...people(['b1', 'b2', 'b3'], 'm2'),
        ...people(['c1', 'c2', 'c3'], 'a1'),
      ],
      {
        policy: { maximumLayers: 2 },
      },
    ),
    '{person:c1}, {person:c2} and {person:c3} report to {person:m1}; {person:a1} then leads nobody',
  ],
  'one-report-manager': [
    company([
      ...people(['a1'], 'm1'),
      ...people(['a2', 'a3', 'a4'], 'a1'),
      ...people(['b1', 'b2', 'b3'], 'm2'),
    ]),
    '{person:a1} reports to {person:chief}; {person:m1} then leads nobody',
  ],
  // m1 leads the department that x is in.
  'dual-reporting-conflict': [
    company(
      [
        ...people(['a1', 'a2', 'a3'], 'm1'),
        ...people(['b1', 'b2', 'b3'], 'm2', { department: 'audit' }),
        { id: 'x', title: 'Accountant', department: 'finance', managers: [{ to: 'm2' }, { to: 'm1' }] },
      ],
      {
        departments: [
          { id: 'finance', head: 'm1' },
          { id: 'audit', head: 'm2' },
        ],
      },
    ),
    '{person:x} answers to {person:m1} first, and the line to {person:m2} (dotted, 30 %) comes second',
  ],
  'dominated-line': [
    company([
      ...people(['a1', 'a2', 'a3'], 'm1'),
      ...people(['b1', 'b2', 'b3'], 'm2'),
      {
        id: 'x',
        title: 'Accountant',
        department: 'finance',
        managers: [
          { to: 'm1', weight: 0.8 },
          { to: 'm2', weight: 0.2 },
        ],
      },
    ]),
    '{person:x} answers to {person:m1} first, and the line to {person:m2} (dotted, 20 %) comes second',
  ],
  'unit-too-small': [
    clusters(TRADES.slice(0, 3), [...TRADES, ...TRADES]),
    '{person:south-3} moves from south to north and reports to {person:north-vp}',
  ],
  'cluster-missing-capability': [
    clusters([...TRADES.slice(1), 'Sales Executive'], [...TRADES, ...TRADES]),
    '{person:south-0} moves from south to north and reports to {person:north-vp}',
  ],
  'single-holder': [
    clusters([...TRADES.slice(0, 3), ...TRADES], [...TRADES, ...TRADES, ...TRADES]),
    '{person:south-11} moves from south to north and reports to {person:north-vp}',
  ],
  'enabling-function-in-cluster': [
    clusters([...TRADES, 'Accountant'], TRADES),
    '{person:north-4} moves from north to finance and reports to {person:f1}',
  ],
  orphan: [
    company([
      ...people(['a1', 'a2', 'a3'], 'm1'),
      ...people(['b1', 'b2', 'b3'], 'm2'),
      { id: 'lost', title: 'Accountant', department: 'finance' },
    ]),
    '{person:lost} reports to {person:chief}',
  ],
  'several-roots': [
    company([
      ...people(['a1', 'a2', 'a3'], 'm1'),
      ...people(['b1', 'b2', 'b3'], 'm2'),
      { id: 'other', title: 'Finance Manager', department: 'finance' },
      ...people(['c1', 'c2', 'c3'], 'other'),
    ]),
    '{person:other} reports to {person:chief}',
  ],
  'person-without-department': [
    company([
      ...people(['a1', 'a2', 'a3'], 'm1'),
      ...people(['b1', 'b2', 'b3'], 'm2'),
      { id: 'x', title: 'Accountant', manager: 'm1' },
    ]),
    '{person:x} moves to finance',
  ],
  'officer-not-below-root': [
    company(
      [
        ...people(['a1', 'a2', 'a3'], 'm1'),
        ...people(['b1', 'b2', 'b3'], 'm2'),
        { id: 'cco', title: 'Chief Customer Officer', department: 'finance', manager: 'm2' },
      ],
      { customerOfficer: { person: 'cco' } },
    ),
    '{person:cco} reports to {person:chief}',
  ],
};

test('every remedy is of a rule of its own, and has a case here', () => {
  const known = new Set(rules.map(({ id }) => id));
  const ids = remedies.map(({ rule }) => rule);
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(Object.keys(CASES).sort());
});

describe('the smallest change that clears', () => {
  test.each(Object.entries(CASES))('%s', async (rule, [content, sentence]) => {
    expect(await advice(rule, content)).toContain(sentence);
  });
});

test('nothing is suggested where nobody can be spared', async () => {
  expect(await advice('single-holder', clusters(TRADES, TRADES))).toEqual([null, null]);
});

/** A team of two in marketing beside a plant of eight, with what is said of the plant's operators. */
const beside = (title: string, operator: object = {}, assistant: object = {}) => ({
  version: 1,
  name: 'Beside',
  departments: [{ id: 'works' }, { id: 'marketing', parent: 'works' }, { id: 'plant', parent: 'works' }],
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    { id: 'md', title: 'Managing Director', department: 'works', manager: 'chief' },
    { id: 'mm', title: 'Marketing Manager', department: 'marketing', manager: 'md', ...assistant },
    ...people(['a1', 'a2'], 'mm', { title: 'Marketing Assistant', department: 'marketing', ...assistant }),
    { id: 'pm', title: 'Plant Manager', department: 'plant', manager: 'md' },
    ...people(['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7'], 'pm', { title, department: 'plant', ...operator }),
  ],
});

test('a contractor becomes a manager only where nobody employed could, and it is said', async () => {
  const ids = [...'abcdefghijklm'];
  const team = (employed: readonly string[]) =>
    company(
      ids.map((id) => ({
        ...people([id], 'm1')[0]!,
        workerType: employed.includes(id) ? 'employee' : 'contractor',
      })),
    );
  expect(await advice('team-too-large', team(['h']))).toEqual([
    '{person:a}, {person:b} and {person:c} report to {person:h}, who becomes a manager',
  ]);
  expect(await advice('team-too-large', team([]))).toEqual([
    '{person:b}, {person:c} and {person:d} report to {person:a}, who becomes a manager, though a contractor',
  ]);
});

test('nobody is moved into a department where nobody is of their trade, nor to another location', async () => {
  const [osaka, vienna] = [{ location: 'Osaka' }, { location: 'Vienna' }];
  const joins = /o1 moves|\{person:o1\} moves/;
  const [same] = await advice('team-too-small', beside('Marketing Assistant', vienna, vienna));
  expect(same).toMatch(joins);
  for (const content of [
    beside('Machine Operator'),
    beside('Ropewalker'),
    beside('Marketing Assistant', osaka, vienna),
  ])
    expect((await advice('team-too-small', content))[0] ?? '').not.toMatch(/moves? from/);
});

test('nobody need go to the top office to cover for somebody there: no skill hangs on them', async () => {
  const content = {
    ...company([{ id: 'seller', title: 'Sales Director', manager: 'chief' }]),
    departments: [{ id: 'sales' }, { id: 'finance' }],
    people: [
      { id: 'chief', title: 'Chief Executive Officer' },
      { id: 'seller', title: 'Sales Director', manager: 'chief' },
      { id: 'head', title: 'Sales Manager', department: 'sales', manager: 'chief' },
      ...people(['s1', 's2', 's3', 's4', 's5'], 'head', { title: 'Sales Executive', department: 'sales' }),
    ],
  };
  expect(await advice('single-holder', content)).toEqual([]);
});

test('the stricter the limit of a conflict, the lesser the lesser line', async () => {
  const [content] = CASES['dual-reporting-conflict']!;
  const [text] = await advice('dual-reporting-conflict', {
    ...(content as object),
    policy: { conflictRatio: 0.25 },
  });
  expect(text).toContain('(dotted, 18.4 %)');
});

test('a matrix becomes one with a main boss each, and nobody moves', async () => {
  const organisation = await example('marrowgate');
  const wanted = judge(organisation).filter(({ rule }) => rule === 'dual-reporting-conflict');
  const found = clearEach(organisation, { judge, wanted });
  const changes = [...found.values()].flatMap(({ edits }) => changesOf(organisation, edits, false));
  // Freight is short of people for its work before and after: lines that are redrawn give nobody more of it.
  expect(wanted.length).toBe(6);
  expect(found.size).toBe(6);
  expect(changes.every(({ department }) => department === undefined)).toBe(true);
  expect(changes.every(({ manager }) => manager?.leadsNobodyToday === undefined)).toBe(true);
});
