import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { company } from '../documents/check/checked.ts';
import { command, type Outcome } from './in-memory.ts';

type Files = Record<string, string>;

const SEPARATOR = '─'.repeat(20);
const STRICT = ['--fail-on', 'warning'];
const CSV = 'version: 1\nname: Ledger & Co\npeople: { file: people.csv }\n';
const people = (count: number): string =>
  [
    'id,title,department,manager',
    'm,Finance Manager,books,',
    ...Array.from({ length: count }, (_, index) => `a${index},Accountant,books,m`),
    '',
  ].join('\n');

/** What a check printed, one after the other. */
const checks = ({ stdout }: Outcome): string[] => stdout.split(`\n${SEPARATOR}\n\n`);

/** Watches while a script changes the files, a step at each moment; it ends when the script does. */
const watching = async (
  files: Files,
  script: readonly (() => void)[],
  args: readonly string[] = ['org.yaml'],
  isTerminal = false,
) => {
  const steps = [...script];
  const state = { closed: 0, writes: 0, looked: new Set<string>() };
  const outcome = await command(['check', ...args, ...STRICT, '--watch'], {
    files,
    isTerminal,
    writeFile: async (path) => {
      files[path] = `written ${++state.writes}`;
    },
    watch: () => ({
      stamp: async (path) => {
        state.looked.add(path);
        const text = files[path];
        return text === undefined ? 'ENOENT' : `1 ${text}`;
      },
      pause: async () => {
        const step = steps.shift();
        step?.();
        return step !== undefined;
      },
      close: () => {
        state.closed += 1;
      },
    }),
  });
  return { ...outcome, ...state };
};

const nothing = (): void => {};

describe('check --watch', () => {
  test('checks once where nothing changes, and ends with the code of that check', async () => {
    const good = await watching({ 'org.yaml': company({ books: 5 }) }, [nothing, nothing]);
    expect(good).toMatchObject({ code: 0, closed: 1, stderr: '\nWatching 1 file; Ctrl-C ends.\n' });
    expect(checks(good)).toHaveLength(1);
    expect(await watching({ 'org.yaml': company({ books: 1 }) }, [])).toMatchObject({ code: 1, closed: 1 });
  });

  test('checks again when the file changed and was then left alone, and ends with the last code', async () => {
    const files: Files = { 'org.yaml': company({ books: 1 }) };
    const save = (books: number) => () => {
      files['org.yaml'] = company({ books });
    };
    const outcome = await watching(files, [save(2), save(3), save(5), nothing, nothing, nothing]);
    expect(checks(outcome).map((text) => text.trimEnd().split('\n').at(-1))).toEqual([
      expect.stringContaining('1 finding at warning'),
      'Passed',
    ]);
    expect(outcome.code).toBe(0);
  });

  test('rests where nothing changes but what it writes itself', async () => {
    const files: Files = { 'org.yaml': company({ books: 5 }) };
    const outcome = await watching(files, [nothing, nothing, nothing], ['org.yaml', '-f', 'json:found.json']);
    expect(outcome.writes).toBe(1);
    expect(checks(outcome)).toHaveLength(1);
    expect(outcome.stderr).toContain('Watching 1 file');
  });

  test('sees a change that happens while it checks', async () => {
    const files: Files = { 'org.yaml': CSV, 'people.csv': people(1) };
    let pauses = 0;
    const { code, stdout } = await command(['check', 'org.yaml', ...STRICT, '--watch'], {
      files,
      watch: () => ({
        stamp: async (path) => {
          const stamp = `1 ${files[path]}`;
          // By then the file that includes it has been read.
          if (path === 'people.csv') files['org.yaml'] = company({ books: 5 });
          return stamp;
        },
        pause: async () => ++pauses < 4,
        close: () => {},
      }),
    });
    expect(stdout).toMatch(/Failed[\s\S]*Passed\n$/);
    expect(code).toBe(0);
  });

  test('watches what the file includes, the baseline, the policy, and a policy that is not there yet', async () => {
    const files: Files = { 'a/org.yaml': CSV, 'a/people.csv': people(5), 'before.yaml': company({ x: 5 }) };
    const outcome = await watching(
      files,
      [
        () => {
          files['a/people.csv'] = people(1);
        },
        nothing,
        () => {
          files['orgdesign.config.yaml'] = 'version: 1\nrules: { team-too-small: off }\n';
        },
        nothing,
      ],
      ['a/org.yaml', '--baseline', 'before.yaml'],
    );
    expect([...outcome.looked]).toEqual(
      expect.arrayContaining([
        'a/org.yaml',
        'before.yaml',
        'a/orgdesign.config.yaml',
        'orgdesign.config.yaml',
      ]),
    );
    const verdicts = checks(outcome).map((text) => text.includes('Passed'));
    expect(verdicts).toEqual([true, false, true]);
  });

  test('survives a file that vanishes for a moment, and one that does not parse', async () => {
    const files: Files = { 'org.yaml': company({ books: 1 }) };
    const outcome = await watching(files, [
      () => delete files['org.yaml'],
      nothing,
      () => {
        files['org.yaml'] = 'version: 1\nname: [';
      },
      nothing,
      () => {
        files['org.yaml'] = company({ books: 5 });
      },
      nothing,
    ]);
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('Cannot read org.yaml: there is no such file.');
    expect(outcome.stderr).toMatch(/org\.yaml:2:\d+ {2}error/);
    expect(checks(outcome).at(-1)).toContain('Passed');
  });

  test('begins with a file that does not parse yet', async () => {
    const files: Files = { 'org.yaml': 'version: 1\nnmae: Ledger\n' };
    const mend = () => {
      files['org.yaml'] = company({ books: 5 });
    };
    expect((await watching({ ...files }, [])).code).toBe(2);
    expect((await watching(files, [mend, nothing])).code).toBe(0);
  });

  test('clears a terminal, and nothing else', async () => {
    const files: Files = { 'org.yaml': company({ books: 5 }) };
    const script = [
      () => {
        files['org.yaml'] += '\n# more\n';
      },
      nothing,
    ];
    const piped = await watching({ 'org.yaml': company({ books: 5 }) }, []);
    const shown = await watching(files, script, ['org.yaml', '--no-color'], true);
    expect(shown.stdout.split('\u001b[2J\u001b[H')).toEqual([piped.stdout, piped.stdout]);
    expect(piped.stdout).not.toContain('\u001b');
  });

  test.each([
    ['standard input', ['-']],
    ['waivers that it would write', ['org.yaml', '--update-waivers', 'Ada']],
    ['a file that is not there', ['absent.yaml']],
    ['a baseline that is not there', ['org.yaml', '--baseline', 'absent.yaml']],
    ['an output over its input', ['org.yaml', '--format', 'json:org.yaml']],
    ['a limit without a baseline', ['org.yaml', '--max-moved', '0.2']],
    ['a design that is none', ['org.yaml', '--design', 'clutser']],
  ])('refuses %s', async (_, args) => {
    const outcome = await watching({ 'org.yaml': company({ books: 5 }) }, [nothing], args);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).not.toContain('Watching');
  });
});

describe.skipIf(process.platform === 'win32')('with files on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgdesign-watch-'));
  let program = '';
  beforeAll(() => {
    program = inject('program');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a save by renaming is seen, and Ctrl-C ends it with the code of the last check', async () => {
    const file = join(folder, 'org.yaml');
    writeFileSync(file, CSV);
    writeFileSync(join(folder, 'people.csv'), people(1));
    const child = spawn(process.execPath, [program, 'check', 'org.yaml', ...STRICT, '--watch'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      texts.stdout += chunk;
    });
    let watches = 0;
    child.stderr.on('data', (chunk) => {
      texts.stderr += chunk;
      const now = texts.stderr.match(/Watching 2 files/g)?.length ?? 0;
      if (now === watches) return;
      watches = now;
      if (now === 1) {
        // As editors save: beside, then into its place.
        writeFileSync(join(folder, 'people.csv.new'), people(5));
        renameSync(join(folder, 'people.csv.new'), join(folder, 'people.csv'));
      } else child.kill('SIGINT');
    });
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      child.on('close', (...ended) => resolve(ended));
    });
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(texts.stdout).toMatch(/Failed[\s\S]*─{20}[\s\S]*Passed\n$/);
  });

  test('ends where the reader of its output goes away', async () => {
    writeFileSync(join(folder, 'org.yaml'), CSV);
    const child = spawn(process.execPath, [program, 'check', 'org.yaml', '--watch'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let watches = 0;
    child.stdout.destroy();
    child.stderr.on('data', (chunk) => {
      watches += String(chunk).includes('Watching') ? 1 : 0;
      writeFileSync(join(folder, 'people.csv'), people(5 + watches));
    });
    const code = await new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    expect(code).toBeLessThan(2);
  });
});
