import { describe, expect, it } from 'vitest';
import { dedicatedOf } from '../../../../src/designs/cluster/placing/dedicated.ts';
import { organisationOf } from '../../../support/organisations.ts';
import { placed } from './placed.ts';

const WARDS = ['Surgery', 'Cardiology', 'Emergency'];

/** A hospital: each ward has doctors and nurses and, where `serves` says so, patients of its own. */
const hospital = (serves: boolean, more: object = {}) =>
  organisationOf({
    version: 1,
    name: 'Hospital',
    capabilities: {
      medicine: { role: 'essential', name: 'Medicine' },
      nursing: { role: 'essential', name: 'Nursing' },
    },
    departments: [
      { id: 'board' },
      ...WARDS.map((segment) => ({ id: segment, ...(serves ? { serves: { where: { segment } } } : {}) })),
    ],
    people: [
      { id: 'top', department: 'board' },
      // The wards differ in size, and patients in number the other way round.
      ...WARDS.flatMap((ward, at) => [
        { id: `chief${ward}`, department: ward, manager: 'top', capability: 'medicine' },
        ...['medicine', 'nursing'].flatMap((capability) =>
          Array.from({ length: 3 + at }, (_, n) => ({
            id: `${ward}-${capability}${n}`,
            department: ward,
            manager: `chief${ward}`,
            capability,
          })),
        ),
      ]),
    ],
    customers: WARDS.map((segment, at) => ({
      id: segment,
      count: 3000 - 1000 * at,
      market: 'b2c',
      attributes: { segment },
    })),
    ...more,
  });

describe('people of a department that is for some customers', () => {
  it('stay with these though nobody is known by name, as many as there are', async () => {
    const { where } = placed(await hospital(true), ['medicine', 'nursing'], { attribute: 'segment' });
    for (const ward of WARDS)
      for (const capability of ['medicine', 'nursing'])
        for (const n of [0, 1, 2]) {
          const id = `${ward}-${capability}${n}`;
          // A centre of expertise may take somebody.
          expect([ward, null], id).toContain(where[id]);
        }
    // All but two for each centre.
    expect(Object.values(where).filter((at) => at !== null)).toHaveLength(27 - 4);
  });

  it('are told apart by nothing where no department says whom it is for', async () => {
    const { assignment } = placed(await hospital(false), ['medicine', 'nursing'], { attribute: 'segment' });
    expect(assignment.objective).toBe(0);
  });

  it('who know somebody by name go with these, and with nobody else', async () => {
    const organisation = await hospital(true);
    const known = await hospital(true, {
      customers: [
        ...WARDS.map((segment) => ({ id: segment, count: 1000, market: 'b2c', attributes: { segment } })),
        { id: 'firm', market: 'b2b', owner: 'Surgery-nursing0', attributes: { segment: 'Cardiology' } },
      ],
    });
    const listOf = (of: typeof known) => dedicatedOf(of).listOf[of.people.id.indexOf('Surgery-nursing0')];
    expect(listOf(organisation)).toBeGreaterThanOrEqual(0);
    expect(listOf(known)).toBe(-1);
  });

  it('are also those of a team, and those who share themselves with the head of it', async () => {
    const organisation = await organisationOf({
      version: 1,
      name: 'Bank',
      departments: [
        { id: 'sales' },
        { id: 'nord', serves: { where: { region: 'Nord' } } },
        { id: 'süd', serves: { where: { region: 'Süd' } } },
      ],
      people: [
        { id: 'top' },
        { id: 'leiter', department: 'sales', manager: 'top', capability: 'sales' },
        { id: 'nord-leitung', department: 'nord', manager: 'top', capability: 'leadership' },
        {
          id: 'a',
          department: 'sales',
          managers: ['leiter', 'nord-leitung'].map((to) => ({ to, weight: 0.5 })),
          capability: 'sales',
        },
        { id: 'b', department: 'sales', manager: 'leiter', capability: 'sales' },
        { id: 'c', department: 'sales', manager: 'leiter', capability: 'sales' },
      ],
      teams: [{ id: 't', members: ['b'], serves: { where: { region: 'Süd' } } }],
      customers: ['Nord', 'Süd'].map((region) => ({ id: region, attributes: { region } })),
    });
    const { listOf, lists } = dedicatedOf(organisation);
    const served = (id: string) =>
      lists[listOf[organisation.people.id.indexOf(id)]!]?.customers.map(
        (at) => organisation.customers.id[at],
      );
    expect(served('a')).toEqual(['Nord']);
    expect(served('b')).toEqual(['Süd']);
    expect(served('c')).toBeUndefined();
  });
});
