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
