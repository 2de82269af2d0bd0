import { expect, test } from 'vitest';
import { treeOf } from '../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

test('a function of people whose managers move answers to the executive under whom they all are', async () => {
  const hub = (id: string) => [
    { id, title: 'Hub Manager', capability: 'operations', department: id, manager: 'coo' },
    ...['production', 'operations'].flatMap((capability) => [
      { id: `${id}-${capability}`, title: 'Shift Leader', capability, department: id, manager: id },
      ...Array.from({ length: 6 }, (_, at) => ({
        id: `${id}-${capability}${at}`,
        capability,
        department: id,
        manager: `${id}-${capability}`,
      })),
    ]),
  ];
  const organisation = await organisationOf({
    version: 1,
    name: 'Hubs',
    people: [
      { id: 'top', title: 'Chief Executive Officer', department: 'office' },
      { id: 'coo', title: 'Chief Operating Officer', department: 'office', manager: 'top' },
      { id: 'cfo', title: 'Chief Financial Officer', department: 'office', manager: 'top' },
      { id: 'assistant', title: 'Executive Assistant', department: 'office', manager: 'coo' },
      ...['lille', 'genoa', 'ulm'].flatMap(hub),
    ],
  });
  const divided = designOf('functional').apply(organisation).organisation!;
  const heads = divided.units
    .filter(({ accountable, head }) => accountable && head > 0)
    .map(({ head }) => head);
  const { boss } = treeOf(divided);
  const { id: ids } = divided.people;
  const bossOf = (id: string) => ids[boss[ids.indexOf(id)]!];
  const led = heads.filter((seat) => ids[seat] !== 'coo');
  expect(led.length).toBe(1);
  for (const seat of led) expect(bossOf(ids[seat]!)).toBe('coo');
  // None of the equals comes under another: who leads them all heads the function that they are of.
  expect(divided.units[divided.unitOf[ids.indexOf('ulm')]!]!.head).toBe(ids.indexOf('coo'));
  for (const id of ['lille', 'genoa', 'ulm', 'assistant']) expect(bossOf(id)).toBe('coo');
});

test('an executive for customers stays over the functions of the people below, whatever the own trade', async () => {
  const people = (id: string, capability: string, manager: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${id}${at}`,
      capability,
      department: 'front',
      manager: at === 0 ? manager : `${id}0`,
    }));
  const company = (leads: readonly object[]) => ({
    version: 1,
    name: 'Commerce',
    people: [
      { id: 'top', title: 'Chief Executive Officer', department: 'office' },
      { id: 'cco', capability: 'sales', department: 'office', manager: 'top' },
      ...people('account', 'account-management', 'cco', 6),
      ...people('support', 'support', 'cco', 6),
      ...leads,
    ],
  });
  const bossesOf = async (leads: readonly object[]) => {
    const organisation = await organisationOf(company(leads));
    const divided = designOf('functional').apply(organisation).organisation!;
    const { boss } = treeOf(divided);
    const { id } = divided.people;
    return (one: string) => id[boss[id.indexOf(one)]!];
  };
  const led = await bossesOf(people('sales', 'sales', 'cco', 7));
  for (const head of ['sales0', 'account0', 'support0']) expect(led(head)).toBe('cco');
  // Over several equals of their own trade they are its head.
  const equals = await bossesOf([
    ...people('north', 'sales', 'cco', 5),
    ...people('south', 'sales', 'cco', 5),
  ]);
  for (const head of ['north0', 'south0', 'account0', 'support0']) expect(equals(head)).toBe('cco');
});
