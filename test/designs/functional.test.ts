import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../src/model/organisation.ts';
import { treeOf } from '../../src/model/tree.ts';
import { designOf, organisationOf } from '../support/organisations.ts';

const many = (prefix: string, count: number, capability: string, manager: string) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${prefix}${at + 1}`,
    capability,
    manager,
    department: capability,
    level: 1,
  }));

const apply = async (people: readonly object[], designs: object = {}) =>
  designOf('functional').apply(
    await organisationOf({
      version: 1,
      name: 'Company',
      people: [{ id: 'top', title: 'Chief Executive Officer', department: 'board', level: 9 }, ...people],
      designs,
    }),
  ).organisation!;

const unitOf = ({ people, units, unitOf: of }: Organisation, id: string) =>
  units[of[people.id.indexOf(id)]!]!;
const bossOf = (organisation: Organisation, id: string) =>
  organisation.people.id[treeOf(organisation).boss[organisation.people.id.indexOf(id)]!];

describe('a function', () => {
  const twoTeams = (department: string, level = 4) => [
    { id: 'a', capability: 'sales', manager: 'top', department, level: 4 },
    ...many('a', 3, 'sales', 'a').map((one) => ({ ...one, department })),
    { id: 'b', capability: 'sales', manager: 'top', department: 'works', level },
    ...many('b', 5, 'sales', 'b').map((one) => ({ ...one, department: 'works' })),
    ...many('w', 11, 'production', 'top').map((one) => ({ ...one, department: 'works' })),
  ];

  it('that is new is led by the highest grade, of equals by whom most of its people report to already', async () => {
    const organisation = await apply(twoTeams('works'));
    const sales = organisation.units.find(({ id }) => id === 'function/sales')!;
    expect(organisation.people.id[sales.head]).toBe('b');
    expect([bossOf(organisation, 'b'), bossOf(organisation, 'a')]).toEqual(['top', 'b']);
    // Their teams stay with them.
    for (const id of ['a1', 'a2', 'a3']) expect(bossOf(organisation, id)).toBe('a');
  });

  it('that keeps its people keeps its head, unless somebody of a higher grade joins', async () => {
    const headOf = async (level: number) => {
      const { units, people } = await apply(twoTeams('sales', level));
      return people.id[units.find(({ id }) => id === 'sales')!.head];
    };
    expect(await headOf(4)).toBe('a');
    expect(await headOf(5)).toBe('b');
  });

  it('gets whoever is pinned to it, an executive too, but never the top', async () => {
    const people = [
      { id: 'chief', capability: 'leadership', manager: 'top', department: 'board', level: 6 },
      ...many('s', 5, 'sales', 'top'),
      ...many('m', 5, 'marketing', 'top'),
    ];
    const free = await apply(people);
    expect(unitOf(free, 'chief').id).toBe('board');
    const pinned = await apply(people, {
      functional: { pinned: { chief: 'sales', top: 'sales', m1: 'sales' } },
    });
    expect(unitOf(pinned, 'chief').id).toBe('sales');
    expect(unitOf(pinned, 'm1').id).toBe('sales');
    expect(unitOf(pinned, 'top').id).toBe('board');
    expect(pinned.people.id[unitOf(pinned, 'chief').head]).toBe('chief');
  });
});
