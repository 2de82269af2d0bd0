import { describe, expect, test } from 'vitest';
import { displacedHeads } from '../../../src/designs/displaced.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const TRADES = ['marketing', 'sales', 'account-management', 'support'];

/** Four functions, so many of them below an executive whose own trade is sales; in `regions` each is divided in two. */
const company = (below: number, regions = 1) =>
  organisationOf({
    version: 1,
    name: 'Commerce',
    departments: ['board', ...TRADES].map((id) => ({ id, name: id })),
    people: [
      { id: 'top', title: 'Chief Executive Officer', department: 'board' },
      ...Array.from({ length: regions }, (_, region) => ({
        id: `x${region}`,
        title: 'Commercial Director',
        capability: 'sales',
        department: 'board',
        manager: 'top',
      })),
      ...Array.from({ length: regions }, (_, region) =>
        TRADES.flatMap((trade, place) =>
          Array.from({ length: 5 }, (_, at) => ({
            id: `${trade}${region}${at}`,
            title: at === 0 ? 'Manager' : 'Zz',
            capability: trade,
            department: trade,
            manager: at > 0 ? `${trade}${region}0` : place < below ? `x${region}` : 'top',
          })),
        ),
      ).flat(),
    ],
    customers: Array.from({ length: 8 }, (_, at) => ({
      id: `c${at}`,
      owner: `account-management0${1 + (at % 4)}`,
      revenue: 100,
      attributes: { industry: `i${at % 2}` },
    })),
  });

const result = async (design: 'lifecycle' | 'cluster', below: number, regions = 1) => {
  const before = await company(below, regions);
  const after = designOf(design).apply(before).organisation!;
  const executive = before.people.id.indexOf('x0');
  const heads = after.units
    .filter(({ kind }) => kind === 'cluster' || kind === 'phase')
    .map(({ head }) => treeOf(after).boss[head]!);
  return {
    stays: after.units[after.unitOf[executive]!]!.id === 'board',
    over: heads.filter((boss) => boss === executive).length,
    displaced: displacedHeads(before, after).some(({ seat }) => seat === executive),
    after,
  };
};

describe('an executive over several functions, whatever their own trade,', () => {
  test.each([
    ['lifecycle', 3],
    ['cluster', 2],
  ] as const)('stays above all units of %s that their people are in', async (design, units) => {
    expect(await result(design, 4)).toMatchObject({ stays: true, over: units, displaced: false });
  });

  test('stays beside clusters that others are in as well, and is named among those who lose their seat', async () => {
    expect(await result('cluster', 2)).toMatchObject({ stays: true, over: 0, displaced: true });
  });

  test.each(['lifecycle', 'cluster'] as const)('is left there where %s come again', async (design) => {
    for (const below of [2, 4]) {
      const { after } = await result(design, below);
      const again = designOf(design).apply(after);
      expect(again.explanation.join(' ')).toContain('already');
    }
  });
});

test('directors of regions, who lead parts of functions, lead units as others do', async () => {
  expect(await result('cluster', 4, 2)).toMatchObject({ stays: false });
});

test('whoever is of an enabling skill, or leads only such people, joins no cluster, whatever else they can do', async () => {
  const { units, people, unitOf, customers } = await company(0);
  const before = await organisationOf({
    version: 1,
    name: 'Services',
    departments: ['finance', 'services', ...units.map(({ id }) => id)].map((id) => ({ id, name: id })),
    people: [
      ...[...people.id.keys()].map((seat) => ({
        id: people.id[seat]!,
        title: people.title[seat]!,
        department: units[unitOf[seat]!]!.id,
        capability: seat === 0 ? 'leadership' : people.id[seat]!.replace(/\d+$/, '').replace('x', 'sales'),
        ...(seat === 0
          ? {}
          : { manager: /[1-4]$/.test(people.id[seat]!) ? people.id[seat]!.replace(/.$/, '0') : 'top' }),
      })),
      { id: 'services', title: 'Director', capability: 'support', department: 'services', manager: 'top' },
      ...Array.from({ length: 6 }, (_, at) => ({
        id: `f${at}`,
        capability: 'finance',
        secondary: ['support'],
        department: 'finance',
        manager: at === 0 ? 'services' : 'f0',
      })),
    ],
    customers: customers.id.map((id, at) => ({ id, owner: 'f0', attributes: { industry: `i${at % 2}` } })),
  });
  const { organisation } = designOf('cluster').apply(before);
  for (const id of ['services', 'f0', 'f1']) {
    const unit = organisation!.units[organisation!.unitOf[organisation!.people.id.indexOf(id)]!]!;
    expect(unit.kind, id).toBe('common-service');
  }
});
