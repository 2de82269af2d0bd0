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

  const CODED = `Employee ID,Name,Job Title,Dept code
1,Ann Bell,CEO,D1
2,Bob Carr,Sales Director,D2
3,Cy Dunn,Account Manager,D2
4,Di East,Account Manager,D2
5,Ed Fox,Support Manager,D3
6,Flo Gray,Support Engineer,D3
`;
  const linesOf = ({ people }: Awaited<ReturnType<typeof joined>>) =>
    people.map(({ id, department, manager }) => `${id} ${department} ${manager}`);

  test.each(['departments.csv', 'd7.csv', 'abteilungen.csv'])(
    'a number of heads is no head and a country no name, in %s',
    async (file) => {
      const imported = await joined({
        'people.csv': CODED,
        [file]:
          'Dept code,Headcount,Country name,Dept name,Head ID,Parent dept\nD1,1,UK,Executive,1,\nD2,3,UK,Sales,2,D1\nD3,3,Ireland,Support,5,D1\n',
      });
      expect(linesOf(imported)).toEqual([
        '1 Executive ',
        '2 Sales 1',
        '3 Sales 2',
        '4 Sales 2',
        '5 Support 1',
        '6 Support 5',
      ]);
      expect(imported.journal.notes).toContain(`${file}: not used: "Headcount", "Country name".`);
      expect(imported.files[0]!.bound.map(({ header }) => header)).toContain(`manager [Head ID, ${file}]`);
    },
  );

  test('without a column of heads a small number makes nobody one', async () => {
    const { people } = await joined({
      'people.csv': CODED,
      'department.csv': 'Dept code,Headcount,Dept name\nD1,1,Executive\nD2,3,Sales\nD3,3,Support\n',
    });
    expect(people.map(({ manager }) => manager).join('')).toBe('');
  });

  test('in a language whose headers are not known the values say what is what', async () => {
    const imported = await joined({
      'fi.csv':
        'Nro;Nimi;YksId\nA1;Anna Bell;Y1\nA2;Bo Carr;Y2\nA3;Cy Dunn;Y2\nA4;Di East;Y2\nA5;Ed Fox;Y3\nA6;Flo Gray;Y3\n',
      'yks.csv':
        'Tunnus;Nimi;Vetäjä;Ylempi\nY1;Johto;Anna Bell;\nY2;Myynti;Bo Carr;Y1\nY3;Palvelu;Ed Fox;Y1\n',
    });
    expect(linesOf(imported)).toContain('A4 Myynti A2');
    expect(linesOf(imported)).toContain('A5 Palvelu A1');
  });

  test('what holds for a department holds for its people, and a head who differs from the lines is asked for', async () => {
    const { people, journal } = await joined({
      'people.csv':
        'ID,Name,Title,Department,Manager\n1,Ann Bell,CEO,Board,\n2,Ed Fox,Support Manager,Support,1\n3,Flo Gray,Engineer,Support,2\n4,Gus Hill,Engineer,Support,2\n',
      'd2.csv': 'Department,Location,Head\nBoard,York,Ann Bell\nSupport,Leeds,Flo Gray\nLegal,Rome,Zed Moe\n',
    });
    expect(people.map(({ location }) => location)).toEqual(['York', 'Leeds', 'Leeds', 'Leeds']);
    expect(people.map(({ manager }) => manager)).toEqual(['', '1', '2', '2']);
    expect(journal.questions.join()).toContain(
      '"Head" names for "Support" somebody who reports to a colleague',
    );
  });

  test('a further table is joined by what the one before has', async () => {
    const { people, journal } = await joined({
      'people.csv': CODED,
      'units.csv': 'Dept code,Dept name,Site code\nD1,Executive,L1\nD2,Sales,L2\nD3,Support,L2\n',
      'sites.csv': 'Site code,Location\nL1,York\nL2,Leeds\n',
    });
    expect(people.map(({ location }) => location)).toEqual(['York', ...Array<string>(5).fill('Leeds')]);
    expect(journal.notes.join()).not.toContain('not used');
  });
});

test('a key of departments that are called shorter is one, and its cost centre is no name', async () => {
  const { people } = await joined({
    'staff.csv':
      'ID,Name,Title,Dept code,Manager ID\n1,Ann Bell,CEO,10,\n2,Bob Carr,Clerk,20,1\n3,Cy Dunn,Clerk,20,2\n4,Di East,Clerk,30,1\n5,Ed Fox,Clerk,30,4\n',
    'units.csv':
      'Code,Label,Site,Cost center\n10,Executive,London,C1\n20,Sales,Leeds,C2\n30,Support,York,C3\n',
  });
  expect(people.map(({ department, location }) => [department, location])).toEqual([
    ['Executive', 'London'],
    ['Sales', 'Leeds'],
    ['Sales', 'Leeds'],
    ['Support', 'York'],
    ['Support', 'York'],
  ]);
});
