import { describe, expect, it } from 'vitest';
import { displacedHeads } from '../../src/designs/displaced.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { designOf, organisationOf } from '../support/organisations.ts';
import { imported, table } from './imported.ts';

const CUSTOMERS = table('twelve.customers.csv');
const PEOPLE = table('heads.csv');

const apply = (organisation: Organisation, id: DesignId) => {
  const { organisation: design, explanation } = designOf(id).apply(organisation);
  return { design: design!, text: explanation.join(' ') };
};
const titleOfHead = ({ units, people }: Organisation, name: string) =>
  people.title[units.find((unit) => unit.name === name)!.head];

describe('a company with a director of sales and one of marketing, and a manager of inside sales', () => {
  it('has the phases led by the directors of their trades', async () => {
    const { design } = apply(await imported(PEOPLE, CUSTOMERS), 'lifecycle');
    expect(titleOfHead(design, 'Identify')).toBe('Marketing Director');
    expect(titleOfHead(design, 'Acquire')).toBe('Sales Director');
    expect(titleOfHead(design, 'Retain')).toBe('Head of Support');
  });

  it('has its clusters led by the two directors', async () => {
    const { design } = apply(await imported(PEOPLE, CUSTOMERS), 'cluster');
    const heads = ['Retail', 'Energy'].map((name) => titleOfHead(design, name));
    expect(heads.sort()).toEqual(['Marketing Director', 'Sales Director']);
  });

  it('names the head of support as one who loses the seat in clusters, and nobody in functions', async () => {
    const organisation = await imported(PEOPLE, CUSTOMERS);
    const lost = (id: DesignId) => {
      const { design, text } = apply(organisation, id);
      return {
        titles: displacedHeads(organisation, design).map(({ seat }) => organisation.people.title[seat]),
        isSaid: text.includes('of today loses the seat: 8 (Head of Support, Service)'),
      };
    };
    // Who is alone in a centre of expertise heads nobody.
    expect(lost('cluster')).toEqual({ titles: ['Head of Support'], isSaid: true });
    expect(lost('functional')).toEqual({ titles: [], isSaid: false });
  });
});

describe('the same company with grades', () => {
  const graded = (grades: Readonly<Record<string, number>>) =>
    PEOPLE.trim()
      .split('\n')
      .map((line, at) => `${line},${at === 0 ? 'Grade' : (grades[line.split(',')[0]!] ?? 2)}`)
      .join('\n');

  it('has the phase led by somebody of another trade who is of a higher grade, and says so', async () => {
    // The head of marketing is of a lower grade than the manager of inside sales, who belongs to the same phase.
    const organisation = await imported(
      graded({ 1: 12, 2: 10, 8: 9, 4: 8, 5: 7, 3: 6, 6: 5, 7: 5 }),
      CUSTOMERS,
    );
    const { design, text } = apply(organisation, 'lifecycle');
    const identify = design.units.find(({ name }) => name === 'Identify')!;
    const inside = [...design.unitOf.keys()].filter(
      (seat) => design.units[design.unitOf[seat]!] === identify,
    );
    const highest = Math.max(...inside.map((seat) => design.people.level[seat]!));
    expect(design.people.level[identify.head]).toBe(highest);
    expect(design.people.title[identify.head]).toBe('Inside Sales Manager');
    expect(text).toContain('Identify is led by 4 (Inside Sales Manager)');
  });

  it('has clusters led by the highest grades, whatever their titles say', async () => {
    const organisation = await imported(
      graded({ 1: 12, 2: 6, 5: 6, 8: 6, 3: 9, 6: 9, 4: 5, 7: 5 }),
      CUSTOMERS,
    );
    const { design } = apply(organisation, 'cluster');
    const heads = ['Retail', 'Energy'].map((name) => titleOfHead(design, name));
    expect(heads.sort()).toEqual(['Marketing Manager', 'Sales Manager']);
  });
});

it.each([
  [8, 'Support Manager', true],
  [7, 'Head of Account Management', false],
])('with a support manager of grade %d retain is led by the %s', async (level, title, isSaid) => {
  const below = (id: string, work: string) =>
    [1, 2, 3, 4, 5].map((at) => ({ id: `${id}${at}`, title: work, department: id, manager: id, level: 3 }));
  const organisation = await organisationOf({
    version: 1,
    name: 'Grades',
    people: [
      { id: 'top', title: 'Chief Executive Officer', level: 12 },
      { id: 'am', title: 'Head of Account Management', department: 'am', manager: 'top', level: 7 },
      { id: 'su', title: 'Support Manager', department: 'su', manager: 'top', level },
      { id: 'sa', title: 'Sales Manager', department: 'sa', manager: 'top', level: 7 },
      ...below('sa', 'Sales Representative'),
      ...below('am', 'Account Manager'),
      ...below('su', 'Support Agent'),
    ],
  });
  const { design, text } = apply(organisation, 'lifecycle');
  expect(titleOfHead(design, 'Retain')).toBe(title);
  // A trade of retain, but not the one that leads it.
  expect(text.includes('of support, who is of a higher grade than everybody there from account')).toBe(
    isSaid,
  );
});

it('of three sales managers those lead the clusters who own the customers, and nobody is hired', async () => {
  const organisation = await imported(table('swap.people.csv'), table('swap.customers.csv'));
  const { organisation: design, hires } = designOf('cluster').apply(organisation);
  const idOfHead = (name: string) =>
    design!.people.id[design!.units.find((unit) => unit.name === name)!.head];
  expect([idOfHead('US'), idOfHead('EU')]).toEqual(['4', '2']);
  expect(hires.size).toBe(0);
});

it('says of nobody who leads nobody that they lose a seat, unless a department names them as its head', async () => {
  const lost = async (head?: string) => {
    const before = await organisationOf({
      version: 1,
      name: 'Company',
      departments: [{ id: 'works' }, { id: 'design', ...(head === undefined ? {} : { head }) }],
      people: [
        { id: 'top', title: 'Chief Executive Officer', department: 'works' },
        ...Array.from({ length: 5 }, (_, at) => ({ id: `d${at}`, department: 'design', manager: 'top' })),
      ],
    });
    const after = {
      ...before,
      units: before.units.map((unit) => ({ ...unit, head: -1 })),
      unitOf: before.unitOf.map(() => 0),
    };
    return displacedHeads(before, after).map(({ seat }) => before.people.id[seat]);
  };
  expect(await lost()).toEqual([]);
  expect(await lost('d3')).toEqual(['d3']);
});

describe('clusters of a company without grades', () => {
  const led = (id: string, title: string, capability: string, manager: string, count: number) => [
    { id, title, capability, manager },
    ...Array.from({ length: count }, (_, at) => ({ id: `${id}${at}`, title: 'Zz', capability, manager: id })),
  ];
  const headsOf = async (people: readonly object[]) => {
    const { organisation } = designOf('cluster').apply(
      await organisationOf({
        version: 1,
        name: 'Company',
        people: [{ id: 'top', title: 'Chief Executive Officer' }, ...people],
        customers: ['north', 'south'].flatMap((region) =>
          [0, 1, 2].map((at) => ({
            id: `${region}${at}`,
            owner: `${region}${at}`,
            attributes: { region: `${region}ern` },
          })),
        ),
      }),
    );
    return organisation!.units
      .filter(({ kind }) => kind === 'cluster')
      .map(({ head }) => organisation!.people.id[head])
      .sort();
  };

  it.each([4, 9])('are led by those who lead to customers before titles, with %i others', async (others) => {
    const people = [
      ...led('north', 'Sales Manager North', 'sales', 'top', 6),
      ...led('south', 'Sales Manager South', 'sales', 'top', 6),
      ...led('m', 'Marketing Director', 'marketing', 'top', others),
      ...led('a', 'Head of Account Management', 'account-management', 'top', others),
    ];
    expect(await headsOf(people)).toEqual(['north', 'south']);
  });

  it('are led by managers before an analyst beside the top', async () => {
    const people = [
      { id: 'coo', title: 'Chief Operating Officer', manager: 'top' },
      { id: 'analyst', title: 'Analyst', capability: 'sales', manager: 'top' },
      ...led('north', 'Sales Director', 'sales', 'coo', 6),
      ...led('south', 'Account Director', 'account-management', 'coo', 6),
      ...led('m', 'Marketing Manager', 'marketing', 'coo', 4),
    ];
    expect(await headsOf(people)).toEqual(['north', 'south']);
  });
});
