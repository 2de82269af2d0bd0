import { describe, expect, it } from 'vitest';
import { MOST_COMPARED, proposeGroups } from '../../../../src/designs/cluster/basis/similar.ts';
import { gowerDistance, traitsOf } from '../../../../src/designs/cluster/basis/traits.ts';
import { viewOf } from '../../../../src/model/view.ts';
import { randomFrom } from '../../../../src/numbers/random.ts';
import { designOf, organisationOf } from '../../../support/organisations.ts';
import { company } from '../company.ts';

const customersOf = async (customers: readonly object[], more: object = {}) =>
  organisationOf({
    ...company(),
    ...more,
    customers: customers.map((one, at) => ({ id: `c${at}`, ...one })),
  });

describe("Gower's distance", () => {
  it('is the mean over what is known of both: a range for numbers, the same or not for words', async () => {
    const { traits, row } = await traitsFor([
      { revenue: 0, attributes: { region: 'north' } },
      { revenue: 100, attributes: { region: 'south' } },
      { revenue: 25, attributes: { region: 'north' } },
      { attributes: { region: 'south' } },
      {},
      { revenue: 0, attributes: { region: 'north' } },
    ]);
    expect(gowerDistance(traits, row(0), row(1))).toBe(1);
    expect(gowerDistance(traits, row(0), row(2))).toBe(0.125);
    expect(gowerDistance(traits, row(0), row(3))).toBe(1);
    expect(gowerDistance(traits, row(1), row(3))).toBe(0);
    expect(gowerDistance(traits, row(0), row(5))).toBe(0);
    // Who cannot be compared is not alike.
    expect(gowerDistance(traits, row(0), row(4))).toBe(1);
  });

  it('compares by mix of needs as half the sum of the differences of the shares', async () => {
    const { traits, row } = await traitsFor([
      { effort: { sales: 30, support: 10 } },
      { effort: { sales: 5, support: 5 } },
      { effort: { sales: 0, support: 9 } },
    ]);
    expect(traits.map(({ name }) => name)).toEqual(['mix of needs']);
    expect(gowerDistance(traits, row(0), row(1))).toBeCloseTo(0.25, 12);
    expect(gowerDistance(traits, row(0), row(2))).toBeCloseTo(0.75, 12);
  });

  it('leaves out identifiers, what is the same for all, and what the file keeps out', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => ({
      revenue: at,
      attributes: {
        account: `A-${at}`,
        country: 'DK',
        size: at,
        tone: at % 2 === 0 ? 'warm' : 'cold',
        hue: at % 2 === 0 ? 'red' : 'blue',
      },
    }));
    const { traits } = await traitsFor(rows, { attributes: { hue: { basis: false } } });
    expect(traits.map(({ name }) => name).sort()).toEqual(['revenue', 'size', 'tone']);
  });

  it('leaves out what only files customers: days, postcodes, whom to talk to', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => ({
      attributes: {
        'Postal Code': 10115 + (at % 3),
        'Next Activity': `0${1 + (at % 3)}-Dec-2026`,
        'Main Contact': ['Jo Doe', 'Al Roe', 'Bo Poe'][at % 3],
        tone: ['warm', 'cold', 'mild'][at % 3],
      },
    }));
    const { traits } = await traitsFor(rows);
    expect(traits.map(({ name }) => name)).toEqual(['tone']);
  });

  async function traitsFor(customers: readonly object[], more: object = {}) {
    const organisation = await customersOf(customers, more);
    const row = (at: number) => organisation.customers.id.indexOf(`c${at}`);
    return { traits: traitsOf(organisation), row };
  }
});

/** Two kinds of customers, with a little noise, and a region that only some give. */
const twoKinds = (count: number) => {
  const random = randomFrom(11);
  return Array.from({ length: count }, (_, at) => ({
    revenue: Math.round((at % 2 === 0 ? 1000 : 9000) + 400 * random()),
    retention: (at % 2 === 0 ? 0.6 : 0.9) + 0.05 * random(),
    ...(at % 3 === 0 ? {} : { attributes: { region: at % 2 === 0 ? 'north' : 'south' } }),
  }));
};

describe('groups of customers who are alike', () => {
  it('are found, named by what is typical of them, and reported with their silhouette', async () => {
    const organisation = await customersOf(twoKinds(30));
    const { basis, reported } = proposeGroups(organisation)!;
    expect(basis.values.length).toBe(2);
    expect(reported.silhouette).toBeGreaterThan(0.7);
    expect(reported.comparedBy).toEqual(['retention', 'revenue', 'region']);
    expect(reported.groups.map(({ customers }) => customers)).toEqual([15, 15]);
    for (const { name } of reported.groups)
      expect(name).toMatch(/(retention|revenue|region) (high|low|north|south), /);
    const one = basis.codes[organisation.customers.id.findIndex((id) => Number(id.slice(1)) % 2 === 0)];
    organisation.customers.id.forEach((id, row) => {
      expect(basis.codes[row] === one).toBe(Number(id.slice(1)) % 2 === 0);
    });
  });

  it('are the clusters of a file without an attribute, said to be a proposal', async () => {
    const organisation = await customersOf(twoKinds(30), company(12));
    const { basis, explanation, organisation: design, status } = designOf('cluster').apply(organisation);
    expect(status).not.toBe('impossible');
    expect(basis).toMatchObject({ chosen: 'similarity', p: null, declared: false });
    expect(explanation[0]).toContain('a proposal to look at');
    expect(explanation.join(' ')).toContain('silhouette');
    expect(explanation.join(' ')).toContain('region will not do: given for 66.6 % of the customers');
    const clusters = design!.units.filter(({ kind }) => kind === 'cluster');
    expect(clusters.map(({ serves }) => (serves.kind === 'some' ? serves.customers.length : 0))).toEqual([
      15, 15,
    ]);
    // A proposal is no attribute: the file that is written lists the customers.
    for (const { serves } of clusters) expect(serves).not.toHaveProperty('where');
    expect(viewOf(design!).service().classOf.length).toBe(30);
  });

  it('are never more than eight, and the same ones each time', async () => {
    const random = randomFrom(2);
    const rows = Array.from({ length: 60 }, () => ({
      revenue: Math.round(1e6 * random()),
      retention: random(),
    }));
    const first = proposeGroups(await customersOf(rows))!;
    expect(first.basis.values.length).toBeLessThanOrEqual(8);
    expect(new Set(first.basis.values).size).toBe(first.basis.values.length);
    const again = proposeGroups(await customersOf(rows))!;
    expect(again.reported).toEqual(first.reported);
    expect(again.basis.codes).toEqual(first.basis.codes);
  });

  it('of many customers are made from a sample, and nobody is left out', async () => {
    const organisation = await customersOf(twoKinds(3000));
    const { basis, reported } = proposeGroups(organisation)!;
    expect(reported.sample).toBe(MOST_COMPARED);
    expect(reported.groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(3000);
    expect(Math.min(...basis.codes)).toBe(0);
    expect(basis.values.length).toBe(2);
  });

  it.each([
    ['nothing is known of them', [{}, {}, {}, {}]],
    ['all are the same', [{ revenue: 5 }, { revenue: 5 }, { revenue: 5 }]],
    ['there are only two', [{ revenue: 5 }, { revenue: 9 }]],
    ['there is one', [{ revenue: 5 }]],
    [
      'all have a name of their own',
      [{ attributes: { x: 'a' } }, { attributes: { x: 'b' } }, { attributes: { x: 'c' } }],
    ],
  ])('are not made where %s', async (_, customers) => {
    const organisation = await customersOf(customers);
    expect(proposeGroups(organisation)).toBeNull();
  });
});
