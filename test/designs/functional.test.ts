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

const apply = async (people: readonly object[], designs: object = {}, more: object = {}) =>
  designOf('functional').apply(
    await organisationOf({
      version: 1,
      name: 'Company',
      people: [{ id: 'top', title: 'Chief Executive Officer', department: 'board', level: 9 }, ...people],
      designs,
      ...more,
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

  it('leaves the top at the head of its own department, whose people stay under whom they are', async () => {
    const people = [
      { id: 'chief', capability: 'leadership', manager: 'top', department: 'board' },
      { id: 'c', capability: 'communications', manager: 'chief', department: 'board' },
      ...many('c', 4, 'communications', 'c').map((one) => ({ ...one, department: 'board' })),
      ...many('s', 5, 'sales', 'top'),
    ];
    const functions = await apply(people);
    expect(
      functions.units.some(({ capability }) => functions.capabilities[capability]?.id === 'communications'),
    ).toBe(false);
    for (const [id, boss] of [
      ['c', 'chief'],
      ['c1', 'c'],
    ] as const)
      expect(bossOf(functions, id)).toBe(boss);
    // Who joins goes to somebody there.
    const joined = await apply([
      ...people,
      { id: 'c5', capability: 'communications', manager: 's1', department: 'sales' },
    ]);
    expect(unitOf(joined, 'c5').id).toBe('board');
    expect([bossOf(joined, 'c5'), bossOf(joined, 'c1')]).toEqual(['c', 'c']);
  });

  it('keeps an open seat that leads it, whoever of its people leaves', async () => {
    const led = (marketers: number, others: number) => [
      {
        id: 'open',
        capability: 'marketing',
        manager: 'top',
        department: 'marketing',
        level: 4,
        vacant: true,
      },
      ...many('m', marketers, 'marketing', 'open'),
      ...many('s', others, 'sales', 'open').map((one) => ({ ...one, department: 'marketing' })),
      ...many('t', 9, 'sales', 'top'),
    ];
    for (const others of [0, 4]) {
      const functions = await apply(led(5, others));
      expect(bossOf(functions, 'open')).toBe('top');
      for (const id of ['m1', 'm5']) expect(bossOf(functions, id)).toBe('open');
    }
  });

  it('keeps a lead inside it whose trade is not known, with the team', async () => {
    const store = (id: string, manager: string, capability?: string) => [
      { id, title: 'Zz', manager, department: `${id}-store`, level: 2, capability },
      ...many(id, 4, 'sales', id).map((one) => ({ ...one, department: `${id}-store` })),
    ];
    const departments = [
      { id: 'board' },
      { id: 'stores' },
      ...['a', 'b'].map((id) => ({ id: `${id}-store`, parent: 'stores' })),
    ];
    for (const manager of ['top', 'director']) {
      const people = [
        ...(manager === 'top'
          ? []
          : [{ id: manager, capability: 'sales', manager: 'top', department: 'stores', level: 4 }]),
        ...store('a', manager),
        ...store('b', manager),
      ];
      const functions = await apply(people, {}, { departments });
      for (const { id, manager: boss } of people) expect(bossOf(functions, id)).toBe(boss);
    }
  });

  it('leaves a second job where it is, and ends what is only a second line', async () => {
    const shared = (more: object) => [
      ...['sales', 'marketing'].flatMap((trade) => [
        { id: trade, capability: trade, manager: 'top', department: trade },
        ...many(trade, 4, trade, trade),
      ]),
      {
        id: 'both',
        capability: 'sales',
        department: 'sales',
        managers: [
          { to: 'sales', weight: 0.6 },
          { to: 'marketing', weight: 0.4, ...more },
        ],
      },
    ];
    const departments = ['board', 'sales', 'marketing'].map((id) => ({ id }));
    const linesOf = async (more: object) => {
      const { lines, people, units } = await apply(shared(more), {}, { departments });
      const seat = people.id.indexOf('both');
      return [...lines.boss.keys()]
        .slice(lines.start[seat], lines.start[seat + 1])
        .map((k) => [people.id[lines.boss[k]!], lines.weight[k], units[lines.job?.[k] ?? -1]?.id]);
    };
    expect(await linesOf({ job: 'marketing' })).toEqual([
      ['sales', 0.6, undefined],
      ['marketing', 0.4, 'marketing'],
    ]);
    expect(await linesOf({})).toEqual([['sales', 1, undefined]]);
  });

  it('that draws from two branches stands above both, and in its own where only a few join', async () => {
    const branch = (id: string, sellers: number) => [
      { id, title: 'Managing Director', manager: 'top', department: id },
      { id: `${id}-lead`, capability: 'sales', manager: id, department: `${id}-sales` },
      ...many(id, sellers, 'sales', `${id}-lead`).map((one) => ({ ...one, department: `${id}-sales` })),
      ...many(`${id}-m`, 9, 'marketing', id).map((one) => ({ ...one, department: id })),
    ];
    const departments = [
      { id: 'board' },
      ...['a', 'b'].flatMap((id) => [{ id }, { id: `${id}-sales`, parent: id }]),
    ];
    const bossOfSales = async (others: number) => {
      const functions = await apply([...branch('a', 9), ...branch('b', others)], {}, { departments });
      const sales = functions.units.find(
        ({ capability }) => functions.capabilities[capability]?.id === 'sales',
      )!;
      return [sales.name, bossOf(functions, functions.people.id[sales.head]!)];
    };
    expect(await bossOfSales(9)).toEqual(['Sales', 'top']);
    expect(await bossOfSales(0)).toEqual(['a-sales', 'a']);
  });

  const ungraded = (prefix: string, count: number, capability: string, manager: string) =>
    many(prefix, count, capability, manager).map((one) => ({ ...one, level: undefined }));
  const led = (trade: string, manager: string, count: number) => [
    { id: trade, title: `Head of ${trade}`, capability: trade, manager, department: trade },
    ...ungraded(`${trade}-`, count, trade, trade),
  ];

  it('is led by its manager, and not by who stands nearer to the top and leads nobody: they come beside', async () => {
    const people = [
      { id: 'assistant', title: 'Assistant', capability: 'marketing', manager: 'top', department: 'board' },
      ...led('sales', 'top', 4),
      ...led('marketing', 'sales', 3),
    ];
    const functions = await apply(people);
    expect(functions.people.id[unitOf(functions, 'assistant').head]).toBe('marketing');
    expect(bossOf(functions, 'assistant')).toBe('top');
    expect(bossOf(functions, 'marketing-1')).toBe('marketing');
    // Who has the title of a head leads.
    const director = await apply(people.map((one) => ({ ...one, title: 'Director' })));
    expect(director.people.id[unitOf(director, 'assistant').head]).toBe('assistant');
  });

  it('is the department of its name where half of the people there have the skill', async () => {
    const functions = await apply([
      { id: 's', capability: 'sales', manager: 'top', department: 'sales' },
      { id: 's1', capability: 'sales', manager: 's', department: 'sales' },
      { id: 'd', capability: 'sales', manager: 'top', department: 'commerce' },
      ...ungraded('m', 2, 'marketing', 's').map((one) => ({ ...one, department: 'sales' })),
    ]);
    for (const id of ['s', 's1', 'd', 'm1', 'm2']) expect(unitOf(functions, id).id).toBe('sales');
    expect(functions.people.id[unitOf(functions, 's').head]).toBe('s');
  });

  it('keeps a head and team leads of another trade whose people stay', async () => {
    const people = [
      { id: 'works', capability: 'production', manager: 'top', department: 'operations' },
      ...['a', 'b', 'c', 'd'].flatMap((id) => [
        { id, capability: 'production', manager: 'works', department: 'operations' },
        ...ungraded(id, 6, 'operations', id),
      ]),
      ...led('support', 'top', 4),
      { id: 'field', capability: 'operations', manager: 'support', department: 'support' },
    ];
    const functions = await apply(people);
    expect(functions.people.id[unitOf(functions, 'a1').head]).toBe('works');
    expect(unitOf(functions, 'field').id).toBe('operations');
    for (const { id, manager } of people) if (id !== 'field') expect(bossOf(functions, id)).toBe(manager);
  });

  it('stays under an executive over several, whatever their trade; who is divided by function already changes nothing', async () => {
    const functions = ['marketing', 'sales', 'account-management'];
    for (const department of ['board', 'commerce', 'sales']) {
      const people = [
        { id: 'officer', title: 'Chief', capability: 'sales', manager: 'top', department },
        ...functions.flatMap((trade) => led(trade, 'officer', 3)),
        ...led('support', 'account-management', 4),
      ];
      const divided = await apply(people);
      for (const { id, manager, department: own } of people) {
        expect(bossOf(divided, id)).toBe(manager);
        expect(unitOf(divided, id).id).toBe(own);
      }
      // Somebody who moves takes no function from the officer.
      const moved = await apply([
        ...people,
        { id: 'm', capability: 'marketing', manager: 'support', department: 'support' },
      ]);
      for (const trade of functions) expect(bossOf(moved, trade)).toBe('officer');
      expect(unitOf(moved, 'm').id).toBe('marketing');
    }
  });

  it('keeps those who lead it side by side, each with a line to everybody', async () => {
    const heads = ['h1', 'h2'].map((id) => ({
      id,
      title: 'Co-Head',
      capability: 'sales',
      manager: 'top',
      department: 'sales',
    }));
    const sellers = ungraded('s', 6, 'sales', '').map(({ manager: _, ...one }) => ({
      ...one,
      managers: heads.map(({ id }) => ({ to: id, weight: 0.5 })),
    }));
    const { lines, people } = await apply([...heads, ...sellers, ...led('support', 'top', 4)]);
    const seat = people.id.indexOf('s1');
    const bosses = lines.boss.subarray(lines.start[seat], lines.start[seat + 1]);
    expect(Array.from(bosses, (boss) => people.id[boss])).toEqual(['h1', 'h2']);
  });

  it('takes the few who have a skill where most of them sit', async () => {
    const functions = await apply([
      ...led('sales', 'top', 3),
      ...led('marketing', 'top', 3),
      ...ungraded('s', 2, 'support', 'sales').map((one) => ({ ...one, department: 'sales' })),
      ...ungraded('m', 1, 'support', 'marketing').map((one) => ({ ...one, department: 'marketing' })),
    ]);
    for (const id of ['s1', 's2', 'm1']) expect(unitOf(functions, id).id).toBe('sales');
  });

  it('takes its department from those who outnumber it there, where most of the skill are in the one of its name', async () => {
    const functions = await apply([
      ...led('sales', 'top', 2),
      ...ungraded('m', 5, 'marketing', 'sales').map((one) => ({ ...one, department: 'sales' })),
      { id: 'b', capability: 'sales', manager: 'top', department: 'business' },
    ]);
    for (const id of ['sales', 'sales-1', 'b']) expect(unitOf(functions, id).id).toBe('sales');
    for (const id of ['m1', 'm5']) expect(unitOf(functions, id).id).toBe('function/marketing');
    expect(functions.people.id[unitOf(functions, 'b').head]).toBe('sales');
  });

  it('of an enabling skill is the department of whoever is the most senior in it and heads other services too', async () => {
    const seat = (id: string, capability: string, department: string, manager: string, level: number) => ({
      id,
      capability,
      department,
      manager,
      level,
    });
    const functions = await apply([
      seat('director', 'finance', 'services', 'top', 8),
      ...many('h', 4, 'human-resources', 'director').map((one) => ({ ...one, department: 'services' })),
      seat('customers', 'support', 'support', 'top', 8),
      ...many('s', 9, 'support', 'customers'),
      seat('billing', 'finance', 'billing', 'customers', 7),
      ...many('b', 9, 'finance', 'billing').map((one) => ({ ...one, department: 'billing' })),
    ]);
    for (const id of ['director', 'h1', 'billing', 'b1'])
      expect(unitOf(functions, id).id, id).toBe('services');
    expect(functions.people.id[unitOf(functions, 'b1').head]).toBe('director');
    expect(bossOf(functions, 'b1')).toBe('billing');
  });

  it('of an enabling skill is the department of its name, though more of its people sit elsewhere', async () => {
    const functions = await apply([
      ...led('finance', 'top', 2),
      { id: 'field', title: 'Zz', capability: 'none', manager: 'top', department: 'field' },
      ...ungraded('f', 6, 'finance', 'field').map((one) => ({ ...one, department: 'field' })),
    ]);
    expect(unitOf(functions, 'f1').id).toBe('finance');
    expect(functions.people.id[unitOf(functions, 'f1').head]).toBe('finance');
  });
});

describe('a function that takes in the people of another department', () => {
  const namesOf = async (here: string, there: string, others: number) => {
    const seats = (department: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${department}${at}`,
        title: at === 0 ? 'Head of Marketing' : 'Marketing Executive',
        department,
        manager: at === 0 ? 'top' : `${department}0`,
      }));
    const organisation = await organisationOf({
      version: 1,
      name: 'Merged',
      departments: [
        { id: 'one', name: here },
        { id: 'two', name: there },
      ],
      people: [{ id: 'top', title: 'Chief Executive Officer' }, ...seats('one', 6), ...seats('two', others)],
    });
    return designOf('functional')
      .apply(organisation)
      .organisation!.units.map(({ name }) => name);
  };

  it.each([
    ['Marketing DK', 'Marketing NO', 2],
    ['Nordic Marketing', 'Baltic Marketing', 2],
    ['Brand House', 'Studio', 5],
  ])('%s and %s, is called after the skill', async (here, there, others) => {
    expect(await namesOf(here, there, others)).toContain('Marketing');
  });

  it('keeps its name where few come from one that is called otherwise', async () => {
    expect(await namesOf('Brand House', 'Studio', 2)).toContain('Brand House');
  });
});
