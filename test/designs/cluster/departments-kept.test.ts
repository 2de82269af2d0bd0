import { describe, expect, it } from 'vitest';
import { change } from '../../../src/measures/change/change.ts';
import { viewOf } from '../../../src/model/view.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const REGIONS = ['Nord', 'Ost', 'West'];
const TRADES = { sales: 4, 'account-management': 3, marketing: 2, support: 3 };

/** Regions that each have everybody for their customers; `inTrades` has them below departments by trade instead. */
const company = (
  more: { region?: string; staff?: string; inTrades?: boolean; owners?: false; pinned?: object } = {},
) =>
  organisationOf({
    version: 1,
    name: 'Company',
    departments: [
      { id: 'board' },
      ...REGIONS.map((region) => ({ id: region, name: more.region ?? `Region ${region}` })),
      ...Object.keys(TRADES).map((id) => ({ id })),
    ],
    people: [
      { id: 'top', title: 'Chief Executive Officer', department: 'board' },
      ...REGIONS.flatMap((region) => [
        { id: `head${region}`, department: region, manager: 'top', capability: 'sales' },
        ...Object.entries(TRADES).flatMap(([capability, count]) =>
          Array.from({ length: count }, (_, at) => ({
            id: `${region}-${capability}${at}`,
            department: more.inTrades ? capability : region,
            manager: `head${region}`,
            capability,
          })),
        ),
      ]),
      ...(more.staff === undefined
        ? []
        : [{ id: 'staff', department: more.staff, manager: `head${more.staff}`, capability: 'finance' }]),
    ],
    customers: REGIONS.flatMap((region) =>
      Array.from({ length: 6 }, (_, at) => ({
        id: `${region}${at}`,
        ...(more.owners === false ? {} : { owner: `${region}-account-management${at % 3}` }),
        attributes: { region },
      })),
    ),
    designs: { cluster: { pinned: more.pinned ?? {} } },
  });

const clustersOf = async (more: Parameters<typeof company>[0] = {}) => {
  const before = await company(more);
  const { organisation, explanation } = designOf('cluster').apply(before);
  const clusters = organisation!.units.filter(({ kind }) => kind === 'cluster');
  const { moved, newManager } = change(viewOf(organisation!), viewOf(before));
  return { before, after: organisation!, clusters, moved: moved.value!, newManager, explanation };
};

describe('a department that is a cluster already', () => {
  it('is none where nothing says for which customers it works', async () => {
    const { clusters, explanation } = await clustersOf({ owners: false });
    expect(clusters.map(({ id }) => id)).not.toContain('Nord');
    expect(explanation.join(' ')).not.toMatch(/cluster(?:s)? already/);
  });

  it('may be named by a pin, by its id or name', async () => {
    for (const region of ['Ost', 'Region Ost']) {
      const { after, explanation } = await clustersOf({ pinned: { 'Nord-sales0': region } });
      const there = after.units[after.unitOf[after.people.id.indexOf('Nord-sales0')]!]!;
      expect(there.id).toBe('Ost');
      expect(explanation.join(' ')).not.toContain('Pins without effect');
    }
  });

  it('goes on as one, and only who joins a centre of expertise is moved', async () => {
    const { before, after, clusters, moved, explanation } = await clustersOf();
    expect(clusters.map(({ id, name, parent, accountable }) => [id, name, parent, accountable])).toEqual(
      REGIONS.map((region) => [region, `Region ${region}`, -1, true]),
    );
    for (const { charter, scorecard } of clusters) {
      expect(charter?.targetCustomers).toContain('region');
      expect(scorecard).toHaveLength(5);
    }
    const centres = new Set(
      after.units.flatMap(({ kind }, at) => (kind === 'centre-of-expertise' ? [at] : [])),
    );
    const inCentres = [...after.unitOf].filter((unit) => centres.has(unit)).length;
    expect(inCentres).toBeGreaterThan(0);
    expect(moved * before.people.count).toBeCloseTo(inCentres);
    expect(explanation.join(' ')).toContain('Region Nord, Region Ost and Region West are clusters already');
    expect(designOf('cluster').apply(after).organisation).toBe(after);
  });

  it('takes the name of its customers where it was called after one trade', async () => {
    const { clusters } = await clustersOf({ region: 'Sales' });
    expect(clusters.map(({ name }) => name)).toEqual(REGIONS);
  });

  it('stays a common service for whoever joins no cluster, beside a new cluster', async () => {
    const { after, clusters } = await clustersOf({ staff: 'Ost' });
    expect(clusters.map(({ id }) => id).sort()).toEqual(['Nord', 'West', 'cluster/ost']);
    expect(after.units.find(({ id }) => id === 'Ost')?.kind).toBe('common-service');
  });
});

it('a cluster that draws from departments by trade is none of them', async () => {
  const { clusters, moved } = await clustersOf({ inTrades: true });
  expect(clusters.map(({ id }) => id)).toEqual(['cluster/nord', 'cluster/ost', 'cluster/west']);
  expect(moved).toBeGreaterThan(0.9);
});
