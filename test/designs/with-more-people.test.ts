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

it('a company that has hired can be divided into clusters that it has too few people for today', async () => {
  const today = await company();
  const cluster = designOf('cluster');
  expect(cluster.apply(today).status).toBe('impossible');
  const more = new Map(TRADES.map((_, at) => [today.people.capability[at + 1]!, 3] as const));
  const later = withMorePeople(today, more);
  expect(later.people.count).toBe(5 + 4 * 3);
  expect([...later.people.vacant].every((vacant) => vacant === 0)).toBe(true);
  expect(cluster.apply(later).status).not.toBe('impossible');
});

it('hires beside the first of a skill: the same unit and the same manager', async () => {
  const today = await company();
  const later = withMorePeople(today, new Map([[today.people.capability[2]!, 1]]));
  const hired = later.people.count - 1;
  expect(later.people.id[hired]).toBe('hired/sales-1');
  expect(later.units[later.unitOf[hired]!]!.id).toBe('d1');
  expect(later.people.id[later.lines.boss[later.lines.start[hired]!]!]).toBe('chief');
});
