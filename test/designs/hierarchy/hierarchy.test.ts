import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../../../src/designs/draft.ts';
import { hangUnit } from '../../../src/designs/hierarchy/hierarchy.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';

interface Person {
  readonly id: string;
  readonly manager?: string;
  readonly level?: number;
  readonly vacant?: boolean;
  readonly capability?: string;
}
interface Policy {
  readonly maximumSpan?: number;
  readonly maximumTeam?: number;
  readonly minimumTeam?: number;
  readonly maximumLayers?: number;
}

const company = (people: readonly Person[], policy: Policy = {}) =>
  organisationOf({ version: 1, name: 'Company', policy, people: [...people] });

/** Who is under whom after the people with these ids became one unit below a head: id to the boss's id, '' for the head. */
function hung(organisation: Organisation, ids: readonly string[], head: string): Map<string, string> {
  const draft = new Draft(organisation);
  const unit = draft.addUnit({ id: 'new', name: 'New' });
  const seats = ids.map((id) => organisation.people.id.indexOf(id)).sort((a, b) => a - b);
  for (const seat of seats) draft.unitOf[seat] = unit;
  hangUnit(draft, { unit, members: seats, head: organisation.people.id.indexOf(head), above: 1 });
  const inside = draft.unitOf.flatMap((at, seat) => (at === unit ? [seat] : []));
  return new Map(
    inside.map((seat) => [draft.idOf(seat), draft.boss[seat]! < 0 ? '' : draft.idOf(draft.boss[seat]!)]),
  );
}

const under = (lines: ReadonlyMap<string, string>, boss: string) =>
  [...lines].flatMap(([id, above]) => (above === boss ? [id] : [])).sort();

/** Reports of a manager: `team('a', 3)` gives a1, a2 and a3 who report to a. */
const team = (manager: string, count: number): Person[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${manager}${at + 1}`, manager }));

describe('inside a unit', () => {
  it('lines stay, and whoever lost the manager goes to the nearest one up the old lines', async () => {
    const organisation = await company([
      { id: 'top' },
      { id: 'a', manager: 'top' },
      { id: 'b', manager: 'a' },
      ...team('b', 5),
      { id: 'c', manager: 'a' },
      ...team('c', 5),
    ]);
    // c stays behind; a is the nearest above c's people, and b the head of another team of a's.
    const lines = hung(organisation, ['a', 'b', 'b1', 'b2', 'b3', 'b4', 'c1', 'c2'], 'a');
    expect(under(lines, 'b')).toEqual(['b1', 'b2', 'b3', 'b4']);
    expect(under(lines, 'a')).toEqual(['b', 'c1', 'c2']);
  });

  it('a colleague of the lost manager is nearer than a head from elsewhere', async () => {
    const organisation = await company([
      { id: 'top' },
      { id: 'x', manager: 'top' },
      { id: 'a', manager: 'top' },
      { id: 'b', manager: 'a' },
      ...team('b', 4),
      { id: 'c', manager: 'a' },
      ...team('c', 4),
    ]);
    const lines = hung(organisation, ['x', 'b', 'b1', 'b2', 'b3', 'c1'], 'x');
    expect(under(lines, 'b')).toEqual(['b1', 'b2', 'b3', 'c1']);
    expect(under(lines, 'x')).toEqual(['b']);
  });

  it('a team that is too small is filled up with those who have to be hung anyway, the nearest first', async () => {
    const organisation = await company([
      { id: 'top' },
      { id: 'x', manager: 'top' },
      { id: 'a', manager: 'x' },
      ...team('a', 3),
      { id: 'b', manager: 'x' },
      ...team('b', 3),
      { id: 'c', manager: 'top' },
      ...team('c', 3),
    ]);
    const lines = hung(organisation, ['x', 'a', 'a1', 'b1', 'b2', 'c1', 'c2', 'c3'], 'x');
    expect(under(lines, 'a')).toEqual(['a1', 'b1', 'b2']);
    expect(under(lines, 'x')).toEqual(['a', 'c1', 'c2', 'c3']);
  });

  it('a team is filled with people of its trade before others who are as near', async () => {
    const organisation = await company([
      { id: 'top' },
      { id: 'x', manager: 'top', capability: 'sales' },
      { id: 'a', manager: 'x', capability: 'support' },
      ...team('a', 3).map((person) => ({ ...person, capability: 'support' })),
      { id: 'b', manager: 'x' },
      ...team('b', 4).map((person, at) => ({ ...person, capability: at < 2 ? 'marketing' : 'support' })),
    ]);
    const lines = hung(organisation, ['x', 'a', 'a1', 'b1', 'b2', 'b3', 'b4'], 'x');
    expect(under(lines, 'a')).toEqual(['a1', 'b3', 'b4']);
    expect(under(lines, 'x')).toEqual(['a', 'b1', 'b2']);
  });

  it('a team is not filled with people of another trade, who stay under the head', async () => {
    const organisation = await company([
      { id: 'top' },
      { id: 'x', manager: 'top', capability: 'marketing' },
      { id: 'a', manager: 'x', capability: 'communications' },
      ...team('a', 3).map((person) => ({ ...person, capability: 'market-research' })),
      { id: 'b', manager: 'x', capability: 'account-management' },
      ...team('b', 4).map((person) => ({ ...person, capability: 'account-management' })),
    ]);
    const lines = hung(organisation, ['x', 'a', 'a1', 'b1', 'b2', 'b3'], 'x');
    expect(under(lines, 'a')).toEqual(['a1']);
    expect(under(lines, 'x')).toEqual(['a', 'b1', 'b2', 'b3']);
  });

  it('places under the head are first for those whose trade nobody below leads', async () => {
    const organisation = await company(
      [
        { id: 'top' },
        { id: 'x', manager: 'top', capability: 'sales' },
        { id: 'a', manager: 'x', capability: 'sales' },
        ...team('a', 3).map((person) => ({ ...person, capability: 'sales' })),
        { id: 'b', manager: 'top', capability: 'sales' },
        ...team('b', 3).map((person) => ({ ...person, capability: 'pre-sales' })),
        { id: 'c', manager: 'top', capability: 'support' },
        ...team('c', 3).map((person) => ({ ...person, capability: 'support' })),
      ],
      { maximumSpan: 5 },
    );
    const lines = hung(organisation, ['x', 'a', 'a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3'], 'x');
    // Two of three in pre-sales, a part of sales, have to go to the sales lead; nobody in support has to.
    expect(under(lines, 'x')).toEqual(expect.arrayContaining(['a', 'c1', 'c2', 'c3']));
    expect(under(lines, 'a')).toEqual(expect.arrayContaining(['a1', 'a2', 'a3']));
  });

  it('a lead comes under the head rather than under a lead of another trade, if need be with a team lead between', async () => {
    const sellers = team('x', 6).map((person) => ({ ...person, capability: 'sales' }));
    const organisation = await company(
      [
        { id: 'top' },
        { id: 'x', manager: 'top', capability: 'sales' },
        ...sellers,
        { id: 'e', manager: 'top', capability: 'product-development' },
        ...team('e', 3).map((person) => ({ ...person, capability: 'product-development' })),
        { id: 'd', manager: 'top', capability: 'operations' },
        ...team('d', 3).map((person) => ({ ...person, capability: 'operations' })),
      ],
      { maximumSpan: 7, minimumTeam: 3 },
    );
    const ids = organisation.people.id.filter((id) => id !== 'top');
    const lines = hung(organisation, ids, 'x');
    expect([lines.get('e'), lines.get('d')]).toEqual(['x', 'x']);
    const [lead, ...others] = [...lines.keys()].filter((id) => id.startsWith('lead/'));
    expect(others).toEqual([]);
    expect(lines.get(lead!)).toBe('x');
    expect(under(lines, lead!).every((id) => id.startsWith('x'))).toBe(true);
  });

  it('managers whom nobody has room for come under the head, and a team lead is opened for its own people, not above them', async () => {
    const plants = ['p', 'q', 'r'];
    const organisation = await company(
      [{ id: 'top' }, ...plants.flatMap((plant) => [{ id: plant, manager: 'top' }, ...team(plant, 14)])],
      { maximumSpan: 12, maximumTeam: 12, minimumTeam: 4 },
    );
    const ids = organisation.people.id.filter((id) => id !== 'top');
    const lines = hung(organisation, ids, 'p');
    expect([lines.get('q'), lines.get('r'), lines.get('q7')]).toEqual(['p', 'p', 'q']);
    const [lead, ...others] = [...lines.keys()].filter((id) => id.startsWith('lead/'));
    expect(others).toEqual([]);
    expect(under(lines, lead!).map((id) => id[0])).toEqual(['p', 'p', 'p', 'p']);
    // Fewer than today.
    expect(under(lines, 'p')).toHaveLength(13);
  });

  it('a manager of one lead gets no second lead who stands above them', async () => {
    // Second lines lead from q up to r: r, who is hung under the head anew, must not come under q, who would come under r.
    const organisation = await organisationOf({
      version: 1,
      name: 'Company',
      policy: { minimumTeam: 1 },
      people: [
        { id: 'top' },
        { id: 'h', manager: 'top' },
        { id: 'g', manager: 'top' },
        { id: 'r', manager: 'g' },
        {
          id: 'q',
          managers: [
            { to: 'g', weight: 0.6 },
            { to: 'r', weight: 0.4 },
          ],
        },
        ...team('q', 2),
        ...team('q1', 2),
        ...team('r', 2),
      ],
    });
    const lines = hung(organisation, ['h', 'r', 'q', 'q1', 'q11', 'q12', 'r1', 'r2'], 'h');
    expect([lines.get('q'), lines.get('r')]).toEqual(['r', 'h']);
    for (const id of lines.keys()) {
      let at = id;
      for (let steps = 0; at !== 'h' && steps <= lines.size; steps++) at = lines.get(at)!;
      expect(at).toBe('h');
    }
  });

  it('nobody comes under a manager of a lower level while another has room', async () => {
    const organisation = await company([
      { id: 'top', level: 9 },
      { id: 'x', manager: 'top', level: 5 },
      { id: 'a', manager: 'top', level: 2 },
      ...team('a', 4).map((person) => ({ ...person, level: 1 })),
      { id: 'b', manager: 'a', level: 4 },
    ]);
    const lines = hung(organisation, ['x', 'a', 'a1', 'a2', 'a3', 'b'], 'x');
    // A line of today stays even so.
    expect(lines.get('b')).toBe('a');
    const moved = await company([
      { id: 'top', level: 9 },
      { id: 'x', manager: 'top', level: 5 },
      { id: 'g', manager: 'top', level: 6 },
      { id: 'a', manager: 'g', level: 2 },
      ...team('a', 4).map((person) => ({ ...person, level: 1 })),
      { id: 'h', manager: 'g', level: 5 },
      { id: 'b', manager: 'h', level: 4 },
    ]);
    // a is nearer to b than x, but junior.
    expect(hung(moved, ['x', 'a', 'a1', 'a2', 'a3', 'b'], 'x').get('b')).toBe('x');
  });

  it('a second boss of today who is inside keeps the line', async () => {
    const organisation = await organisationOf({
      version: 1,
      name: 'Matrix',
      people: [
        { id: 'top' },
        { id: 'f', manager: 'top' },
        { id: 'g', manager: 'top' },
        ...['a', 'b', 'c', 'd'].map((id) => ({
          id,
          managers: [
            { to: 'f', weight: 0.5 },
            { to: 'g', weight: 0.5 },
          ],
        })),
        { id: 'x', manager: 'top' },
      ],
    });
    const lines = hung(organisation, ['x', 'g', 'a', 'b', 'c'], 'x');
    expect(under(lines, 'g')).toEqual(['a', 'b', 'c']);
  });

  it('lead seats are opened only where no manager has room, as few as hold everyone', async () => {
    const organisation = await company([{ id: 'top' }, { id: 'x', manager: 'top' }, ...team('top', 40)], {
      maximumSpan: 8,
      maximumTeam: 9,
    });
    const ids = Array.from({ length: 30 }, (_, at) => `top${at + 1}`);
    const lines = hung(organisation, ['x', ...ids], 'x');
    const leads = [...lines.keys()].filter((id) => id.startsWith('lead/'));
    // Eight places under the head: 22 more people, and each lead gives eight places for the one it takes.
    expect(leads.length).toBe(Math.ceil(22 / 7));
    for (const boss of ['x', ...leads]) expect(under(lines, boss).length, boss).toBeLessThanOrEqual(8);
    expect(lines.size).toBe(31 + leads.length);
  });

  it('leads lead leads where a head has not enough places, and 4,096 people need 585 managers in four levels', async () => {
    const people = [{ id: 'top' }, { id: 'x', manager: 'top' }, ...team('top', 4096)];
    const organisation = await company(people, { maximumSpan: 8, maximumTeam: 9, minimumTeam: 2 });
    const lines = hung(organisation, ['x', ...people.slice(2).map(({ id }) => id)], 'x');
    const managers = new Set(lines.values());
    managers.delete('');
    expect(managers.size).toBe(585);
    const depth = (id: string): number => (lines.get(id) === '' ? 0 : 1 + depth(lines.get(id)!));
    expect(Math.max(...[...lines.keys()].map(depth))).toBe(4);
    for (const boss of managers) expect(under(lines, boss).length).toBeLessThanOrEqual(8);
  });
});

/** A company as a list of bosses, and which of its people become one unit. */
const anyUnit = (people: number) =>
  fc
    .record({
      bosses: fc.array(fc.nat(1000), { minLength: 1, maxLength: people }),
      inside: fc.array(fc.boolean(), { minLength: people, maxLength: people }),
      head: fc.nat(1000),
      levels: fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), {
        minLength: people + 1,
        maxLength: people + 1,
      }),
    })
    .map(({ bosses, inside, head, levels }) => {
      const list: Person[] = [
        { id: 'p0' },
        ...bosses.map((boss, at) => ({
          id: `p${at + 1}`,
          manager: `p${boss % (at + 1)}`,
          ...(levels[at] === undefined ? {} : { level: levels[at] }),
        })),
      ];
      const chosen = list
        .slice(1)
        .filter((_, at) => inside[at])
        .map(({ id }) => id);
      const ids = chosen.length > 0 ? chosen : ['p1'];
      return { list, ids, head: ids[head % ids.length]! };
    });

/** The same people as equals, so that anyone may lead anyone. */
const asEquals = (list: readonly Person[]): Person[] => list.map((person) => ({ ...person, level: 1 }));

const bossOf = (list: readonly Person[]) => new Map(list.map(({ id, manager }) => [id, manager ?? '']));

/** Lines of today whose two ends are in the unit, but for the head's. */
const keptLines = (list: readonly Person[], ids: readonly string[], head: string) =>
  new Map([...bossOf(list)].filter(([id, boss]) => id !== head && ids.includes(id) && ids.includes(boss)));

describe('any unit', () => {
  it('is one tree below its head; new lines keep to the span, and nobody else loses a line than makes place', async () => {
    await fc.assert(
      fc.asyncProperty(anyUnit(40), fc.integer({ min: 2, max: 6 }), async ({ list, ids, head }, span) => {
        const organisation = await company(list, { maximumSpan: span, minimumTeam: 1 });
        const lines = hung(organisation, ids, head);
        expect([...lines].filter(([, boss]) => boss === '').map(([id]) => id)).toEqual([head]);
        for (const id of lines.keys()) {
          let at = id;
          for (let steps = 0; at !== head && steps <= lines.size; steps++) at = lines.get(at)!;
          expect(at).toBe(head);
        }
        const kept = keptLines(list, ids, head);
        const broken = [...kept].filter(([id, boss]) => lines.get(id) !== boss).map(([id]) => id);
        for (const boss of new Set(lines.values())) {
          if (boss === '') continue;
          const before = [...kept.values()].filter((one) => one === boss).length;
          const reports = under(lines, boss);
          // Lines that stay may be more; then no new one is added.
          expect(reports.length, boss).toBeLessThanOrEqual(Math.max(span, before));
          if (before > span && boss !== head) expect(reports.every((id) => kept.get(id) === boss)).toBe(true);
        }
        // Only people under the head make place, and no more of them than there are leads and leaders in theirs.
        for (const id of broken) expect(kept.get(id)).toBe(head);
        const leads = [...lines.keys()].filter((id) => id.startsWith('lead/'));
        const bosses = new Set(list.map(({ manager }) => manager));
        const leaders = under(lines, head).filter((id) => bosses.has(id) && !kept.has(id));
        expect(broken.length).toBeLessThanOrEqual(leads.length + leaders.length);
      }),
      { numRuns: runs(300) },
    );
  });

  it('has as few new lead seats and new managers for people as any other way of hanging it', async () => {
    await fc.assert(
      fc.asyncProperty(anyUnit(6), async ({ list, ids, head }) => {
        const organisation = await company(asEquals(list), { maximumSpan: 2, minimumTeam: 1 });
        const lines = hung(organisation, ids, head);
        const kept = keptLines(list, ids, head);
        const leads = [...lines.keys()].filter((id) => id.startsWith('lead/')).length;
        const changed = ids.filter((id) => id !== head && kept.get(id) !== lines.get(id)).length;
        const below = [...kept.values()].filter((id) => lines.get(id)!.startsWith('lead/'));
        expect({ leads, below: new Set(below).size, changed }).toEqual(fewest(list, ids, head, 2));
      }),
      { numRuns: runs(300) },
    );
  });

  it('never gives people other teams than the policy’s smallest, where those who are hung anew are enough', async () => {
    await fc.assert(
      fc.asyncProperty(anyUnit(40), async ({ list, ids, head }) => {
        const plain = { maximumSpan: 8, maximumTeam: 9 };
        const [with4, without] = await Promise.all(
          [4, 1].map(async (minimumTeam) =>
            hung(await company(asEquals(list), { ...plain, minimumTeam }), ids, head),
          ),
        );
        const kept = keptLines(list, ids, head);
        // Filling teams costs nobody a line, and no seat.
        const changed = (lines: ReadonlyMap<string, string>) =>
          ids.filter((id) => id !== head && kept.get(id) !== lines.get(id)).length;
        const leads = (lines: ReadonlyMap<string, string>) => lines.size - ids.length;
        expect(leads(with4!)).toBe(leads(without!));
        if (leads(with4!) === 0) expect(changed(with4!)).toBe(changed(without!));
        const bosses = new Set([...with4!.values()].filter((id) => id !== '' && id !== head));
        for (const boss of bosses) {
          const reports = under(with4!, boss);
          const isNew = reports.every((id) => kept.get(id) !== boss && under(with4!, id).length === 0);
          const room = 8 - under(with4!, head).length;
          if (isNew && reports.length < 3 && !boss.startsWith('lead/'))
            expect(reports.length, 'a small new team goes to the head if there is room').toBeGreaterThan(
              room,
            );
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

/**
 * Fewest new lead seats, for these fewest managers with a team below one, and for these fewest people whose line does not
 * stay, found by trying every boss for everyone. Who led nobody leads nobody; nobody gets more than `span` reports who has
 * not as many by lines that stay.
 */
function fewest(list: readonly Person[], ids: readonly string[], head: string, span: number) {
  const kept = keptLines(list, ids, head);
  const led = new Set(list.map(({ manager }) => manager));
  const managers = [head, ...ids.filter((id) => id !== head && led.has(id))];
  const staying = (boss: string) => [...kept.values()].filter((one) => one === boss).length;
  for (let leads = 0; ; leads++) {
    const seats = Array.from({ length: leads }, (_, at) => `lead${at}`);
    const bosses = [...managers, ...seats];
    const hang = [...ids.filter((id) => id !== head), ...seats];
    const lines = new Map<string, string>();
    const count = new Map<string, number>();
    let best = Number.POSITIVE_INFINITY;
    // A manager below a lead outweighs any number of lines.
    const outweighs = ids.length + 1;
    const keepsTeam = (id: string) => [...kept.values()].includes(id);
    const search = (at: number, cost: number) => {
      if (cost >= best) return;
      const id = hang[at];
      if (id === undefined) {
        best = cost;
        return;
      }
      for (const boss of bosses) {
        let above: string | undefined = boss;
        while (above !== undefined && above !== id && above !== head) above = lines.get(above);
        // Not below themselves; who is not hung yet will be checked then.
        if (above === id) continue;
        const reports = (count.get(boss) ?? 0) + 1;
        if (reports > Math.max(span, staying(boss))) continue;
        lines.set(id, boss);
        count.set(boss, reports);
        const line = seats.includes(id) || kept.get(id) === boss ? 0 : 1;
        const below = seats.includes(boss) && keepsTeam(id) ? outweighs : 0;
        search(at + 1, cost + line + below);
        lines.delete(id);
        count.set(boss, reports - 1);
      }
    };
    search(0, 0);
    if (best < Number.POSITIVE_INFINITY)
      return { leads, below: Math.floor(best / outweighs), changed: best % outweighs };
  }
}
