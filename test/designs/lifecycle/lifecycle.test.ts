import { beforeAll, describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/model/organisation.ts';
import { findingsOf } from '../../rules/findings.ts';
import { designOf, example, organisationOf } from '../../support/organisations.ts';

const many = (prefix: string, count: number, capability: string, manager = 'top') =>
  Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at + 1}`, capability, manager }));

const company = (people: readonly object[], more: object = {}) => ({
  version: 1,
  name: 'Company',
  people: [{ id: 'top', title: 'Chief Executive Officer' }, ...people],
  ...more,
});

const apply = async (content: object) => designOf('lifecycle').apply(await organisationOf(content));

/** Phase of a person in a design. */
const phaseOf = ({ people, units, unitOf }: Organisation, id: string) =>
  units[unitOf[people.id.indexOf(id)]!]?.phase;

const unitIn = ({ units }: Organisation, phase: string) => units.find((unit) => unit.phase === phase)!;

describe('the phases', () => {
  it('divide each capability by its shares, those whose title names a phase first', async () => {
    const { organisation } = await apply(
      company([
        // Marketing is three quarters identify: six of eight.
        ...many('m', 8, 'marketing'),
        ...many('s', 6, 'sales'),
        // Account management is a fifth acquire: one of five, and it is not the one who renews.
        { id: 'a1', capability: 'account-management', title: 'Renewal Manager', manager: 'top' },
        ...many('k', 4, 'account-management'),
      ]),
    );
    const count = (ids: readonly string[], phase: string) =>
      ids.filter((id) => phaseOf(organisation!, id) === phase).length;
    const marketing = many('m', 8, '').map(({ id }) => id);
    expect([count(marketing, 'identify'), count(marketing, 'acquire')]).toEqual([6, 2]);
    expect(phaseOf(organisation!, 'a1')).toBe('retain');
    expect(count(['k1', 'k2', 'k3', 'k4'], 'acquire')).toBe(1);
  });

  const everyTrade = company([
    ...many('m', 4, 'marketing'),
    ...many('s', 4, 'sales'),
    ...many('u', 4, 'support'),
    ...many('f', 4, 'finance'),
  ]);

  it('say whose shares they follow, and which have no effect', async () => {
    const told = async (shares: object) =>
      (await apply({ ...everyTrade, designs: { lifecycle: { shares } } })).explanation.join(' ');
    expect(await told({})).toContain('follows the built-in shares, a judgement after Jameane.');
    const some = await told({ sales: { acquire: 1 }, finance: { identify: 1 } });
    expect(some).toContain('the shares that are given for sales, and for the others the built-in shares');
    expect(some).toContain('Shares without effect: those of finance.');
    const all = await told({ sales: { acquire: 1 }, marketing: { identify: 1 }, support: { retain: 1 } });
    expect(all).toContain('follows the shares that are given.');
    expect(all).not.toContain('built-in');
    expect(all).not.toContain('without effect');
    const { explanation } = await apply({
      ...everyTrade,
      capabilities: { sales: { phases: { acquire: 1, retain: 1 } } },
    });
    expect(explanation.join(' ')).toContain('the shares that are given for sales,');
  });

  it('that are there already take no shares, and say so', async () => {
    const people = ['identify', 'acquire', 'retain'].flatMap((phase) =>
      many(phase, 4, 'sales').map((person) => ({ ...person, department: phase })),
    );
    const content = company(people, {
      departments: ['identify', 'acquire', 'retain'].map((id) => ({ id, kind: 'phase', phase: id })),
    });
    expect((await apply(content)).explanation.join(' ')).not.toContain('shares');
    const { explanation } = await apply({
      ...content,
      designs: { lifecycle: { shares: { sales: { retain: 1 } } } },
    });
    expect(explanation).toContain(
      'The shares that are given have no effect, since nobody is divided over the phases anew.',
    );
  });

  it('refuse shares that are all 0, with the place and what to write', async () => {
    const none = { identify: 0, acquire: 0, retain: 0 };
    const wanted = /sales.*at least one share above 0, as in `\{ acquire: 1 \}`/s;
    await expect(
      apply({ ...everyTrade, designs: { lifecycle: { shares: { sales: none } } } }),
    ).rejects.toThrow(wanted);
    await expect(apply({ ...everyTrade, capabilities: { sales: { phases: none } } })).rejects.toThrow(wanted);
  });

  it('take along an executive without a trade whose whole department goes', async () => {
    const { organisation, explanation } = designOf('lifecycle').apply(await example('halden'));
    expect(phaseOf(organisation!, 'p132')).toBe('acquire');
    expect(explanation.join(' ')).not.toContain('Left alone');
  });

  it('are divided as the journeys of the file have it, and people who own customers by the hours of both skills', async () => {
    const sellers = Array.from({ length: 12 }, (_, at) => ({
      id: `s${at}`,
      capability: 'sales',
      manager: at < 4 ? 'top' : `s${at % 4}`,
    }));
    const customers = Array.from({ length: 24 }, (_, at) => ({ id: `c${at}`, owner: `s${4 + (at % 8)}` }));
    const journeys = [
      {
        id: 'j',
        steps: [
          { phase: 'identify', capability: 'sales', hours: 1 },
          { phase: 'acquire', capability: 'sales', hours: 2 },
          { phase: 'retain', capability: 'account-management', hours: 3 },
        ],
      },
    ];
    const { organisation, explanation } = await apply(company(sellers, { customers, journeys }));
    const size = (phase: string) => sellers.filter(({ id }) => phaseOf(organisation!, id) === phase).length;
    // Four sellers own nobody: a third identify. Eight own customers, half of whose hours are retain.
    expect([size('identify'), size('acquire'), size('retain')]).toEqual([4, 4, 4]);
    expect(explanation[0]).toContain('the steps of the journeys');
  });

  it('leave customers with their person: who works least for their own goes into the smaller phase', async () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      id,
      capability: 'account-management',
      manager: 'top',
    }));
    const customers = ['a', 'b', 'd', 'e'].map((owner, at) => ({ id: `c${at}`, owner }));
    const { organisation } = await apply(
      company(people, { customers, designs: { lifecycle: { minimum: 1 } } }),
    );
    expect(people.map(({ id }) => id).filter((id) => phaseOf(organisation!, id) === 'acquire')).toEqual([
      'c',
    ]);
  });

  it('reach four each where the shares of all capabilities together allow it', async () => {
    const { organisation } = await apply(
      company([
        ...many('m', 4, 'marketing'),
        ...many('s', 3, 'sales'),
        ...many('u', 3, 'support'),
        ...many('a', 2, 'account-management'),
      ]),
    );
    const sizes = ['identify', 'acquire', 'retain'].map(
      (phase) =>
        [...organisation!.unitOf].filter((unit) => organisation!.units[unit]?.phase === phase).length,
    );
    expect(sizes).toEqual([4, 4, 4]);
  });

  it('that stay below four are told as an error, and in the explanation', async () => {
    const small = company([...many('s', 6, 'sales'), ...many('u', 6, 'support')]);
    const findings = await findingsOf(JSON.stringify(small), 'lifecycle');
    const [finding] = findings.filter(({ rule }) => rule === 'unit-too-small');
    expect(finding).toMatchObject({ severity: 'error', value: 0, limit: 4 });
    const { explanation, organisation } = await apply(small);
    expect(explanation.join(' ')).toContain(
      'Identify has fewer than the 4 people that a phase needs: too few people here do such work.',
    );
    // An empty phase has a head to be hired.
    expect(organisation!.people.id).toContain('head/identify');
  });

  it('heed pins, count them in, and say which cannot be heeded', async () => {
    const { organisation, explanation } = await apply(
      company([...many('m', 8, 'marketing'), ...many('f', 2, 'finance')], {
        designs: { lifecycle: { pinned: { m1: 'acquire', m2: 'acquire', f1: 'retain', top: 'retain' } } },
      }),
    );
    expect([phaseOf(organisation!, 'm1'), phaseOf(organisation!, 'm2')]).toEqual(['acquire', 'acquire']);
    expect(phaseOf(organisation!, 'f1')).toBe('retain');
    expect(phaseOf(organisation!, 'f2')).toBeUndefined();
    // A quarter of eight is two: the pinned ones are these, and the minimum of four takes two more.
    const acquire = ['m3', 'm4', 'm5', 'm6', 'm7', 'm8'].filter(
      (id) => phaseOf(organisation!, id) === 'acquire',
    );
    expect(acquire.length).toBe(2);
    expect(explanation).toContain('Pins without effect, since the top stays at the top: top.');
  });

  it('have a manager where most of their people are, whatever these can do', async () => {
    const { organisation } = await apply(
      company([
        { id: 'lead', capability: 'communications', manager: 'top' },
        ...many('r', 2, 'market-research', 'lead'),
        ...many('c', 2, 'communications'),
        ...many('m', 3, 'marketing'),
        ...many('s', 5, 'sales'),
        ...many('u', 5, 'support'),
      ]),
    );
    expect([phaseOf(organisation!, 'r1'), phaseOf(organisation!, 'lead')]).toEqual(['identify', 'identify']);
  });
});

describe('feedback and scorecards of Halden', () => {
  let design: Organisation;
  beforeAll(async () => {
    design = designOf('lifecycle').apply(await example('halden')).organisation!;
  });

  it('say who tells whom what', () => {
    const id = (unit: number) => design.units[unit]!.id;
    const flows = design.flows.map(({ from, to, what }) => [id(from), id(to), what]);
    expect(flows).toEqual([
      [
        'phase/identify',
        'phase/acquire',
        'what prospects look for, from market research (p020 and p019) to product development (p074)',
      ],
      [
        'phase/retain',
        'phase/identify',
        'what customers stay and leave for, from the head of retain (p043) to that of identify (p002)',
      ],
      [
        'phase/retain',
        'phase/acquire',
        'what customers stay and leave for, from the head of retain (p043) to that of acquire (p021)',
      ],
      [
        'phase/retain',
        'phase/acquire',
        'why customers left, from the head of retain (p043) to that of acquire (p021)',
      ],
    ]);
    expect(design.flows.map(({ kind }) => kind)).toEqual([
      'prospect-insight',
      'customer-feedback',
      'customer-feedback',
      'exit-reasons',
    ]);
  });

  it('have the metrics of each phase, owned by its head, with a value only where the file has one', () => {
    const metrics = (phase: string) => unitIn(design, phase).scorecard!.map(({ metric }) => metric);
    expect(metrics('identify')).toEqual(['prospects-found', 'brand-awareness', 'conversion-to-acquire']);
    expect(metrics('acquire')).toEqual([
      'conversion-to-acquire',
      'revenue-against-goal',
      'initial-satisfaction',
    ]);
    expect(metrics('retain')).toEqual(['retention', 'satisfaction']);
    for (const phase of ['identify', 'acquire', 'retain']) {
      const unit = unitIn(design, phase);
      for (const { owner, value } of unit.scorecard!) {
        expect(owner).toBe(design.people.id[unit.head]);
        expect(value === undefined).toBe(phase !== 'retain');
      }
    }
  });
});

describe('feedback', () => {
  it('says what there is nobody for, and goes to the heads then', async () => {
    const { organisation, explanation } = await apply(
      company([...many('m', 6, 'marketing'), ...many('s', 5, 'sales'), ...many('u', 5, 'support')]),
    );
    expect(organisation!.flows[0]!.what).toBe(
      'what prospects look for, from the head of identify (m1) to the head of acquire (s1)',
    );
    expect(explanation.join(' ')).toContain('Nobody does market research in identify or develops products');
  });
});

describe('heads of phases', () => {
  const graded = async (people: readonly object[]) => {
    const departments = ['board', 'west', 'east', 'product', 'marketing'].map((id) => ({ id, name: id }));
    const before = await organisationOf({ version: 1, name: 'Phases', departments, people: [...people] });
    const after = designOf('lifecycle').apply(before).organisation!;
    const unitOf = (id: string) => after.units[after.unitOf[after.people.id.indexOf(id)]!]!.id;
    const headOf = (phase: string) =>
      after.people.id[after.units.find(({ id }) => id === `phase/${phase}`)!.head]!;
    return { after, unitOf, headOf };
  };
  const team = (
    id: string,
    count: number,
    capability: string,
    department: string,
    manager: string,
    level = 3,
  ) =>
    Array.from({ length: count }, (_, at) => ({ id: `${id}${at}`, capability, department, manager, level }));
  const TOP = { id: 'top', title: 'Vorstandsvorsitzende', department: 'board', level: 9 };
  const MARKETING = [
    {
      id: 'mk',
      title: 'Leiterin Marketing',
      capability: 'marketing',
      department: 'marketing',
      manager: 'top',
      level: 6,
    },
    ...team('m', 4, 'marketing', 'marketing', 'mk'),
  ];

  it('are of the most senior: two directors do not sit in one phase while a junior of theirs leads another', async () => {
    const regions = ['west', 'east'].flatMap((region) => [
      { id: region, title: 'Regionaldirektor', department: region, manager: 'top', level: 7 },
      {
        id: `${region}-s`,
        title: 'Leiter Vertrieb',
        capability: 'sales',
        department: region,
        manager: region,
        level: 6,
      },
      ...team(`${region}-s-`, 5, 'sales', region, `${region}-s`),
      {
        id: `${region}-a`,
        title: 'Leiterin Betreuung',
        capability: 'support',
        department: region,
        manager: region,
        level: 6,
      },
      ...team(`${region}-a-`, 30, 'support', region, `${region}-a`),
    ]);
    const { unitOf, headOf } = await graded([TOP, ...MARKETING, ...regions]);
    expect(unitOf('west-s')).toBe('phase/acquire');
    expect([headOf('acquire'), headOf('retain')].sort()).toEqual(['east', 'west']);
    // Nobody of them has a team of marketing.
    expect(headOf('identify')).toBe('mk');
  });

  it('are executives over sales and more, before an equal from another trade', async () => {
    const people = [
      TOP,
      {
        id: 'cro',
        title: 'Chief Revenue Officer',
        capability: 'sales',
        department: 'board',
        manager: 'top',
        level: 7,
      },
      {
        id: 'cpo',
        title: 'Chief Product Officer',
        capability: 'product-management',
        department: 'product',
        manager: 'top',
        level: 7,
      },
      ...team('pm', 8, 'product-management', 'product', 'cpo'),
      ...MARKETING.map((one) => (one.id === 'mk' ? { ...one, manager: 'cro' } : one)),
      { id: 'vs', title: 'VP Sales', capability: 'sales', department: 'west', manager: 'cro', level: 6 },
      ...team('s', 6, 'sales', 'west', 'vs'),
      { id: 'vc', title: 'VP Service', capability: 'support', department: 'east', manager: 'cro', level: 6 },
      ...team('c', 12, 'support', 'east', 'vc'),
    ];
    const { headOf, unitOf, after } = await graded(people);
    expect([headOf('identify'), headOf('acquire'), headOf('retain')]).toEqual(['mk', 'cro', 'vc']);
    expect(unitOf('cpo')).toBe('phase/acquire');
    expect(designOf('lifecycle').apply(after).explanation.join(' ')).toContain('already');
  });
});
