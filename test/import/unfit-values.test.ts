import { expect, test } from 'vitest';
import { importOf } from './import-memory.ts';

const peopleOf = async (...rows: readonly string[]) =>
  (await importOf({ 'p.csv': `${rows.join('\n')}\n` })).people;

test.each([
  ['Ms', 'Mr', 'Dr'],
  ['Frau', 'Herr', 'Prof. Dr.'],
])('a column of titles that are %s, %s and %s is none', async (...said) => {
  const people = await peopleOf(
    'ID,Title,Name,Position,Manager ID',
    `1,${said[0]},Ann Arden,CEO,`,
    `2,${said[1]},Bo Birch,Sales Director,1`,
    `3,${said[2]},Cara Cole,Account Manager,2`,
  );
  expect(people.map(({ title }) => title)).toEqual(['CEO', 'Sales Director', 'Account Manager']);
});

test.each([
  ['Position', 'Position Title', 'Reports to Position'],
  ['Stelle', 'Stellenbezeichnung', 'Übergeordnete Stelle'],
])('numbers under %s that managers are named by are the ids', async (id, title, manager) => {
  const people = await peopleOf(
    `${id},${title},Incumbent Name,${manager}`,
    '50001,CEO,Ann Arden,',
    '50002,Sales Director,Bo Birch,50001',
    '50003,Account Manager,,50002',
  );
  expect(people.map((one) => [one.id, one.title, one.manager, one.vacant])).toEqual([
    ['50001', 'CEO', '', false],
    ['50002', 'Sales Director', '50001', false],
    ['50003', 'Account Manager', '50002', true],
  ]);
});

test.each([
  ['Department', 'Department Name'],
  ['Abteilung', 'Abteilungsbezeichnung'],
])('of the codes under %s the names are under %s', async (code, name) => {
  const people = await peopleOf(
    `ID,Name,Title,Manager ID,${code},${name}`,
    '1,Ann Arden,CEO,,10,Executive',
    '2,Bo Birch,Sales Director,1,20,Sales',
    '3,Cara Cole,Account Manager,2,20,Sales',
  );
  expect(people.map(({ department }) => department)).toEqual(['Executive', 'Sales', 'Sales']);
});

test('ids of managers that belong to a second id count before names, and whole numbers with a point are numbers', async () => {
  const okta = await peopleOf(
    'id,name,title,managerId,manager,employeeNumber',
    '00u1,Ann Arden,CEO,,,E1',
    '00u2,Bo Birch,Sales Director,E1,Ann Arden,E2',
    '00u3,Cara Cole,Clerk,E2,Robert Birch,E3',
  );
  expect(okta.map(({ manager }) => manager)).toEqual(['', '00u1', '00u2']);
  const floats = await peopleOf(
    'ID,Name,Title,Manager ID',
    '1,Ann,CEO,',
    '2,Bo,Director,1.0',
    '3,Cy,Clerk,2.0',
  );
  expect(floats.map(({ manager }) => manager)).toEqual(['', '1', '2']);
});

test.each(['Employee', 'Name'])('a name with its number under %s is both', async (header) => {
  for (const write of [(n: string, i: number) => `${n} (${i})`, (n: string, i: number) => `${n} - ${i}`]) {
    const people = await peopleOf(
      `${header},Job,Reports To`,
      `${write('Ann Arden', 1001)},CEO,`,
      `${write('Bo Birch', 1002)},Clerk,${write('Ann Arden', 1001)}`,
    );
    expect(people.map(({ id, name, manager }) => [id, name, manager])).toEqual([
      ['1001', 'Ann Arden', ''],
      ['1002', 'Bo Birch', '1001'],
    ]);
  }
});

test('text that is kept as one loses its signs', async () => {
  const people = await peopleOf('ID,Name,Title,Manager ID', '"=""01""",Ann,CEO,', '\'02,Bo,Clerk,"=""01"""');
  expect(people.map(({ id, manager }) => [id, manager])).toEqual([
    ['01', ''],
    ['02', '01'],
  ]);
});

test.each(['Working Time % (current)', 'Workload %', 'Contract %'])('%s is the FTE', async (header) => {
  const people = await peopleOf(`ID,Name,Title,Manager ID,${header}`, '1,Ann,CEO,,100', '2,Bo,Clerk,1,50');
  expect(people.map(({ fte }) => fte)).toEqual([1, 0.5]);
});

test.each([
  ['Frau Ann Arden', '1'],
  ['Ann Arden, CEO', '1'],
  ['Jurgen Muller', '2'],
  ['Jürgen Mueller', '2'],
  ['J. Müller', '2'],
  ['[2] Jürgen Müller', '2'],
  ['Sales Director', '2'],
])('a manager written %s is whoever alone it fits', async (manager, id) => {
  const people = await peopleOf(
    'ID,Name,Title,Manager',
    '1,Ann Arden,CEO,',
    '2,Jürgen Müller,Sales Director,Ann Arden',
    `3,Cy Cole,Clerk,"${manager}"`,
  );
  expect(people[2]!.manager).toBe(id);
});

test('one address for two people is no id', async () => {
  const shared = await peopleOf(
    'Name,Email,Title',
    'Ann,a@x.com,CEO',
    'Bo,info@x.com,Clerk',
    'Cy,info@x.com,Clerk',
  );
  expect(shared).toHaveLength(3);
});

test.each([
  ['Pers.No.;Employee;Position;Org. unit;Superior'],
  ['Person;Employee;Position;Org. unit;Superior'],
  ['Name;Emp ID;Position;Org. unit;Superior'],
])('numbers are ids and not names, whatever %s says', async (header) => {
  const people = await peopleOf(
    header,
    '1001;Ann Bell;CEO;Executive;',
    '1002;Bob Carr;Sales Director;Sales;1001',
    '1003;Cy Dunn;Account Manager;Sales;1002',
    '1004;Di East;Account Manager;Sales;1002',
  );
  expect(people.map(({ id, name, manager }) => [id, name, manager])).toEqual([
    ['1001', 'Ann Bell', ''],
    ['1002', 'Bob Carr', '1001'],
    ['1003', 'Cy Dunn', '1002'],
    ['1004', 'Di East', '1002'],
  ]);
});

test.each([
  ['Nro;Nimi;Tehtävä;Yksikkö;Hyväksyjä;Esimies', 'a language that is not known'],
  ['ID;Name;Title;Unit/Team name;Timesheet approver;Manager', 'a header of its own'],
  ['ID;Name;Title;Unit/Team name;Team;Manager', 'a header that departments have'],
])('a column of people names no departments, under %s: %s', async (header) => {
  const people = await peopleOf(
    header,
    '1;Anna Bell;CEO;Board;Karin Lund;',
    '2;Bo Carr;Sales Director;Sales;Karin Lund;1',
    '3;Cy Dunn;Account Manager;Sales;Karin Lund;2',
    '4;Di East;Account Manager;Sales;Karin Lund;2',
    '5;Ed Fox;Support Manager;Support;Karin Lund;1',
    '6;Flo Gray;Support Engineer;Support;Karin Lund;5',
    '7;Karin Lund;Finance Director;Finance;Anna Bell;1',
  );
  expect(people.map(({ department }) => department).join()).toBe(
    'Board,Sales,Sales,Sales,Support,Support,Finance',
  );
});

test.each([
  ['O', 'S', 'P'],
  ['Org Unit', 'Position', 'Person'],
  ['Organisationseinheit', 'Planstelle', 'Person'],
])(
  'a table of units, positions and people is refused, since %s would count as a person',
  async (unit, post, person) => {
    const csv = `Art,Nummer,Bezeichnung,Relation,Zu
${unit},50000001,Board,B002,50000002
${unit},50000002,Sales,A002,50000001
${post},60000001,Sales Director,A012,50000002
${post},60000002,Sales Agent,A003,50000002
${person},1001,Anna Alm,B008,60000001
${person},1002,Bo Berg,B008,60000002
`;
    await expect(importOf({ 'om.csv': csv })).rejects.toThrow(
      `om.csv holds units beside positions or people, each as a row, by "Art": "${unit}" (2), "${post}" (2), "${person}" (2).`,
    );
  },
);

test('but letters beside the titles and managers of people are none of objects', async () => {
  const { people } = await importOf({
    'a.csv':
      'ID,Name,Title,Manager,Performance Rating\n1,Ann,CEO,,S\n2,Bo,Clerk,1,O\n3,Cy,Clerk,1,S\n4,Di,Clerk,1,S\n',
  });
  expect(people.length).toBe(4);
});

test('but a column that says of people whether they are there or a position is none of objects', async () => {
  const { people } = await importOf({
    'a.csv':
      'ID,Name,Title,Manager,Record\n1,Ann,CEO,,Employee\n2,Bo,Clerk,1,Employee\n3,,Clerk,1,Position\n',
  });
  expect(people.length).toBe(3);
});
