import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterLimit, feasibilityOf, hiresFor } from '../../../../src/designs/cluster/number/feasibility.ts';
import { fillPosts } from '../../../../src/designs/cluster/number/fill-posts.ts';
import { clusterNeeds } from '../../../../src/designs/cluster/number/needs.ts';
import { staysPut } from '../../../../src/designs/hierarchy/who-stays.ts';
import { designOf, example, organisationOf } from '../../../support/organisations.ts';
import { runs } from '../../../support/runs.ts';
import { company, customersOfKinds } from '../company.ts';

const OPTIONS = { include: [], exclude: [], holders: 1 };
const TRADES = ['marketing', 'sales', 'account-management', 'support', 'production'];

/** Companies whose people hold one or two of the trades. */
const anyCompany = fc
  .array(
    fc.record({
      capability: fc.constantFrom(...TRADES),
      secondary: fc.option(fc.constantFrom(...TRADES), { nil: undefined }),
      vacant: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((people) => ({
    version: 1,
    name: 'Any',
    people: [
      { id: 'boss', title: 'Managing Director' },
      ...people.map(({ capability, secondary, vacant }, at) => ({
        id: `p${at}`,
        manager: 'boss',
        capability,
        vacant,
        ...(secondary === undefined || secondary === capability ? {} : { secondary: [secondary] }),
      })),
    ],
  }));

describe('the number of clusters that people can fill', () => {
  it('is the largest for which all posts can be filled, in any company', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCompany,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(1, 2),
        async (content, minimum, holders) => {
          const organisation = await organisationOf(content);
          const needs = clusterNeeds(organisation, { ...OPTIONS, holders });
          const there = (seat: number) =>
            organisation.people.vacant[seat] === 0 && !staysPut(organisation, seat);
          const size =
            1 +
            Math.max(
              minimum,
              [...needs.values()].reduce((a, b) => a + b, 0),
            );
          const canFill = (clusters: number) => {
            const required = new Map([...needs].map(([capability, need]) => [capability, need * clusters]));
            const filled = fillPosts(organisation, required, there, clusters * size);
            const people = [...filled.values()].reduce((sum, seats) => sum + seats.length, 0);
            return (
              people >= clusters * size &&
              [...required].every(([one, need]) => filled.get(one)!.length >= need)
            );
          };
          const { most } = clusterLimit(organisation, needs, minimum);
          expect(canFill(most)).toBe(true);
          expect(canFill(most + 1)).toBe(false);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('and the people to hire for more make just that many possible, and not one fewer', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCompany,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        async (content, minimum, clusters) => {
          const organisation = await organisationOf(content);
          const needs = clusterNeeds(organisation, OPTIONS);
          const hires = hiresFor(organisation, needs, minimum, clusters);
          const all = [
            ...[...hires.byCapability].flatMap(([one, count]) =>
              new Array<string>(count).fill(organisation.capabilities[one]!.id),
            ),
            ...new Array<string>(hires.ofAny).fill('marketing'),
          ];
          expect(hires.ofAny).toBeGreaterThanOrEqual(0);
          expect(feasibilityOf(organisation, needs, minimum).shortage(clusters)).toBe(all.length);
          const limitWith = async (hired: readonly string[]) => {
            const larger = await organisationOf({
              ...content,
              people: [
                ...content.people,
                ...hired.map((capability, at) => ({ id: `h${at}`, manager: 'boss', capability })),
              ],
            });
            return clusterLimit(larger, clusterNeeds(larger, OPTIONS), minimum).most;
          };
          expect(await limitWith(all)).toBeGreaterThanOrEqual(clusters);
          if (all.length > 0) expect(await limitWith(all.slice(1))).toBeLessThan(clusters);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

const applied = async (content: object) => designOf('cluster').apply(await organisationOf(content));

describe('how the number of clusters came about', () => {
  it('names the group that is too small for a team, where it went and why', async () => {
    // 16 people for 32 customers: half a person each, so three of a kind need one and a half.
    const { explanation, basis } = await applied({
      ...company(),
      customers: customersOfKinds({ a: 17, b: 12, c: 3 }),
    });
    expect(explanation).toContain(
      'The work of the people there, 16 full-time, spread over the groups by number of customers (in brackets): a 8.5 (17), b 6 (12), c 1.5 (3).',
    );
    expect(explanation).toContain(
      'Groups that need fewer than 4 people, the smallest team, join the next smallest, since nothing tells their needs apart: c (1.5) → b (6).',
    );
    expect(basis?.number).toMatchObject({
      built: 2,
      groups: 3,
      // A head beside each four: 16 people are three teams.
      fillable: 3,
      fillableWithTwoHolders: 1,
      merges: [
        { group: 'c', people: expect.closeTo(1.5, 9), into: 'b', because: 'small', nearestBy: 'size' },
      ],
    });
  });

  it('joins by need where needs are known', async () => {
    const rows = (kind: string, count: number, effort: object) =>
      Array.from({ length: count }, (_, at) => ({ id: `${kind}${at}`, attributes: { kind }, effort }));
    const { basis, explanation } = await applied({
      ...company(8),
      customers: [
        ...rows('a', 10, { sales: 80, support: 20 }),
        ...rows('b', 10, { sales: 20, support: 90 }),
        ...rows('c', 2, { sales: 16, support: 74 }),
      ],
    });
    expect(basis?.number.merges).toMatchObject([
      { group: 'c', into: 'b', because: 'small', nearestBy: 'mix' },
    ]);
    expect(explanation.join(' ')).toContain('join the one whose needs are most like theirs: c (');
  });

  it('says which set of people is too few, and who would have to be hired for every group', async () => {
    const content = company(8);
    const { explanation, basis } = await applied({
      ...content,
      people: content.people.filter(({ id }) => !/^support-[2-7]/.test(id)),
      customers: customersOfKinds({ a: 10, b: 10, c: 10 }),
    });
    expect(explanation).toContain(
      '2 clusters rather than 3: 3 clusters need 3 in {support}; 2 people hold it.',
    );
    expect(explanation).toContain('People to hire, heads aside: for 3 clusters 1 support.');
    expect(basis?.number.hires).toEqual([
      { clusters: 2, byCapability: {}, ofAny: 0 },
      { clusters: 3, byCapability: { support: 1 }, ofAny: 0 },
    ]);
    expect(basis?.number.limit).toEqual({ capabilities: ['support'], perCluster: 1, held: 2 });
    expect(basis?.number.merges).toMatchObject([{ because: 'people' }]);
  });

  it('builds what can be built with hires where the people there fill no cluster', async () => {
    const content = company(6);
    const { explanation, hires, status } = await applied({
      ...content,
      people: content.people.filter(({ id }) => !id.startsWith('support')),
      customers: customersOfKinds({ a: 10, b: 10, c: 10 }),
    });
    expect(status).toBe('needs-hires');
    expect(hires.get('support')).toBe(3);
    expect(explanation).toContain(
      'The people there can fill no cluster: 1 cluster needs 1 in {support}; 0 people hold it. With the missing people hired there are 3 clusters.',
    );
    expect(explanation).toContain('People to hire, heads aside: for 3 clusters 3 support.');
  });

  it('splits a group only where it is asked to, and stops at the last customer', async () => {
    const content = { ...company(8), customers: customersOfKinds({ a: 3, b: 1 }) };
    const asked = (clusters: number) => applied({ ...content, designs: { cluster: { clusters } } });
    expect((await applied(content)).basis?.number.built).toBe(2);
    expect((await asked(1)).explanation.join(' ')).toContain(
      'Fewer clusters were asked for, so the smallest groups join the only other one: b (8) → a (24).',
    );
    const three = await asked(3);
    expect(three.organisation!.units.filter(({ kind }) => kind === 'cluster').length).toBe(3);
    expect(three.explanation.join(' ')).toContain('3 clusters, as asked for; the people there could fill 6');
    expect((await asked(9)).explanation.join(' ')).toContain(
      '4 clusters where 9 were asked for: there are no more customers to divide',
    );
  });

  it('keeps the table of Halden short and checkable', async () => {
    const { explanation } = designOf('cluster').apply(await example('halden'));
    expect(explanation.join('\n')).toContain(
      '4 clusters, one for each group; the people there could fill 14: 15 clusters need 15 in {marketing}; 14 people hold it.',
    );
    for (const sentence of explanation) expect(sentence).toMatch(/^[A-Z0-9].*\.$/s);
  });
});
