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
