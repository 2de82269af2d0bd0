import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const seats = (department: string, manager: string, capability: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${department}-${capability}${at}`,
    capability,
    manager,
    department,
  }));

/** What functions change of a company: who has another manager or department. */
async function changed(people: readonly { id: string }[], departments: readonly object[] = []) {
  const organisation = await organisationOf({
    version: 1,
    name: 'Company',
    ...(departments.length > 0 && { departments }),
    people: [{ id: 'top', title: 'Chief Executive Officer', department: 'board' }, ...people],
  });
  const divided = designOf('functional').apply(organisation).organisation!;
  const placeOf = (one: Organisation, id: string) => {
    const seat = one.people.id.indexOf(id);
    return `${one.units[one.unitOf[seat]!]!.id} ${one.people.id[treeOf(one).boss[seat]!]}`;
  };
  return people.map(({ id }) => id).filter((id) => placeOf(organisation, id) !== placeOf(divided, id));
}

describe('who leads people of another trade that stay', () => {
  const others = [
    { id: 'sales', title: 'Sales Director', manager: 'top', department: 'sales' },
    ...seats('sales', 'sales', 'sales', 6),
    { id: 'works', title: 'Works Manager', manager: 'top', department: 'works' },
    ...seats('works', 'works', 'production', 6),
  ];

  it('stays where they sit beside the department, and goes on leading', async () => {
    const clerks = (manager: string) => [
      { id: 'commercial', title: 'Commercial Director', manager: 'top', department: 'board' },
      ...seats('office', manager, 'finance', 4),
      ...others,
    ];
    expect(await changed(clerks('commercial'))).toEqual([]);
    // Without them nothing holds a second sales director.
    expect(await changed(clerks('top'))).toEqual(['commercial']);
  });

  it.each(['Assistant Manager', 'Stellvertretende Leiterin', 'Adjoint du responsable'])(
    'stays with whoever stands in for them: %s',
    async (title) => {
      const shop = (id: string, deputy: string) => [
        { id, title: 'Manager', capability: 'production', manager: 'network', department: id },
        { id: `${id}2`, title: deputy, capability: 'production', manager: id, department: id },
        ...seats(id, id, 'sales', 5),
      ];
      const shops = (deputy: string) => [
        { id: 'network', title: 'Network Director', manager: 'top', department: 'network' },
        ...['leeds', 'york', 'hull'].flatMap((id) => shop(id, deputy)),
        { id: 'works', title: 'Works Manager', manager: 'top', department: 'works' },
        ...seats('works', 'works', 'production', 12),
      ];
      const departments = ['leeds', 'york', 'hull'].map((id) => ({ id, name: id, parent: 'network' }));
      const all = [...['board', 'works', 'network'].map((id) => ({ id, name: id })), ...departments];
      expect(await changed(shops(title), all)).toEqual([]);
      // A colleague of the same trade goes where it is at home.
      expect(await changed(shops('Fitter'), all)).toContain('leeds2');
    },
  );
});

describe('who leads people of another trade that go', () => {
  // Two practices of one trade come together; what partners are paid for is accounts.
  const practice = (id: string, size: number) => [
    { id, capability: 'operations', title: 'Head of Practice', manager: 'top', department: id },
    ...seats(id, id, 'operations', size),
    ...['a', 'b'].flatMap((one) => [
      { id: `${id}-${one}`, capability: 'account-management', title: 'Partner', manager: id, department: id },
      ...Array.from({ length: 4 }, (_, at) => ({
        id: `${id}-${one}${at}`,
        capability: 'operations',
        manager: `${id}-${one}`,
        department: id,
      })),
    ]),
  ];

  it('goes with them where four fifths go together', async () => {
    const people = [...practice('tax', 5), ...practice('property', 2)];
    const moved = await changed(people);
    // Whom they lead move with them; only the second head gets another manager.
    const organisation = await organisationOf({
      version: 1,
      name: 'Practice',
      people: [{ id: 'top', title: 'Managing Partner', department: 'board' }, ...people],
    });
    const divided = designOf('functional').apply(organisation).organisation!;
    const unitOf = (id: string) => divided.unitOf[divided.people.id.indexOf(id)];
    for (const id of ['tax-a', 'tax-b', 'property-a', 'property-b']) expect(unitOf(id)).toBe(unitOf('tax'));
    const [before, after] = [treeOf(organisation), treeOf(divided)];
    const newBoss = divided.people.id.filter((_, seat) => before.boss[seat] !== after.boss[seat]);
    expect(newBoss).toEqual(['property']);
    expect(moved).toContain('property-a');
  });
});
