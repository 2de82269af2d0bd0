import { describe, expect, test } from 'vitest';
import { importOf } from './import-memory.ts';

/** Whom each person reports to, by name. */
const linesOf = async (csv: string) => {
  const imported = await importOf({ 'people.csv': csv });
  const names = new Map(imported.people.map(({ id, name }) => [id, name]));
  return {
    imported,
    lines: Object.fromEntries(
      imported.people.map(({ name, manager }) => [name, names.get(manager) ?? manager]),
    ),
  };
};

describe('managers named as a directory does', () => {
  test('are found by that name, which no report shows', async () => {
    const { imported, lines } = await linesOf(`"DistinguishedName","DisplayName","Title","Manager"
"CN=Bell\\, Ann,OU=York,DC=x","Bell, Ann","CEO",
"CN=Carr\\, Bob,OU=York,DC=x","Carr, Bob","Sales Director","CN=Bell\\, Ann,OU=York,DC=x"
"CN=Carr\\, Bob,OU=Leeds,DC=x","Carr, Bob","Support Manager","CN=Bell\\, Ann,OU=York,DC=x"
"CN=Dunn\\, Cy,OU=York,DC=x","Dunn, Cy","Account Manager","CN=Carr\\, Bob,OU=York,DC=x"
"CN=East\\, Di,OU=Leeds,DC=x","East, Di","Support Engineer","CN=Carr\\, Bob,OU=Leeds,DC=x"
`);
    expect(lines).toMatchObject({ 'Carr, Bob': 'Bell, Ann', 'Dunn, Cy': 'Carr, Bob' });
    const [sales, support] = imported.people.filter(({ name }) => name === 'Carr, Bob');
    const managerOf = (title: string) => imported.people.find((one) => one.title === title)!.manager;
    expect(managerOf('Account Manager')).toBe(sales!.id);
    expect(managerOf('Support Engineer')).toBe(support!.id);
    expect(imported.people.every(({ id }) => /^p-[0-9a-f]+$/.test(id))).toBe(true);
  });

  test.each([
    ['a name', 'CN=Ann Bell,OU=Users,DC=x', 'DisplayName'],
    ['the name of a user', 'uid=abell,ou=people,dc=x', 'Username'],
  ])('are found by %s in it where they have no column', async (_, named, header) => {
    const csv = `Name,${header === 'Username' ? 'Username' : 'Nickname'},Title,Manager
Ann Bell,abell,CEO,
Bob Carr,bcarr,Sales Director,"${named}"
Cy Dunn,cdunn,Account Manager,"${named}"
Di East,deast,Account Manager,"${named}"
`;
    expect((await linesOf(csv)).lines).toEqual({
      'Ann Bell': '',
      'Bob Carr': 'Ann Bell',
      'Cy Dunn': 'Ann Bell',
      'Di East': 'Ann Bell',
    });
  });
});

test('whoever is named as a manager and not found is told with the id that stands for them', async () => {
  const { imported } = await linesOf(
    'Name,Title,Manager\nAnn Bell,CEO,\nBob Carr,Sales Director,Ann Bell\nCy Dunn,Account Manager,Zoe Quill\n',
  );
  const kept = imported.people.find(({ name }) => name === 'Cy Dunn')!.manager;
  expect(imported.journal.notes).toContain(
    `Ids that stand for managers who were not found: "${kept}: Zoe Quill".`,
  );
});

describe('names in two columns under unknown headers are known by the column that names people by both', () => {
  const table = (headers: string, named: (first: string, last: string) => string) => {
    const people = [
      ['11', 'Anna', 'Alm', 'VD', ''],
      ['12', 'Bo', 'Berg', 'Säljchef', named('Anna', 'Alm')],
      ['13', 'Carl Johan', 'Dahl', 'Säljare', named('Bo', 'Berg')],
      ['14', 'Disa', 'Ek', 'Säljare', named('Bo', 'Berg')],
      ['15', 'Eva', 'Falk', 'Säljare', named('Carl Johan', 'Dahl')],
      ['16', 'Finn', 'Gran', 'Säljare', named('Carl Johan', 'Dahl')],
    ];
    return `${headers}\n${people.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;
  };
  const right = {
    'Anna Alm': '',
    'Bo Berg': 'Anna Alm',
    'Carl Johan Dahl': 'Bo Berg',
    'Disa Ek': 'Bo Berg',
    'Eva Falk': 'Carl Johan Dahl',
    'Finn Gran': 'Carl Johan Dahl',
  };

  test.each([
    [
      'first before last',
      'Anställningsnr,Förnamn,Efternamn,Yrke,Chef',
      (one: string, two: string) => `${one} ${two}`,
    ],
    [
      'last before first, with a comma',
      'Anst,Tilltal,Släkt,Yrke,Över',
      (one: string, two: string) => `${two}, ${one}`,
    ],
    [
      'beside a column called name',
      'Nr,Fornavn,Name,Stilling,Leder',
      (one: string, two: string) => `${two} ${one}`,
    ],
  ])('%s', async (_, headers, named) => {
    expect((await linesOf(table(headers, named))).lines).toEqual(right);
  });

  test('but not where two columns together are a place, and no person', async () => {
    const { imported } = await linesOf(
      'ID,Art,Region,Unit,Manager ID\n1,Sales,North,Sales North,\n2,Sales,South,Sales North,1\n3,Sales,North,Sales North,1\n4,Sales,South,Sales South,2\n5,Sales,North,Sales South,2\n',
    );
    expect(imported.people.map(({ name }) => name)).toEqual(['', '', '', '', '']);
  });
});

describe('in a list of managers and their spans', () => {
  test.each([
    [
      'by name',
      'Manager,Title,Reports to,Direct reports',
      ['Ann Bell,CEO,,2', 'Bob Carr,Sales Director,Ann Bell,5', 'Ed Fox,Support Manager,Ann Bell,4'],
    ],
    [
      'by id and name',
      'Manager ID,Manager Name,Title,Supervisor,Span',
      ['1,Ann Bell,CEO,,2', '2,Bob Carr,Sales Director,1,5', '5,Ed Fox,Support Manager,1,4'],
    ],
    [
      'in German',
      'Führungskraft;Stelle;Berichtet an;Spanne',
      [
        'Ann Bell;Geschäftsführerin;;2',
        'Bob Carr;Vertriebsleiter;Ann Bell;5',
        'Ed Fox;Leiter Service;Ann Bell;4',
      ],
    ],
  ])('%s the manager is whom a row is about', async (_, header, rows) => {
    const { imported, lines } = await linesOf(`${header}\n${rows.join('\n')}\n`);
    expect(lines).toEqual({ 'Ann Bell': '', 'Bob Carr': 'Ann Bell', 'Ed Fox': 'Ann Bell' });
    expect(imported.journal.assumed.join()).toContain('is whom each row is about');
  });
});
