import { describe, expect, test } from 'vitest';
import { formats } from '../../src/documents/report/document.ts';
import { type Report, report as reportSchema } from '../../src/schema/documents/report.ts';
import { command, type World } from './in-memory.ts';
import { CLEAN_ORGANISATION, ORGANISATION_WITH_WARNING } from './organisations.ts';

const files = {
  'clean.yaml': CLEAN_ORGANISATION,
  'warning.yaml': ORGANISATION_WITH_WARNING,
  'broken.yaml': 'version: 1\nname: Broken\npeople:\n  - { id: p1, titel: Head }\n',
};
const world: World = { files };

const reportOf = (text: string): Report => reportSchema.parse(JSON.parse(text));

describe('the years to come', () => {
  const years = async (text: string, ...more: readonly string[]) => {
    const args = ['evaluate', 'org.yaml', '--despite-data', '--years', '3', ...more];
    return (await command(args, { files: { 'org.yaml': text } })).stdout.replaceAll(/\s+/g, ' ');
  };

  test('are told on the first screen too, and by the section on work', async () => {
    const known = CLEAN_ORGANISATION.replaceAll('market: b2b,', 'market: b2b, retention: 0.9,');
    expect(await years(known)).toMatch(/After 3 years the work takes \d[\d.]* people, today \d/);
    expect(await years(known, '--section', 'work')).toContain('+3');
  });

  test('say what they need where retention is not known, and where there are no customers', async () => {
    const none = CLEAN_ORGANISATION.replace(/customers:[\s\S]*/, '');
    for (const more of [[], ['--section', 'work']]) {
      expect(await years(CLEAN_ORGANISATION, ...more)).toContain(
        'is given for 0 of 8 rows of customers, and it takes nine in ten (customers.retention, as 0.93)',
      );
      expect(await years(none, ...more)).toMatch(/[Nn]o customers are known/i);
    }
  });
});

describe('the exit code', () => {
  test('is 0 where nothing is found at or above --fail-on', async () => {
    const { code, stdout } = await command(['evaluate', 'clean.yaml'], world);
    expect(stdout).toContain('Clean & Co');
    expect(code).toBe(0);
  });

  test('is 1 with findings at or above --fail-on, and the report all the same', async () => {
    const { code, stdout } = await command(['evaluate', 'warning.yaml', '--fail-on', 'warning'], world);
    expect(stdout).toContain('warning');
    expect(code).toBe(1);
  });

  test('is 0 with findings below --fail-on', async () => {
    expect((await command(['evaluate', 'warning.yaml'], world)).code).toBe(0);
  });

  test('follows the findings of today and of the designs asked for by name', async () => {
    for (const design of [undefined, 'cluster', 'matrix']) {
      const args = ['evaluate', 'clean.yaml', ...(design === undefined ? [] : ['--design', design])];
      const report = reportOf((await command([...args, '--format', 'json'], world)).stdout);
      const counting = report.designs.filter(({ id }) => id === 'as-is' || id === design);
      for (const [index, failOn] of ['error', 'warning', 'note'].entries()) {
        const severities = ['error', 'warning', 'note'].slice(0, index + 1);
        const found = counting.some(({ findings }) =>
          findings.some(({ severity }) => severities.includes(severity)),
        );
        expect((await command([...args, '--fail-on', failOn], world)).code).toBe(found ? 1 : 0);
      }
    }
  });

  test.each([
    ['an unknown command', ['evalaute', 'clean.yaml'], /Did you mean evaluate/],
    ['an unknown option', ['evaluate', 'clean.yaml', '--fromat', 'json'], /Did you mean --format/],
    ['an unknown format', ['evaluate', 'clean.yaml', '--format', 'jsno'], /table, json/],
    ['an unknown severity', ['evaluate', 'clean.yaml', '--fail-on', 'fatal'], /error, warning, note/],
    ['an unknown design', ['evaluate', 'clean.yaml', '--design', 'clutser'], /Did you mean "cluster"/],
    ['one unknown design of two', ['evaluate', 'clean.yaml', '--design', 'cluster,function'], /"function"/],
    ['no design', ['evaluate', 'clean.yaml', '--design', ''], /There is no design ""/],
    ['no file', ['evaluate'], /missing required argument 'file'/],
    ['a second file', ['evaluate', 'clean.yaml', 'warning.yaml'], /too many arguments/],
    ['a file that is not there', ['evaluate', 'absent.yaml'], /absent\.yaml/],
    ['a file that is wrong', ['evaluate', 'broken.yaml'], /broken\.yaml:4:\d+ {2}error/],
    ['an output in place of the input', ['evaluate', 'clean.yaml', '-o', './clean.yaml'], /would replace/],
    ['no command', [], /Usage: orgdesign/],
    ['nothing to explain by that name', ['explain', 'silo.count'], /Did you mean "silos.count"/],
  ])('is 2, with nothing on standard output, for %s', async (_, args, message) => {
    const { code, stdout, stderr, written } = await command(args, world);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test('is 2 where the output cannot be written', async () => {
    const { code, stdout } = await command(['evaluate', 'clean.yaml', '-o', 'absent/report.json'], {
      ...world,
      writeFile: async () => {
        const { UserError } = await import('../../src/base/errors.ts');
        throw new UserError('Cannot write.');
      },
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('is 3, with a stack and where to turn, for a fault of ours', async () => {
    const { code, stderr } = await command(['evaluate', 'clean.yaml', '-o', 'report.json'], {
      ...world,
      writeFile: () => Promise.reject(new TypeError('a fault')),
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/TypeError: a fault\n\s+at /);
    expect(stderr).toMatch(/report/i);
  });
});

describe('what is wrong with a file', () => {
  test('is told with its place, its lines, a remedy and a closing count', async () => {
    const { stderr } = await command(['evaluate', 'broken.yaml'], world);
    expect(stderr).toMatch(/^broken\.yaml:4:\d+ {2}error {2}/m);
    expect(stderr).toContain('titel: Head');
    expect(stderr).toMatch(/\n\n1 error\n$/);
  });
});

describe('--design', () => {
  const designsOf = async (...args: string[]): Promise<string[]> =>
    reportOf(
      (await command(['evaluate', 'clean.yaml', '--format', 'json', ...args], world)).stdout,
    ).designs.map(({ id }) => id);

  test('left out, compares with all, today first', async () => {
    expect(await designsOf()).toEqual([
      'as-is',
      'functional',
      'lifecycle',
      'cluster',
      'account-team',
      'matrix',
    ]);
  });

  test('takes several, repeated or with commas, in the order of the report', async () => {
    expect(await designsOf('--design', 'matrix,cluster')).toEqual(['as-is', 'cluster', 'matrix']);
    expect(await designsOf('-d', 'matrix', '-d', 'cluster', '-d', 'as-is')).toEqual([
      'as-is',
      'cluster',
      'matrix',
    ]);
  });
});

describe('output', () => {
  test.each([...formats.keys()])('is printed in the format %s', async (format) => {
    const { stdout, code } = await command(['evaluate', 'clean.yaml', '--format', format], world);
    expect(stdout).toMatch(/Clean &(amp;)? Co/);
    expect(code).toBe(0);
  });

  test('goes to a file, without colours, and then not to the terminal', async () => {
    const { stdout, written } = await command(['evaluate', 'clean.yaml', '-o', 'out/report.txt'], {
      ...world,
      isTerminal: true,
      env: { FORCE_COLOR: '1' },
    });
    expect(stdout).toBe('');
    expect(written.get('out/report.txt')).toContain('Clean & Co');
    expect(written.get('out/report.txt')).not.toContain('\u001b');
  });

  test('goes to the terminal for -o -', async () => {
    const { stdout, written } = await command(['evaluate', 'clean.yaml', '-o', '-'], world);
    expect(stdout).toContain('Clean & Co');
    expect(written.size).toBe(0);
  });

  test('is as wide as the terminal', async () => {
    const wide = await command(['evaluate', 'clean.yaml'], { ...world, isTerminal: true, columns: 140 });
    const narrow = await command(['evaluate', 'clean.yaml'], { ...world, isTerminal: true, columns: 40 });
    expect(wide.stdout.split('\n').length).toBeLessThan(narrow.stdout.split('\n').length);
  });

  test.each([
    [[], {}, false, false],
    [[], {}, true, true],
    [['--no-color'], { FORCE_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { TERM: 'dumb' }, true, false],
  ])('has colours with %j, %j and a terminal %s: %s', async (args, env, isTerminal, colored) => {
    const { stdout } = await command(['evaluate', 'clean.yaml', ...args], { ...world, env, isTerminal });
    expect(stdout.includes('\u001b[')).toBe(colored);
  });

  test('shows ids of people, and names where they are asked for', async () => {
    const args = ['evaluate', 'warning.yaml', '--format', 'json'];
    expect((await command(args, world)).stdout).not.toContain('Winnow');
    expect((await command([...args, '--names'], world)).stdout).toContain('Winnow');
  });

  test('of --quiet holds the options and no warning', async () => {
    const { stdout, stderr } = await command(['evaluate', 'warning.yaml', '--quiet'], world);
    expect(stdout).toContain('Suits this company');
    expect(stdout).not.toContain('warning');
    expect(stderr).toBe('');
  });
});

describe('standard input', () => {
  test('is read for -, under the name it is given', async () => {
    const broken = { stdin: files['broken.yaml'] };
    expect((await command(['evaluate', '-'], { stdin: CLEAN_ORGANISATION })).stdout).toContain('Clean & Co');
    const { code, stderr } = await command(['evaluate', '-', '--stdin-filepath', 'teams/org.yaml'], broken);
    expect(stderr).toMatch(/^teams\/org\.yaml:4:/m);
    expect(code).toBe(2);
  });
});
