import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiesOf } from '../../../src/designs/cluster/placing/ties.ts';
import { worthIn, worthOf } from '../../../src/designs/cluster/placing/worth.ts';
import { planClusters } from '../../../src/designs/cluster/plan.ts';
import { joiningNoCluster } from '../../../src/designs/hierarchy/executives.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { anyOrganisation, designOf, example, organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';

const SKILLS = ['marketing', 'sales', 'account-management', 'support'];

/** People of each of some capabilities, named after it: `sales1`, `sales2`, … */
const staff = (count: number, manager: (skill: string, at: number) => string, skills = SKILLS) =>
  skills.flatMap((skill) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${skill}${at + 1}`,
      capability: skill,
      manager: manager(skill, at),
      level: 1,
    })),
  );

const customersNeeding = (hours: number) =>
  ['dairy', 'energy'].flatMap((industry) =>
    Array.from({ length: 6 }, (_, at) => ({
      id: `${industry}${at + 1}`,
      revenue: 1000 * (at + 1),
      margin: 100,
      retention: industry === 'dairy' ? 0.9 : 0.6,
      acquisitionCost: 50,
      satisfaction: { score: industry === 'dairy' ? 8 : 6 },
      attributes: { industry },
      effort: Object.fromEntries(SKILLS.map((skill) => [skill, hours])),
    })),
  );

const company = (people: readonly object[], more: object = {}) => ({
  version: 1,
  name: 'Company',
  currency: 'EUR',
  people: [{ id: 'top', title: 'Chief Executive Officer', level: 9 }, ...people],
  customers: customersNeeding(120),
  designs: { cluster: { basis: 'industry' } },
  ...more,
});

const apply = async (content: object) => designOf('cluster').apply(await organisationOf(content));

const headOf = ({ units, people }: Organisation, unit: string) =>
  people.id[units.find(({ id }) => id === unit)!.head];
const membersOf = ({ units, unitOf, people }: Organisation, unit: string) =>
  [...unitOf.keys()].filter((seat) => units[unitOf[seat]!]?.id === unit).map((seat) => people.id[seat]!);
const bossOf = (organisation: Organisation, id: string) => {
  const boss = treeOf(organisation).boss[organisation.people.id.indexOf(id)]!;
  return boss < 0 ? '' : organisation.people.id[boss];
};

describe('heads of clusters', () => {
  it('are those of the highest level, one in each, wherever their ids had put them', async () => {
    // Both have the same capability and no customers: without an exchange both would be in the first cluster.
    const { organisation } = await apply(
      company([
        { id: 'a-head', capability: 'sales', manager: 'top', level: 5 },
        { id: 'b-head', capability: 'support', manager: 'top', level: 5 },
        ...staff(8, (skill) => (skill === 'sales' ? 'a-head' : 'b-head')),
      ]),
    );
    const heads = ['cluster/dairy', 'cluster/energy'].map((unit) => headOf(organisation!, unit));
    expect([...heads].sort()).toEqual(['a-head', 'b-head']);
    for (const head of heads) expect(bossOf(organisation!, head!)).toBe('top');
  });

  it('are the directors of these customers first, with those who report to them already', async () => {
    const { organisation, hires, explanation } = await apply(
      company(
        [
          { id: 'fn', title: 'Chief of Staff', capability: 'leadership', manager: 'top', level: 4 },
          ...['dairy', 'energy'].map((industry) => ({
            id: `${industry}-director`,
            capability: 'leadership',
            department: industry,
            manager: 'top',
            level: 5,
          })),
          // Everyone has a function head first and an industry director second, in the order of their ids.
          ...staff(4, () => '').map(({ manager: _, ...person }, at) => ({
            ...person,
            department: 'function',
            managers: [
              { to: 'fn', weight: 0.5 },
              { to: at % 2 === 0 ? 'dairy-director' : 'energy-director', weight: 0.5 },
            ],
          })),
        ],
        {
          departments: [
            { id: 'function', head: 'fn' },
            { id: 'dairy', head: 'dairy-director', serves: { where: { industry: ['dairy'] } } },
            { id: 'energy', head: 'energy-director', serves: { where: { industry: ['energy'] } } },
          ],
          policy: { centreSize: 0 },
        },
      ),
    );
    expect(hires.size).toBe(0);
    for (const industry of ['dairy', 'energy']) {
      expect(headOf(organisation!, `cluster/${industry}`)).toBe(`${industry}-director`);
      const others = membersOf(organisation!, `cluster/${industry}`).filter((id) => !id.endsWith('director'));
      const parity = industry === 'dairy' ? 0 : 1;
      expect(others.map((id) => staff(4, () => '').findIndex((one) => one.id === id) % 2)).toEqual(
        others.map(() => parity),
      );
      for (const id of others) expect(bossOf(organisation!, id)).toBe(`${industry}-director`);
    }
    // The second line of each is now the only one.
    expect(explanation.join(' ')).not.toContain('second line');
    expect(explanation.join(' ')).toContain('1 manager of today leads nobody any more: fn');
  });

  it('are the directors of zones rather than a head of a trade who directs nobody, for whom the centre of expertise is', async () => {
    const zones = ['dairy', 'energy'];
    const people = [
      { id: 'sales', title: 'Sales Director', capability: 'sales', manager: 'top', level: 8 },
      { id: 'marketing', title: 'Marketing Director', capability: 'marketing', manager: 'top', level: 7 },
      ...zones.map((zone) => ({ id: zone, title: 'Directeur de zone', manager: 'sales', level: 6 })),
      ...staff(10, (skill, at) => (skill === 'marketing' ? 'marketing' : zones[at % 2]!)).map((person) => ({
        ...person,
        level: 4,
      })),
    ];
    const { organisation } = await apply(
      company(people, {
        customers: zones.flatMap((industry, zone) =>
          Array.from({ length: 6 }, (_, at) => ({
            id: `${industry}${at}`,
            owner: `account-management${at % 2 === 0 ? 1 + zone : 3 + zone}`,
            attributes: { industry },
          })),
        ),
      }),
    );
    expect(headOf(organisation!, 'centre/marketing')).toBe('marketing');
    const heads = zones.map((zone) => headOf(organisation!, `cluster/${zone}`));
    expect(heads).toContain('sales');
    expect(zones).toContain(heads.find((head) => head !== 'sales'));
    // The zone that the sales director leads keeps its director below.
    for (const zone of zones) expect(membersOf(organisation!, `cluster/${zone}`)).toContain(zone);
  });

  it('are to be hired where nobody can be spared', async () => {
    const { organisation, hires } = await apply(
      company(
        staff(2, () => 'top'),
        { policy: { centreSize: 0 }, designs: { cluster: { basis: 'industry', clusters: 2 } } },
      ),
    );
    expect(hires.get('leadership')).toBe(2);
    expect(headOf(organisation!, 'cluster/dairy')).toBe('vp/dairy');
  });
});

describe('centres of expertise', () => {
  const withHeads = (centreSize: number, title = 'Chief Operating Officer') =>
    company(
      [
        { id: 'chief', title, manager: 'top', level: 6 },
        ...SKILLS.map((skill) => ({ id: `head-${skill}`, capability: skill, manager: 'top', level: 4 })),
        ...staff(5, (skill) => `head-${skill}`),
      ],
      // 12 customers of 30 hours keep 3.1 people of each trade busy; there are 6.
      { policy: { centreSize }, customers: customersNeeding(30) },
    );

  it('take so many people for each clustered capability as the policy says, under one executive', async () => {
    const { organisation } = await apply(withHeads(2));
    for (const skill of SKILLS) {
      expect(membersOf(organisation!, `centre/${skill}`).length).toBe(2);
      expect(bossOf(organisation!, headOf(organisation!, `centre/${skill}`)!)).toBe('chief');
    }
  });

  it('are led by the head of the trade whom no cluster needs', async () => {
    const { organisation } = await apply(withHeads(1));
    const centres = SKILLS.map((skill) => headOf(organisation!, `centre/${skill}`)!);
    const clusters = ['dairy', 'energy'].map((industry) => headOf(organisation!, `cluster/${industry}`)!);
    expect(centres.filter((id) => id.startsWith('head-')).length).toBe(2);
    expect(clusters.every((id) => id.startsWith('head-'))).toBe(true);
  });

  it('report to the root where nobody else has room, and exchange with every cluster without a line to it', async () => {
    const { organisation, explanation } = await apply(withHeads(1, 'Head of Works'));
    const design = organisation!;
    for (const skill of SKILLS) expect(bossOf(design, headOf(design, `centre/${skill}`)!)).toBe('top');
    const id = (unit: number) => design.units[unit]!.id;
    const ends = design.flows.map(({ from, to }) => `${id(from)}>${id(to)}`);
    for (const skill of SKILLS)
      for (const industry of ['dairy', 'energy']) {
        expect(ends).toContain(`centre/${skill}>cluster/${industry}`);
        expect(ends).toContain(`cluster/${industry}>centre/${skill}`);
      }
    expect(ends.length).toBe(2 * 2 * SKILLS.length);
    expect(explanation.join(' ')).toContain('What each mandates, and what it only advises, is a proposal');
    for (const unit of design.units)
      if (unit.kind === 'centre-of-expertise')
        expect([unit.decides!.length, unit.advises!.length]).not.toContain(0);
  });

  it('are none where the policy wants none, or nobody can be spared, which is said', async () => {
    const none = await apply(withHeads(0));
    expect(none.organisation!.units.some(({ kind }) => kind === 'centre-of-expertise')).toBe(false);
    expect(none.optionalSeats).toEqual([]);
    const scarce = await apply(
      company(
        staff(2, () => 'top').map((person) => ({ ...person, costPerYear: 50_000 })),
        { designs: { cluster: { basis: 'industry', clusters: 2 } } },
      ),
    );
    // Open posts for them are listed apart, and make the design no dearer and need no hires.
    expect(scarce.optionalSeats).toEqual(
      SKILLS.map((capability) => ({ unit: `centre/${capability}`, capability, cost: 50_000 })),
    );
    expect(scarce.organisation!.people.count).toBe(11);
    expect(scarce.explanation.join(' ')).toContain(
      'nobody to spare for a centre of expertise in marketing, sales, account management and support',
    );
  });
});

describe('what joins the clusters', () => {
  const withMore = (context: object) =>
    apply(
      company([...staff(4, () => 'top'), ...staff(4, () => 'top', ['operations', 'product-management'])], {
        context,
        policy: { centreSize: 0 },
      }),
    );
  const joined = async (context: object, skill: string) => {
    const { organisation } = await withMore(context);
    return ['dairy', 'energy'].flatMap((industry) =>
      membersOf(organisation!, `cluster/${industry}`).filter((id) => id.startsWith(skill)),
    ).length;
  };
  it('is operations where the service level is high, and product management where technology is sold', async () => {
    expect(await joined({}, 'operations')).toBe(0);
    expect(await joined({ serviceLevel: 'standard', offering: 'goods' }, 'product-management')).toBe(0);
    expect(await joined({ serviceLevel: 'high' }, 'operations')).toBe(4);
    expect(await joined({ serviceLevel: 'high' }, 'product-management')).toBe(0);
    expect(await joined({ offering: 'technology' }, 'product-management')).toBe(4);
  });
});

describe('a common service', () => {
  it('that loses its head is led by the most senior of those who lost theirs, under the chief', async () => {
    const { organisation } = await apply(
      company(
        [
          { id: 'coo', title: 'Chief Operating Officer', manager: 'top', level: 6 },
          { id: 'head', capability: 'marketing', department: 'marketing', manager: 'top', level: 5 },
          ...staff(6, () => 'head'),
          ...['w1', 'w2', 'w3'].map((id, at) => ({
            id,
            capability: 'production',
            department: 'marketing',
            manager: 'head',
            level: at + 1,
          })),
        ],
        { policy: { centreSize: 0 } },
      ),
    );
    const service = organisation!.units.find(({ id }) => id === 'marketing')!;
    expect(service.kind).toBe('common-service');
    expect(organisation!.people.id[service.head]).toBe('w3');
    expect(['w1', 'w2', 'w3'].map((id) => bossOf(organisation!, id))).toEqual(['w3', 'w3', 'coo']);
    expect(service.charter?.targetCustomers).toBe(
      'The customer clusters dairy and energy, and the rest of the company.',
    );
  });
});

/** What must hold of every cluster design. */
function expectClusters(before: Organisation, after: Organisation, assigned: number) {
  const tree = treeOf(after);
  const served = new Int32Array(after.customers.count);
  const clusters = [...after.units.keys()].filter((unit) => after.units[unit]!.kind === 'cluster');
  expect(clusters.length).toBeGreaterThan(0);
  const centres = after.units.filter(({ kind }) => kind === 'centre-of-expertise');
  for (let seat = 0; seat < after.people.count; seat++)
    expect(after.lines.start[seat + 1]! - after.lines.start[seat]!, 'lines').toBeLessThanOrEqual(1);
  for (const unit of clusters) {
    const { head, serves, scorecard, charter } = after.units[unit]!;
    expect(after.unitOf[head]).toBe(unit);
    // One line, inside the cluster up to its head, who is below the root or an executive who stays.
    for (let seat = 0; seat < after.people.count; seat++) {
      if (after.unitOf[seat] !== unit) continue;
      let at = seat;
      while (at !== head) {
        at = tree.boss[at]!;
        expect(after.unitOf[at]).toBe(unit);
      }
    }
    const above = tree.boss[head]!;
    if (above !== treeOf(before).roots[0]) {
      expect(joiningNoCluster(before)[above]).toBe(1);
      expect(after.units[after.unitOf[above]!]?.id).toBe(before.units[before.unitOf[above]!]?.id);
    }
    if (serves.kind === 'some') for (const customer of serves.customers) served[customer]!++;
    expect(scorecard!.map(({ metric }) => metric)).toEqual([
      'acquisition-cost',
      'sales',
      'retention',
      'margin',
      'satisfaction',
    ]);
    for (const { owner } of scorecard!) expect(owner).toBe(after.people.id[head]);
    expect(charter!.targetCustomers).toMatch(/prospects/);
  }
  expect([...served].every((count) => count === 1)).toBe(true);
  for (const unit of centres) expect(unit.serves.kind).toBe('none');
  expect(after.flows.length).toBe(2 * centres.length * clusters.length + before.flows.length);
  // Leaders change places at no cost: the placing is worth what it was proven to be.
  const options = before.options.cluster;
  const plan = planClusters(before, options);
  if ('missing' in plan) throw new Error('no plan');
  const ties = tiesOf(before, plan.groups, plan.needs);
  const worth = worthOf(options.goals);
  const groupOf = new Map(clusters.map((unit, at) => [unit, at]));
  const needed = new Set(plan.needs.keys());
  let sum = 0;
  const heads = new Set(clusters.map((unit) => after.units[unit]!.head));
  for (let seat = 0; seat < before.people.count; seat++) {
    // Heads come beside the posts.
    const at = heads.has(seat) ? undefined : groupOf.get(after.unitOf[seat]!);
    const skills = [before.people.capability[seat]!, ...(before.people.secondary.get(seat) ?? [])];
    if (at !== undefined && skills.some((skill) => needed.has(skill))) sum += worthIn(ties, worth, seat, at);
  }
  expect(sum / 1e6).toBeCloseTo(assigned, 6);
}

describe('every cluster design', () => {
  it('has one line for everyone, each customer once, five measures, and as good a placing as was proven', async () => {
    let built = 0;
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const before = await organisationOf(content);
        const { organisation, assignment, explanation } = designOf('cluster').apply(before);
        if (organisation === null || explanation.join().includes('already')) return;
        built++;
        expectClusters(before, organisation, assignment!.objective);
      }),
      { numRuns: runs(120) },
    );
    expect(built).toBeGreaterThan(runs(120) / 6);
  });

  it.each(['halden', 'tindle-and-moss', 'marrowgate'])('so has %s', async (name) => {
    const before = await example(name);
    const { organisation, assignment } = designOf('cluster').apply(before);
    expectClusters(before, organisation!, assignment!.objective);
  });
});

describe('Halden', () => {
  it('has the highest grade of its members lead the clusters, and nobody under a lower level', async () => {
    const before = await example('halden');
    const { organisation, explanation } = designOf('cluster').apply(before);
    const heads = organisation!.units.filter(({ kind }) => kind === 'cluster').map(({ head }) => head);
    expect(heads.map((seat) => before.people.level[seat]).sort()).toEqual([5, 5, 5, 5]);
    expect(explanation.join(' ')).not.toContain('of a lower level');
  });
});
