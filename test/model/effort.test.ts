import fc from 'fast-check';
import { expect, it } from 'vitest';
import { effortOf } from '../../src/model/effort.ts';
import { company } from '../designs/cluster/company.ts';
import { organisationOf } from '../support/organisations.ts';

const row = fc.record(
  {
    status: fc.constantFrom('customer', 'prospect'),
    revenue: fc.integer({ min: 1, max: 1000 }),
    count: fc.integer({ min: 1, max: 50 }),
    effort: fc.dictionary(fc.constantFrom('sales', 'support', 'marketing'), fc.integer({ min: 0, max: 40 })),
  },
  { requiredKeys: ['status'] },
);

it('hours that customers need are numbers whoever gives none, prospects included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const customers = rows.map((one, index) => ({ id: `c${index}`, ...one }));
      const { hours } = effortOf(await organisationOf({ ...company(4), customers }));
      for (const column of hours.values())
        for (const value of column) expect(value).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 50 },
  );
});

it('a customer without effort needs as much for its revenue as those with it, and what a row leaves out is none', async () => {
  const effort = { sales: 10, support: 20 };
  const customers = [
    { id: 'c1', revenue: 1000, effort },
    { id: 'c2', revenue: 3000, effort },
    { id: 'c3', revenue: 100 },
    { id: 'c4', revenue: 100, effort: { sales: 1 } },
    { id: 'c5', status: 'prospect' },
  ];
  const organisation = await organisationOf({ ...company(4), customers });
  const { hours, assumed, givenShare } = effortOf(organisation);
  const of = (id: string) => {
    const column = hours.get(organisation.capabilities.findIndex((one) => one.id === id))!;
    return customers.map((one) => column[organisation.customers.id.indexOf(one.id)]);
  };
  expect(of('support')).toEqual([20, 20, (40 / 4100) * 100, 0, 0]);
  expect(of('sales')).toEqual([10, 10, (21 / 4100) * 100, 1, 0]);
  expect(givenShare).toBeGreaterThan(0);
  expect(assumed.size).toBeGreaterThan(0);
});
