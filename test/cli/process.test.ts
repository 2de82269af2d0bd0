import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLEAN_ORGANISATION } from './organisations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Far from node_modules, so that it also shows that the bundle needs nothing else.
const folder = mkdtempSync(join(tmpdir(), 'orgdesign-process-'));
const program = join(folder, 'bin/orgdesign.js');

const node = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH },
  });

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(root, 'bin/orgdesign.js'), program);
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const built = node([join(root, 'scripts/build.js'), '--out', join(folder, 'dist')]);
  expect(built.stderr).toBe('');
  writeFileSync(join(folder, 'clean.yaml'), CLEAN_ORGANISATION);
}, 30_000);

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

  const org = join(root, 'examples/marrowgate/org.yaml');
  test
    .skipIf(process.platform === 'win32')
    .each([
      [['evaluate', org, '--design', 'functional', '--format', 'json']],
      [['evaluate', org, '--design', 'functional']],
      [['simulate', org, '--design', 'functional']],
      [['diff', org, `${org}#functional`, '--format', 'json']],
      [['check', org, '--fail-on', 'note', '--format', 'json']],
      [['check', org, '--format', 'sarif']],
      [['assess', org, '--format', 'json']],
      [['charter', `${org}#lifecycle`]],
      [['validate', org, '--format', 'json']],
      [['import', join(root, 'examples/marrowgate/people.csv')]],
      [['init', '-']],
      [['explain', '--format', 'json']],
      [['completion', 'fish']],
      [['--help']],
      [['check', 'absent.yaml']],
    ])('is quiet when the reader of its output goes away, and keeps its code: %j', (args) => {
    const read = node([program, ...args]);
    // One reads a line and goes; the other is gone before there is anything to read.
    for (const reader of ['head -n 1', 'true']) {
      const line = `"$@" | ${reader} > /dev/null; exit "\${PIPESTATUS[0]}"`;
      const { status, stderr } = spawnSync(
        'bash',
        ['--norc', '-c', line, 'bash', process.execPath, program, ...args],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { PATH: process.env.PATH },
        },
      );
      expect({ status, stderr }).toEqual({ status: read.status, stderr: read.stderr });
    }
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
