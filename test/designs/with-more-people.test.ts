import { expect, it } from 'vitest';
import { withMorePeople } from '../../src/designs/with-more-people.ts';
import { designOf, organisationOf } from '../support/organisations.ts';

const TRADES = ['Marketing Manager', 'Sales Representative', 'Account Manager', 'Customer Support Agent'];

const company = () =>
  organisationOf({
    version: 1,
    name: 'Aller',
    people: [
      { id: 'chief', title: 'Chief Executive' },
      ...TRADES.map((title, at) => ({ id: `p${at}`, title, department: `d${at}`, manager: 'chief' })),
    ],
    customers: ['dairy', 'energy', 'water'].flatMap((industry) =>
      [1, 2, 3].map((at) => ({ id: `${industry}${at}`, attributes: { industry } })),
    ),
  });

/** The capability of somebody, by their id. */
const skillOf = ({ people }: Awaited<ReturnType<typeof company>>, id: string) =>
  people.capability[people.id.indexOf(id)]!;

it('a company that has hired has fewer seats to fill before it can be divided into clusters', async () => {
  const today = await company();
  const more = new Map(TRADES.map((_, at) => [skillOf(today, `p${at}`), 5] as const));
  const later = withMorePeople(today, more);
  expect(later.people.count).toBe(5 + 4 * 5);
  expect([...later.people.vacant].every((vacant) => vacant === 0)).toBe(true);
  const toHire = (organisation: typeof today) =>
    [...designOf('cluster').apply(organisation).hires.values()].reduce((a, b) => a + b, 0);
  expect(toHire(later)).toBeLessThan(toHire(today));
});

it('hires beside the first of a skill: the same unit and the same manager', async () => {
  const today = await company();
  const later = withMorePeople(today, new Map([[skillOf(today, 'p1'), 1]]));
  const hired = later.people.count - 1;
  expect(later.people.id[hired]).toBe('hired/sales-1');
  expect(later.units[later.unitOf[hired]!]!.id).toBe('d1');
  expect(later.people.id[later.lines.boss[later.lines.start[hired]!]!]).toBe('chief');
});
