import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaModeline } from '../../src/cli/package.ts';
import { command, type World } from './in-memory.ts';

/** The file that `init` writes, and what it says on the way. */
const init = async (args: readonly string[] = [], world: World = {}) => {
  const outcome = await command(['init', ...args], world);
  return { ...outcome, text: [...outcome.written.values()][0] ?? '' };
};

const answering = (...answers: readonly string[]) =>
  init(['org.yaml', '--interactive'], { stdin: `${answers.join('\n')}\n` });

const checked = (text: string, ...args: readonly string[]) =>
  command([...args], { files: { 'org.yaml': text } });

/** Findings on today's organisation, and the exit code. */
const evaluated = async (text: string) => {
  const { stdout, code } = await checked(
    text,
    'evaluate',
    'org.yaml',
    '--design',
    'as-is',
    '--format',
    'json',
  );
  const { designs } = JSON.parse(stdout);
  return { code, findings: designs[0].findings.map((one: { rule: string; severity: string }) => one) };
};

describe('the file', () => {
  test('is org.yaml, and says on standard error what is next', async () => {
    const { code, stdout, stderr, written } = await init();
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect([...written.keys()]).toEqual(['org.yaml']);
    expect(stderr).toBe('Wrote org.yaml. Next: orgdesign evaluate org.yaml\n');
  });

  test('evaluates and validates with nothing found at all', async () => {
    const { text } = await init();
    expect(await evaluated(text)).toEqual({ code: 0, findings: [] });
    const { stdout, code } = await checked(text, 'validate', 'org.yaml', '--fail-on', 'note');
    expect(stdout).toContain('nothing found');
    expect(code).toBe(0);
  });

  test('is short, begins with the modeline, and says what is left out and what it does', async () => {
    const { text } = await init();
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe('# yaml-language-server: $schema=schemas/v1/org.schema.json');
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.length).toBeLessThan(110);
    expect(lines.filter((line) => line.length > 110)).toEqual([]);
    expect(text).toMatch(/costPerYear: .*without it/);
    expect(text).toMatch(/effort: .*without it/);
  });

  test('goes to standard output for -, and then nothing is said', async () => {
    const { stdout, stderr, written } = await init(['-']);
    expect(stdout).toBe((await init()).text);
    expect({ stderr, written: written.size }).toEqual({ stderr: '', written: 0 });
  });

  test('is the same twice', async () => {
    expect((await init()).text).toBe((await init()).text);
  });
});

describe('a file that is there', () => {
  const world = { files: { 'org.yaml': 'mine' } };

  test('is not replaced', async () => {
    const { code, stdout, stderr, written } = await init([], world);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toContain('org.yaml is there already');
    expect(stderr).toContain('--force');
  });

  test('is replaced with --force', async () => {
    const { code, text } = await init(['--force'], world);
    expect(code).toBe(0);
    expect(text).toContain('version: 1');
  });

  test('is told before anything is asked', async () => {
    const { stderr } = await init(['-i'], { ...world, stdin: 'Name\n' });
    expect(stderr).not.toContain('Name of the organisation');
  });
});

describe('the modeline', () => {
  test.each(['org.yaml', 'examples/new/org.yaml', '-'])('of %s leads to the schema', (file) => {
    const [, path] = /\$schema=(.+)$/.exec(schemaModeline(file))!;
    expect(existsSync(resolve(file === '-' ? '.' : dirname(file), path!))).toBe(true);
  });
});

describe('--interactive', () => {
  test('without answers gives the same file', async () => {
    expect((await answering('', '', '', '', '', '')).text).toBe((await init()).text);
  });

  test('writes what was said', async () => {
    const { text, code } = await answering(
      'Kettle & Sons',
      'MIXED',
      '2,000',
      'Sales, Support, Sales',
      'yes',
      'region',
    );
    expect(code).toBe(0);
    const file = parse(text);
    expect(file.name).toBe('Kettle & Sons');
    expect(file.context).toEqual({ market: 'mixed', staff: 2000 });
    expect(file.departments.map(({ name }: { name: string }) => name)).toEqual(['Sales', 'Support']);
    expect(file.people).toHaveLength(9);
    expect(file.people.filter(({ managers }: { managers?: unknown }) => managers)).toHaveLength(1);
    expect(file.customers.map(({ market }: { market: string }) => market)).toEqual([
      'b2b',
      'b2b',
      'b2c',
      'b2c',
    ]);
    expect(file.customers[0].attributes).toEqual({ region: 'north' });
    expect((await evaluated(text)).code).toBe(0);
  });

  test('asks again where an answer cannot be', async () => {
    const { stderr, text } = await answering(
      'A',
      'b2x',
      'b2c',
      'many',
      '0',
      '3',
      'Sales',
      'perhaps',
      'no',
      '-',
    );
    expect(stderr.match(/Please answer with/g)).toHaveLength(4);
    const file = parse(text);
    expect(file.people).toHaveLength(3);
    expect(file.customers[0].count).toBe(500);
    expect(file.customers[0].attributes).toBeUndefined();
  });

  test('takes no attribute that no file may have', async () => {
    const { stderr, text } = await answering('', '', '', '', 'constructor', '', '__proto__', 'region');
    expect(stderr.match(/Please answer with/g)).toHaveLength(2);
    expect(text).toContain('attributes: { region: north }');
  });

  test('writes nothing where the answers end', async () => {
    const { code, stdout, stderr, written } = await answering('A', 'b2b');
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toContain('nothing was written');
  });

  test.each(['1', '2', '5', '6', '100'])('writes a file that can be read, with %s people', async (people) => {
    const { text } = await answering('A', 'unknown', people, 'One, Two, Three', 'yes', 'region');
    expect(parse(text).people.length).toBe(Math.min(Number(people), 13));
    const { code, stderr } = await checked(text, 'validate', 'org.yaml');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test.each([
    'no',
    '12',
    '1e5',
    '"quoted" # not a comment',
    '{person:p1}',
    "it's: [a], {b}",
    '\u001b[31mred\u202e \u2028 \u0085',
    '表',
    'constructor',
    '*alias',
    '- dash',
    '%TAG',
    'x'.repeat(300),
  ])('keeps to itself what is called %j', async (hostile) => {
    const { text, stderr } = await answering(hostile, '', '', hostile, 'yes', hostile);
    expect(`${text}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    const { code, stdout, stderr: said } = await checked(text, 'validate', 'org.yaml', '--format', 'json');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const { organisation, profile } = JSON.parse(stdout);
    expect(organisation.name).toBe(parse(text).name);
    expect(organisation.people).toBe(organisation.departments === 1 ? 5 : 4 * organisation.departments + 1);
    expect(profile.some(({ field }: { field: string }) => field.startsWith('attributes'))).toBe(true);
  });
});
