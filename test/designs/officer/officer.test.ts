import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { viewOf } from '../../../src/model/view.ts';
import { designOf, figureOf, organisationOf } from '../../support/organisations.ts';

const TRADES = [
  ['marketing', 'm'],
  ['sales', 's'],
  ['account-management', 'a'],
] as const;

/** Three trades of four under the top, a product manager and a researcher. */
const company = (customerOfficer: object, officer?: object) => ({
  version: 1,
  name: 'Officers',
  ...(officer === undefined ? {} : { customerOfficer: officer }),
  designs: { functional: { customerOfficer } },
  people: [
    { id: 'top', title: 'Chief Executive Officer', capability: 'leadership' },
    ...TRADES.flatMap(([capability, letter]) =>
      [1, 2, 3, 4].map((n) => ({
        id: `${letter}${n}`,
        title: 'Specialist',
        capability,
        department: capability,
        manager: n === 1 ? 'top' : `${letter}1`,
        ...(n === 2 ? { level: 3 } : {}),
      })),
    ),
    { id: 'p1', title: 'Product manager', department: 'products', manager: 'top' },
    { id: 'r1', title: 'Market researcher', department: 'research', manager: 'top' },
  ],
  customers: [{ id: 'c1', owner: 'a2' }],
});

async function made(content: object) {
  const before = await organisationOf(content);
  const result = designOf('functional').apply(before);
  return { before, after: result.organisation!, result };
}

const bossOf = (organisation: Organisation, id: string): string | undefined => {
  const { people } = organisation;
  return people.id[treeOf(organisation).boss[people.id.indexOf(id)]!];
};

const NEW = 'officer/customer';

describe('an officer of a design', () => {
  it('with a full department has every head who faces customers, and insight', async () => {
    const { before, after, result } = await made(company({ model: 'full-department' }));
    for (const id of ['m1', 's1', 'a1', 'r1', NEW])
      expect(bossOf(after, id), id).toBe(id === NEW ? 'top' : NEW);
    expect(bossOf(after, 'm2')).toBe('m1');
    expect(figureOf('officer.reach', viewOf(after))).toBe(1);
    expect(figureOf('officer.linesChanged', viewOf(after), viewOf(before))).toBe(5);
    expect(result.hires.get('leadership')).toBe(1);
    expect(result.status).toBe('needs-hires');
  });

  it('has those who lead a department side by side, and not one above the other', async () => {
    const content = company({ model: 'full-department' });
    const people = content.people.map((one) => (one.id.startsWith('s') ? { ...one, manager: 'top' } : one));
    const { after } = await made({ ...content, people });
    const heads = ['s1', 's2', 's3', 's4'].map((id) => bossOf(after, id));
    expect(heads).toEqual([NEW, NEW, NEW, NEW]);
    expect(after.units[after.unitOf[after.people.id.indexOf('s1')]!]!.head).toBe(-1);
  });

  it('as a minister has nobody, and is told by the units', async () => {
    const { before, after } = await made(company({ model: 'minister' }));
    for (const id of ['m1', 's1', 'a1']) expect(bossOf(after, id), id).toBe('top');
    expect(figureOf('officer.reach', viewOf(after))).toBe(0);
    expect(figureOf('officer.linesChanged', viewOf(after), viewOf(before))).toBe(1);
    const office = after.units.findIndex(({ id }) => id === 'office/customer');
    expect(after.flows.filter(({ to }) => to === office).length).toBeGreaterThanOrEqual(3);
  });

  it('in the middle has insight only, where there are no centres of expertise', async () => {
    const { after } = await made(company({ model: 'middle' }));
    expect(['m1', 's1', 'a1', 'r1'].map((id) => bossOf(after, id))).toEqual(['top', 'top', 'top', NEW]);
  });

  it('is who is the officer today, and adds no seat', async () => {
    const { before, after } = await made(
      company({ model: 'full-department' }, { person: 'r1', tenureYears: 4 }),
    );
    expect(after.people.count).toBe(before.people.count);
    expect(after.officer).toMatchObject({ model: 'full-department', tenureYears: 4 });
    expect(bossOf(after, 's1')).toBe('r1');
  });

  it('in the place of the head of marketing leaves the next most senior to lead it', async () => {
    const { before, after } = await made(company({ model: 'minister', replacesMarketing: true }));
    expect(after.people.count).toBe(before.people.count);
    expect(after.people.id[after.officer!.seat]).toBe('m1');
    expect(after.people.title[after.officer!.seat]).toBe('Chief Customer Officer');
    expect(['m1', 'm2', 'm3'].map((id) => bossOf(after, id))).toEqual(['top', 'top', 'm2']);
  });

  it('with customer managers puts product managers below the lead of who serves their customers', async () => {
    const { after } = await made(company({ model: 'minister', customerManagers: true }));
    expect(bossOf(after, 'p1')).toBe('a1');
    expect(bossOf((await made(company({ model: 'minister' }))).after, 'p1')).toBe('top');
  });

  it('is not measured where nobody asks for one', async () => {
    const { after } = await made({ ...company({}), designs: {} });
    expect(after.officer).toBeUndefined();
    expect(figureOf('officer.reach', viewOf(after))).toBeNull();
  });
});
