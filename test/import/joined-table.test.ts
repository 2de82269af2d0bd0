import { describe, expect, test } from 'vitest';
import { importOf } from './import-memory.ts';

const EMPLOYEES = `emp_no,first_name,last_name,dept_no,hire_date
1001,Ann,Stone,d1,2015-01-01
1002,Bob,Reed,d2,2016-01-01
1003,Cy,Hill,d2,2017-01-01
1004,Di,Fox,d3,2018-01-01
1005,Ed,Lake,d3,2019-01-01
`;
const DEPARTMENTS = `dept_no,name,parent,head
d1,Board,,1001
d2,Sales,d1,1002
d3,Key Accounts,d2,1004
`;

const joined = (files: Readonly<Record<string, string>>, options = {}) => {
  const [people, ...joins] = Object.keys(files);
  return importOf(files, { people: [people!], joins, ...options });
};

describe('tables are joined by a column that both have', () => {
  test('a table of departments gives names, the tree and the managers', async () => {
    const { people, departments, journal } = await joined({
      'employees.csv': EMPLOYEES,
      'departments.csv': DEPARTMENTS,
    });
    expect(people.map(({ id, department, manager }) => [id, department, manager])).toEqual([
      ['1001', 'Board', ''],
      ['1002', 'Sales', '1001'],
      ['1003', 'Sales', '1002'],
      ['1004', 'Key Accounts', '1002'],
      ['1005', 'Key Accounts', '1004'],
    ]);
    expect(departments).toContainEqual({ id: 'Key Accounts', name: 'Key Accounts', parent: 'Sales' });
    expect(journal.notes.join('\n')).toContain(
      'departments.csv: joined by "dept_no" and "dept_no"; 5 of 5 rows',
    );
  });

  test('headers need not be alike, and of several rows for a person the newest counts', async () => {
    const { people } = await joined({
      'staff.csv': 'Employee ID,Name,Manager ID,JobRef\nA1,Ann,,J7\nA2,Bob,A1,J9\nA3,Cy,A2,J9\n',
      'jobs.csv': 'code,description\nJ7,Chief Executive Officer\nJ9,Account Manager\n',
      'salaries.csv':
        'employee,salary,from_date,to_date\nA1,9,2001-01-01,2002-01-01\nA1,150000,2002-01-01,9999-01-01\nA2,60000,2002-01-01,\nA2,50000,2001-01-01,2002-01-01\n',
    });
    expect(people.map(({ title, costPerYear }) => [title, costPerYear])).toEqual([
      ['Chief Executive Officer', 150_000],
      ['Account Manager', 60_000],
      ['Account Manager', Number.NaN],
    ]);
  });

  test('what has no column in common is refused', async () => {
    await expect(
      joined({ 'employees.csv': EMPLOYEES, 'rooms.csv': 'room,floor\nr1,1\nr2,2\n' }),
    ).rejects.toThrow('--join rooms.csv: it has no column whose values employees.csv has as well.');
  });

  test('small numbers that happen to be the same join nothing', async () => {
    await expect(
      joined({
        'employees.csv': 'ID,Name,Title,Kids\n1,A,x,1\n2,B,x,2\n3,C,x,1\n',
        'floors.csv': 'floor,colour\n1,red\n2,blue\n3,green\n',
      }),
    ).rejects.toThrow('no column whose values');
  });
});
