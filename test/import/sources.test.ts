import { describe, expect, test } from 'vitest';
import { sources } from '../../src/import/sources/sources.ts';
import { importFixtures, kindsOf } from './import-memory.ts';

/** Files of a source whose fixture is not called as it is. */
const OTHER_FILES: Readonly<Record<string, readonly string[]>> = {
  'uk-organogram': ['uk-senior.csv', 'uk-junior.csv'],
  scim: ['scim.json'],
  backstage: ['backstage.yaml'],
  'team-files': ['team-files.yaml'],
};

const withHeaders = sources.filter(({ id }) => id !== 'generic');

test.each(withHeaders)('$id is recognised, and says by what', async ({ id }) => {
  const { imported } = await importFixtures(OTHER_FILES[id] ?? [`${id}.csv`]);
  for (const { source, why } of imported.files) {
    expect(source.id).toBe(id);
    expect(why).toMatch(/^by "/);
  }
});

describe('Workday', () => {
  test('finds headers below a title, managers by the id in brackets, and departments without their manager', async () => {
    const { imported, person } = await importFixtures(['workday.csv']);
    expect(imported.name).toBe('Northwind Instruments');
    expect(person('000688')).toMatchObject({
      name: 'Bea Lund',
      title: 'Account Manager',
      department: 'Sales',
      manager: '000687',
      fte: 0.8,
      start: '2019-05-06',
      location: 'Leeds',
    });
    expect(person('000687').manager).toBe('000001');
    expect(person('000001').manager).toBe('');
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'people who have left, by their status': 'workday.csv row 9',
    });
    expect(imported.journal.notes.join()).toContain('workday.csv: 2 rows above the headers were left out: "');
    expect(imported.journal.count('unusable')).toBe(0);
  });
});

describe('SuccessFactors', () => {
  test('leaves out the labels, knows NO_MANAGER, and draws dotted lines', async () => {
    const { imported, person } = await importFixtures(['successfactors.csv']);
    expect(imported.people.map(({ id }) => id)).toEqual(['u1', 'u2', 'u3', 'u4']);
    expect(person('u1')).toMatchObject({ name: 'Ada North', manager: '', lines: [], division: 'Corporate' });
    expect(person('u4')).toMatchObject({ manager: '', lines: [] });
    expect(person('u3').lines).toEqual([
      { to: 'u2', kind: 'solid', weight: 0 },
      { to: 'u4', kind: 'dotted', weight: 0 },
      { to: 'u1', kind: 'dotted', weight: 0 },
    ]);
    // 01/14 and 05/26 show that the month stands first.
    expect(person('u3').start).toBe('2019-05-06');
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'the row of labels': 'successfactors.csv row 2',
      'people who have left, by their status': 'successfactors.csv row 7',
    });
  });
});

test('BambooHR finds managers by internal id and by e-mail', async () => {
  const { imported, person } = await importFixtures(['bamboohr.csv']);
  expect(person('102').manager).toBe('101');
  expect(person('103').manager).toBe('102');
  expect(imported.departments).toContainEqual({ id: 'Support', name: 'Support', parent: 'division/Service' });
  expect(imported.journal.count('leftOut')).toBe(1);
});

test('ADP with semicolons, decimal commas and a currency', async () => {
  const { imported, person } = await importFixtures(['adp.csv']);
  expect(person('A001').costPerYear).toBe(180_000.5);
  expect(person('A003')).toMatchObject({ manager: 'A002', costPerYear: 55_500 });
  expect(imported.currency).toBe('EUR');
  expect(imported.people).toHaveLength(3);
});

test('Viva keeps the newest row of each person, and the day of it', async () => {
  const { imported, person } = await importFixtures(['viva.csv']);
  expect(imported.people).toHaveLength(3);
  expect(person('p3')).toMatchObject({
    manager: 'p2',
    hourlyPay: 42.5,
    location: 'Aarhus',
    start: '2019-05-06',
  });
  expect(person('p2').department).toBe('Sales');
  expect(person('p1').manager).toBe('');
  expect(imported.asOf).toBe('2026-02-28');
  expect(kindsOf(imported, 'leftOut')).toEqual({ 'older snapshots of a person': 'viva.csv rows 4 and 6' });
});

test('OrgPlus takes itself and -1 for the top, and a list for dotted lines', async () => {
  const { person } = await importFixtures(['orgplus.csv']);
  expect(person('10').manager).toBe('');
  expect(person('40').manager).toBe('');
  expect(person('30').lines.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
    '20 solid',
    '40 dotted',
    '10 dotted',
  ]);
});

test('Visio finds managers by unique names, and lists the others', async () => {
  const { imported } = await importFixtures(['visio.csv']);
  const named = (name: string, title?: string) =>
    imported.people.find(
      (person) => person.name === name && (title === undefined || person.title === title),
    )!;
  expect(named('Bea Lund').manager).toBe(named('Alex Winter').id);
  expect(named('Kim Lee', 'Assembler').id).not.toBe(named('Kim Lee', 'Welder').id);
  expect(named('Eve Ray').manager).toMatch(/^p-/);
  expect(kindsOf(imported, 'doubtful')).toEqual({
    'a manager whose name several people have; the line goes to an id of its own': 'visio.csv row 7',
    'a manager who is not in the file; kept under the id that follows from the name': 'visio.csv row 8',
  });
});

describe('UK organograms', () => {
  test('are posts: vacant, shared, eliminated, and several of them in a row', async () => {
    const { imported, person } = await importFixtures(['uk-senior.csv', 'uk-junior.csv']);
    expect(imported.people.map(({ id }) => id)).toEqual([
      '00009000',
      '00009001',
      '00009002.1',
      '00009002.2',
      '00009004',
      'J2.1',
      'J2.2',
      'J2.3',
      'J3',
    ]);
    expect(person('00009000')).toMatchObject({ name: 'Ada North', manager: '', costPerYear: 182_499.5 });
    expect(person('00009001')).toMatchObject({ vacant: true, name: '', manager: '00009000' });
    expect(person('00009001').costPerYear).toBeNaN();
    expect(person('00009002.2')).toMatchObject({ name: 'Cy Ode', fte: 0.5, costPerYear: 38_749.75 });
    expect(person('00009004')).toMatchObject({ name: '', manager: '', vacant: false });
    expect(['J2.1', 'J2.2', 'J2.3'].map((id) => person(id).fte)).toEqual([1, 1, 0.5]);
    expect(person('J2.3')).toMatchObject({ manager: '00009001', costPerYear: 16_000, title: 'Accountant' });
    expect(imported).toMatchObject({ currency: 'GBP', name: 'Ministry of Rain' });
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'posts that were eliminated': 'uk-senior.csv row 6',
      'rows of no posts': 'uk-junior.csv row 4',
    });
    expect(imported.journal.count('unusable')).toBe(0);
  });

  test('match references that lost their zeros, also to a shared post, and say so', async () => {
    const { imported, person } = await importFixtures(['uk-senior.csv', 'uk-junior.csv']);
    expect(person('00009002.1').manager).toBe('00009000');
    expect(person('J3').manager).toBe('00009002.1');
    expect(imported.journal.assumed.join('\n')).toContain('lost or gained leading zeros');
    expect(imported.journal.assumed.join('\n')).toContain('middle of the pay range');
    expect(imported.journal.notes.join('\n')).toContain('2 rows share a reference');
    expect(imported.journal.notes.join('\n')).toContain('read as Windows-1252');
  });
});

test('SCIM finds managers by the id of the user, and people by their number', async () => {
  const { imported, person } = await importFixtures(['scim.json']);
  expect(person('00702')).toMatchObject({
    name: 'Alex Winter',
    title: 'Legal Counsel',
    department: 'Legal',
    division: 'Head Office',
    manager: '00701',
  });
  expect(imported.name).toBe('Universal Studios');
  expect(kindsOf(imported, 'unusable')).toEqual({ 'no record of keys and values': 'scim.json row 4' });
  expect(kindsOf(imported, 'leftOut')).toEqual({
    'people who have left, by their status': 'scim.json row 3',
  });
});

test('Backstage makes departments of groups, and lists a document that cannot be read', async () => {
  const { imported, person } = await importFixtures(['backstage.yaml']);
  expect(person('ada.north')).toMatchObject({
    name: 'Ada North',
    department: 'Infrastructure',
    division: '',
  });
  expect(person('alex').department).toBe('Platform Team');
  expect(imported.departments).toEqual([
    { id: 'Infrastructure', name: 'Infrastructure', parent: '' },
    { id: 'Platform Team', name: 'Platform Team', parent: 'Infrastructure' },
  ]);
  expect(imported.journal.notes.join('\n')).toContain(
    'not in the catalog, and so no departments: "other-team", "acme"',
  );
  expect(imported.journal.notes.join('\n')).toContain('1 entity is neither user nor group');
  expect(Object.keys(kindsOf(imported, 'unusable'))).toEqual([
    expect.stringContaining('a document that is no YAML'),
  ]);
});

test('any other table, with the columns that --map names', async () => {
  const { imported, person } = await importFixtures(['generic.csv'], {
    peopleColumns: new Map([
      ['id', 'Staff Code'],
      ['costPerYear', 'Cost'],
    ]),
  });
  expect(imported.files[0]!.source.id).toBe('generic');
  expect(person('009')).toMatchObject({ manager: '008', fte: 0.8, costPerYear: 40_000, title: 'Buyer' });
  expect(person('008')).toMatchObject({ manager: '007', fte: 0.5, costPerYear: 60_000.5 });
  expect(imported.journal.assumed.join('\n')).toContain(
    '2 references to a manager lost or gained leading zeros',
  );
});
