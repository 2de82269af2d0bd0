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

  test('leads a cluster where others are in the clusters as well, rather than nobody', async () => {
    const { after, ...rest } = await result('cluster', 2);
    expect(rest).toMatchObject({ stays: false, over: 0, displaced: false });
    expect(after.units.map(({ head }) => after.people.id[head])).toContain('x0');
  });

  test.each(['lifecycle', 'cluster'] as const)('is left there where %s come again', async (design) => {
    for (const below of [2, 4]) {
      const { after } = await result(design, below);
      const again = designOf(design).apply(after);
      expect(again.explanation.join(' ')).toContain('already');
    }
  });
});

describe('an executive with four fifths of all who join the clusters below', () => {
  const SIZES = { marketing: 4, sales: 7, 'account-management': 7, support: 6 };
  const commerce = (others: readonly object[]) =>
    organisationOf({
      version: 1,
      name: 'Commerce',
      context: { offering: 'technology' },
      departments: ['board', 'product', ...TRADES].map((id) => ({ id, name: id })),
      people: [
        { id: 'top', title: 'Geschäftsführer', department: 'board', level: 9 },
        {
          id: 'cro',
          title: 'Vorstand Vertrieb',
          capability: 'sales',
          department: 'board',
          manager: 'top',
          level: 7,
        },
        {
          id: 'cpo',
          title: 'Vorstand Produkt',
          capability: 'product-management',
          department: 'product',
          manager: 'top',
          level: 7,
        },
        ...Object.entries(SIZES).flatMap(([trade, size]) =>
          Array.from({ length: size }, (_, at) => ({
            id: `${trade}${at}`,
            title: at === 0 ? 'Leiter' : 'Zz',
            capability: trade,
            department: trade,
            manager: at > 0 ? `${trade}0` : 'cro',
            level: at > 0 ? 4 : trade === 'marketing' ? 5 : 6,
          })),
        ),
        ...others,
      ],
      customers: Array.from({ length: 12 }, (_, at) => ({
        id: `c${at}`,
        owner: `account-management${1 + (at % 6)}`,
        revenue: 100,
        attributes: { industry: `i${at % 2}` },
      })),
    });
  const product = (id: string, capability: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${id}${at}`,
      capability,
      department: 'product',
      manager: 'cpo',
      level: 4,
    }));

  test('stands above them, and who is as senior and directs nobody keeps the team that stays', async () => {
    const before = await commerce([
      ...product('pm', 'product-management', 4),
      ...product('dev', 'product-development', 4),
    ]);
    const after = designOf('cluster').apply(before).organisation!;
    const { boss } = treeOf(after);
    const bossOf = (id: string) => after.people.id[boss[after.people.id.indexOf(id)]!];
    const heads = after.units.flatMap(({ kind, head }) =>
      kind === 'cluster' ? [after.people.id[head]!] : [],
    );
    expect(heads.map(bossOf)).toEqual(['cro', 'cro']);
    expect([bossOf('cpo'), bossOf('dev0')]).toEqual(['top', 'cpo']);
    expect(designOf('cluster').apply(after).explanation.join(' ')).toContain('already');
  });

  test('goes the way of a department that keeps four fifths of its people, whatever the head could do elsewhere', async () => {
    const before = await commerce([
      ...product('pm', 'product-management', 3),
      ...product('dev', 'product-development', 16),
    ]);
    const after = designOf('cluster').apply(before).organisation!;
    const unitOf = (id: string) => after.units[after.unitOf[after.people.id.indexOf(id)]!]!;
    expect([unitOf('cpo').id, unitOf('dev0').id]).toEqual(['product', 'product']);
    expect(unitOf('pm2').id).toContain('cluster/');
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
