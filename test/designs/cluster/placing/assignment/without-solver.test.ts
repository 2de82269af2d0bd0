import { beforeEach, expect, it } from 'vitest';
import { assignBySolver } from '../../../../../src/designs/cluster/placing/assignment/assign.ts';
import { highs, limited } from '../../../../../src/designs/cluster/placing/assignment/solver.ts';
import { designOf, example, organisationOf } from '../../../../support/organisations.ts';
import { problemOf } from './problems.ts';

// Other tests may have started it.
beforeEach(() => highs.end());

/** Sales people of three offices, each of whom knows customers of other kinds, in other numbers. */
const firm = () =>
  organisationOf({
    version: 1,
    name: 'Firm',
    departments: [{ id: 'all', name: 'All' }],
    people: [
      { id: 'boss', title: 'General Manager', department: 'all' },
      ...Array.from({ length: 200 }, (_, at) => ({
        id: `p${at}`,
        title: ['Sales Representative', 'Account Manager', 'Customer Support Specialist'][at % 3],
        department: 'all',
        manager: at < 20 ? 'boss' : `p${at % 20}`,
        location: ['Leeds', 'York', 'Hull'][(at % 7) % 3],
      })),
    ],
    customers: Array.from({ length: 400 }, (_, at) => ({
      id: `c${at}`,
      attributes: { segment: `s${(at * at) % 7}` },
      owner: [`p${(at * 37) % 200}`, `p${(at * 11) % 199}`],
    })),
  });

it.each([
  ['Halden', () => example('halden')],
  ['Marrowgate', () => example('marrowgate')],
  ['a firm of 200 people and 800 relationships', firm],
])('%s is placed in clusters and in a matrix without the solver', async (_, load) => {
  const organisation = await load();
  expect(designOf('cluster').apply(organisation).assignment).toMatchObject({ gap: 0 });
  designOf('matrix').apply(organisation);
  expect(highs.running()).toBe(false);
});

it('the solver starts when it is asked', () => {
  const problem = problemOf({
    seats: [1, 1],
    classes: [
      { size: 1, gains: { 0: 6, 1: 4 } },
      { size: 1, gains: { 0: 5 } },
    ],
  });
  expect(assignBySolver(problem, limited(highs.solve, 60)).method).toBe('solved');
  expect(highs.running()).toBe(true);
});
