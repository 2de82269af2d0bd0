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
      ...['lille', 'genoa', 'ulm'].flatMap(hub),
    ],
  });
  const divided = designOf('functional').apply(organisation).organisation!;
  const heads = divided.units
    .filter(({ accountable, head }) => accountable && head > 0)
    .map(({ head }) => head);
  const { boss } = treeOf(divided);
  const led = heads.filter((seat) => divided.people.id[seat] !== 'coo');
  expect(led.length).toBeGreaterThan(1);
  for (const seat of led) expect(divided.people.id[boss[seat]!]).toBe('coo');
});
