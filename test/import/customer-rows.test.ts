import { expect, test } from 'vitest';
import { notUnderstood } from '../../src/import/not-understood.ts';
import { importOf } from './import-memory.ts';

const PEOPLE = 'ID,Name,Title\n1,Ann Arden,CEO\n2,Bo Birch,Clerk\n';
const customersOf = async (...rows: readonly string[]) => {
  const imported = await importOf(
    { 'p.csv': PEOPLE, 'c.csv': `${rows.join('\n')}\n` },
    { customers: 'c.csv', today: '2026-11-30' },
  );
  return { list: imported.customers.list, asked: notUnderstood(imported.whole).join('\n') };
};

test.each(['Churn Date', 'Cancellation Date', 'Kündigungsdatum', 'Inactive Since'])(
  'who left by a day under %s is a former customer, and who will leave is none yet',
  async (header) => {
    const { list } = await customersOf(
      `ID,Customer,Owner,${header}`,
      'C1,Acme,1,',
      'C2,Beta,2,2024-05-01',
      'C3,Gamma,2,2027-05-01',
    );
    expect(list.map(({ id }) => id)).toEqual(['C1', 'C3']);
  },
);

test.each([
  ['Margin', '35%', '40%'],
  ['Gross Margin %', '35', '40'],
  ['Margin', '0.35', '0.4'],
])('a margin that is a share under %s is that of the revenue', async (header, one, other) => {
  const { list } = await customersOf(
    `ID,Customer,Owner,ARR,${header}`,
    `C1,Acme,1,12000,${one}`,
    `C2,Beta,2,9000,${other}`,
  );
  expect(list.map(({ figures }) => figures.margin)).toEqual([4200, 3600]);
});

test('a row called after a total that is the sum of the others is left out, and a company of that name is not', async () => {
  const { list } = await customersOf('Owner,Customer,Revenue', '1,Acme,100', '1,Total,500', '2,Total,600');
  expect(list.map(({ figures }) => figures.revenue)).toEqual([100, 500]);
});

test('several rows of a customer are its owners, or are told where they have money of their own', async () => {
  const owners = await customersOf('ID,Customer,Owner,Revenue', 'C1,Acme,1,100', 'C1,Acme,2,100');
  expect(owners.list.map(({ owner }) => owner)).toEqual([['1', '2']]);
  const invoices = await customersOf('ID,Customer,Owner,Revenue', 'C1,Acme,1,100', 'C1,Acme,1,200');
  expect(invoices.asked).toContain('its money is not counted');
});

test('segments without a name are called by what describes them', async () => {
  const { list } = await customersOf(
    'Industry,Customers,Revenue,Owner',
    'Retail,1200,3400000,1',
    'Energy,800,2100000,2',
  );
  expect(list.map(({ id, count }) => [id, count])).toEqual([
    ['Retail', 1200],
    ['Energy', 800],
  ]);
});
