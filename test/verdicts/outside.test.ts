import { describe, expect, it } from 'vitest';
import { candidateById, companyOf } from '../../src/verdicts/candidate.ts';
import { insideActions } from '../../src/verdicts/inside-actions.ts';
import { outsideOf } from '../../src/verdicts/outside.ts';
import { example, organisationOf } from '../support/organisations.ts';

describe('what stays outside the clusters of Halden', () => {
  it('is operations, which causes all hand-offs that are left; inside, more people move and nobody more is hired', async () => {
    const candidate = candidateById(companyOf(await example('halden')), 'cluster');
    const [operations, ...others] = outsideOf(candidate);
    expect(others).toEqual([]);
    const { capability, now, inside } = operations!;
    expect(capability).toBe('operations');
    expect(now.handoffs.byNumber).toBeCloseTo(4.3, 1);
    expect(now.handoffs.byRevenue).toBeCloseTo(3.8, 1);
    expect(inside!.handoffs).toEqual({ byNumber: 0, byRevenue: 0 });
    expect(now.movedShare).toBeCloseTo(0.46, 2);
    expect(inside!.movedShare).toBeCloseTo(0.54, 2);
    expect([now.hires, inside!.hires]).toEqual([1, 1]);
    const [action] = insideActions([candidate], () => ({ cf: 0, word: 'open' }));
    expect(action).toMatchObject({ key: 'designs.cluster.include', design: 'cluster' });
    expect(action!.text).toContain('Put operations inside the clusters: hand-offs between units 4.3 → 0');
  });
});

const SKILLS = ['marketing', 'sales', 'account-management', 'support'];

/** A company whose journey goes through these steps, and which has two people of each skill for each of two industries. */
const company = (steps: readonly string[], more: readonly object[] = [], context: object = {}) =>
  organisationOf({
    version: 1,
    name: 'Company',
    people: [
      { id: 'chief', title: 'Chief Executive Officer' },
      ...SKILLS.flatMap((capability) =>
        [0, 1, 2].map((at) => ({
          id: `${capability}${at}`,
          capability,
          manager: 'chief',
          department: 'Front',
        })),
      ),
      ...more,
    ],
    customers: ['dairy', 'water'].flatMap((industry) =>
      [0, 1, 2].map((at) => ({ id: `${industry}${at}`, attributes: { industry } })),
    ),
    journeys: [
      {
        id: 'j',
        steps: steps.map((capability) => ({ phase: 'acquire', capability, hours: 4, contact: true })),
      },
    ],
    designs: { cluster: { basis: 'industry' } },
    context,
  });

describe('a capability outside the clusters', () => {
  it('is none that joined them because the people suffice, with a few left to a centre', async () => {
    const service = Array.from({ length: 8 }, (_, at) => ({
      id: `o${at}`,
      capability: 'operations',
      manager: 'chief',
      department: 'Front',
    }));
    const steps = ['sales', 'operations', 'support'];
    const candidate = candidateById(
      companyOf(await company(steps, service, { serviceLevel: 'high' })),
      'cluster',
    );
    const { units, unitOf, people } = candidate.view!.organisation;
    const inside = people.id.filter(
      (id, seat) => id.startsWith('o') && units[unitOf[seat]!]?.kind === 'cluster',
    );
    expect(inside.length).toBeGreaterThan(0);
    expect(outsideOf(candidate)).toEqual([]);
  });

  it('without a step of any journey is not tried', async () => {
    const production = { id: 'x', capability: 'production', manager: 'chief', department: 'Works' };
    const candidate = candidateById(companyOf(await company(SKILLS, [production])), 'cluster');
    expect(outsideOf(candidate)).toEqual([]);
  });

  it('that would need hires inside says how many', async () => {
    const production = { id: 'x', capability: 'production', manager: 'chief', department: 'Works' };
    const candidate = candidateById(
      companyOf(await company(['sales', 'production', 'support'], [production])),
      'cluster',
    );
    const [found] = outsideOf(candidate);
    expect(found!.capability).toBe('production');
    expect(found!.inside!.hires).toBe(found!.now.hires + 1);
    expect(found!.now.handoffs.byNumber).toBeCloseTo(2, 9);
    // The one there is in one cluster only, and a post for the other is open: both have it inside.
    expect(found!.inside!.handoffs.byNumber).toBeCloseTo(0, 9);
    expect(insideActions([candidate], () => ({ cf: 0, word: 'open' }))).toEqual([]);
  });
});

describe('specialisms', () => {
  const specialists = ['p0', 'p1', 'p2'].map((id) => ({
    id,
    capability: 'pre-sales',
    manager: 'chief',
    department: 'Engineers',
  }));
  const inClusters = (candidate: ReturnType<typeof candidateById>, ids: readonly string[]) => {
    const { people, unitOf, units } = candidate.result.organisation!;
    return ids.map((id) => units[unitOf[people.id.indexOf(id)]!]!.kind);
  };
  const handoffs = (candidate: ReturnType<typeof candidateById>) =>
    candidate.measures().get('handoffs.perJourney')!.value;

  it('join clusters with their parent, also as the file declares them', async () => {
    const built = candidateById(
      companyOf(await company(['pre-sales', 'sales', 'support'], specialists)),
      'cluster',
    );
    expect(inClusters(built, ['p0', 'p1', 'p2'])).toEqual(['cluster', 'cluster', 'cluster']);
    expect(handoffs(built)).toBeCloseTo(0, 9);
    const own = await organisationOf({
      version: 1,
      name: 'Own',
      capabilities: { 'trade-fairs': { of: 'marketing' } },
      people: [
        { id: 'chief', title: 'Chief Executive Officer' },
        ...SKILLS.flatMap((capability) =>
          [0, 1, 2].map((at) => ({ id: `${capability}${at}`, capability, manager: 'chief' })),
        ),
        { id: 'fairs', capability: 'trade-fairs', manager: 'chief' },
      ],
      customers: ['dairy', 'water'].map((industry) => ({ id: industry, attributes: { industry } })),
    });
    expect(inClusters(candidateById(companyOf(own), 'cluster'), ['fairs'])).toEqual(['cluster']);
  });

  it('are done by holders of the parent in a cluster that has none, which is listed as assumed', async () => {
    const one = await company(['pre-sales', 'sales', 'support'], specialists.slice(0, 1));
    const built = candidateById(companyOf(one), 'cluster');
    expect(handoffs(built)).toBeCloseTo(0, 9);
    expect(built.result.explanation.join(' ')).toMatch(
      /Nobody in (dairy|water) is a specialist in pre.sales: it is assumed that sales does that work there/,
    );
  });

  it('stay where they are where the file keeps them out', async () => {
    const kept = await organisationOf({
      version: 1,
      name: 'Kept',
      capabilities: { 'pre-sales': { role: 'common' } },
      people: [
        { id: 'chief', title: 'Chief Executive Officer' },
        ...SKILLS.flatMap((capability) =>
          [0, 1, 2].map((at) => ({ id: `${capability}${at}`, capability, manager: 'chief' })),
        ),
        { id: 'p0', capability: 'pre-sales', manager: 'chief', department: 'Engineers' },
      ],
      customers: ['dairy', 'water'].map((industry) => ({ id: industry, attributes: { industry } })),
    });
    expect(inClusters(candidateById(companyOf(kept), 'cluster'), ['p0'])).not.toContain('cluster');
  });
});
