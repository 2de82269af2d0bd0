import { describe, expect, test } from 'vitest';
import { type Validation, validation as validationSchema } from '../../src/schema/documents/validation.ts';
import { command, type World } from './in-memory.ts';
import { CLEAN_ORGANISATION, ORGANISATION_WITH_WARNING } from './organisations.ts';

const CYCLE = `version: 1
name: Circle & Co
people:
  - { id: p1, name: Winnow One, title: Accountant, department: finance }
  - { id: p2, name: Winnow Two, title: Accountant, department: finance, manager: p3 }
  - { id: p3, name: Winnow Three, title: Accountant, department: finance, manager: p2 }
  - { id: p4, name: Winnow Four, title: Accountant, department: finance, manager: p1 }
`;

const files = {
  'clean.yaml': CLEAN_ORGANISATION,
  'team.yaml': ORGANISATION_WITH_WARNING,
  'cycle.yaml': CYCLE,
  'warning.yaml': CLEAN_ORGANISATION.replaceAll(
    'customers:',
    '  - { id: alone, title: Accountant }\ncustomers:',
  ),
  'broken.yaml': 'version: 1\nname: Broken\npeople:\n  - { id: p1, titel: Head }\n',
  'twice.yaml': 'version: 1\nname: Twice\npeople:\n  - { id: p1 }\n  - { id: p1 }\n',
};
const world: World = { files };

const documentOf = (text: string): Validation => validationSchema.parse(JSON.parse(text));

const json = async (file: string, ...args: string[]) => {
  const { stdout, code } = await command(['validate', file, '--format', 'json', ...args], world);
  return { code, document: documentOf(stdout) };
};

describe('the exit code', () => {
  test.each([
    ['clean.yaml', [], 0],
    ['cycle.yaml', [], 1],
    ['cycle.yaml', ['--quiet', '-o', 'out.txt'], 1],
    ['warning.yaml', [], 0],
    ['warning.yaml', ['--fail-on', 'warning'], 1],
    // A small team is a matter of structure, not of data.
    ['team.yaml', ['--fail-on', 'note'], 0],
  ])('of %s with %j is %i', async (file, args, expected) => {
    expect((await command(['validate', file, ...args], world)).code).toBe(expected);
  });

  test.each([
    ['a file that is not there', ['validate', 'absent.yaml'], /absent\.yaml/],
    ['a file that is wrong', ['validate', 'broken.yaml'], /broken\.yaml:4:\d+ {2}error/],
    ['an id given twice', ['validate', 'twice.yaml'], /previously defined at line 4/],
    ['an output in place of the input', ['validate', 'clean.yaml', '-o', './clean.yaml'], /would replace/],
    ['an unknown format', ['validate', 'clean.yaml', '--format', 'xml'], /table, json/],
    ['a design', ['validate', 'clean.yaml', '--design', 'cluster'], /unknown option/],
    ['no file', ['validate'], /missing required argument 'file'/],
  ])('is 2, with nothing on standard output, for %s', async (_, args, message) => {
    const { code, stdout, stderr, written } = await command(args, world);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toMatch(message);
  });
});

describe('what it says', () => {
  test('is about the data, and makes no design', async () => {
    const { document } = await json('cycle.yaml');
    expect(document.organisation).toMatchObject({ name: 'Circle & Co', people: 4 });
    // Who is cut out of the circle looks like a second head; behind the gate of lines that is not said.
    expect(document.findings.map(({ rule }) => rule)).toEqual([
      'reporting-cycle',
      'poor-data',
      'no-customers',
    ]);
    expect(document.profile.map(({ field }) => field)).toContain('capability');
    expect(document.input.file).toBe('cycle.yaml');
    expect(document).not.toHaveProperty('designs');
  });

  test('holds no finding that a rule in the file turns off', async () => {
    const off = `${CYCLE}policy: { rules: { reporting-cycle: off, poor-data: off, no-customers: off } }\n`;
    const { stdout, code } = await command(['validate', '-', '--format', 'json'], { stdin: off });
    expect(documentOf(stdout).findings).toEqual([]);
    expect(code).toBe(0);
  });

  test('names people where that is asked for', async () => {
    const shown = async (...args: string[]) =>
      (await command(['validate', 'cycle.yaml', ...args], world)).stdout;
    expect(await shown()).not.toContain('Winnow');
    expect(await shown('--names')).toContain('Winnow Two');
  });
});

describe('output', () => {
  test('goes to a file, without colours', async () => {
    const { stdout, written } = await command(['validate', 'warning.yaml', '-o', 'out.txt'], {
      ...world,
      isTerminal: true,
      env: { FORCE_COLOR: '1' },
    });
    expect(stdout).toBe('');
    expect(written.get('out.txt')).toContain('orphan');
    expect(written.get('out.txt')).not.toContain('\u001b');
  });

  test.each([
    [[], true],
    [['--no-color'], false],
  ])('at a terminal with %j has colours: %s', async (args, colored) => {
    const { stdout } = await command(['validate', 'warning.yaml', ...args], { ...world, isTerminal: true });
    expect(stdout.includes('\u001b[')).toBe(colored);
  });

  test('of standard input names the file that it stands for', async () => {
    const { stderr, code } = await command(['validate', '-', '--stdin-filepath', 'x/org.yaml'], {
      stdin: files['broken.yaml'],
    });
    expect(stderr).toMatch(/^x\/org\.yaml:4:/m);
    expect(code).toBe(2);
  });
});

test.each([
  ['{ measure: silos.count, weight: 1, worst: 1, best: 5 }', 'best is 5 and worst 1, but lower is better'],
  ['{ measure: silos.cuont, weight: 1 }', 'there is no measure "silos.cuont"'],
  ['{ measure: silos.count, weight: -1 }', 'expected a number of at least 0'],
  ['{ measure: silos.count, weight: 0 }', 'all weights are 0'],
  ['{ measure: silos.count, rank: 1 }, { measure: handoffs.perJourney, rank: 1 }', 'an order has no ties'],
])('criteria that cannot be kept to are told: %s', async (list, message) => {
  const file = `${CLEAN_ORGANISATION}\ncriteria: { list: [${list}] }\n`;
  const { code, stdout, stderr } = await command(['validate', 'org.yaml'], { files: { 'org.yaml': file } });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a measure that there is not is told in one round with a weight that is none, and no weight is said to be missing', async () => {
  const list = '{ measure: silos.cuont, weight: -1 }, { measure: silos.count, weight: 1 }';
  const file = `${CLEAN_ORGANISATION}\ncriteria: { list: [${list}] }\n`;
  const { stderr } = await command(['validate', 'org.yaml'], { files: { 'org.yaml': file } });
  expect(stderr).toContain('there is no measure "silos.cuont"');
  expect(stderr).toContain('expected a number of at least 0');
  expect(stderr).toContain('2 errors');
});
