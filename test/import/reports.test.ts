import { describe, expect, test } from 'vitest';
import { importOf, kindsOf } from './import-memory.ts';

const HEADER = 'Employee ID,Name,Job Title,Manager ID,Hire Date\n';
const ROWS = '1,Ann Bell,CEO,,2010-01-01\n2,Bob Carr,Sales Director,1,2012-01-01\n';

describe('what a report puts around its rows', () => {
  test.each([
    ['Effective as of 11/01/2026', '2026-11-01'],
    ['As of 01/31/2026', '2026-01-31'],
    ['Stand: 01.11.2026', '2026-11-01'],
    ['As of 11/12/2026', '2026-11-12'],
    ['A list', ''],
  ])('says the day of the extract, and is quoted: %s', async (line, day) => {
    const imported = await importOf({ 'a.csv': `${line},,,,\n${HEADER}${ROWS}` }, { today: '2026-11-30' });
    expect(imported.asOf).toBe(day);
    expect(imported.journal.notes.join()).toContain(`1 row above the headers was left out: "${line}"`);
  });

  test('names departments with a label that is no part of them', async () => {
    const imported = await importOf({
      'a.csv': `${HEADER}Department: Executive,,,,\n1,Ann Bell,,,\nDepartment: Sales,,,,\n2,Bob Carr,,1,\n3,Cy Dunn,,2,\n`,
    });
    expect(imported.people.map(({ department }) => department)).toEqual(['Executive', 'Sales', 'Sales']);
  });
});

test('A change that is planned for later is told as one that holds later', async () => {
  const imported = await importOf(
    {
      'a.csv':
        'Employee ID,Name,Job Title,Department,Manager ID,Effective Date\n1,Ann,CEO,Exec,,2020-01-01\n2,Bob,Account Manager,Sales,1,2021-01-01\n2,Bob,Support Manager,Support,1,2027-02-01\n1,Ann,COO,Exec,,2019-01-01\n',
    },
    { today: '2026-11-30' },
  );
  expect(kindsOf(imported, 'leftOut')).toEqual({
    'rows of a person that hold later': 'a.csv row 4',
    'earlier rows of a person': 'a.csv row 5',
  });
  expect(imported.people.map(({ title }) => title)).toEqual(['CEO', 'Account Manager']);
});

test('SuccessFactors as OData has letters for who is active, and days in milliseconds', async () => {
  const user = (userId: string, manager: string, status: string) => ({
    ...{ userId, firstName: `F${userId}`, lastName: 'L', title: 'Account Manager', manager, status },
    ...{ hr: 'x', hireDate: '/Date(1577836800000)/' },
  });
  const users = [user('1', 'NO_MANAGER', 't'), user('2', '1', 't'), user('3', '1', 'f')];
  const imported = await importOf({ 'a.json': JSON.stringify({ d: { results: users } }) });
  expect(imported.people.map(({ id, start }) => [id, start])).toEqual([
    ['1', '2020-01-01'],
    ['2', '2020-01-01'],
  ]);
});
