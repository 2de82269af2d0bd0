import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../src/numbers/random.ts';
import type { ReportedBasis } from '../../../../src/schema/documents/basis.ts';
import { findingsOfRule } from '../../../rules/findings.ts';
import { designOf, example, organisationOf } from '../../../support/organisations.ts';
import { company } from '../company.ts';

const basisOf = async (content: object): Promise<ReportedBasis> =>
  designOf('cluster').apply(await organisationOf(content)).basis!;

const candidate = ({ candidates }: ReportedBasis, name: string) =>
  candidates.find(({ attribute }) => attribute === name)!;

/** Customers in two kinds that differ in retention, and in four colours that do not. */
const telling = (count: number, more: (at: number) => object = () => ({})) => {
  const random = randomFrom(4);
  return Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    retention: (at % 2 === 0 ? 0.6 : 0.85) + 0.1 * random(),
    attributes: {
      kind: at % 2 === 0 ? 'a' : 'b',
      colour: ['red', 'green', 'blue', 'grey'][Math.floor(4 * random())],
    },
    ...more(at),
  }));
};

describe('the basis that is chosen from the data', () => {
  it('explains most, is not random, and the runner-up is named with what it explains', async () => {
    const basis = await basisOf({ ...company(8), customers: telling(40) });
    expect(basis).toMatchObject({ chosen: 'kind', declared: false, permutations: 999, sample: 40 });
    expect(candidate(basis, 'kind')).toMatchObject({ p: 0.001, feasible: true, groups: 2, clusters: 2 });
    expect(candidate(basis, 'kind').scores).toEqual([
      {
        outcome: 'retention',
        omegaSquared: expect.closeTo(candidate(basis, 'kind').explained!, 12),
        p: 0.001,
      },
    ]);
    // Two attributes were compared.
    expect(basis.p).toBeCloseTo(0.002, 12);
    expect(candidate(basis, 'colour').p).toBeGreaterThan(0.05);
    expect(basis.why).toContain('No effort is given, and what is assumed is not scored.');
    expect(basis.runnerUp).toMatch(/^Next is colour, which explains less: mean ω² −?0\.\d\d\.$/);
  });

  it('is never scored on effort that is assumed, and is chosen by relationships where there is nothing else', async () => {
    const customers = Array.from({ length: 12 }, (_, at) => ({
      id: `c${at}`,
      owner: `sales-${Math.floor(at / 6)}`,
      attributes: { region: at < 6 ? 'north' : 'south', colour: at % 2 === 0 ? 'red' : 'blue' },
    }));
    const basis = await basisOf({ ...company(8), customers });
    expect(basis.chosen).toBe('region');
    expect(basis.p).toBeNull();
    expect(basis.candidates.map(({ explained, scores }) => [explained, scores])).toEqual([
      [null, []],
      [null, []],
    ]);
    expect(candidate(basis, 'region')).toMatchObject({ relationshipsKept: 1 });
    expect(candidate(basis, 'colour')).toMatchObject({ relationshipsKept: 0.5 });
    expect(basis.why).toBe(
      'The data cannot choose by need. No effort is given, and what is assumed is not scored. The attribute region was chosen: it keeps most customer relationships, 100 % at best. The candidates are region and colour. What customers need of each skill in hours, or their retention, margin or satisfaction, would decide.',
    );
    expect(basis.runnerUp).toBe('Next is colour, which keeps fewer: 50 % at best.');
  });

  it('counts the locations that would have to serve several groups', async () => {
    const content = company(8);
    const locations: Readonly<Record<string, string>> = {
      'sales-0': 'Aarhus',
      'sales-1': 'Ulm',
      'sales-2': 'Ulm',
    };
    const owners = ['sales-0', 'sales-0', 'sales-1', 'sales-2'];
    const basis = await basisOf({
      ...content,
      people: content.people.map((person) => ({
        ...person,
        ...(locations[person.id] === undefined ? {} : { location: locations[person.id] }),
      })),
      customers: owners.map((owner, at) => ({
        id: `c${at}`,
        owner,
        attributes: { kind: at < 3 ? 'a' : 'b', colour: at % 2 === 0 ? 'red' : 'blue' },
      })),
    });
    // By kind only Ulm serves both, by colour Aarhus and Ulm.
    expect(candidate(basis, 'kind')).toMatchObject({ locations: 2, locationsSplit: 1 });
    expect(candidate(basis, 'colour')).toMatchObject({ locations: 2, locationsSplit: 2 });
  });

  it('is none of those that will not do, each with its reason', async () => {
    const basis = await basisOf({
      ...company(8),
      customers: telling(40, (at) => ({
        attributes: {
          kind: at % 2 === 0 ? 'a' : 'b',
          rare: at < 36 ? '' : 'yes',
          half: at % 2 === 0 ? 'x' : at % 4 === 1 ? 'y' : '',
          lone: at < 39 ? 'many' : 'one',
        },
      })),
    });
    expect(basis.chosen).toBe('kind');
    expect(candidate(basis, 'half')).toMatchObject({
      feasible: false,
      reason: 'given for 75 % of the customers, where a basis needs 90 %',
    });
    expect(candidate(basis, 'lone')).toMatchObject({
      feasible: false,
      clusters: 1,
      reason: 'only one group is left after those that need fewer than 4 people joined others',
    });
    expect(basis.runnerUp).toBe('No other attribute will do.');
  });

  it('may be the one that leaves a single cluster, where none leaves two', async () => {
    const { basis, organisation } = designOf('cluster').apply(
      await organisationOf({ ...company(1), customers: telling(8) }),
    );
    expect(organisation!.units.filter(({ kind }) => kind === 'cluster').length).toBe(1);
    expect(basis?.candidates.every(({ feasible }) => !feasible)).toBe(true);
  });

  it('is what keeps most relationships where none explains more than next to nothing', async () => {
    const desk = (at: number) => ([0, 3, 4, 7, 8, 11].includes(at) ? 0 : 1);
    const customers = Array.from({ length: 12 }, (_, at) => ({
      id: `c${at}`,
      owner: `sales-${desk(at)}`,
      retention: 0.7 + ((at * 5) % 7) / 100,
      attributes: { desk: desk(at) === 0 ? 'one' : 'two', colour: at % 2 === 0 ? 'red' : 'blue' },
    }));
    const basis = await basisOf({ ...company(8), customers });
    // Noise: ω² −0.08 and −0.09.
    expect(candidate(basis, 'colour').explained!).toBeGreaterThan(candidate(basis, 'desk').explained!);
    expect(basis.chosen).toBe('desk');
    expect(basis.why).toContain('No attribute tells customers apart');
  });
});

describe('the basis that the file declares', () => {
  it('stands, with what the data would have chosen', async () => {
    const basis = await basisOf({
      ...company(8),
      customers: telling(40),
      designs: { cluster: { basis: 'colour' } },
    });
    expect(basis).toMatchObject({ chosen: 'colour', declared: true });
    expect(basis.candidates[0]?.attribute).toBe('colour');
    expect(basis.p).toBe(candidate(basis, 'colour').p);
    expect(basis.why).toContain('is the basis that was asked for');
    expect(basis.runnerUp).toMatch(/^kind would explain more: mean ω² 0\.\d\d\.$/);
  });

  it('is scored like the others, also where it would not have been a candidate', async () => {
    const customers = telling(40, (at) => ({
      attributes: { size: String(at % 3), kind: at % 2 === 0 ? 'a' : 'b' },
    }));
    const content = { ...company(8), customers };
    expect((await basisOf(content)).candidates.map(({ attribute }) => attribute)).toEqual(['kind']);
    const basis = await basisOf({ ...content, designs: { cluster: { basis: 'size' } } });
    expect(basis.candidates.map(({ attribute }) => attribute)).toEqual(['size', 'kind']);
  });
});

describe('a basis that looks random', () => {
  /** Groups that explain something, and would at random as often. */
  const lucky = (count: number) => {
    const random = randomFrom(12);
    return Array.from({ length: count }, (_, at) => ({
      id: `c${at}`,
      retention: 0.5 + 0.4 * random(),
      attributes: { kind: ['a', 'b', 'c'][at % 3] },
    }));
  };

  it('is a finding where it explains nothing', async () => {
    const [finding] = await findingsOfRule(
      'basis-explains-little',
      JSON.stringify({ ...company(8), customers: lucky(60) }),
      'cluster',
    );
    expect(finding?.message).toContain('next to nothing');
  });

  it('is a finding where chance does as well, and none where it does not', async () => {
    const noise = [0.02, -0.01, 0.03, -0.04, 0.01, 0.05, -0.05, 0.04, -0.02];
    const twoKinds = (apart: number) => ({
      ...company(8),
      customers: noise.map((value, at) => ({
        id: `c${at}`,
        retention: 0.7 + value + (at % 2 === 0 ? apart : 0),
        attributes: { kind: at % 2 === 0 ? 'a' : 'b' },
      })),
    });
    const of = (apart: number) =>
      findingsOfRule('basis-explains-little', JSON.stringify(twoKinds(apart)), 'cluster');
    const [finding] = await of(0.06);
    expect(finding?.message).toContain('groups drawn at random do as well with a chance of');
    expect(finding?.value).toBeGreaterThan(0.05);
    expect(finding?.limit).toBe(0.05);
    expect(await of(0.2)).toEqual([]);
  });

  it('is not Halden', async () => {
    const { basis } = designOf('cluster').apply(await example('halden'));
    expect(basis?.p).toBeCloseTo(0.004, 12);
    expect(candidate(basis!, 'territory').p).toBeGreaterThan(0.5);
  });
});
