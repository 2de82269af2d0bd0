import { describe, expect, it } from 'vitest';
import { figureOf, viewFrom } from '../support/organisations.ts';

const namesIn = async (content: object) =>
  (await viewFrom({ version: 1, name: 'Units', ...content }))
    .accountability()
    .at.units.map(({ name }) => name);

const JOURNEY = {
  customers: [{ id: 'c' }],
  journeys: [
    {
      id: 'j',
      steps: ['marketing', 'sales', 'account-management', 'support'].map((capability) => ({
        phase: 'acquire',
        capability,
        hours: 1,
      })),
    },
  ],
};
const person = (id: string, manager: string | undefined, department?: string, capability = 'sales') => ({
  id,
  title: `Title of ${id}`,
  capability,
  ...(manager === undefined ? {} : { manager }),
  ...(department === undefined ? {} : { department }),
});
const FUNCTIONS = ['marketing', 'sales', 'account-management', 'support'];

describe('accountable units of a file', () => {
  it('are the topmost departments with one head, two people who lead one side by side among them', async () => {
    const people = [
      person('p', undefined, 'Executive', 'leadership'),
      person('a', 'p', 'Sales'),
      person('b', 'p', 'Sales'),
      person('a1', 'a', 'Sales'),
      person('b1', 'b', 'Sales'),
    ];
    expect(await namesIn({ people })).toEqual(['Sales', 'Root office']);
    const declared = { people, departments: [{ id: 'Executive' }, { id: 'Sales', accountable: true }] };
    expect(await namesIn(declared)).toEqual(['Sales', 'Root office']);
    const both = {
      people,
      departments: [
        { id: 'Executive', accountable: true },
        { id: 'Sales', accountable: true },
      ],
    };
    expect(await namesIn(both)).toEqual(['Sales', 'Root office']);
  });

  it('leave a department with heads from several below to these, and one whose only head sits below as it is', async () => {
    const departments = [
      { id: 'executive' },
      { id: 'commercial' },
      { id: 'sales', parent: 'commercial' },
      { id: 'marketing', parent: 'commercial' },
      { id: 'works' },
      { id: 'plant', parent: 'works' },
      { id: 'control', parent: 'works' },
    ];
    const people = [
      person('p', undefined, 'executive', 'leadership'),
      person('s', 'p', 'sales'),
      person('s1', 's', 'sales'),
      person('m', 'p', 'marketing', 'marketing'),
      person('m1', 'm', 'marketing', 'marketing'),
      person('w', 'p', 'plant', 'production'),
      person('w1', 'w', 'control', 'production'),
      person('w2', 'w1', 'plant', 'production'),
    ];
    expect(await namesIn({ departments, people })).toEqual(['sales', 'marketing', 'works', 'Root office']);
  });

  it('are the heads below the root where one department holds the whole company', async () => {
    const people = [
      person('p', undefined, 'Company', 'leadership'),
      ...FUNCTIONS.flatMap((one) => [
        person(one, 'p', 'Company', one),
        person(`${one}1`, one, 'Company', one),
      ]),
    ];
    const view = await viewFrom({ version: 1, name: 'One', people, ...JOURNEY });
    expect(view.accountability().at.units.map(({ id }) => id)).toEqual([
      ...[...FUNCTIONS].sort(),
      'root-office',
    ]);
    expect(figureOf('silos.count', view)).toBe(4);
    const traders = people.map((one) => ({ ...one, capability: 'sales' }));
    expect(await namesIn({ people: traders, ...JOURNEY })).toEqual(['Root office']);
  });

  it.each([
    ['in departments of their own, declared', true, true],
    ['in departments of their own', true, false],
    ['in one department, declared', false, true],
    ['in one department', false, false],
  ])('a customer officer over four functions, %s: S0 4', async (_, own, declared) => {
    const departments = [
      { id: 'executive' },
      { id: 'customers', head: 'cco', accountable: declared },
      ...(own ? FUNCTIONS.map((id) => ({ id, parent: 'customers' })) : []),
    ];
    const people = [
      person('p', undefined, 'executive', 'leadership'),
      person('cco', 'p', 'customers', 'leadership'),
      ...FUNCTIONS.flatMap((one) => [
        person(`${one}-head`, 'cco', own ? one : 'customers', one),
        person(`${one}1`, `${one}-head`, own ? one : 'customers', one),
      ]),
    ];
    const view = await viewFrom({ version: 1, name: 'CCO', departments, people, ...JOURNEY });
    expect(figureOf('silos.count', view)).toBeCloseTo(4, 12);
    expect(figureOf('journey.accountableShare', view)).toBe(1);
  });

  it('are told apart by their heads where two have one name, and a team without a lead is one', async () => {
    const departments = [
      { id: 'executive' },
      { id: 'e', name: 'Sales' },
      { id: 'w', name: 'Sales' },
      { id: 'care', lead: 'none', answersTo: 'p' },
    ];
    const people = [
      person('p', undefined, 'executive', 'leadership'),
      person('e1', 'p', 'e'),
      person('w1', 'p', 'w'),
      person('n1', undefined, 'care', 'support'),
      person('n2', undefined, 'care', 'support'),
    ];
    expect(await namesIn({ departments, people })).toEqual([
      'Sales (Title of e1)',
      'Sales (Title of w1)',
      'care',
      'Root office',
    ]);
  });

  it('count a boss in the unit of their own department, and by lines only who has none', async () => {
    const view = await viewFrom({
      version: 1,
      name: 'Lines',
      people: [
        person('p', undefined, 'executive', 'leadership'),
        person('s', 'p', 'sales'),
        person('m', 'p', 'marketing', 'marketing'),
        person('s1', 'm', 'sales'),
        person('s2', 's', 'sales'),
        person('x', 'm', undefined, 'marketing'),
      ],
    });
    const { at } = view.accountability();
    const { id } = view.organisation.people;
    const unitOf = (seat: string) => at.units[at.unitOf(id.indexOf(seat))]!.name;
    expect(['p', 's', 'm', 's1', 's2', 'x'].map(unitOf)).toEqual([
      'Root office',
      'sales',
      'marketing',
      'sales',
      'sales',
      'marketing',
    ]);
  });
});
