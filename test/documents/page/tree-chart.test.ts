import { expect, test } from 'vitest';
import { drawnOf } from '../../../src/documents/page/drawing.ts';
import { treePart } from '../../../src/documents/page/tree-chart.ts';
import type { TreeNode } from '../../../src/render/chart/chart.ts';
import type { ReportedDesign } from '../../../src/schema/documents/report.ts';
import type { ReportedTeam } from '../../../src/schema/documents/structure.ts';

const seat = (id: string, boss: string | null, title: string) => ({
  ...{ id, boss, title, unit: 'sales', capability: 'sales', fte: 1 },
  ...{ new: false, vacant: false, displaced: false, from: null, newBoss: false },
});

const team = (id: string, head: string | null, more: Partial<ReportedTeam> = {}): ReportedTeam => ({
  ...{ id, name: `Team ${id}`, kind: 'account', head, people: 5 },
  ...more,
});

/** A director, managers below, and below each four people who do the same. */
const nodesOf = (managers: number, declaredTeams: readonly ReportedTeam[]) => {
  const leads = Array.from({ length: managers }, (_, at) => seat(`m${at}`, 'top', 'Manager'));
  const others = leads.flatMap(({ id }) =>
    Array.from({ length: 4 }, (_, at) => seat(`${id}-${at}`, id, 'Account Manager')),
  );
  const design = {
    id: 'account-team',
    structure: [{ id: 'sales', name: 'Sales', parent: null, accountable: true }],
    seats: [seat('top', null, 'Director'), ...leads, ...others],
    declaredTeams,
  } as unknown as ReportedDesign;
  const part = treePart(drawnOf(design)!, 'Who leads whom', 'Source: org.yaml.');
  if (part === undefined || part === false || !('data' in part) || part.data.form !== 'tree')
    throw new Error('no chart');
  return { nodes: part.data.nodes, source: part.source };
};

const found = (nodes: readonly TreeNode[], title: string) => nodes.filter((one) => one.title === title);

test('a team across the units stands below who leads it, marked where it is new, and is no skill', () => {
  const { nodes } = nodesOf(2, [team('a', 'm0-1', { new: true }), team('b', 'm1-0')]);
  expect(found(nodes, 'Team a')).toMatchObject([
    { parent: 'm0-1', detail: 'account team · 5 people', marks: ['new'], colour: '' },
  ]);
  expect(found(nodes, 'Team b')).toMatchObject([{ parent: 'm1-0', marks: [] }]);
  // Who leads a team is not one of several alike.
  expect(found(nodes, 'Account Manager').map(({ detail }) => detail)).toContain('×3 · Sales');
});

test('more teams than there are boxes stand in one box for each lead, all by name', () => {
  const many = Array.from({ length: 40 }, (_, at) => team(`t${at}`, `m0-${at % 4}`));
  const { nodes } = nodesOf(2, many);
  expect(nodes.length).toBeLessThanOrEqual(40);
  const boxes = nodes.filter(({ isTeam }) => isTeam);
  expect(boxes.map(({ title }) => title)).toEqual(Array.from({ length: 4 }, () => '10 account teams'));
  for (const { name } of many)
    expect(boxes.some(({ detail }) => detail.split(', ').includes(name))).toBe(true);
});

test('where even those who lead teams do not fit it is told how many teams are below, and which have no lead', () => {
  const many = Array.from({ length: 50 }, (_, at) => team(`t${at}`, `m${Math.floor(at / 2)}-${at % 2}`));
  const { nodes, source } = nodesOf(25, [...many, team('x', null)]);
  expect(nodes.some(({ isTeam }) => isTeam)).toBe(false);
  expect(found(nodes, 'Manager').every(({ detail }) => detail.includes('2 teams'))).toBe(true);
  expect(source).toBe('1 team without a lead is not drawn. Source: org.yaml.');
});
