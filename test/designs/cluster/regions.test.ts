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

describe('posts divided by what customers are worth', () => {
  const company = (seatsBy: string, margin: number | undefined) => {
    const sides = ['few', 'many'];
    return organisationOf({
      version: 1,
      name: 'Company',
      people: [
        { id: 'top', title: 'Chief Executive Officer', capability: 'leadership' },
        ...['sales', 'marketing', 'account-management', 'support'].flatMap((capability) =>
          Array.from({ length: 8 }, (_, at) => ({ id: `${capability}${at}`, capability, manager: 'top' })),
        ),
      ],
      customers: sides.map((side, at) => ({
        id: side,
        // The few need a third of the hours, and bring three quarters of the worth.
        effort: { sales: at === 0 ? 200 : 400, marketing: 200, 'account-management': 200, support: 200 },
        retention: 0.8,
        ...(margin === undefined ? {} : { margin: at === 0 ? 3 * margin : margin }),
        attributes: { side },
      })),
      designs: { cluster: { basis: 'side', seatsBy } },
    });
  };
  const sellersFor = async (seatsBy: string, margin: number | undefined) => {
    const { organisation, explanation } = designOf('cluster').apply(await company(seatsBy, margin));
    const { people, unitOf: of, units, capabilities } = organisation!;
    const sales = capabilities.findIndex(({ id }) => id === 'sales');
    const count = (name: string) =>
      [...people.id.keys()].filter(
        (seat) => people.capability[seat] === sales && units[of[seat]!]!.name === name,
      ).length;
    return { few: count('few'), many: count('many'), text: explanation.join(' ') };
  };

  it('give more sellers to those who are worth more, and by hours to those who need more', async () => {
    const [hours, equity] = [await sellersFor('hours', 1000), await sellersFor('equity', 1000)];
    expect(hours.few).toBeLessThan(hours.many);
    expect(equity.few).toBeGreaterThan(equity.many);
    expect(hours.text).toContain('the heads answer for: few 75 %, many 25 %.');
    expect(equity.text).toContain('Posts are divided by it.');
  });

  it('go by hours where the worth is not known, and say so', async () => {
    const [hours, equity] = [await sellersFor('hours', undefined), await sellersFor('equity', undefined)];
    expect([equity.few, equity.many]).toEqual([hours.few, hours.many]);
    expect(equity.text).toContain('Posts are divided by hours');
    expect(hours.text).not.toContain('worth over the years');
  });
});

/** Offices of brokers that serve a region each, below one executive; claims and marketing know no customer. */
const insurer = (regional: object = { title: 'Regional Director' }) => {
  const regions = ['north', 'south'];
  const people = (prefix: string, count: number, of: object) =>
    Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at}`, title: 'Specialist', ...of }));
  return organisationOf({
    version: 1,
    name: 'Insurer',
    departments: [
      { id: 'board' },
      { id: 'distribution' },
      ...regions.map((region) => ({
        id: region,
        parent: 'distribution',
        serves: { where: { region: [region] } },
      })),
      { id: 'claims' },
      { id: 'marketing' },
    ],
    people: [
      { id: 'top', title: 'Chief Executive', department: 'board' },
      { id: 'cdo', title: 'Chief Distribution Officer', department: 'distribution', manager: 'top' },
      ...regions.flatMap((department) => [
        { id: `rd-${department}`, department, manager: 'cdo', ...regional },
        ...['sales', 'account-management'].flatMap((capability) =>
          people(`${capability}-${department}`, 4, { department, capability, manager: `rd-${department}` }),
        ),
      ]),
      ...['claims', 'marketing'].flatMap((department) => {
        const capability = department === 'claims' ? 'support' : department;
        return [
          { id: department, title: `${department} Director`, department, capability, manager: 'top' },
          ...[0, 1].flatMap((at) => [
            {
              id: `${department}-lead${at}`,
              title: 'Team Leader',
              department,
              capability,
              manager: department,
            },
            ...people(`${department}${at}`, 5, {
              department,
              capability,
              manager: `${department}-lead${at}`,
            }),
          ]),
        ];
      }),
    ],
    customers: regions.flatMap((region) =>
      Array.from({ length: 8 }, (_, at) => ({ id: `${region}${at}`, attributes: { region } })),
    ),
    designs: { cluster: { basis: 'region' } },
  });
};

it('leads clusters by who directs their customers, below their executive; heads of trades who lead leads go to the centres', async () => {
  const after = designOf('cluster').apply(await insurer()).organisation!;
  const bossOf = (id: string) => after.people.id[treeOf(after).boss[after.people.id.indexOf(id)]!];
  for (const region of ['north', 'south']) {
    const { kind, head } = unitOf(after, `sales-${region}3`);
    expect([kind, after.people.id[head]]).toEqual(['cluster', `rd-${region}`]);
    expect(bossOf(`rd-${region}`)).toBe('cdo');
  }
  expect(['claims', 'marketing'].map((id) => unitOf(after, id).kind)).toEqual([
    'centre-of-expertise',
    'centre-of-expertise',
  ]);
});

it.each([{ title: 'Regional Team Lead' }, { title: 'Regional Director', vacant: true }])(
  'no head of a trade makes room for %o',
  async (regional) => {
    const after = designOf('cluster').apply(await insurer(regional)).organisation!;
    const heads = ['north', 'south'].map((region) => unitOf(after, `sales-${region}3`).head);
    expect(heads.map((head) => after.people.id[head]).some((id) => /claims|marketing/.test(id!))).toBe(true);
  },
);
