import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../../../src/designs/draft.ts';
import type { RebuiltUnit } from '../../../src/designs/hierarchy/hierarchy.ts';
import { settle } from '../../../src/designs/hierarchy/settle.ts';
import { mostReports } from '../../../src/designs/hierarchy/unit-chart.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { reportsOf, treeOf } from '../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';

interface Person {
  readonly id: string;
  readonly manager?: string;
  readonly capability?: string;
  readonly department?: string;
  readonly level?: number;
}

const team = (manager: string, count: number, more: Partial<Person> = {}): Person[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${manager}-${at + 1}`, manager, ...more }));

const company = (people: readonly Person[], policy: object = {}) =>
  organisationOf({ version: 1, name: 'Company', policy, people: [...people] });

/** Who is under whom when these people left for a unit of their own, under the first of them. */
function settled(organisation: Organisation, gone: readonly string[]): ReadonlyMap<string, string> {
  const draft = new Draft(organisation);
  const rebuilt: RebuiltUnit[] = [];
  if (gone.length > 0) {
    const unit = draft.addUnit({ id: 'new', name: 'New' });
    const members = gone.map((id) => organisation.people.id.indexOf(id)).sort((a, b) => a - b);
    for (const seat of members) draft.unitOf[seat] = unit;
    rebuilt.push({
      unit,
      members,
      head: organisation.people.id.indexOf(gone[0]!),
      reportsTo: treeOf(organisation).roots[0]!,
    });
  }
  settle(draft, rebuilt);
  return new Map(
    draft.boss.map((boss, seat) => [draft.idOf(seat), boss < 0 ? '' : draft.idOf(boss)] as const),
  );
}

const under = (lines: ReadonlyMap<string, string>, boss: string) =>
  [...lines].flatMap(([id, above]) => (above === boss ? [id] : []));

const leadsIn = (lines: ReadonlyMap<string, string>) =>
  [...lines.keys()].filter((id) => id.startsWith('lead/'));

it('who led beside the top and leads nobody now answers to the top, and who leads on does not', async () => {
  const people = [
    { id: 'top' },
    ...team('top', 4),
    { id: 'second' },
    ...team('second', 2),
    { id: 'third' },
    ...team('third', 2),
  ];
  const lines = settled(await company(people), ['top-1', 'second-1', 'second-2']);
  expect(lines.get('second')).toBe('top');
  expect(lines.get('third')).toBe('');
  expect(settled(await company(people), []).get('second')).toBe('');
  // Tops of one department lead the company side by side, and go on so.
  const joint = people.map((one) =>
    one.id === 'top' || one.id === 'second' ? { ...one, department: 'board' } : one,
  );
  expect(settled(await company(joint), ['top-1', 'second-1', 'second-2']).get('second')).toBe('');
});

describe('what is left of a subsidiary whose managing director went', () => {
  const subsidiary = async (plants: readonly string[], finance: object = {}) => {
    const organisation = await organisationOf({
      version: 1,
      name: 'Gruppe',
      departments: [
        { id: 'holding' },
        { id: 'ventile', name: 'Ventile' },
        ...plants.map((id) => ({ id, name: id, parent: 'ventile' })),
      ].map((unit) => ({ name: unit.id, ...unit })),
      people: [
        { id: 'top', title: 'Konzernchef', department: 'holding' },
        { id: 'gf', title: 'Geschäftsführer', department: 'ventile', manager: 'top' },
        { id: 'fin', title: 'Finance Manager', department: 'ventile', manager: 'gf', ...finance },
        ...plants.flatMap((id) => [
          { id: `${id}-head`, title: 'Werksleiter', department: id, manager: 'gf' },
          ...team(`${id}-head`, 5, { department: id }),
        ]),
      ],
    });
    return settled(organisation, ['gf']);
  };

  it('is led by who leads its plant, not by somebody beside who led nobody', async () => {
    const lines = await subsidiary(['werk']);
    expect([lines.get('werk-head'), lines.get('fin')]).toEqual(['top', 'werk-head']);
    expect(under(lines, 'werk-head')).toHaveLength(6);
  });

  it('puts neither of two plants under the other, nor under somebody who led nobody', async () => {
    const lines = await subsidiary(['werk', 'lager']);
    expect(['werk-head', 'lager-head', 'fin'].map((id) => lines.get(id))).toEqual(['top', 'top', 'top']);
  });

  it('is led by a director beside them, who goes before', async () => {
    const lines = await subsidiary(['werk', 'lager'], { title: 'Finance Director' });
    expect(['werk-head', 'lager-head', 'fin'].map((id) => lines.get(id))).toEqual(['fin', 'fin', 'top']);
  });
});

describe('people without a department whose manager left', () => {
  it('go up the old lines, as long as there is room', async () => {
    const organisation = await company([{ id: 'top' }, { id: 'a', manager: 'top' }, ...team('a', 5)]);
    const lines = settled(organisation, ['a']);
    expect(under(lines, 'top')).toEqual(['a', 'a-1', 'a-2', 'a-3', 'a-4', 'a-5']);
  });

  it('stay together under as few leads as hold them', async () => {
    const heads = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const organisation = await company([
      { id: 'top' },
      ...heads.flatMap((id) => [{ id, manager: 'top' }, ...team(id, 5)]),
    ]);
    const lines = settled(organisation, heads);
    // A team has 11 reports at most: two of the old ones each, beside the head of the new unit.
    expect(under(lines, 'top').length).toBe(1 + 4);
    expect(leadsIn(lines).map((lead) => under(lines, lead).length)).toEqual([10, 10, 10, 10]);
    for (const id of heads) expect(new Set([1, 2, 3, 4, 5].map((n) => lines.get(`${id}-${n}`))).size).toBe(1);
  });

  it('go to a colleague of their manager who leads their trade and has room, before a seat is opened', async () => {
    const organisation = await company(
      [
        { id: 'top' },
        { id: 'a', manager: 'top', capability: 'sales' },
        ...team('a', 4, { capability: 'production' }),
        { id: 'm', manager: 'top', capability: 'finance' },
        ...team('m', 1, { capability: 'finance' }),
        { id: 'n', manager: 'top', capability: 'production' },
        ...team('n', 1, { capability: 'production' }),
      ],
      { maximumSpan: 5 },
    );
    const lines = settled(organisation, ['a']);
    expect(under(lines, 'n').sort()).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'n-1']);
    expect(leadsIn(lines)).toEqual([]);
  });

  it('get leads who lead leads where the top has not enough places', async () => {
    const heads = Array.from({ length: 12 }, (_, at) => `h${String(at).padStart(2, '0')}`);
    const organisation = await company(
      [
        { id: 'top' },
        { id: 'x', manager: 'top' },
        ...heads.flatMap((id) => [{ id, manager: 'x' }, ...team(id, 4)]),
      ],
      { maximumSpan: 4 },
    );
    const lines = settled(organisation, [...heads, 'x']);
    expect(under(lines, 'top').length).toBeLessThanOrEqual(4);
    for (const lead of leadsIn(lines)) expect(under(lines, lead).length).toBeLessThanOrEqual(4);
  });

  it('never make anybody’s span larger than the policy or than it is today, and stay with their colleagues', async () => {
    const people = 60;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(1000), { minLength: 3, maxLength: people }),
        fc.array(fc.boolean(), { minLength: people, maxLength: people }),
        fc.array(fc.constantFrom(undefined, 'works', 'office'), { minLength: people, maxLength: people }),
        fc.boolean(),
        fc.integer({ min: 2, max: 6 }),
        async (bosses, leaves, departments, hasDepartments, span) => {
          const list: Person[] = [
            { id: 'p0' },
            ...bosses.map((boss, at) => {
              const department = hasDepartments ? departments[at] : undefined;
              return {
                id: `p${at + 1}`,
                manager: `p${boss % (Math.min(at, 8) + 1)}`,
                ...(department === undefined ? {} : { department }),
              };
            }),
          ];
          const organisation = await company(list, { maximumSpan: span, minimumTeam: 1 });
          const { people: seats } = organisation;
          const tree = treeOf(organisation);
          const gone = list.slice(1).flatMap(({ id }, at) => (leaves[at] ? [id] : []));
          const lines = settled(organisation, gone);
          for (const id of lines.keys()) {
            let at = id;
            for (let steps = 0; at !== 'p0' && steps <= lines.size; steps++) at = lines.get(at)!;
            expect(at).toBe('p0');
          }
          const size = mostReports(organisation.policy);
          for (const boss of new Set(lines.values())) {
            if (boss === '' || gone.includes(boss)) continue;
            const today = seats.id.includes(boss) ? reportsOf(tree, seats.id.indexOf(boss)) : 0;
            // The head of the new unit is put under the top whatever room there is.
            const head = under(lines, boss).includes(gone[0] ?? '') ? 1 : 0;
            expect(under(lines, boss).length, boss).toBeLessThanOrEqual(Math.max(size, today) + head);
          }
          if (hasDepartments) return;
          for (const id of gone) {
            const left = list.filter(({ id: one, manager }) => manager === id && !gone.includes(one));
            if (left.length > 0 && left.length <= size)
              expect(new Set(left.map(({ id: one }) => lines.get(one))).size, id).toBe(1);
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('the only report of a head', () => {
  const effort = { sales: 200, marketing: 200, support: 200, 'account-management': 200 };
  const people = (others: number): object[] => [
    { id: 'top', title: 'Chief Executive Officer', level: 9 },
    { id: 'a', capability: 'sales', manager: 'top', level: 3, serves: ['c1'] },
    // Of a higher grade, and so the heads.
    ...['x', 'y'].map((id, at) => ({
      id,
      capability: 'sales',
      title: 'Sales Director',
      manager: 'top',
      level: 4,
      serves: [`c${at + 1}`],
    })),
    ...['marketing', 'support', 'account-management'].map((capability) => ({
      id: `a-${capability}`,
      capability,
      manager: 'a',
      level: 2,
      serves: ['c1'],
    })),
    ...['sales', 'marketing', 'support', 'account-management'].flatMap((capability) =>
      Array.from({ length: others }, (_, at) => ({
        id: `b-${capability}-${at}`,
        capability,
        manager: 'top',
        level: 1,
        serves: ['c2'],
      })),
    ),
  ];

  it('does not stand between a new head and a few people', async () => {
    const { organisation } = designOf('cluster').apply(
      await organisationOf({
        version: 1,
        name: 'Company',
        policy: { centreSize: 0 },
        people: people(1),
        customers: ['c1', 'c2'].map((id, at) => ({
          id,
          effort,
          attributes: { group: at === 0 ? 'north' : 'south' },
        })),
      }),
    );
    const tree = treeOf(organisation!);
    const index = (id: string) => organisation!.people.id.indexOf(id);
    expect(reportsOf(tree, index('x'))).toBe(4);
    expect(reportsOf(tree, index('a'))).toBe(0);
  });

  it('keeps the team where the line to the head is of today, or the head could not lead all of them', async () => {
    const chart = async (manager: string, span: number) => {
      const organisation = await company(
        [{ id: 'top' }, { id: 'h', manager: 'top' }, { id: 'a', manager }, ...team('a', 3)],
        { maximumSpan: span, minimumTeam: 1 },
      );
      return settled(organisation, ['h', 'a', 'a-1', 'a-2', 'a-3']);
    };
    expect(under(await chart('h', 8), 'h')).toEqual(['a']);
    expect(under(await chart('top', 3), 'h')).toEqual(['a']);
    expect(under(await chart('top', 4), 'h')).toEqual(['a', 'a-1', 'a-2', 'a-3']);
  });
});

it('a further job goes on where its unit goes with its manager, else it becomes part of the first one, and that is said', async () => {
  const trades = ['marketing', 'sales', 'account-management', 'support', 'finance'];
  const job = (id: string, own: string, other: string) => ({
    id,
    department: own,
    capability: own,
    managers: [
      { to: own, weight: 0.6 },
      { to: other, weight: 0.4, job: other },
    ],
  });
  const before = await organisationOf({
    version: 1,
    name: 'Company',
    departments: ['board', ...trades].map((id) => ({ id })),
    people: [
      { id: 'top', department: 'board' },
      ...trades.flatMap((trade) => [
        { id: trade, manager: 'top', department: trade, capability: trade },
        ...team(trade, 9, { department: trade, capability: trade }),
      ]),
      job('served', 'sales', 'support'),
      job('within', 'finance', 'sales'),
      job('beside', 'support', 'finance'),
    ],
    customers: ['a', 'b'].flatMap((industry) =>
      [1, 2, 3].map((n) => ({
        id: `${industry}${n}`,
        attributes: { industry },
        owner: `account-management-${n}`,
      })),
    ),
  });
  const jobsIn = (id: 'lifecycle' | 'cluster' | 'matrix') => {
    const { organisation, explanation } = designOf(id).apply(before);
    const { people, lines, units, unitOf } = organisation!;
    return ['served', 'within', 'beside'].map((one) => {
      const seat = people.id.indexOf(one);
      const said = explanation.some(
        (text) => text.includes('first one, with its hours') && text.includes(one),
      );
      for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
        const unit = lines.job?.[k] ?? -1;
        if (unit < 0) continue;
        expect([said, lines.weight[k], lines.weight[lines.start[seat]!]]).toEqual([false, 0.4, 0.6]);
        expect([unit, unitOf[lines.boss[k]!]]).toEqual([unit, unit]);
        expect(unit).not.toBe(unitOf[seat]);
        return units[unit]!.id;
      }
      return said ? 'first' : 'lost';
    });
  };
  expect(jobsIn('lifecycle')).toEqual(['phase/retain', 'phase/acquire', 'finance']);
  expect(jobsIn('cluster')).toEqual(['first', 'first', 'finance']);
  // Finance has no groups, so that `within` has one boss; whether sales needs `served` for a group is nothing to this.
  expect(jobsIn('matrix').slice(1)).toEqual(['sales', 'first']);
});
