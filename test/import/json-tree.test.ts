import { expect, test } from 'vitest';
import { importOf } from './import-memory.ts';

const linesOf = async (value: unknown) => {
  const { people, journal } = await importOf({ 'a.json': JSON.stringify(value) });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const lines = people.map(({ name, manager }) => `${name} < ${nameOf.get(manager) ?? manager}`);
  return { lines, ids: people.map(({ id }) => id), assumed: journal.assumed.join() };
};
const LINES = [
  'Ann Bell < ',
  'Bob Carr < Ann Bell',
  'Cy Dunn < Bob Carr',
  'Di East < Bob Carr',
  'Ed Fox < Ann Bell',
];

const tree = (key: string, more: (name: string) => object = () => ({})) => {
  const node = (name: string, title: string, ...below: object[]) => ({
    name,
    title,
    ...more(name),
    [key]: below,
  });
  return node(
    'Ann Bell',
    'CEO',
    node(
      'Bob Carr',
      'Sales Director',
      node('Cy Dunn', 'Account Manager'),
      node('Di East', 'Account Manager'),
    ),
    node('Ed Fox', 'Support Manager'),
  );
};

test.each<[string, unknown]>([
  ['reports', tree('reports')],
  ['children of a list of one', [tree('children')]],
  ['subordinates within a company', { company: 'Acme', chart: tree('subordinates') }],
  [
    'direct reports with ids',
    tree('direct_reports', (name) => ({ id: name.length * 7 + name.charCodeAt(0) })),
  ],
])(
  'People who stand inside their managers are all there, each below whoever it stands in: %s',
  async (_, value) => {
    const { lines, assumed } = await linesOf(value);
    expect(lines).toEqual(LINES);
    expect(assumed).toContain('holds people who report to whoever it stands in');
  },
);

test('People of one name are told apart by their place', async () => {
  const node = (title: string, ...directReports: object[]) => ({
    firstName: 'Bo',
    lastName: 'Carr',
    title,
    directReports,
  });
  const { lines, ids } = await linesOf(node('CEO', node('Sales Director', node('Account Manager'))));
  expect(ids).toEqual(['n1', 'n2', 'n3']);
  expect(lines).toEqual(['Bo Carr < ', 'Bo Carr < Bo Carr', 'Bo Carr < Bo Carr']);
});

test('A company is nobody, and what a person holds beside people is no person', async () => {
  const people = [
    { id: 1, name: 'Ann', title: 'CEO', reports: [{ file: 'q1.pdf' }] },
    { id: 2, name: 'Bob', title: 'Sales Director', manager: 1, reports: [] },
  ];
  expect((await linesOf({ name: 'Acme', employees: people })).lines).toEqual(['Ann < ', 'Bob < Ann']);
});
