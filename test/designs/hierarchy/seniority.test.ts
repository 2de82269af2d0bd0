import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bySeniority, mostSenior, standingsOf } from '../../../src/designs/hierarchy/seniority.ts';
import { titleRank } from '../../../src/designs/hierarchy/title-rank.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { anyOrganisation, organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';

const company = (people: readonly object[]) =>
  organisationOf({ version: 1, name: 'Company', people: [{ id: 'top', level: 9 }, ...people] });

/** Ids of some people in the order in which they are chosen to lead. */
async function order(people: readonly object[], ids: readonly string[], of: readonly string[] = ids) {
  const organisation = await company(people);
  const seats = (list: readonly string[]) => list.map((id) => organisation.people.id.indexOf(id));
  return bySeniority(organisation, seats(ids), seats(of)).map((seat) => organisation.people.id[seat]);
}

describe('who is chosen to lead', () => {
  it('has the highest level, though somebody else leads more people', async () => {
    const people = [
      { id: 'a', manager: 'top', level: 4 },
      { id: 'b', manager: 'top', level: 5 },
      { id: 'a1', manager: 'a', level: 1 },
      { id: 'a2', manager: 'a', level: 1 },
    ];
    expect(await order(people, ['a', 'b', 'a1', 'a2'])).toEqual(['b', 'a', 'a1', 'a2']);
  });

  it('is at the same level the one to whom most of these people report directly', async () => {
    const people = [
      { id: 'a', manager: 'top', level: 4 },
      { id: 'b', manager: 'top', level: 4 },
      ...['a1', 'a2', 'a3'].map((id) => ({ id, manager: 'a', level: 1 })),
      ...['b1', 'b2'].map((id) => ({ id, manager: 'b', level: 1 })),
    ];
    expect((await order(people, ['a', 'b'], ['a1', 'b1', 'b2']))[0]).toBe('b');
    expect((await order(people, ['a', 'b'], ['a1', 'a2', 'b1', 'b2']))[0]).toBe('a');
    expect((await order(people, ['a', 'b'], ['a1', 'a2', 'a3', 'b1', 'b2']))[0]).toBe('a');
  });

  it('is never somebody whose own boss of the same level could be chosen, and counts people through others', async () => {
    const people = [
      { id: 'z', manager: 'top' },
      { id: 'a', manager: 'z' },
      { id: 'c', manager: 'top' },
      ...['a1', 'a2', 'a3'].map((id) => ({ id, manager: 'a' })),
      { id: 'c1', manager: 'c' },
      { id: 'b', manager: 'top' },
      { id: 'b1', manager: 'b' },
      { id: 'b11', manager: 'b1' },
    ];
    const ids = ['a', 'a1', 'a2', 'a3', 'b', 'b1', 'b11', 'c', 'c1', 'z'];
    // z, b and c have one direct report each; below them are 4, 2 and 1.
    expect((await order(people, ids)).slice(0, 3)).toEqual(['z', 'b', 'c']);
  });

  it('is the same where the scale counts from the top, and is nobody by grade where it runs both ways', async () => {
    const people = (level: (grade: number) => number) => [
      { id: 'top', level: level(9) },
      { id: 'a', manager: 'top', level: level(4) },
      { id: 'b', manager: 'top', level: level(5) },
      ...Array.from({ length: 20 }, (_, at) => ({ id: `a${at}`, manager: 'a', level: level(1) })),
    ];
    const chosen = async (level: (grade: number) => number) => {
      const organisation = await organisationOf({ version: 1, name: 'Company', people: people(level) });
      const { id } = organisation.people;
      const seats = ['a', 'b', 'a1'].map((one) => id.indexOf(one));
      return bySeniority(organisation, seats).map((seat) => id[seat]);
    };
    expect(await chosen((grade) => 10 - grade)).toEqual(['b', 'a', 'a1']);
    expect(await chosen((grade) => grade)).toEqual(['b', 'a', 'a1']);
    // Of 32 steps 22 go down and ten up: the distance to the top counts.
    const contrary = Array.from({ length: 10 }, (_, at) => ({ id: `x${at}`, manager: 'a', level: 0 }));
    const organisation = await organisationOf({
      version: 1,
      name: 'Company',
      people: [...people((grade) => 10 - grade), ...contrary],
    });
    expect(standingsOf(organisation)).toEqual(
      new Float64Array(treeOf(organisation).depth).map((steps) => -steps),
    );
  });

  it('is, where four fifths have a grade, ranked with the most senior below them if they have none', async () => {
    const people = [
      { id: 'director', manager: 'top' },
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, manager: 'director', level: 1 })),
      { id: 'lead', manager: 'director', level: 4 },
      { id: 'expert', manager: 'top', level: 3 },
      { id: 'helper', manager: 'top' },
    ];
    const organisation = await company(people);
    expect(Array.from(standingsOf(organisation))).toEqual(
      organisation.people.id.map(
        (id) => ({ director: 4, lead: 4, expert: 3, top: Infinity, helper: -Infinity })[id] ?? 1,
      ),
    );
    expect(await order(people, ['helper', 'expert', 'lead', 'director'])).toEqual([
      'director',
      'lead',
      'expert',
      'helper',
    ]);
  });

  it('stands nearest to the top of today’s chart where fewer have a grade, whatever title or grade the others have', async () => {
    const people = [
      { id: 'a', manager: 'top', title: 'Sales Clerk' },
      { id: 'b', manager: 'a', title: 'Sales Director', level: 8 },
      { id: 'c', manager: 'b' },
    ];
    expect(await order(people, ['c', 'b', 'a'])).toEqual(['a', 'b', 'c']);
  });

  it('is of equals first of the trade asked for, then by title, then by pay, then by people', async () => {
    const equals = [
      { id: 'a', capability: 'sales', title: 'Sales Director' },
      { id: 'b', capability: 'marketing', title: 'Marketing Manager' },
      { id: 'c', capability: 'marketing', title: 'Marketing Director', costPerYear: 90_000 },
      { id: 'd', capability: 'marketing', title: 'Marketing Director', costPerYear: 80_000 },
      { id: 'e', capability: 'marketing', title: 'Marketing Director', costPerYear: 80_000 },
    ].map((one) => ({ ...one, manager: 'top', level: 5 }));
    const organisation = await company([...equals, { id: 'e1', manager: 'e', level: 1 }]);
    const seats = equals.map(({ id }) => organisation.people.id.indexOf(id));
    const marketing = organisation.capabilities.findIndex(({ id }) => id === 'marketing');
    const all = [...organisation.people.id.keys()];
    expect(
      bySeniority(organisation, seats, all, [marketing]).map((seat) => organisation.people.id[seat]),
    ).toEqual(['c', 'e', 'd', 'b', 'a']);
  });

  it('is of equals a person before an open seat, but not before the open seat that they report to', async () => {
    const people = [
      { id: 'open', manager: 'top', level: 4, vacant: true },
      { id: 'a', manager: 'top', level: 4 },
      { id: 'own', manager: 'open', level: 4 },
      { id: 'higher', manager: 'top', level: 5, vacant: true },
    ];
    expect(await order(people, ['open', 'a', 'higher'])).toEqual(['higher', 'a', 'open']);
    expect(await order(people, ['own', 'open'])).toEqual(['open', 'own']);
  });

  it('is of equals none who is a contractor where others are, however well paid', async () => {
    const equals = [
      { id: 'a', manager: 'top', level: 3, workerType: 'contractor', costPerYear: 90_000 },
      { id: 'b', manager: 'top', level: 3, workerType: 'employee', costPerYear: 50_000 },
      { id: 'c', manager: 'top', level: 4, workerType: 'contractor' },
    ];
    expect(await order(equals, ['a', 'b', 'c'])).toEqual(['c', 'b', 'a']);
  });

  it('counts of the equals who could be chosen those above, then the people directly below, then all below, as one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ near: fc.nat(5), level: fc.integer({ min: 1, max: 2 }), chosen: fc.boolean() }),
          {
            minLength: 2,
            maxLength: 30,
          },
        ),
        async (people) => {
          const idOf = (at: number) => `p${at + 10}`;
          const organisation = await company(
            people.map(({ near, level }, at) => ({
              id: idOf(at),
              level,
              manager: at > near ? idOf(at - 1 - near) : 'top',
            })),
          );
          const { boss } = treeOf(organisation);
          const standing = standingsOf(organisation);
          const seats = [...organisation.people.id.keys()].filter((seat) => people[seat - 1]?.chosen);
          const lineOf = (seat: number): number[] => (seat < 0 ? [] : [seat, ...lineOf(boss[seat]!)]);
          const counts = (seat: number) => {
            const above = lineOf(boss[seat]!);
            return [
              -standing[seat]!,
              above.filter((one) => seats.includes(one) && standing[one] === standing[seat]).length,
              -seats.filter((one) => boss[one] === seat).length,
              -seats.filter((one) => lineOf(boss[one]!).includes(seat)).length,
              seat,
            ];
          };
          const known = new Map(seats.map((seat) => [seat, counts(seat)]));
          const byCounts = [...seats].sort(
            (a, b) =>
              known
                .get(a)!
                .map((own, at) => own - known.get(b)![at]!)
                .find((less) => less !== 0) ?? 0,
          );
          expect(bySeniority(organisation, seats)).toEqual(byCounts);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('is the manager to whom those nearer to the top leave it, and no equal of that one who leads nobody', async () => {
    const organisation = await company([
      { id: 'assistant', manager: 'top' },
      { id: 'desk', manager: 'top' },
      { id: 'lead', manager: 'desk' },
      { id: 'equal', manager: 'desk', costPerYear: 900_000 },
      { id: 'report', manager: 'lead' },
    ]);
    const seats = ['assistant', 'lead', 'equal', 'report'].map((id) => organisation.people.id.indexOf(id));
    expect(organisation.people.id[mostSenior(organisation, seats)]).toBe('lead');
  });

  it('is the same whether everyone is put in order or only the first is looked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyOrganisation,
        fc.array(fc.boolean(), { minLength: 60 }),
        async (content, chosen) => {
          const organisation = await organisationOf(content);
          const seats = [...organisation.people.id.keys()].filter((seat) => chosen[seat]);
          const ordered = bySeniority(organisation, seats);
          expect(mostSenior(organisation, seats)).toBe(ordered[0] ?? -1);
          expect([...ordered].sort((a, b) => a - b)).toEqual(seats);
          expect(bySeniority(organisation, [...seats].reverse())).toEqual(ordered);
          const { boss } = treeOf(organisation);
          const standing = standingsOf(organisation);
          ordered.forEach((seat, at) => {
            const later = ordered.slice(at + 1);
            for (const other of later) expect(standing[other]! > standing[seat]!).toBe(false);
            // No own boss of the same level comes later.
            if (later.includes(boss[seat]!)) expect(standing[boss[seat]!]).not.toBe(standing[seat]);
          });
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

it.each([
  ['Deputy Sales Director', 'Sales Director'],
  ['Vice Sales Director', 'Sales Director'],
  ['Stellvertretender Vertriebsleiter', 'Vertriebsleiter'],
  ['Directrice commerciale adjointe', 'Directrice commerciale'],
  ['Assistant Vice President', 'Vice President'],
  ['Assistant to the Sales Director', 'Team Lead'],
  ['Assistentin der Geschäftsführung', 'Team Lead'],
])('a %s ranks below a %s', (deputy, rank) => {
  expect(titleRank(deputy)).toBeLessThan(titleRank(rank));
});
