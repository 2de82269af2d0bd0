import { expect, it } from 'vitest';
import { withoutDivisionInWords } from '../../src/designs/division.ts';
import { designOf, organisationOf } from '../support/organisations.ts';

/** Four trades of so many people each, for customers of some regions. */
const company = (regions: readonly string[], people: number) =>
  organisationOf({
    version: 1,
    name: 'Trades',
    people: [
      { id: 'top', title: 'Chief Executive Officer' },
      ...['marketing', 'sales', 'account-management', 'support'].flatMap((capability) =>
        Array.from({ length: people }, (_, at) => ({
          id: `${capability}-${at}`,
          title: at === 0 ? 'Head' : 'Specialist',
          capability,
          department: capability,
          manager: at === 0 ? 'top' : `${capability}-0`,
        })),
      ),
    ],
    customers: regions.flatMap((region) =>
      [1, 2, 3].map((at) => ({ id: `${region}-${at}`, attributes: { region } })),
    ),
  });

it('one cluster for all customers is said to be no design of its own, and several are not', async () => {
  const one = designOf('cluster').apply(await company(['north', 'south'], 1)).organisation!;
  expect(one.units.filter(({ kind }) => kind === 'cluster')).toHaveLength(1);
  expect(withoutDivisionInWords('cluster', one)).toBe(
    'This is no design of its own: there would be one cluster only, for all customers.',
  );
  const two = designOf('cluster').apply(await company(['north', 'south'], 6)).organisation!;
  expect(two.units.filter(({ kind }) => kind === 'cluster')).toHaveLength(2);
  expect(withoutDivisionInWords('cluster', two)).toBeUndefined();
  expect(withoutDivisionInWords('functional', one)).toBeUndefined();
});
