import { describe, expect, test } from 'vitest';
import { command } from '../cli/in-memory.ts';
import { fixture, importOf, kindsOf } from './import-memory.ts';

const read = (value: unknown) => importOf({ 'people.json': JSON.stringify(value) });
const linesOf = ({ people }: Awaited<ReturnType<typeof read>>) =>
  people.map(({ id, manager, lines }) => [
    id,
    manager || lines.map(({ to, kind }) => `${kind} ${to}`).join(', '),
  ]);

describe('ids are as they are written', () => {
  test('of more digits than a number holds', async () => {
    expect(linesOf(await importOf({ 'a.json': fixture('numeric-ids.json') }))).toEqual([
      ['9007199254740993', ''],
      ['9007199254740992', '9007199254740993'],
      ['12345678901234567890', '9007199254740992'],
    ]);
  });

  test.each(['1.10', '1e5', '-0', '0.1e400'])('as %s, and in texts beside them', async (id) => {
    const { people } = await importOf({
      'a.json': `[{"id":${id},"title":"\\"9007199254740993\\\\","level": 3}]`,
    });
    expect(people).toMatchObject([{ id, title: '"9007199254740993\\', level: 3 }]);
  });
});

describe('the manager of a SCIM user is found', () => {
  const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
  const users = (second: object) => ({
    Resources: [
      { id: 'a1', userName: 'a1@x.org', displayName: 'Ana Luz', title: 'CEO' },
      { id: 'c1', userName: 'c1@x.org', displayName: 'Cy Ode', title: 'CFO' },
      { id: 'b1', userName: 'b1@x.org', displayName: 'Bo Li', title: 'Head of Sales', ...second },
    ],
  });

  test('as a text', async () => {
    expect(linesOf(await importOf({ 'a.json': fixture('scim-manager-string.json') }))).toEqual([
      ['a1', ''],
      ['b1', 'a1'],
    ]);
  });

  test.each([
    ['value', { [ENTERPRISE]: { manager: { value: 'a1', displayName: 'Somebody' } } }],
    ['managerId', { [ENTERPRISE]: { manager: { managerId: 'a1' } } }],
    ['managerId of the schema', { [ENTERPRISE]: { managerId: 'a1' } }],
    ['$ref', { [ENTERPRISE]: { manager: { $ref: 'https://example.org/scim/v2/Users/a1' } } }],
    ['displayName', { [ENTERPRISE]: { manager: { displayName: 'Ana Luz' } } }],
    ['a list', { [ENTERPRISE]: { manager: [{ value: 'a1' }] } }],
    ['a list of texts', { [ENTERPRISE]: { manager: ['a1'] } }],
    ['a flat key', { [`${ENTERPRISE}:manager`]: 'a1' }],
    ['a flat key with a map', { [`${ENTERPRISE}:manager`]: { value: 'a1' } }],
    [
      'a flat key of a part',
      { [`${ENTERPRISE}:manager.value`]: 'a1', [`${ENTERPRISE}:manager.displayName`]: 'x' },
    ],
    ['a flat key in other letters', { [`${ENTERPRISE.toLowerCase()}.manager.$ref`]: '../Users/a1' }],
  ])('as %s', async (_, second) => {
    expect(linesOf(await read(users(second))).at(-1)).toEqual(['b1', 'a1']);
  });

  test('and further ones are dotted lines', async () => {
    const found = await read(users({ [ENTERPRISE]: { manager: [{ value: 'a1' }, { value: 'c1' }] } }));
    expect(linesOf(found).at(-1)).toEqual(['b1', 'solid a1, dotted c1']);
  });
});

describe('a page of a list is said to be one, first, with exit code 1', () => {
  const rows = [
    { id: '1', title: 'Boss' },
    { id: '2', title: 'Buyer', manager: '1' },
  ];

  test('of SCIM', async () => {
    const files = { 'a.json': Buffer.from(fixture('scim-page.json')).toString() };
    const { code, stdout } = await command(['import', 'a.json', '-o', 'org.yaml'], { files });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.json is a page of a list, not the whole of it: it holds 2 rows of 250\.\n/);
    const quiet = await command(['import', 'a.json', '-o', 'org.yaml', '-q'], { files });
    expect(quiet.stdout).toBe('a.json is a page of a list, not the whole of it: it holds 2 rows of 250.\n');
  });

  test.each([
    ['it begins at row 3', { totalResults: 2, startIndex: 3, Resources: rows }],
    ['"@odata.nextLink" says', { '@odata.nextLink': 'https://x.example/users?skip=2', value: rows }],
    ['"nextLink" says', { nextLink: 'https://x.example', value: rows }],
    ['"has_more" says', { has_more: true, data: rows }],
    ['2 rows of 9', { data: rows, meta: { total: 9 } }],
    ['"next" says', { data: rows, _links: { next: { href: '/2' } } }],
  ])('where %s', async (what, response) => {
    const { journal, people } = await read(response);
    expect(journal.wrong.join()).toContain(what);
    expect(people.length).toBe(2);
  });

  test.each([
    { totalResults: 2, startIndex: 1, itemsPerPage: 100, Resources: rows },
    { next: null, nextLink: '', has_more: false, total: 2, data: rows },
  ])('not where it is the whole: %j', async (response) => {
    expect((await read(response)).journal.wrong).toEqual([]);
  });
});

test('an object in each line is a row, and a line that is none is listed', async () => {
  const imported = await importOf({
    'people.jsonl':
      '{"id":9007199254740993,"title":"Boss"}\r\n{"id":2,"title":"Buyer","manager":9007199254740993}\n{"id":3,\n',
  });
  expect(imported.files[0]!.format).toBe('JSON Lines');
  expect(linesOf(imported)).toEqual([
    ['9007199254740993', ''],
    ['2', '9007199254740993'],
  ]);
  expect(kindsOf(imported, 'unusable')).toEqual({ 'no record of keys and values': 'people.jsonl row 3' });
});

test.each([
  [
    'a directory',
    '{"fields":[{"id":"x"}],"employees":[{"id":"1","displayName":"Ann","jobTitle":"CEO"},{"id":"2","displayName":"Bo","jobTitle":"Clerk","supervisor":"Ann"}]}',
  ],
  [
    'paths',
    '{"employees":[{"id":"1","displayName":"Ann","work":{"title":"CEO"}},{"id":"2","displayName":"Bo","work":{"title":"Clerk","reportsTo":{"id":"1","displayName":"Ann"}}}]}',
  ],
  [
    'a list further in',
    '{"data":{"employees":[{"id":1,"name":"Ann","title":"CEO"},{"id":2,"name":"Bo","title":"Clerk","manager":{"id":1}}]}}',
  ],
  [
    'labels',
    '{"data":[{"type":"Employee","attributes":{"id":{"label":"ID","value":1},"first_name":{"label":"F","value":"Ann"},"position":{"label":"P","value":"CEO"},"supervisor":{"label":"S","value":null}}},{"type":"Employee","attributes":{"id":{"label":"ID","value":2},"first_name":{"label":"F","value":"Bo"},"position":{"label":"P","value":"Clerk"},"supervisor":{"label":"S","value":{"type":"Employee","attributes":{"id":{"label":"ID","value":1}}}}}}]}',
  ],
])('people are found in JSON as services write it: %s', async (_, json) => {
  const { people } = await importOf({ 'a.json': json });
  expect(people).toMatchObject([
    { id: '1', name: 'Ann', title: 'CEO', manager: '' },
    { id: '2', name: 'Bo', title: 'Clerk', manager: '1' },
  ]);
});

test.each([
  ['manager', 'mail'],
  ['reportsTo', 'email'],
  ['work.reportsTo', 'email'],
  ['hrbp', 'email'],
])('what stands within %s is of that person: its %s is nobody else’s', async (path, leaf) => {
  const [outer, inner] = path.split('.') as [string, string | undefined];
  const within = (other: object) => ({ [outer]: inner === undefined ? other : { [inner]: other } });
  const imported = await read([
    { id: '1', displayName: 'Anna Bell', jobTitle: 'CEO', supervisorId: '' },
    {
      id: '2',
      displayName: 'Bodo Carr',
      jobTitle: 'Clerk',
      supervisorId: '1',
      ...within({ [leaf]: 'a@x.de' }),
    },
    {
      id: '3',
      displayName: 'Cyra Dunn',
      jobTitle: 'Clerk',
      supervisorId: '2',
      ...within({ [leaf]: 'b@x.de' }),
    },
    {
      id: '4',
      displayName: 'Dora East',
      jobTitle: 'Clerk',
      supervisorId: '3',
      ...within({ [leaf]: 'c@x.de' }),
    },
  ]);
  expect(imported.files[0]!.bound.map(({ field }) => field)).not.toContain('email');
  expect(imported.people.map(({ manager }) => manager)).toEqual(['', '1', '2', '3']);
});
