import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../src/model/organisation.ts';
import { designOf, example, organisationOf } from '../support/organisations.ts';

const people = (prefix: string, count: number, capability: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at + 1}`, capability, manager: 'top' }));

const company = (
  { sellers, managers }: { sellers: number; managers: number },
  accounts: number,
  more: object = {},
) => ({
  version: 1,
  name: 'Named',
  people: [
    { id: 'top', title: 'Chief Executive Officer' },
    ...people('s', sellers, 'sales'),
    ...people('m', managers, 'account-management'),
  ],
  customers: Array.from({ length: accounts }, (_, at) => ({ id: `c${at}`, revenue: 1000 - at, owner: 'm1' })),
  journeys: [
    {
      id: 'j',
      steps: [
        { phase: 'acquire', capability: 'sales', hours: 2 },
        { phase: 'retain', capability: 'account-management', hours: 2 },
        { phase: 'retain', capability: 'finance', hours: 2 },
      ],
    },
  ],
  ...more,
});

const apply = async (content: object) => designOf('account-team').apply(await organisationOf(content));

/** Ids of who serves a customer by name. */
function serving({ customers, people: all, relationships }: Organisation, id: string): string[] {
  const row = customers.id.indexOf(id);
  const seats = relationships.seat.subarray(relationships.start[row]!, relationships.start[row + 1]!);
  return [...seats].map((seat) => all.id[seat]!).sort();
}

describe('account teams', () => {
  it('give each account one named person for each skill it deals with, today’s first, led by the account manager', async () => {
    const { status, organisation, missing } = await apply(company({ sellers: 2, managers: 2 }, 2));
    expect([status, missing]).toEqual(['staffed', []]);
    const [team] = organisation!.teams.filter(({ id }) => id === 'account/c0');
    expect(team).toMatchObject({ kind: 'account', lead: organisation!.people.id.indexOf('m1') });
    expect(serving(organisation!, 'c0')).toContain('m1');
    for (const { members } of organisation!.teams) expect(members.length).toBe(2);
    // Departments and lines stay.
    expect([...organisation!.lines.boss]).toEqual(
      [...organisation!.lines.boss].map(() => organisation!.people.id.indexOf('top')),
    );
  });

  it('of customers with one name are told apart by id, and others are called by name alone', async () => {
    const customers = ['Müller GmbH', 'Weber AG', 'Müller GmbH'].map((name, at) => ({
      id: `c${at}`,
      name,
      revenue: 9 - at,
      owner: 'm1',
    }));
    const { organisation } = await apply(company({ sellers: 2, managers: 2 }, 3, { customers }));
    expect(organisation!.teams.map(({ name }) => name).sort()).toEqual(['Müller GmbH (c0)', 'Weber AG']);
  });

  it('do not fail for a skill that nobody has and only the built-in journey asks for, and say so', async () => {
    const { journeys, ...without } = company({ sellers: 2, managers: 2 }, 2);
    const people = [...without.people, { id: 'k', capability: 'marketing', manager: 'top' }];
    const assumed = await apply({ ...without, people });
    expect(assumed.status).toBe('staffed');
    expect(assumed.explanation.join(' ')).toContain(
      'Nobody has support, and only the built-in journey, which is assumed, asks for it: nobody is named for it.',
    );
    // What the company says that it needs is missing all the same: by its journey, or by its hours.
    const [journey] = journeys;
    const steps = [...journey!.steps, { phase: 'retain', capability: 'support', hours: 2 }];
    expect((await apply({ ...without, people, journeys: [{ ...journey, steps }] })).status).toBe(
      'impossible',
    );
    const customers = without.customers.map((one) => ({ ...one, effort: { sales: 2, support: 3 } }));
    expect((await apply({ ...without, people, customers })).status).toBe('impossible');
  });

  it('leave an account to who serves it today by a second skill, and give it to no stranger', async () => {
    const content = company({ sellers: 2, managers: 2 }, 2);
    Object.assign(content.people.find(({ id }) => id === 's1')!, { secondary: ['account-management'] });
    Object.assign(content.customers[0]!, { owner: 's1' });
    const { organisation } = await apply(content);
    const [own, other] = ['c0', 'c1'].map(
      (id) => organisation!.teams.find((team) => team.id === `account/${id}`)!,
    );
    const idsOf = ({ members }: Pick<Organisation['teams'][number], 'members'>) =>
      members.map(({ seat }) => organisation!.people.id[seat]);
    expect(idsOf(own!)).toEqual(['s1']);
    expect(own!.lead).toBe(organisation!.people.id.indexOf('s1'));
    expect(idsOf(other!)).toContain('m1');
  });

  it('are none for prospects, who are no customers yet', async () => {
    const content = company({ sellers: 2, managers: 2 }, 3);
    Object.assign(content.customers[2]!, { status: 'prospect' });
    const { organisation, explanation } = await apply(content);
    expect(organisation!.teams.map(({ id }) => id)).toEqual(['account/c0', 'account/c1']);
    expect(explanation.join(' ')).toContain('all 2 accounts');
    expect(explanation.join(' ')).toContain('1 row of segments, consumers and prospects is served by a pool');
  });

  it('let nobody hold more accounts than the policy, and say for which they would do and who is missing', async () => {
    const { organisation, missing, explanation } = await apply(
      company({ sellers: 1, managers: 3 }, 7, { policy: { accountsPerPerson: 3 } }),
    );
    expect(organisation!.teams.map(({ id }) => id).sort()).toEqual([
      'account/c0',
      'account/c1',
      'account/c2',
    ]);
    expect(missing).toEqual([
      { what: 'accounts with a team', needed: 7, available: 3 },
      { what: 'sales', needed: 3, available: 1 },
    ]);
    expect(explanation[0]).toBe('Account teams would do for 3 of 7 accounts: sales is short of 2 people.');
  });

  it('serve segments and consumers by a pool', async () => {
    const customers = [
      { id: 'one', owner: 'm1' },
      { id: 'many', count: 50 },
      { id: 'consumer', market: 'b2c' },
    ];
    const { organisation, explanation } = await apply({
      ...company({ sellers: 2, managers: 2 }, 0),
      customers,
    });
    expect(organisation!.teams.map(({ id }) => id)).toEqual(['account/one']);
    expect(explanation.join(' ')).toContain('2 rows of segments and consumers are served by a pool');
  });

  it('are impossible where nobody has a skill that every account needs, and say so', async () => {
    const { status, explanation } = await apply(company({ sellers: 0, managers: 2 }, 3));
    expect(status).toBe('impossible');
    expect(explanation[0]).toBe('Nobody has sales: account teams would do for none of 3 accounts.');
  });

  it('are a team of at least four for every single customer where they are exclusive', async () => {
    const halden = await example('halden');
    const options = {
      ...halden.options,
      'account-team': { ...halden.options['account-team'], exclusive: true },
    };
    expect(designOf('account-team').apply({ ...halden, options })).toMatchObject({ status: 'impossible' });
    expect(designOf('account-team').apply(halden).explanation.join(' ')).toContain(
      'for each of 222 customers',
    );
  });

  it('of their own count customers alone; prospects come to these in turn', async () => {
    const skills = ['marketing', 'sales', 'account-management', 'support', 'sales'];
    const seats = (teams: number) =>
      skills.flatMap((capability) =>
        Array.from({ length: teams }, (_, at) => ({ id: `${capability}${at}`, capability, manager: 'top' })),
      );
    const own = async (teams: number) =>
      designOf('account-team').apply(
        await organisationOf({
          version: 1,
          name: 'Prospects',
          people: [
            { id: 'top', title: 'Chief Executive Officer' },
            ...seats(teams).map((seat, at) => ({ ...seat, id: `${seat.id}-${at}` })),
          ],
          customers: ['a', 'b', 'c', 'd', 'e'].map((id, at) => ({
            id,
            ...(at > 1 ? { status: 'prospect' } : {}),
          })),
          designs: { 'account-team': { exclusive: true } },
        }),
      );
    expect((await own(1)).explanation[0]).toContain('for each of 2 customers');
    const { organisation, explanation } = await own(2);
    expect(explanation[0]).toBe('2 teams, one for each customer; prospects are divided over them in turn.');
    const clusters = organisation!.units.filter(({ kind }) => kind === 'cluster');
    expect(clusters.map(({ serves }) => serves.kind === 'some' && serves.customers.length)).toEqual([3, 2]);
    expect(designOf('account-team').apply(organisation!).explanation.join(' ')).toContain('already');
  });

  it('leave every account with whom it knows, and let colleagues help where hours are short', async () => {
    const halden = await example('halden');
    const { organisation: after, explanation } = designOf('account-team').apply(halden);
    const { start, seat } = halden.relationships;
    for (let row = 0; row < halden.customers.count; row++) {
      const now = serving(after!, halden.customers.id[row]!);
      for (const known of seat.subarray(start[row]!, start[row + 1]!))
        expect(now, halden.customers.id[row]!).toContain(halden.people.id[known]!);
    }
    expect(explanation.join(' ')).toMatch(/colleagues help, in hours a month: .*account management/);
    // Nobody works in teams for more than their time.
    const shares = new Map<number, number>();
    for (const { members } of after!.teams)
      for (const { seat: one, share } of members) shares.set(one, (shares.get(one) ?? 0) + share);
    for (const [one, share] of shares) expect(share, halden.people.id[one]!).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('would do for the others, and say so, where one account takes more hours than anybody has', async () => {
    const content = company({ sellers: 3, managers: 3 }, 4);
    const effort = (sales: number) => ({ sales, 'account-management': 20 });
    const customers = content.customers.map((one, at) => ({ ...one, effort: effort(at === 1 ? 400 : 20) }));
    const { organisation, missing, explanation } = await apply({ ...content, customers });
    expect(missing[0]).toMatchObject({ needed: 4, available: 3 });
    expect(organisation!.teams.map(({ id }) => id)).not.toContain('account/c1');
    expect(explanation.join(' ')).toContain('No one person can be named for "c1" (400 of sales)');
    // Hours that are only spread, by revenue, keep nobody from a team.
    const spread = content.customers.map((one, at) => ({ ...one, revenue: at === 1 ? 1e6 : 1000 }));
    expect((await apply({ ...content, customers: spread })).missing).toEqual([]);
  });
});
