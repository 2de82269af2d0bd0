import { describe, expect, it } from 'vitest';
import { organisationOf } from '../../../support/organisations.ts';
import { placed } from './placed.ts';

const AM = 'account-management';
const boss = { id: 'boss', title: 'Managing Director' };
const person = (id: string, rest: object = {}) => ({ id, capability: AM, manager: 'boss', ...rest });
const customer = (id: string, kind: string, hours: number) => ({
  id,
  attributes: { kind },
  effort: { [AM]: hours },
});
const file = (people: readonly object[], customers: readonly object[]) => ({
  version: 1,
  name: 'Test',
  policy: { centreSize: 0 },
  people: [boss, ...people],
  customers,
});
/** Customers of 100 hours each: one account manager for each kind, where there are as many. */
const three = [customer('r', 'retail', 100), customer('d', 'dairy', 100), customer('w', 'water', 100)];

describe('people', () => {
  it('are placed for the best of all, where the strongest tie first would be wrong', async () => {
    // Ann: 60 of 100 hours in retail, 40 in dairy. Ben: 55 in retail, 45 in water. Cas: all in water. Whoever looks at the
    // strongest tie first gives Cas water, Ann retail, Ben nothing: 1.6. The best is 0.4 + 0.55 + 1.
    const organisation = await organisationOf(
      file(
        [
          person('ann', { serves: ['r1', 'd1'] }),
          person('ben', { serves: ['r2', 'w2'] }),
          person('cas', { serves: ['w3'] }),
        ],
        [
          customer('r1', 'retail', 60),
          customer('d1', 'dairy', 40),
          customer('r2', 'retail', 55),
          customer('w2', 'water', 45),
          customer('w3', 'water', 70),
          customer('d0', 'dairy', 60),
        ],
      ),
    );
    const { where, assignment, explanation } = placed(organisation, [AM], {
      goals: { customers: 1, team: 0, location: 0 },
    });
    expect(where).toEqual({ boss: null, ann: 'dairy', ben: 'retail', cas: 'water' });
    expect(assignment).toMatchObject({
      objective: 1.95,
      bound: 1.95,
      gap: 0,
      relativeGap: 0,
      method: 'solved',
    });
    expect(assignment).toMatchObject({ seats: 3, classes: 3, crossing: 0, left: 0 });
    expect(explanation).toHaveLength(1);
    expect(explanation[0]).toContain('This placing reaches 1.95; no other placing reaches more.');
  });

  it.each([
    ['ann', 'ben'],
    ['ben', 'ann'],
  ])(
    'who are as good for a group as others stay where their customers pay more: %s before %s',
    async (more, less) => {
      const retail = (id: string, revenue: number) => ({ ...customer(id, 'retail', 50), revenue });
      const organisation = await organisationOf(
        file(
          [person(more, { serves: ['r1'] }), person(less, { serves: ['r2'] })],
          [retail('r1', 900), retail('r2', 100), { ...customer('d', 'dairy', 100), revenue: 100 }],
        ),
      );
      expect(placed(organisation, [AM]).where).toMatchObject({ [more]: 'retail', [less]: 'dairy' });
    },
  );

  it('go where their own customers are, by hours, shared with others who know the customer', async () => {
    // Of r (80 hours) Ann has a half, and so 40 against the 60 of d: dairy.
    const organisation = await organisationOf(
      file(
        [person('ann', { serves: ['r', 'd'] }), person('ben', { serves: ['r'] })],
        [customer('r', 'retail', 80), customer('d', 'dairy', 60)],
      ),
    );
    const { where, assignment } = placed(organisation, [AM], {
      goals: { customers: 1, team: 0, location: 0 },
    });
    expect(where).toMatchObject({ ann: 'dairy', ben: 'retail' });
    expect(assignment.objective).toBe(1.6);
  });

  it('without customers go to the home group of their team, the lead’s customers included', async () => {
    const organisation = await organisationOf(
      file(
        [
          person('lead1', { serves: ['r'] }),
          person('a1', { manager: 'lead1' }),
          person('lead2', { serves: ['d'] }),
          person('a2', { manager: 'lead2' }),
        ],
        [customer('r', 'retail', 100), customer('d', 'dairy', 100)],
      ),
    );
    const { where, assignment } = placed(organisation, [AM]);
    expect(where).toEqual({ boss: null, lead1: 'retail', a1: 'retail', lead2: 'dairy', a2: 'dairy' });
    // Two with all their customers, four in the home group of their team.
    expect(assignment).toMatchObject({ objective: 4, method: 'greedy-proven' });
  });

  it('who have an open seat beside them move like it', async () => {
    const organisation = await organisationOf(
      file(
        [person('a', { vacant: true, serves: ['r'] }), person('b', { serves: ['d'] })],
        [customer('r', 'retail', 100), customer('d', 'dairy', 100)],
      ),
    );
    expect(placed(organisation, [AM]).where).toEqual({ boss: null, a: 'retail', b: 'dairy' });
  });

  it('of one team stay together, with their lead, where they could as well go elsewhere', async () => {
    const team = (lead: string) => [
      person(lead),
      ...[1, 2].map((n) => person(`${lead}${n}`, { manager: lead })),
    ];
    // Ids that mix the teams.
    const organisation = await organisationOf(file([...team('a'), ...team('c'), ...team('b')], three));
    const { where } = placed(organisation, [AM]);
    for (const lead of ['a', 'b', 'c']) expect(where[`${lead}1`], lead).toBe(where[lead]);
    for (const lead of ['a', 'b', 'c']) expect(where[`${lead}2`], lead).toBe(where[lead]);
    expect(new Set(['a', 'b', 'c'].map((lead) => where[lead])).size).toBe(3);
  });

  it('who lead are spread over the groups before those whose lead is elsewhere', async () => {
    // Two leads with one report each, and five whose lead does something else: five places and four.
    const organisation = await organisationOf(
      file(
        [
          { id: 'x', capability: 'finance', manager: 'boss' },
          ...[1, 2, 3, 4, 5].map((n) => person(`x${n}`, { manager: 'x' })),
          person('y'),
          person('y1', { manager: 'y' }),
          person('z'),
          person('z1', { manager: 'z' }),
        ],
        [customer('r', 'retail', 50), customer('d', 'dairy', 40)],
      ),
    );
    const { where } = placed(organisation, [AM]);
    expect([where.y, where.y1, where.z, where.z1]).toEqual(['retail', 'retail', 'dairy', 'dairy']);
  });

  it('of one class could change places at no cost', async () => {
    const organisation = await organisationOf(
      file([person('a', { serves: ['r'] }), person('b'), person('c'), person('d')], three),
    );
    const { classOf, ties } = placed(organisation, [AM], { pinned: { d: 'water' } });
    const of = (id: string) => classOf[organisation.people.id.indexOf(id)];
    expect(of('b')).toBe(of('c'));
    expect(of('a')).not.toBe(of('b'));
    expect([of('boss'), of('d')]).toEqual([-1, -1]);
    expect(ties.start.at(-1)).toBe(1);
  });
});

describe('the weights of the goals', () => {
  const build = () =>
    organisationOf(
      file(
        [
          person('lead', { serves: ['r'] }),
          person('x', { manager: 'lead', serves: ['d'] }),
          person('y', { manager: 'lead', serves: ['r'] }),
        ],
        [customer('r', 'retail', 150), customer('d', 'dairy', 100)],
      ),
    );

  it('decide between one’s own customers and the team', async () => {
    // Two posts in retail, one in dairy: with the team alone, nobody is better in dairy than another.
    const organisation = await build();
    const { where, assignment } = placed(organisation, [AM]);
    expect(where).toMatchObject({ lead: 'retail', x: 'dairy', y: 'retail' });
    expect(assignment.objective).toBe(4);
    const alone = placed(organisation, [AM], { goals: { customers: 0, team: 1, location: 0 } });
    expect(alone.assignment).toMatchObject({ objective: 2, bound: 2, classes: 1 });
  });

  it('may all be nothing', async () => {
    const { assignment } = placed(await build(), [AM], { goals: { customers: 0, team: 0, location: 0 } });
    expect(assignment).toMatchObject({ objective: 0, bound: 0, gap: 0, relativeGap: 0, classes: 1 });
  });
});

describe('a time limit that is too short', () => {
  it('leaves the best found, with its gap', async () => {
    // Kinds of customers in a ring, too many to do without the solver; everyone has more to do in one of them, and the first ones
    // all in the same.
    const many = 180;
    const kinds = Array.from({ length: many }, (_, at) => `k${at}`);
    const customers = kinds.flatMap((kind) => [
      customer(`${kind}a`, kind, 70),
      customer(`${kind}b`, kind, 30),
    ]);
    const people = kinds.flatMap((_, at) => [
      person(`p${at}`, { serves: [`k${at - (at % 4)}a`, `k${(at + 1) % many}b`] }),
      person(`q${at}`, { serves: [`k${at - (at % 4)}a`, `k${(at + 5) % many}b`] }),
    ]);
    const organisation = await organisationOf(file(people, customers));
    const short = placed(organisation, [AM], { timeLimit: 1e-9 });
    const { objective, bound, gap, relativeGap, method } = short.assignment;
    expect(method).toBe('time-limit');
    expect(gap).toBeGreaterThan(0);
    expect(bound).toBeCloseTo(objective + gap, 9);
    expect(relativeGap).toBeCloseTo(gap / bound, 9);
    expect(short.explanation[0]).toMatch(
      /This placing reaches [\d.]+; no placing reaches more than [\d.]+, a gap of [\d.]+ %, since the time for it was over\.$/,
    );
    const long = placed(organisation, [AM]).assignment;
    expect(long).toMatchObject({ gap: 0, method: 'solved' });
    expect(long.objective).toBeGreaterThanOrEqual(objective);
    expect(long.bound).toBeLessThanOrEqual(bound);
  });
});
