import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { onDisk } from './on-disk.ts';
import { CLEAN_ORGANISATION, ORGANISATION_WITH_WARNING } from './organisations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'orgdesign-process-'));
const program = inject('program');
const env = { PATH: process.env.PATH };

const node = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', input, env });

beforeAll(() => {
  writeFileSync(join(folder, 'clean.yaml'), CLEAN_ORGANISATION);
  writeFileSync(join(folder, 'warning.yaml'), ORGANISATION_WITH_WARNING);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the process', () => {
  test('tells the version of the package, by whatever way it is asked', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const args of [['--version'], ['-V'], ['--no-color', '--version']])
      expect(node([program, ...args])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('ends with the exit code of the command', () => {
    expect(node([program, 'evaluate', 'clean.yaml']).status).toBe(0);
    expect(node([program, 'evaluate', 'absent.yaml'])).toMatchObject({ status: 2, stdout: '' });
    expect(node([program, '--help'])).toMatchObject({ status: 0, stderr: '' });
  });

  test('is ASCII throughout, since its bytes are taken for characters', () => {
    const built = join(program, '../../dist');
    const scripts = readdirSync(built).filter((name) => /^cli.*\.js$/.test(name));
    expect(scripts).toEqual(['cli-evaluation.js', 'cli-seldom.js', 'cli.js']);
    for (const name of scripts) {
      const bytes = readFileSync(join(built, name));
      expect(bytes.length).toBeGreaterThan(100_000);
      expect(bytes.findIndex((byte) => byte > 127)).toBe(-1);
    }
  });

  test('says the same with code that was kept, with none, and with what is none', () => {
    const caches = join(folder, 'caches');
    const evaluated = (more: Record<string, string>, command = 'evaluate') =>
      spawnSync(process.execPath, [program, command, 'clean.yaml'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...env, NODE_COMPILE_CACHE: caches, ...more },
      });
    const kept = () => {
      const own = join(caches, 'orgdesign');
      return readdirSync(own).map((name) => join(own, name));
    };
    const nodes = () => kept().map((file) => statSync(file).ino);
    const { status, stdout, stderr } = evaluated({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(folder)).not.toContain('caches');
    expect(evaluated({})).toMatchObject({ status, stdout, stderr });
    // It does without the script of what is seldom used.
    expect(kept()).toHaveLength(2);
    const before = nodes();
    expect(evaluated({})).toMatchObject({ status, stdout, stderr });
    // They were used: a run that compiles as much again keeps that.
    expect(nodes()).toEqual(before);
    for (const file of kept()) writeFileSync(file, readFileSync(file).fill(1, statSync(file).size / 2));
    expect(evaluated({})).toMatchObject({ status, stdout, stderr });
    expect(nodes().filter((node, at) => node === before[at])).toEqual([]);
    evaluated({}, 'validate');
    expect(kept()).toHaveLength(3);
  });

  test('says what a picture needs that is not installed', () => {
    const drawn = node([program, 'chart', 'clean.yaml', '-o', 'chart.png']);
    expect(drawn).toMatchObject({ status: 2, stdout: '' });
    expect(drawn.stderr).toContain('the optional package @resvg/resvg-js, which is not installed here');
  });

  test('reads standard input', () => {
    expect(node([program, 'evaluate', '-'], CLEAN_ORGANISATION).stdout).toContain('Clean & Co');
  });

  test('takes the answers to its questions from a pipe', () => {
    const asked = node([program, 'init', 'asked.yaml', '--interactive'], 'Piped & Co\n\n\n\n\n\n');
    expect(asked).toMatchObject({ status: 0, stdout: '' });
    expect(asked.stderr.match(/\]: /g)).toHaveLength(6);
    expect(readFileSync(join(folder, 'asked.yaml'), 'utf8')).toContain('name: Piped & Co');
    expect(node([program, 'init', 'asked.yaml'])).toMatchObject({ status: 2, stdout: '' });
    expect(node([program, 'init', 'half.yaml', '-i'], 'Piped & Co')).toMatchObject({ status: 2, stdout: '' });
    expect(readdirSync(folder)).not.toContain('half.yaml');
    expect(node([program, 'validate', 'asked.yaml', '--fail-on', 'note']).status).toBe(0);
  });

  test('writes all of a long output into a pipe', () => {
    const { stdout } = node([program, 'explain', '--format', 'json']);
    expect(stdout.length).toBeGreaterThan(10_000);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  describe.skipIf(process.platform === 'win32')('is quiet and keeps its code', () => {
    const readBy = (reader: string, args: readonly string[]) => {
      const line = `"$@" | ${reader} > /dev/null; exit "\${PIPESTATUS[0]}"`;
      const { status, stderr } = spawnSync(
        'bash',
        ['--norc', '-c', line, 'bash', process.execPath, program, ...args],
        { cwd: folder, encoding: 'utf8', env },
      );
      return { status, stderr };
    };

    test.each([
      [['evaluate', 'clean.yaml', '--design', 'functional']],
      [['simulate', 'clean.yaml', '--design', 'functional']],
      [['simulate', 'clean.yaml', '--design', 'functional', '--sweep', 'minimum=3']],
      [['diff', 'clean.yaml', 'warning.yaml']],
      [['check', 'warning.yaml', '--fail-on', 'warning']],
      [['check', 'clean.yaml', '--format', 'sarif']],
      [['suggest', 'clean.yaml']],
      [['assess', 'clean.yaml']],
      [['charter', 'clean.yaml#lifecycle']],
      [['validate', 'clean.yaml', '--format', 'json']],
      [['import', join(root, 'examples/marrowgate/people.csv')]],
      [['init', '-']],
      [['explain']],
      [['completion', 'fish']],
      [['--help']],
      [['check', 'absent.yaml']],
    ])('where nobody reads its output: %j', async (args) => {
      const { status, stderr } = await onDisk(args, { cwd: folder, env });
      expect(readBy('true', args)).toEqual({ status, stderr });
    });

    test.each([
      [['evaluate', 'warning.yaml', '--fail-on', 'warning', '--format', 'json']],
      [['assess', 'clean.yaml', '--format', 'json']],
      [['explain', '--format', 'json']],
    ])('where the reader goes away after a line: %j', async (args) => {
      const { status, stdout, stderr } = await onDisk(args, { cwd: folder, env });
      // More than a pipe holds, so that the rest finds nobody.
      expect(stdout.length).toBeGreaterThan(65_536);
      expect(readBy('head -n 1', args)).toEqual({ status, stderr });
    });
  });

  test('writes a file and leaves nothing beside it', () => {
    const before = readdirSync(folder);
    expect(node([program, 'evaluate', 'clean.yaml', '-f', 'json', '-o', 'report.json'])).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(readdirSync(folder).sort()).toEqual([...before, 'report.json'].sort());
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).organisation.name).toBe(
      'Clean & Co',
    );
  });
});
