import { beforeAll, describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const REGIONS = { americas: 6, europe: 3, pacific: 1 };

/** Sellers by region who own their accounts, and a marketing team that knows none; what customers need is not given. */
const company = (marketers: number, effort?: object) => {
  const regions = Object.entries(REGIONS);
  const person = (id: string, title: string, manager: string, capability: string) => ({
    id,
    title,
    manager,
    capability,
    department: capability === 'marketing' ? 'marketing' : 'sales',
  });
  return organisationOf({
    version: 1,
    name: 'Company',
    departments: [{ id: 'board' }, { id: 'sales' }, { id: 'marketing' }],
    people: [
      { id: 'top', title: 'Chief Executive Officer', department: 'board', capability: 'leadership' },
      person('vp', 'Vice President of Sales', 'top', 'sales'),
      person('market', 'Marketing Manager', 'top', 'marketing'),
      ...Array.from({ length: marketers }, (_, at) => person(`m${at}`, 'Marketer', 'market', 'marketing')),
      ...regions.flatMap(([region, sellers]) => [
        person(region, `${region} Sales Manager`, 'vp', 'sales'),
        ...Array.from({ length: sellers }, (_, at) =>
          person(`${region}${at}`, 'Sales Representative', region, 'sales'),
        ),
      ]),
      person('help', 'Support Manager', 'vp', 'support'),
      ...Array.from({ length: 6 }, (_, at) => person(`s${at}`, 'Support', 'help', 'support')),
    ],
    customers: regions.flatMap(([region, sellers]) =>
      Array.from({ length: sellers }, (_, at) => ({
        id: `${region}-${at}`,
        owner: `${region}${at}`,
        // So many customers that the smallest region would have more sellers than it has today.
        count: region === 'pacific' ? 40 : 10,
        attributes: { region },
        ...(effort === undefined ? {} : { effort }),
      })),
    ),
    designs: { cluster: { basis: 'region' } },
  });
};

const unitOf = ({ people, units, unitOf: of }: Organisation, id: string) =>
  units[of[people.id.indexOf(id)]!]!;
const headOf = ({ people, units }: Organisation, name: string) =>
  people.id[units.find((unit) => unit.name === name)!.head];

describe('clusters by region, where hours are assumed', () => {
  let after: Organisation;
  beforeAll(async () => {
    after = designOf('cluster').apply(await company(9)).organisation!;
  });

  it('are led by those who lead the sellers of the region, the vice president the largest', () => {
    expect([headOf(after, 'americas'), headOf(after, 'europe'), headOf(after, 'pacific')]).toEqual([
      'vp',
      'europe',
      'pacific',
    ]);
  });

  it('leave every seller with their customers, and the manager of most with their team', () => {
    for (const [region, sellers] of Object.entries(REGIONS))
      for (let at = 0; at < sellers; at++)
        if (unitOf(after, `${region}${at}`).kind === 'cluster')
          expect(unitOf(after, `${region}${at}`).name, `${region}${at}`).toBe(region);
    expect(unitOf(after, 'pacific0').name).toBe('pacific');
    expect(unitOf(after, 'americas').name).toBe('americas');
    const { boss } = treeOf(after);
    expect(after.people.id[boss[after.people.id.indexOf('americas0')]!]).toBe('americas');
  });

  it('give the head of a trade who knows no customers its centre of expertise', () => {
    expect(unitOf(after, 'market').kind).toBe('centre-of-expertise');
    expect(headOf(after, 'Centre of expertise, marketing')).toBe('market');
  });

  it('are led by that head where nobody can be spared for a centre', async () => {
    const { organisation } = designOf('cluster').apply(await company(2));
    expect(['americas', 'europe', 'pacific'].map((name) => headOf(organisation!, name))).toContain('market');
  });
});
