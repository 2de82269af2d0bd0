import { describe, expect, test } from 'vitest';
import type { UserError } from '../../src/base/errors.ts';
import { importOf, kindsOf } from './import-memory.ts';

const importBoth = (files: Readonly<Record<string, string>>, options = {}) =>
  importOf(files, { people: Object.keys(files), ...options });

const refusal = (imported: Promise<unknown>): Promise<UserError> =>
  imported.then(
    () => expect.unreachable('it was taken'),
    (error: UserError) => error,
  );

const PEOPLE = `Employee ID,Name,Job Title,Department,Manager ID
1,Ann Bell,CEO,Executive,
2,Bob Carr,Sales Director,Sales,1
3,Cy Dunn,Account Manager,Sales,2
4,Di East,Account Manager,Sales,2
`;

describe('what is beside the people and holds none', () => {
  test.each([
    [
      'tickets',
      'Ticket ID;Assignee;Hours\nT-1;Cy Dunn;3\nT-2;Di East;1\nT-3;Di East;2\n',
      'rows may be tickets',
    ],
    [
      'accounts',
      'Account ID,Account Name,Account Owner,Industry\nA1,Acme Ltd,Cy Dunn,Steel\nA2,Boron Ltd,Cy Dunn,Steel\nA3,Cobalt Ltd,Di East,Wood\n',
      '--customers other.csv',
    ],
    [
      'Störungen',
      'Nr.;Bearbeiter;Dauer\nS1;Dunn, Cy;3\nS2;East, Di;1\nS3;East, Di;2\n',
      'rows may be tickets',
    ],
  ])('%s are refused, and said to be what they may be', async (_, other, told) => {
    const [problem] = (await refusal(importBoth({ 'p.csv': PEOPLE, 'other.csv': other }))).problems;
    expect(problem!.message).toContain('other.csv is none of the formats');
    expect(problem!.hint).toContain(told);
  });
});

describe('two lists of the same people', () => {
  const HR =
    'ID;Name;Department;Salary\n1;Ann Bell;Executive;200.000,50\n2;Bob Carr;Sales;90.000,00\n3;Cy Dunn;Sales;50.000,00\n';

  test.each([
    [
      'ids',
      'employeeID,DisplayName,Title,Manager\n1,Ann Bell,CEO,\n2,Bob Carr,Sales Director,Ann Bell\n3,Cy Dunn,Rep,Bob Carr\n',
    ],
    [
      'names that only one person has',
      'UserPrincipalName,DisplayName,Title,Manager\na@x.com,"Bell, Ann",CEO,\nb@x.com,"Carr, Bob",Sales Director,a@x.com\nc@x.com,"Dunn, Cy",Rep,b@x.com\n',
    ],
  ])('make one person of two rows, found by %s', async (by, directory) => {
    const { people, journal } = await importBoth({ 'hr.csv': HR, 'ad.csv': directory });
    expect(
      people.map(({ id, title, department, manager, fte }) => [id, title, department, manager, fte]),
    ).toEqual([
      ['1', 'CEO', 'Executive', '', 1],
      ['2', 'Sales Director', 'Sales', '1', 1],
      ['3', 'Rep', 'Sales', '2', 1],
    ]);
    expect(journal.assumed.join()).toContain(
      `ad.csv says more of 3 people of hr.csv, found by ${by === 'ids' ? 'their ids' : by}`,
    );
  });

  test('figures are read as their own file writes them', async () => {
    const { people } = await importBoth({
      'ad.csv': 'ID,Name,Title,Manager\n1,Ann Bell,CEO,\n2,Bob Carr,Sales Director,1\n3,Cy Dunn,Rep,2\n',
      'hr.csv': HR,
    });
    expect(people.map(({ costPerYear }) => costPerYear)).toEqual([200_000.5, 90_000, 50_000]);
  });

  test('a row with a title of its own is another job', async () => {
    const { people, journal } = await importBoth({
      'hr.csv': 'ID,Name,Title,Manager\n1,Ann Bell,CEO,\n2,Bob Carr,Sales Director,1\n3,Cy Dunn,Rep,2\n',
      'more.csv': 'ID,Name,Title,Manager\n2,Bob Carr,Marketing Manager,1\n',
    });
    expect(people).toHaveLength(3);
    expect(journal.assumed.join()).toContain('1 person has several jobs');
  });
});

describe('one number for two people in two files', () => {
  const UK = 'ID,Name,Title,Manager\n1,Ann Bell,CEO,\n2,Bob Carr,Sales Director,1\n3,Cy Dunn,Rep,2\n';
  const DE = 'ID,Name,Title,Manager\n1,Ute Koch,CEO,\n2,Uwe Weiss,Head of Sales,1\n7,Eva Kurz,Rep,2\n';

  test('gives each file ids of its own, and leads nobody to a stranger', async () => {
    const imported = await importBoth({ 'uk.csv': UK, 'de.csv': DE });
    expect(imported.people.map(({ id, manager }) => `${id} ${manager}`)).toEqual([
      'uk/1 ',
      'uk/2 uk/1',
      'uk/3 uk/2',
      'de/1 ',
      'de/2 de/1',
      'de/7 de/2',
    ]);
    expect(kindsOf(imported, 'unusable')).toEqual({});
    expect(imported.journal.questions.join()).toContain('"1" is one person in uk.csv and another in de.csv');
  });

  test('no customer goes to whoever has the number of its owner in another company', async () => {
    const { customers, journal } = await importOf(
      { 'uk.csv': UK, 'de.csv': DE, 'c.csv': 'ID,Customer,Owner\nK1,Adler,2\nK2,Baer,Eva Kurz\n' },
      { people: ['uk.csv', 'de.csv'], customers: 'c.csv' },
    );
    expect(customers.list.map(({ owner }) => owner)).toEqual([['2'], ['de/7']]);
    expect([...journal.doubtful.keys()].join()).toContain('owner');
  });
});

describe('who has left in the list of staff and is still in the directory', () => {
  const directory =
    'User,Name,Title,Department,Manager,Mail\n1,Ann Bell,CEO,Board,,a@x.io\n2,Bob Carr,Clerk,Sales,1,b@x.io\n3,Cy Dunn,Clerk,Sales,1,c@x.io\n';
  const staff = (rows: string) =>
    `Employee ID,Name,Title,Department,Manager,Status,Termination date\n1,Ann Bell,CEO,Board,,Active,\n2,Bob Carr,Clerk,Sales,1,Active,\n${rows}`;

  test.each([
    ['by status', '3,Cy Dunn,Clerk,Sales,1,Terminated,\n'],
    ['by last day', '3,Cy Dunn,Clerk,Sales,1,,2026-05-31\n'],
    ['in another title', '3,Cy Dunn,Analyst,Sales,1,,2026-05-31\n'],
    ['by name', 'C-3,"Dunn, Cy",Clerk,Sales,1,Terminated,\n'],
  ])('is left out, %s, in whatever order the files stand', async (_, row) => {
    for (const people of [
      ['hr.csv', 'ad.csv'],
      ['ad.csv', 'hr.csv'],
    ]) {
      const files = { 'hr.csv': staff(row), 'ad.csv': directory };
      const imported = await importOf(files, { people, today: '2026-12-01' });
      expect(imported.people.map(({ id }) => id).sort()).toEqual(['1', '2']);
    }
  });

  test('is there, where the list has them once more, or somebody else has the number', async () => {
    for (const row of [
      '3,Cy Dunn,Clerk,Sales,1,Terminated,\n3,Cy Dunn,Clerk,Sales,1,Active,\n',
      '3,Zoe Zell,Clerk,Sales,1,Terminated,\n',
    ]) {
      const files = { 'hr.csv': staff(row), 'ad.csv': directory };
      const imported = await importOf(files, { people: ['hr.csv', 'ad.csv'], today: '2026-12-01' });
      expect(imported.people.map(({ name }) => name)).toContain('Cy Dunn');
    }
  });
});
