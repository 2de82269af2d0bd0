import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/schema/documents/report.ts';
import { command, type World } from './in-memory.ts';

/** Three units: nine who make, five who sell, and three who keep the books, whose pay can be told from a total. */
const COMPANY = `version: 1
name: Ledger
currency: EUR
people:
  - { id: boss-1, name: Ada Prior, title: Director, department: make, costPerYear: 100001 }
${[
  ['make', 8],
  ['sell', 5],
  ['books', 3],
]
  .flatMap(([unit, count]) =>
    Array.from(
      { length: Number(count) },
      (_, at) =>
        `  - { id: ${unit}-${at}, name: Somebody ${unit} ${at}, title: Clerk of ${unit}, department: ${unit}, manager: ${at === 0 ? 'boss-1' : `${unit}-0`}, costPerYear: ${50_000 + at} }`,
    ),
  )
  .join('\n')}
`;
const files = {
  'org.yaml': COMPANY,
  'key.txt': 'a key that is long enough',
  'other.txt': 'another key, long enough',
};

const evaluated = async (args: readonly string[], world: World = { files }) => {
  const outcome = await command(['evaluate', 'org.yaml', '--format', 'json', ...args], world);
  expect(outcome.stderr).toBe('');
  return JSON.parse(outcome.stdout) as Report;
};

test('pay is in no report that does not ask for it', async () => {
  for (const args of [
    ['report', 'org.yaml'],
    ['report', 'org.yaml', '-f', 'json'],
    ['evaluate', 'org.yaml', '--seats', '--format', 'json'],
  ]) {
    const { stdout } = await command(args, { files });
    expect(stdout).not.toMatch(/100,?001|50,?00[1-7]/);
    expect(stdout).not.toContain('Ada Prior');
  }
});

test('pay is that of units, never of fewer than five people, and no sum tells it', async () => {
  const { pay } = await evaluated(['--pay']);
  expect(pay).toEqual({
    currency: 'EUR',
    minimum: 5,
    units: [
      { unit: 'make', people: 9, costPerYear: 100_001 + 8 * 50_000 + 28 },
      { unit: 'sell', people: 5, costPerYear: 5 * 50_000 + 10 },
      { unit: 'books', people: 3, costPerYear: null },
    ],
    total: null,
  });
  const { stdout } = await command(['report', 'org.yaml', '--pay', '-f', 'markdown'], { files });
  expect(stdout).toContain('left out for fewer than 5 people, which is so for 1 unit.');
  expect(stdout).toMatch(/\| books \|.*fewer than 5 \|/);
});

describe('with a key', () => {
  test('a hash stands for every id of a person, and figures stay the same', async () => {
    const plain = await evaluated(['--seats']);
    const hashed = await evaluated(['--seats', '--anonymise', '--key', 'key.txt']);
    expect(JSON.stringify(hashed)).not.toMatch(/(boss|make|sell|books)-\d/);
    expect(hashed.designs.map(({ measures }) => measures)).toEqual(
      plain.designs.map(({ measures }) => measures),
    );
    const ids = hashed.designs[0]!.seats!.map(({ id }) => id);
    expect(new Set(ids).size).toBe(17);
    expect(ids.every((id) => /^person-[0-9a-f]{12}$/.test(id))).toBe(true);
    const bosses = hashed.designs[0]!.seats!.map(({ boss }) => boss);
    expect(bosses.filter((boss) => boss !== null).every((boss) => ids.includes(boss))).toBe(true);
    const fromEnvironment = await evaluated(['--seats', '--anonymise'], {
      files,
      env: { ORGDESIGN_KEY: files['key.txt'] },
    });
    expect(fromEnvironment).toEqual(hashed);
    const other = await evaluated(['--seats', '--anonymise', '--key', 'other.txt']);
    expect(other.designs[0]!.seats!.map(({ id }) => id)).not.toContain(ids[0]);
  });

  test('the report says that it was applied, also when it is made from the JSON', async () => {
    const asked = ['--anonymise', '--key', 'key.txt', '--pay'];
    const direct = await command(['report', 'org.yaml', ...asked], { files });
    expect(direct.stdout).toContain('a keyed hash stands for their ids');
    const { stdout: json } = await command(
      ['evaluate', 'org.yaml', '--seats', '--format', 'json', ...asked],
      { files },
    );
    const fromJson = await command(['report', 'r.json'], { files: { 'r.json': json } });
    expect(fromJson.stdout).toBe(direct.stdout);
    const again = await command(['report', 'r.json', '--pay'], { files: { 'r.json': json } });
    expect(again.stderr).toContain('r.json holds what evaluate was asked for.');
  });

  const inRepository: World['git'] = async () => ({
    code: 0,
    stdout: new TextEncoder().encode('true\n'),
    stderr: '',
  });
  test.each<[string, string[], World, RegExp]>([
    ['no key', ['--anonymise'], {}, /takes a key/],
    ['a short key', ['--anonymise'], { env: { ORGDESIGN_KEY: 'short' } }, /shorter than 16 bytes/],
    [
      'a key that is committed',
      ['--anonymise', '--key', 'key.txt'],
      { git: inRepository },
      /lies in a repository/,
    ],
    ['names', ['--anonymise', '--key', 'key.txt', '--names'], {}, /do not go together/],
    ['a key for nothing', ['--key', 'key.txt'], {}, /nothing without --anonymise/],
  ])('refuses %s', async (_, args, world, message) => {
    const { code, stdout, stderr } = await command(['report', 'org.yaml', ...args], { files, ...world });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

test('a page calls people by their titles, never by an id', async () => {
  const { stdout } = await command(['report', 'org.yaml', '-f', 'markdown'], { files });
  expect(stdout).toContain('Clerk of books');
  expect(stdout).not.toMatch(/(boss|make|sell|books)-\d/);
});

describe('the lines around a fault', () => {
  const world: World = {
    files: {
      'org.yaml':
        'version: 1\nname: Rows\ndepartments: [{ id: sales, name: Sales }]\npeople: { file: people.csv }\n',
      'people.csv':
        'id,name,department,costPerYear\np1,Femke Oudeboom,sales,134000\np2,Oleksii Tkach,salse,154000\np3,Rui Falcato,sales,131000\n',
    },
  };
  const told = async (args: readonly string[], more: World = {}) =>
    (await command(args, { ...world, ...more })).stderr;

  test('hold nobody who has nothing to do with it where a log is written', async () => {
    for (const [args, more] of [
      [['check', 'org.yaml'], {}],
      [['check', 'org.yaml', '--format', 'github'], {}],
      [['check', 'org.yaml'], { isTerminal: true, env: { CI: 'true' } }],
      [['evaluate', 'org.yaml'], { env: { CI: '1' } }],
      [['diff', 'org.yaml', 'org.yaml#cluster'], { env: { CI: 'true' } }],
    ] as const) {
      const text = await told(args, more);
      expect(text).toContain('people.csv:3:18  error  "salse" is not a department');
      expect(text).toContain('Did you mean "sales"?');
      expect(text).not.toMatch(/Femke|Oleksii|Rui|1[35]4000/);
    }
  });

  test('stand there at a terminal, and where names are asked for', async () => {
    for (const [args, more] of [
      [['check', 'org.yaml'], { isTerminal: true }],
      [['check', 'org.yaml', '--names'], { env: { CI: 'true' } }],
      [['evaluate', 'org.yaml'], {}],
    ] as const)
      expect(await told(args, more)).toContain('Oleksii Tkach');
  });
});

test('a chart shows a keyed hash in the place of ids where that is asked for, the same as a report', async () => {
  const untitled = { ...files, 'org.yaml': COMPANY.replace(/, title: [^,]+/g, '') };
  const shown = await command(['chart', 'org.yaml'], { files: untitled });
  expect(shown.stdout).toContain('boss-1');
  const { stdout, code } = await command(['chart', 'org.yaml', '--anonymise', '--key', 'key.txt'], {
    files: untitled,
  });
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/boss-1|sell-0|Ada/);
  const report = await evaluated(['--anonymise', '--key', 'key.txt', '--seats'], { files: untitled });
  expect(stdout).toContain(report.designs[0]!.seats![0]!.id);
  expect((await command(['chart', 'org.yaml', '--anonymise', '--names'], { files })).code).toBe(2);
});
