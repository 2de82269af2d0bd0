import { describe, expect, it } from 'vitest';
import { scoreCandidates } from '../../../src/designs/cluster/basis/candidates.ts';
import { clusterLimit, explainLimit } from '../../../src/designs/cluster/number/feasibility.ts';
import { fillPosts } from '../../../src/designs/cluster/number/fill-posts.ts';
import { clusterNeeds } from '../../../src/designs/cluster/number/needs.ts';
import { frameOf } from '../../../src/designs/cluster/number/number.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { viewOf } from '../../../src/model/view.ts';
import { designOf, example, figureOf, organisationOf } from '../../support/organisations.ts';

const capability = (organisation: Organisation, id: string) =>
  organisation.capabilities.findIndex((one) => one.id === id);
const people = (list: readonly object[]) => ({
  version: 1,
  name: 'Test',
  people: [{ id: 'boss', title: 'Managing Director' }, ...list.map((one) => ({ manager: 'boss', ...one }))],
});
const OPTIONS = { include: [], exclude: [], holders: 1 };

describe('the number of clusters', () => {
  it('is limited by the people who hold any of a set of capabilities', async () => {
    // Seven people hold sales or support, two of them both: five clusters would need ten.
    const list = [
      ...['a', 'b', 'c'].map((id) => ({ id, capability: 'sales' })),
      ...['d', 'e'].map((id) => ({ id, capability: 'support' })),
      ...['f', 'g'].map((id) => ({ id, capability: 'support', secondary: ['sales'] })),
      ...Array.from({ length: 9 }, (_, at) => ({ id: `m${at}`, capability: 'marketing' })),
      ...Array.from({ length: 9 }, (_, at) => ({ id: `n${at}`, capability: 'account-management' })),
    ];
    const organisation = await organisationOf(people(list));
    const limit = clusterLimit(organisation, clusterNeeds(organisation, OPTIONS), 4);
    expect(limit).toMatchObject({ perCluster: 2, held: 7, most: 3 });
    expect(explainLimit(organisation, limit, 5)).toBe(
      '5 clusters need 10 in {sales, support}; 7 people hold either',
    );
  });

  it('counts neither the top nor open seats', async () => {
    const organisation = await organisationOf({
      version: 1,
      name: 'Test',
      people: [
        { id: 'boss', capability: 'sales' },
        { id: 'm', capability: 'marketing', manager: 'boss' },
        { id: 'a', capability: 'account-management', manager: 'boss' },
        { id: 's', capability: 'support', manager: 'boss', vacant: true },
      ],
    });
    expect(clusterLimit(organisation, clusterNeeds(organisation, OPTIONS), 4).most).toBe(0);
  });
});

describe('posts', () => {
  it('are filled by a chain of exchanges where no single move does it', async () => {
    const organisation = await organisationOf(
      people([
        { id: 'm1', capability: 'marketing' },
        { id: 'm2', capability: 'marketing', secondary: ['sales'] },
        { id: 's1', capability: 'sales', secondary: ['account-management'] },
      ]),
    );
    const [marketing, sales, accounts] = ['marketing', 'sales', 'account-management'].map((id) =>
      capability(organisation, id),
    ) as [number, number, number];
    const filled = fillPosts(
      organisation,
      new Map([marketing, sales, accounts].map((id) => [id, 1])),
      () => true,
    );
    const names = (id: number) => filled.get(id)!.map((seat) => organisation.people.id[seat]);
    expect([names(marketing), names(sales), names(accounts)]).toEqual([['m1'], ['m2'], ['s1']]);
  });
});

describe('the basis', () => {
  it('of Halden is the industry, by far', async () => {
    const halden = await example('halden');
    const candidates = scoreCandidates(frameOf(halden, clusterNeeds(halden, OPTIONS), 4));
    const explained = new Map(candidates.map((one) => [one.attribute, one.explained!]));
    expect(explained.get('industry')).toBeGreaterThan(0.5);
    for (const [name, value] of explained) if (name !== 'industry') expect(value, name).toBeLessThan(0.2);
    const { basis, status } = designOf('cluster').apply(halden);
    expect(basis?.chosen).toBe('industry');
    expect(status).toBe('needs-hires');
  });
  it('is the declared one where the file declares it', async () => {
    const halden = await example('halden');
    const declared = {
      ...halden,
      options: { ...halden.options, cluster: { ...halden.options.cluster, basis: 'territory' } },
    };
    expect(designOf('cluster').apply(declared).basis?.chosen).toBe('territory');
  });
});

describe('clusters of Halden', () => {
  it('have one line each, every essential capability, and four people besides the head', async () => {
    const halden = await example('halden');
    const design = designOf('cluster').apply(halden).organisation!;
    const view = viewOf(design);
    const essential = design.capabilities.flatMap(({ role }, index) => (role === 'essential' ? [index] : []));
    const clusters = design.units.flatMap((unit, index) => (unit.kind === 'cluster' ? [index] : []));
    expect(clusters.length).toBe(4);
    for (const unit of clusters) {
      const seats = [...design.unitOf.keys()].filter((seat) => design.unitOf[seat] === unit);
      for (const needed of essential)
        expect(seats.some((seat) => design.people.capability[seat] === needed)).toBe(true);
      expect(seats.filter((seat) => seat !== design.units[unit]!.head).length).toBeGreaterThanOrEqual(4);
    }
    expect(figureOf('reporting.dualConflicts', view)).toBe(0);
    for (let seat = 0; seat < design.people.count; seat++)
      expect(design.lines.start[seat + 1]! - design.lines.start[seat]!).toBeLessThanOrEqual(1);
    expect(treeOf(design).roots.length).toBe(1);
  });

  it('keep pins, also where groups were merged, and say which have no effect', async () => {
    const halden = await example('halden');
    const pinned = {
      ...halden,
      options: {
        ...halden.options,
        cluster: { ...halden.options.cluster, clusters: 2, pinned: { p024: 'pharma', p025: 'nowhere' } },
      },
    };
    const { organisation, explanation } = designOf('cluster').apply(pinned);
    const seat = organisation!.people.id.indexOf('p024');
    expect(organisation!.units[organisation!.unitOf[seat]!]!.name).toContain('pharma');
    expect(explanation.join(' ')).toContain('p025: nowhere');
  });
});

describe('what is missing', () => {
  it('is said of a company without customers, and of one without an attribute', async () => {
    const list = Array.from({ length: 12 }, (_, at) => ({ id: `p${at}`, capability: 'sales' }));
    const none = designOf('cluster').apply(await organisationOf(people(list)));
    expect(none).toMatchObject({ status: 'impossible', organisation: null });
    expect(none.missing[0]?.what).toBe('customers');
    const plain = designOf('cluster').apply(
      await organisationOf({ ...people(list), customers: [{ id: 'c' }] }),
    );
    expect(plain.missing[0]?.what).toContain('customer attribute');
  });

  it('is hired up to the minimum', async () => {
    const organisation = await organisationOf({
      ...people([
        { id: 'm', capability: 'marketing' },
        { id: 's', capability: 'sales' },
        { id: 'a', capability: 'account-management' },
        { id: 'u', capability: 'support' },
      ]),
      customers: [
        { id: 'c1', attributes: { kind: 'x' } },
        { id: 'c2', attributes: { kind: 'y' } },
      ],
      designs: { cluster: { clusters: 1, minimum: 5 } },
    });
    const { organisation: design, hires } = designOf('cluster').apply(organisation);
    expect([...hires.values()].reduce((a, b) => a + b, 0)).toBe(2);
    expect(design!.people.count).toBe(7);
    expect(design!.policy.minimumTeam).toBe(5);
  });
});
