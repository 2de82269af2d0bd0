import { describe, expect, test } from 'vitest';
import { type Files, fixture, importOf, kindsOf } from './import-memory.ts';

const teamsOf = ({ teams }: Awaited<ReturnType<typeof importOf>>) =>
  Object.fromEntries(teams.map(({ id, members }) => [id, members.join(' ')]));
const placesOf = ({ people }: Awaited<ReturnType<typeof importOf>>) =>
  people.map(({ id, department, division }) => [id, department, division]);
const entity = (kind: string, name: string, spec: string, more = '') =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name}${more} }\nspec: ${spec}\n`;
const catalog = (...entities: string[]) => importOf({ 'catalog.yaml': entities.join('---\n') });

describe('groups of a Backstage catalog', () => {
  test('are found by namespace and name', async () => {
    const imported = await importOf({ 'a.yaml': fixture('backstage-namespaces.yaml') });
    expect(placesOf(imported)).toEqual([
      ['ana', 'sales', 'north'],
      ['bo', 'sales (uk/sales)', 'south'],
    ]);
  });

  test('are looked for in the namespace of who refers to them', async () => {
    const imported = await catalog(
      entity('Group', 'sales', '{ type: team, parent: all }', ', namespace: uk'),
      entity('Group', 'all', '{ type: team }', ', namespace: uk, title: Everybody'),
      entity('Group', 'all', '{ type: team }'),
      entity('User', 'bo', '{ memberOf: [sales] }', ', namespace: uk'),
      entity('User', 'bo', '{ memberOf: [all, "group:sales"] }'),
    );
    expect(placesOf(imported)).toEqual([
      ['uk/bo', 'sales', 'Everybody'],
      ['bo', 'all', ''],
    ]);
    expect(imported.journal.notes.join()).toContain('not in the catalog, and so no departments: "sales"');
  });

  test('in a circle are cut above the first, and listed', async () => {
    const imported = await importOf({ 'a.yaml': fixture('backstage-cycle.yaml') });
    expect(imported.journal.notes.join()).toContain(
      'groups that stand above each other in a circle: "a", "b", "c"; it is cut above "a"',
    );
    expect(imported.departments.map(({ id, parent }) => [id, parent])).toContainEqual(['a', '']);
    expect(imported.departments.length).toBe(3);
    const self = await catalog(
      entity('Group', 'x', '{ parent: x }'),
      entity('Group', 'y', '{ parent: x }'),
      entity('User', 'u', '{ memberOf: [y] }'),
    );
    expect(placesOf(self)).toEqual([['u', 'y', 'x']]);
  });

  test('that are not there make no departments', async () => {
    const imported = await catalog(
      entity('Group', 'a', '{ parent: acme }'),
      entity('User', 'u', '{ memberOf: [gone, a] }'),
      entity('User', 'v', '{ memberOf: [gone] }'),
    );
    expect(placesOf(imported)).toEqual([
      ['u', 'a', ''],
      ['v', '', ''],
    ]);
    expect(imported.journal.notes.join()).toContain('no departments: "gone", "acme"');
  });

  test('are teams as well where somebody is in several, and only then', async () => {
    const groups = [
      entity('Group', 'a', '{ type: squad, members: [v] }'),
      entity('Group', 'b', '{ type: team, parent: a }'),
    ];
    const several = await catalog(
      ...groups,
      entity('User', 'u', '{ memberOf: [b, a] }'),
      entity('User', 'v', '{}'),
    );
    expect(teamsOf(several)).toEqual({ b: 'u', a: 'u v' });
    expect(several.teams.map(({ kind }) => kind)).toEqual(['team', 'squad']);
    expect(several.journal.notes.join()).toContain(
      '1 user is in several groups: the first is the department',
    );
    const one = await catalog(...groups, entity('User', 'u', '{ memberOf: [b] }'), entity('User', 'v', '{}'));
    expect(one.teams).toEqual([]);
  });
});

test('a source without reporting lines is said to have none, and no column is asked for', async () => {
  const { journal } = await importOf({ 'a.yaml': fixture('backstage-teams.yaml') });
  expect(journal.wrong).toEqual([
    'Nobody reports to anybody: the source has no reporting lines. Fill in `manager:` in the file.',
  ]);
});

describe('files of teams', () => {
  test('as peribolos reads them: maintainers are members, and the organisation is no team', async () => {
    const imported = await importOf({ 'org.yaml': fixture('team-files.yaml') });
    expect(imported.files[0]!.source.id).toBe('team-files');
    expect(imported.people.map(({ id }) => id)).toEqual(['root', 'ada', 'bea', 'cy', 'dan']);
    expect(teamsOf(imported)).toEqual({
      steering: 'bea ada',
      release: 'bea cy',
      'release-notes': 'cy dan',
    });
  });

  const folder = (files: Files) => importOf(files, { people: ['teams'] });

  test('in TOML, with people in files of their own', async () => {
    const imported = await folder({
      'teams/compiler.toml':
        'name = "compiler"\n[people]\nleads = ["ada"]\nmembers = ["ada", "bea"]\nalumni = ["zoe"]\n',
      'teams/people/ada.toml': 'name = "Ada North"\ngithub = "ada"\ngithub-id = 1\n',
      'teams/docs.toml': '[people]\nleads = ["bea", "cy"]\nmembers = ["cy"]\n',
      'teams/wrong.toml': 'name = \n',
    });
    expect(teamsOf(imported)).toEqual({ compiler: 'ada bea', docs: 'bea cy' });
    expect(imported.teams.map(({ lead }) => lead)).toEqual(['ada', '']);
    expect(imported.people.map(({ id, name }) => [id, name])).toEqual([
      ['ada', 'Ada North'],
      ['bea', ''],
      ['cy', ''],
    ]);
    expect(imported.journal.notes.join()).toContain('1 team has several leads');
    expect(Object.keys(kindsOf(imported, 'unusable'))).toEqual([
      expect.stringContaining('a document that is no TOML'),
    ]);
  });

  test('in YAML, a file for each, members as maps, names that stand twice', async () => {
    const imported = await folder({
      'teams/a.yaml': 'name: Core\nlead: { login: ada }\nmembers:\n  - { login: bea, name: Bea Lund }\n',
      'teams/b.yaml':
        'teams:\n  - { name: Core, type: project, members: [ada] }\n  - name: Nobody\n    members: []\n',
    });
    expect(teamsOf(imported)).toEqual({ Core: 'ada bea', 'Core 2': 'ada' });
    expect(imported.teams.map(({ lead, kind }) => [lead, kind])).toEqual([
      ['ada', 'team'],
      ['', 'project'],
    ]);
    expect(imported.people[1]).toMatchObject({ id: 'bea', name: 'Bea Lund' });
  });
});

describe('a table with a row for each membership', () => {
  const PEOPLE = 310;
  const rows = Array.from({ length: 724 }, (_, at) => ({
    person: at % PEOPLE,
    team: Math.floor(at / PEOPLE) * 20 + (at % 20),
  }));

  test.each([
    ['ids', 'Employee ID,Name,Title,Team', (one: number) => `${one},Person ${one},Engineer`],
    ['addresses', 'Email,Title,Team', (one: number) => `p${one}@x.example,Engineer`],
    ['names alone', 'Name,Team', (one: number) => `Person ${'abcdefghijklmnopqrst'[one % 20]} ${one}`],
  ])('of people with %s is one of 310 people, each in all of their teams', async (_, header, of) => {
    const csv = `${header}\n${rows.map(({ person, team }) => `${of(person)},Team ${team}`).join('\n')}\n`;
    const imported = await importOf({ 'members.csv': csv });
    expect(imported.people.length).toBe(PEOPLE);
    expect(imported.teams.reduce((sum, { members }) => sum + members.length, 0)).toBe(724);
    const ids = new Set(imported.people.map(({ id }) => id));
    for (const { members } of imported.teams) for (const id of members) expect(ids.has(id)).toBe(true);
    expect(imported.journal.notes.join()).toContain('of 310 people in 60 teams, 310 are in several');
    expect(imported.journal.count('unusable')).toBe(0);
  });

  test('is none where a few have a second row: the first counts, and the other is listed', async () => {
    const many = Array.from({ length: 100 }, (_, at) => `${at},Person ${at},Buyer,Team ${at % 5}`);
    const imported = await importOf({
      'people.csv': `Employee ID,Name,Title,Department\n${many.join('\n')}\n7,Person 7,Buyer,Team 9\n`,
    });
    expect(imported.people.length).toBe(100);
    expect(imported.teams).toEqual([]);
    expect(kindsOf(imported, 'doubtful')).toMatchObject({
      'a person in a second department; the first counts': 'people.csv row 102',
    });
  });

  test('is none where rows differ in more than the team: those are jobs', async () => {
    const imported = await importOf({ 'a.csv': fixture('twojobs.csv') });
    expect(imported.teams).toEqual([]);
  });

  test('is none where two namesakes work in two departments', async () => {
    const imported = await importOf({
      'a.csv':
        'Name,Title,Department\nAnn Smith,Buyer,Sales\nAnn Smith,Buyer,Finance\nBob Reed,Buyer,Sales\n',
    });
    expect(imported.people.length).toBe(3);
    expect(imported.teams).toEqual([]);
  });
});

test('documents of comments and blank lines alone cost what their length costs', async () => {
  const imported = await importOf({
    'catalog.yaml': `${'\n'.repeat(100_000)}# x\n${'# a comment\n'.repeat(100_000)}---\n${entity('Group', 'a', '{}')}---\n${entity('User', 'u', '{ memberOf: [a] }')}`,
  });
  expect(imported.people.length).toBe(1);
});
