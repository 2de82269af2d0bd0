import { describe, expect, test } from 'vitest';
import { viewOf } from '../../src/model/view.ts';
import { designOf, example, figureOf, viewFrom } from '../support/organisations.ts';

const UNITS = ['north', 'south', 'east'];

/** Three accountable units with a salesperson each, and a centre of expertise. */
const company = (more: object) => ({
  version: 1,
  name: 'Acme',
  departments: [
    ...UNITS.map((id) => ({ id, head: id, accountable: true })),
    { id: 'centre', kind: 'centre-of-expertise', head: 'centre' },
  ],
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    ...[...UNITS, 'centre'].map((id) => ({ id, title: 'Sales Executive', department: id, manager: 'chief' })),
  ],
  ...more,
});
const flow = (from: string, to: string) => ({ from, to, what: 'what works' });
const reach = async (more: object) => figureOf('insight.reach', await viewFrom(company(more)));

describe('insight reaches', () => {
  test.each([
    ['one of six pairs by one flow', [flow('north', 'south')], 1],
    [
      'those who hear from a centre that was told',
      [flow('north', 'centre'), flow('centre', 'south'), flow('centre', 'east')],
      2,
    ],
    ['nobody through a centre that only listens', UNITS.map((id) => flow(id, 'centre')), 0],
    ['nobody by what stays inside', [flow('north', 'north')], 0],
    ['no further than one centre', [flow('north', 'south'), flow('south', 'east')], 2],
  ])('%s', async (_, flows, pairs) => {
    expect(await reach({ flows })).toBeCloseTo(pairs / 6, 12);
  });

  test('both who work together, where there are no flows', async () => {
    expect(await reach({ interactions: [{ from: 'north', to: 'south' }] })).toBeCloseTo(2 / 6, 12);
  });

  test('nobody knows how far, without either', async () => {
    expect(await reach({})).toBeNull();
  });
});

test('designs with centres let every cluster hear of every other', async () => {
  const shop = await example('tindle-and-moss');
  const reachOf = (id: 'cluster' | 'lifecycle') =>
    figureOf('insight.reach', viewOf(designOf(id).apply(shop).organisation!), viewOf(shop));
  expect([reachOf('cluster'), reachOf('lifecycle')]).toEqual([1, 0.5]);
});
