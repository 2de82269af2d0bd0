import { expect, it } from 'vitest';
import { structureOf } from '../../../src/documents/report/structure.ts';
import { effortOf } from '../../../src/model/effort.ts';
import { viewOf } from '../../../src/model/view.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';
import { company, customersOfKinds } from './company.ts';

it('prospects belong to the cluster of their kind or parent, and are no customers of it', async () => {
  const organisation = await organisationOf({
    ...company(6),
    customers: [
      ...customersOfKinds({ retail: 10, dairy: 10 }, { revenue: 100 }),
      { id: 'p1', status: 'prospect', count: 50, attributes: { kind: 'retail' } },
      { id: 'p2', status: 'prospect', parent: 'dairy-1', attributes: { kind: 'retail' } },
    ],
    designs: { cluster: { basis: 'kind' } },
  });
  const { organisation: design } = designOf('cluster').apply(organisation);
  const clusters = structureOf(viewOf(design!)).filter(({ kind }) => kind === 'cluster');
  const said = Object.fromEntries(clusters.map(({ name, serves, charter }) => [name, { serves, charter }]));
  expect(said.retail!.serves).toMatchObject({ count: 10, prospects: 50 });
  expect(said.dairy!.serves).toMatchObject({ count: 10, prospects: 1 });
  expect(said.dairy!.charter!.targetCustomers).toContain('10 customers and 1 prospect today');
  // Work that is not given is spread over those who are customers, by revenue, which all of these have.
  const { hours, by } = effortOf(organisation);
  expect(by).toBe('revenue');
  const { prospect } = organisation.customers;
  for (const column of hours.values())
    expect(column.filter((_, row) => prospect[row] === 1)).toEqual(new Float64Array(2));
});
