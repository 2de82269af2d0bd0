import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const team = (lead: string, capability: string, count: number, level = 4) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${lead}-${capability}${at}`,
    capability,
    manager: lead,
    department: lead,
    level,
  }));

const divided = async (people: readonly object[], departments: readonly object[]) =>
  designOf('functional').apply(
    await organisationOf({
      version: 1,
      name: 'Company',
      departments: [{ id: 'top', name: 'Management' }, ...departments],
      people: [
        { id: 'top', title: 'Managing Director', capability: 'leadership', department: 'top', level: 9 },
        ...people,
        { id: 'works', capability: 'operations', manager: 'top', department: 'works', level: 7 },
        ...team('works', 'operations', 9),
      ],
    }),
  ).organisation!;

const bossOf = (organisation: Organisation, id: string) =>
  organisation.people.id[treeOf(organisation).boss[organisation.people.id.indexOf(id)]!];

describe('specialists without a department of their own', () => {
  const regions = ['north', 'south', 'east'];
  const departments = (sales: object = {}) => [
    { id: 'sales', name: 'Sales', ...sales },
    ...regions.map((id) => ({ id, name: `Sales ${id}`, parent: 'sales' })),
    { id: 'marketing', name: 'Marketing', parent: 'sales' },
    { id: 'works', name: 'Works' },
  ];
  const company = (keyAccounts: number, department = 'sales') => [
    { id: 'chief', capability: 'sales', manager: 'top', department, level: 8 },
    ...regions.flatMap((id) => [
      { id, capability: 'sales', manager: 'chief', department: id, level: 6 },
      ...team(id, 'pre-sales', 4),
      ...team(id, 'account-management', keyAccounts, 5),
    ]),
    { id: 'marketing', capability: 'marketing', manager: 'chief', department: 'marketing', level: 5 },
    ...team('marketing', 'marketing', 4),
  ];

  it('are one function with their trade, also where a few of a third trade make them fewer than half', async () => {
    for (const keyAccounts of [0, 1]) {
      const people = company(keyAccounts);
      const functions = await divided(people, departments());
      for (const { id, manager } of people) expect(bossOf(functions, id)).toBe(manager);
      const sales = functions.units.find(({ id }) => id === 'sales')!;
      expect(functions.people.id[sales.head]).toBe('chief');
      expect(functions.units.map(({ id }) => id)).not.toContain('function/sales');
    }
  });

  it('leave their trade its head where that one sits beside the department, and stays over what is part of it', async () => {
    const functions = await divided(company(1, 'top'), departments({ head: 'chief' }));
    const sales = functions.units.find(({ id }) => id === 'sales')!;
    expect(functions.people.id[sales.head]).toBe('chief');
    expect(regions.map((id) => bossOf(functions, id))).toEqual(['chief', 'chief', 'chief']);
    expect(bossOf(functions, 'marketing')).toBe('chief');
  });

  it('are those of whom most sit elsewhere: one in which most of them are, called otherwise, is their own', async () => {
    const own = (name: string) => [
      { id: 'sales', name: 'Sales' },
      { id: 'own', name, parent: 'sales' },
      { id: 'works', name: 'Works' },
    ];
    const people = [
      { id: 'chief', capability: 'sales', manager: 'top', department: 'sales', level: 8 },
      ...team('chief', 'sales', 5).map((one) => ({ ...one, department: 'sales' })),
      ...team('chief', 'pre-sales', 1).map((one) => ({ ...one, department: 'sales' })),
      { id: 'own', capability: 'pre-sales', manager: 'chief', department: 'own', level: 6 },
      ...team('own', 'pre-sales', 5),
    ];
    const holds = async (name: string) => {
      const { units, capabilities } = await divided(people, own(name));
      return units.flatMap(({ id, accountable, capability }) =>
        accountable && capability >= 0 && id !== 'works' ? [`${id}: ${capabilities[capability]!.id}`] : [],
      );
    };
    expect(await holds('Technical experts')).toEqual(['sales: sales', 'own: pre-sales']);
    expect(await holds('Sales South')).toEqual(['sales: sales']);
  });
});
