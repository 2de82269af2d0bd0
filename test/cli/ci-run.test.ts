import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { company } from '../documents/check/checked.ts';
import { action, gitlab, hooks, inputNames, stepOf, version } from './ci-files.ts';
import { gitEnvironment, gitRepository } from './git-repository.ts';

describe.skipIf(process.platform === 'win32')('run on a repository', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgdesign-ci-'));
  const repository = join(folder, 'repository');
  const env = { ...gitEnvironment(folder), PATH: `${join(folder, 'path')}:${process.env.PATH}` };
  const { git, commit, init, write, read: readFile, branch } = gitRepository(repository, env);
  const own = (name: string) => join(folder, name);

  const executable = (path: string, text: string): void => {
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
  };

  /** As a runner does: the script in a file, the options of its shell, what it writes in files. */
  const bash = (script: string, more: Record<string, string>) => {
    for (const name of ['output', 'summary', 'script.sh']) writeFileSync(own(name), '');
    writeFileSync(own('script.sh'), script);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', own('script.sh')],
      {
        cwd: repository,
        encoding: 'utf8',
        env: {
          ...env,
          GITHUB_OUTPUT: own('output'),
          GITHUB_STEP_SUMMARY: own('summary'),
          RUNNER_TEMP: own('temp'),
          ...more,
        },
      },
    );
    const lines = readFileSync(own('output'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
    return { status, stdout, stderr, outputs, summary: readFileSync(own('summary'), 'utf8') };
  };

  /** The value of an expression of the action, with inputs as given. */
  const filled = (text: string, context: Record<string, string>): string =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => context[name] ?? '');

  /** Runs the scripts of the action one after the other, as far as they get. */
  const act = (inputs: Record<string, string>) => {
    const context: Record<string, string> = {};
    for (const [name, { default: value }] of Object.entries(action.inputs))
      context[`inputs.${name}`] = inputs[name] ?? value;
    expect(inputNames).toEqual(expect.arrayContaining(Object.keys(inputs)));
    const step = (name: string) => {
      const { run, env: wanted } = stepOf(name);
      const given = Object.entries(wanted!);
      return bash(run!, Object.fromEntries(given.map(([key, value]) => [key, filled(value, context)])));
    };
    const installed = step('Install orgdesign');
    if (installed.status !== 0) return installed;
    context['steps.install.outputs.program'] = installed.outputs.program!;
    return step('Check');
  };

  beforeAll(() => {
    const program = inject('program');
    for (const name of ['path', 'temp']) mkdirSync(own(name));
    executable(own('path/orgdesign'), `exec '${process.execPath}' '${program}' "$@"`);
    // Installs the program that was built, if it is asked for as it should be.
    executable(
      own('path/npm'),
      `echo "$PWD $*" > '${own('npm-asked')}'
case "$*" in *"orgdesign@9.9.9") echo 'npm error code ETARGET' >&2; exit 1 ;; esac
mkdir -p node_modules/.bin && cp '${own('path/orgdesign')}' node_modules/.bin/orgdesign
echo '{ "packages": { "node_modules/orgdesign": { "integrity": "sha512-meant==" } } }' > node_modules/.package-lock.json`,
    );
    init();
    const sizes = { books: 2, audit: 5 };
    write('org.yaml', company(sizes));
    write('a file.yaml', company(sizes));
    commit('main');
    branch('worse', () => {
      write('org.yaml', company({ ...sizes, audit: 1 }));
    });
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the action passes a change that makes nothing worse, and says so', () => {
    git('checkout', '--quiet', 'main');
    const { status, stdout, outputs, summary } = act({
      baseline: 'git:main',
      'fail-on': 'warning',
      files: ' org.yaml\n\na file.yaml\r\n',
    });
    expect({ status, outputs }).toEqual({
      status: 0,
      outputs: { verdict: 'passed', 'exit-code': '0', sarif: '', markdown: '' },
    });
    expect(stdout).toContain('orgdesign check passed');
    expect(summary).toContain('a file.yaml');
    expect(readFileSync(own('npm-asked'), 'utf8')).toMatch(
      new RegExp(`^${own('temp/orgdesign')} install .*--ignore-scripts.* orgdesign@${version}\\n$`),
    );
  });

  test('the action runs the package that was meant, and no other one of its version', () => {
    git('checkout', '--quiet', 'main');
    expect(act({ integrity: 'sha512-meant==' })).toMatchObject({ status: 0, outputs: { verdict: 'passed' } });
    const { status, stdout, outputs } = act({ integrity: 'sha512-other==' });
    expect({ status, outputs }).toEqual({ status: 2, outputs: {} });
    expect(stdout).toContain('is not the one that was meant: its integrity is sha512-meant==');
  });

  test('the action fails a change that makes it worse, with annotations and the files that were asked for', () => {
    git('checkout', '--quiet', 'worse');
    const { status, stdout, outputs, summary } = act({
      baseline: 'git:main',
      'fail-on': 'warning',
      'max-warnings': '50',
      'max-moved': '0.5',
      design: 'functional',
      sarif: 'out.sarif',
      markdown: 'comment file.md',
      formats: 'junit:junit.xml\njson:check.json\n',
    });
    expect({ status, outputs }).toEqual({
      status: 1,
      outputs: { verdict: 'failed', 'exit-code': '1', sarif: 'out.sarif', markdown: 'comment file.md' },
    });
    expect(stdout).toMatch(/^::warning file=org\.yaml,line=\d+,.*title=team-too-small/m);
    expect(summary).toContain('<!-- orgdesign check -->');
    expect(JSON.parse(readFile('out.sarif')).version).toBe('2.1.0');
    expect(readFile('comment file.md')).toMatch(/^<!-- orgdesign check -->/);
    expect(readFile('junit.xml')).toContain('<testsuites');
    const { structures } = JSON.parse(readFile('check.json'));
    expect(structures.map((one: { name: string }) => one.name)).toEqual(['org.yaml', 'org.yaml#functional']);
    git('clean', '--quiet', '--force');
  });

  test('the action shows names only where it is told to', () => {
    const shown = (names: string): boolean => {
      act({ 'fail-on': 'warning', formats: 'json:check.json', names });
      return readFile('check.json').includes('Winnow books');
    };
    expect([shown('false'), shown('True'), shown('true')]).toEqual([false, false, true]);
    git('clean', '--quiet', '--force');
  });

  test.each([
    ['an option that is none', { 'fail-on': 'fatal' }],
    ['a file that is not there', { files: 'absent.yaml' }],
    ['no file', { files: '' }],
    ['a file that would be an option', { files: '--help' }],
    ['a revision that would be an option', { baseline: 'git:--help' }],
    ['a format that is none', { formats: 'sariff:x' }],
    ['a command in an input', { files: '$(touch ran)', baseline: '`touch ran`', policy: '; touch ran' }],
  ])('the action says that it could not check: %s', (_, inputs) => {
    const { status, stdout, stderr, outputs } = act(inputs as Record<string, string>);
    expect({ status, outputs }).toEqual({ status: 2, outputs: { verdict: 'error', 'exit-code': '2' } });
    expect(stdout).toContain('::error title=orgdesign check::It could not be checked');
    expect(stderr).toMatch(/error/);
    expect(existsSync(join(repository, 'ran'))).toBe(false);
  });

  test.each([
    ['9.9.9', 'orgdesign 9.9.9 could not be installed'],
    ['', 'The input version'],
    ['--global', 'The input version'],
    ['1 evil', 'The input version'],
    ['file:../x', 'The input version'],
  ])('the action does not take an installation that fails for findings: %j', (wanted, message) => {
    const { status, stdout, outputs } = act({ version: wanted });
    expect({ status, outputs }).toEqual({ status: 2, outputs: {} });
    expect(stdout).toContain(`::error title=orgdesign check::${message}`);
  });

  test('the job for GitLab writes its reports, and passes where it is held against itself', () => {
    const job = (baseline: string) => bash(gitlab.script.join('\n'), { BASELINE: baseline });
    git('checkout', '--quiet', 'worse');
    expect(job('git:HEAD').status).toBe(0);
    const { status, stderr } = job('git:main');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(readFile('gl-code-quality-report.json'))).toContainEqual(
      expect.objectContaining({ check_name: 'team-too-small' }),
    );
    expect(readFile('orgdesign.xml')).toContain('<testsuites');
    git('clean', '--quiet', '--force');
  });

  test('the hook passes what is as it was, and fails what is worse', () => {
    git('checkout', '--quiet', 'main');
    const { entry, args } = hooks[0]!;
    const hook = (...more: string[]) =>
      spawnSync(entry.split(' ')[0]!, [...entry.split(' ').slice(1), ...args, ...more], {
        cwd: repository,
        env,
      }).status;
    expect(hook('--fail-on', 'warning')).toBe(0);
    write('org.yaml', company({ books: 2, audit: 1 }));
    expect(hook('--fail-on', 'warning')).toBe(1);
    git('checkout', '--quiet', '--force', 'main');
  });
});
