import { describe, expect, it } from 'vitest';
import { consequences } from '../../src/designs/consequences.ts';
import { Draft } from '../../src/designs/draft.ts';
import { questionsOf } from '../../src/documents/answer/questions.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { viewOf } from '../../src/model/view.ts';
import { designOf, example, figureOf, organisationOf } from '../support/organisations.ts';

/** The same people, each at the same place, with other lines: id to the id of the one boss. */
async function changed(before: Organisation, bosses: Readonly<Record<string, string>>) {
  const draft = new Draft(before);
  for (const [id, boss] of Object.entries(bosses))
    draft.boss[before.people.id.indexOf(id)] = before.people.id.indexOf(boss);
  return draft.finish();
}

const company = () =>
  organisationOf({
    version: 1,
    name: 'Before',
    people: [
      { id: 'top', level: 9 },
      { id: 'a', level: 5, manager: 'top' },
      { id: 'b', level: 4, manager: 'top' },
      { id: 'c', level: 3, manager: 'top' },
      { id: 'a1', level: 2, manager: 'a' },
      { id: 'b1', level: 4, manager: 'b' },
      {
        id: 'b2',
        level: 1,
        managers: [
          { to: 'b', weight: 0.7 },
          { to: 'c', weight: 0.3 },
        ],
      },
    ],
  });

describe('consequences for people', () => {
  it('are none where nothing changes', async () => {
    const before = await company();
    expect(consequences(before, before)).toEqual([]);
  });

  it('name managers who lead nobody any more by seniority, ended second lines, and people under a lower level', async () => {
    const before = await company();
    const after = await changed(before, { a1: 'c', b1: 'c', b2: 'c' });
    expect(consequences(before, after)).toEqual([
      '2 managers of today lead nobody any more: a and b; no new lead seat is open.',
      '1 person gets a manager of a lower level: b1 under c.',
    ]);
    const other = await changed(before, { b2: 'a' });
    expect(consequences(before, other)).toEqual([
      '1 person who leads others by second lines only loses them: c.',
      '1 second line ends: b2 to c.',
    ]);
  });

  it('name those who lead nobody today and come to lead others, below departments too', async () => {
    const before = await organisationOf({
      version: 1,
      name: 'Verkauf',
      departments: ['sales', 'dach', 'asia'].map((id) => ({ id, name: `Sales ${id}` })),
      people: [
        { id: 'top', title: 'Geschäftsführerin' },
        { id: 'boss', title: 'Verkaufsleiter', department: 'sales', manager: 'top' },
        ...['dach', 'asia'].flatMap((department) =>
          [1, 2].map((at) => ({
            id: `${department}${at}`,
            title: 'Anwendungstechniker',
            department,
            manager: 'boss',
          })),
        ),
        {
          id: 'c',
          department: 'sales',
          managers: [
            { to: 'boss', weight: 0.7 },
            { to: 'asia1', weight: 0.3 },
          ],
        },
      ],
    });
    const after = await changed(before, { dach2: 'dach1', asia2: 'asia1' });
    // Who leads somebody by a second line leads already.
    expect(consequences(before, after)[0]).toBe(
      '1 person who leads nobody today comes to lead others: dach1 (Anwendungstechniker, Sales dach).',
    );
  });

  it('name directors who lead by second lines only as losing their seat, and nobody who leads one so or has no title of a head', async () => {
    const dotted = (id: string, to: string) => ({
      id,
      managers: [
        { to: 'top', weight: 0.7 },
        { to, kind: 'dotted', weight: 0.3 },
      ],
    });
    const before = await organisationOf({
      version: 1,
      name: 'Programmes',
      departments: [{ id: 'office', name: 'Programme Office' }],
      people: [
        { id: 'top', title: 'Chief Executive Officer' },
        { id: 'north', title: 'Programme Director', department: 'office', manager: 'top' },
        { id: 'south', title: 'Programme Director', department: 'office', manager: 'top' },
        { id: 'coach', title: 'Coach', department: 'office', manager: 'top' },
        ...['a', 'b'].map((id) => dotted(id, 'north')),
        dotted('c', 'south'),
        ...['d', 'e'].map((id) => dotted(id, 'coach')),
      ],
    });
    const after = await changed(before, { a: 'top', b: 'top', c: 'top', d: 'top', e: 'top' });
    expect(consequences(before, after)).toContain(
      '1 head of today loses the seat: north (Programme Director, Programme Office).',
    );
    const kept = await changed(before, { a: 'north', c: 'top', d: 'top', e: 'top' });
    expect(consequences(before, kept).join(' ')).not.toContain('loses the seat');
  });

  it('put them first for new lead seats', async () => {
    const before = await company();
    const after = await organisationOf({
      version: 1,
      name: 'After',
      people: [
        ...before.people.id.map((id, seat) => ({
          id,
          level: before.people.level[seat],
          ...(id === 'top' ? {} : { manager: id === 'a1' ? 'zz-lead' : 'top' }),
        })),
        { id: 'zz-lead', vacant: true, manager: 'top' },
      ],
    });
    expect(consequences(before, after)[0]).toBe(
      '2 managers of today lead nobody any more: a and b; they come first for 1 new lead seat: zz-lead.',
    );
  });

  it.each(['halden', 'marrowgate', 'tindle-and-moss'])(
    'count in %s what the measure counts',
    async (name) => {
      const before = await example(name);
      for (const id of ['functional', 'lifecycle', 'cluster'] as const) {
        const after = designOf(id).apply(before).organisation!;
        const sentence = consequences(before, after).find((text) => text.includes('any more')) ?? '0';
        const counted = figureOf('change.leadsWithoutTeam', viewOf(after), viewOf(before));
        expect(Number.parseInt(sentence, 10), id).toBe(counted);
      }
    },
  );

  it('say that owners of customers stay where their own work is not known, and who is hired beside them', async () => {
    const trades = ['marketing', 'sales', 'support'];
    const people = [
      { id: 'top' },
      { id: 'x', title: 'Wrangler', manager: 'top' },
      { id: 'y', title: 'Wrangler', manager: 'top' },
      ...trades.flatMap((trade) =>
        Array.from({ length: 8 }, (_, at) => ({ id: `${trade}${at}`, capability: trade, manager: 'top' })),
      ),
    ];
    const customers = ['a', 'b'].flatMap((industry) =>
      ['x', 'y', 'sales1'].map((owner) => ({ id: `${industry}-${owner}`, owner, attributes: { industry } })),
    );
    const before = await organisationOf({ version: 1, name: 'Company', people, customers });
    const { explanation } = designOf('cluster').apply(before);
    expect(explanation.find((text) => text.includes('own work is not known'))).toBe(
      '2 people who own 4 customers stay where they are, since their own work is not known, and 1 post of account management is to be filled beside them: x and y. Say what their titles stand for under `capabilities:`.',
    );
    const [first] = questionsOf(
      { designs: [], organisation: { customers: 6 } as never, ranking: null },
      before,
      [],
      [],
      { decision: 'not-decided', design: null },
    );
    expect(first).toMatchObject({
      id: 'capabilities',
      text: 'What do the 2 people who own 4 of the customers do?',
      decides: true,
    });
    const known = people.map((one) => ('title' in one ? { ...one, title: 'Account Manager' } : one));
    const placed = await organisationOf({ version: 1, name: 'Company', people: known, customers });
    expect(designOf('cluster').apply(placed).explanation.join(' ')).not.toContain('own work is not known');
  });
});
