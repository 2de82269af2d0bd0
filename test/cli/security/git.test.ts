import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Check } from '../../../src/schema/documents/check.ts';
import { company } from '../../documents/check/checked.ts';
import { gitEnvironment, gitRepository } from '../git-repository.ts';
import { onDisk } from '../on-disk.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'orgdesign-git-safety-')));
const env = gitEnvironment(folder);
let program = '';
let top = '';
let repository: ReturnType<typeof gitRepository>;

const run = (args: readonly string[], cwd = top, more: Record<string, string> = {}) =>
  onDisk(args, { cwd, env: { ...env, ...more } });

/** What a check says of its baseline: how many people there were, in which file of which commit. */
const baselineOf = (stdout: string) => {
  const { structures } = JSON.parse(stdout) as Check;
  const { baseline, moved } = structures[0]!;
  return { sha256: baseline!.sha256, commit: baseline!.revision!.commit, moved };
};

beforeAll(() => {
  program = inject('program');
}, 60_000);

let made = 0;
beforeEach(() => {
  made++;
  top = join(folder, `repository-${made}`);
  repository = gitRepository(top, env);
  repository.init();
  // The root has a file of the same name, which must not be taken for the other.
  repository.write('org.yaml', company({ root: 9 }));
  repository.write('emea/org.yaml', company({ books: 5, audit: 5 }));
  repository.commit('main');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('git takes no orders from the tree', { timeout: 60_000 }, () => {
  const mark = (): string => join(folder, `ran-${made}`);
  const order = (): string => `touch '${mark()}'; cat`;

  /** The folder emea becomes a bare repository, committed as plain files, whose main has fewer people. */
  const embed = (): void => {
    const bare = join(folder, `bare-${made}`);
    const maker = gitRepository(join(folder, `maker-${made}`), env);
    maker.init();
    maker.write('org.yaml', company({ books: 1 }));
    maker.write('emea/org.yaml', company({ books: 1 }));
    maker.commit('the main of a stranger');
    maker.git('clone', '--quiet', '--bare', '.', bare);
    for (const part of ['HEAD', 'config', 'objects', 'refs', 'packed-refs'])
      cpSync(join(bare, part), join(top, 'emea', part), { recursive: true });
    repository.write('emea/info/attributes', '*.yaml filter=evil ident\n');
    const config = join(top, 'emea/config');
    repository.git('config', '--file', config, 'filter.evil.smudge', order());
    repository.git('config', '--file', config, 'core.fsmonitor', order());
    repository.git('config', '--file', config, 'core.worktree', '.');
    repository.git('config', '--file', config, 'core.bare', 'false');
  };

  test.each([
    ['from the top', '.', 'emea/org.yaml'],
    ['in the folder itself', 'emea', 'org.yaml'],
    ['below the folder', 'emea/refs', '../org.yaml'],
  ])('a committed bare repository is not asked, %s', async (_, cwd, file) => {
    const head = repository.git('rev-parse', 'main').trim();
    embed();
    for (const baseline of ['git:main', 'git:main:emea/org.yaml']) {
      const { stdout } = await run([`check`, file, '--baseline', baseline, '-f', 'json'], join(top, cwd));
      expect(baselineOf(stdout)).toMatchObject({ commit: head, moved: { inBoth: 13 } });
    }
    expect(existsSync(mark())).toBe(false);
  });

  test('settings that the repository includes from the tree run nothing', async () => {
    repository.git('config', 'include.path', '../shared.gitconfig');
    repository.write('.gitattributes', '*.yaml filter=evil diff=evil\n');
    repository.write(
      'shared.gitconfig',
      `[core]
  fsmonitor = "${order()}"
  pager = "${order()}"
  sshCommand = "${order()}"
  hooksPath = emea
[alias]
  rev-parse = "!${order()}"
  cat-file = "!${order()}"
  ls-tree = "!${order()}"
[filter "evil"]
  smudge = "${order()}"
  process = "${order()}"
  required = true
[diff]
  external = "${order()}"
[diff "evil"]
  textconv = "${order()}"
[pager]
  cat-file = "${order()}"
  rev-parse = "${order()}"
[credential]
  helper = "!${order()}"
`,
    );
    const { status, stdout, stderr } = await run([
      'check',
      'emea/org.yaml',
      '--baseline',
      'git:HEAD',
      '-f',
      'json',
    ]);
    expect(baselineOf(stdout)).toMatchObject({ moved: { inBoth: 13 } });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'note  emea/org.yaml goes through the filter evil of git, which is not run here: in HEAD it is read as it is stored.\n',
    });
    expect(existsSync(mark())).toBe(false);
  });

  test.skipIf(process.platform === 'win32')(
    'a program that is called git, in the tree or where npm looks first, is not taken for it',
    async () => {
      const places = ['bin', 'node_modules/.bin'];
      for (const place of places) {
        repository.write(`${place}/git`, `#!/bin/sh\ntouch '${mark()}'\n`);
        chmodSync(join(top, place, 'git'), 0o755);
      }
      const elsewhere = join(folder, `project-${made}/node_modules/.bin`);
      mkdirSync(elsewhere, { recursive: true });
      cpSync(join(top, 'bin/git'), join(elsewhere, 'git'));
      const PATH = [...places.map((place) => join(top, place)), 'bin', '', elsewhere, env.PATH].join(
        delimiter,
      );
      const { status } = await run(['check', 'org.yaml', '--baseline', 'git:HEAD'], top, { PATH });
      expect({ status, ran: existsSync(mark()) }).toEqual({ status: 0, ran: false });
    },
  );

  test('a repository whose .git is none that git takes is refused rather than another one used', async () => {
    embed();
    mkdirSync(join(top, 'emea/.git'));
    const { status, stdout, stderr } = await run(['check', 'emea/org.yaml', '--baseline', 'git:main']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/safe\.bareRepository|git would take/);
    expect(existsSync(mark())).toBe(false);
  });

  test('a submodule that takes the place of a folder is not asked what its main has', async () => {
    const other = gitRepository(join(folder, `other-${made}`), env);
    other.init();
    other.write('org.yaml', company({ books: 1 }));
    other.commit('the main of a stranger');
    rmSync(join(top, 'emea'), { recursive: true });
    other.git('clone', '--quiet', '.', join(top, 'emea'));
    const { status, stdout, stderr } = await run(['check', 'emea/org.yaml', '--baseline', 'git:main']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(
      'emea/org.yaml was a file of this repository in "main", and is now one of another',
    );
  });

  test('what Git LFS keeps elsewhere is said, and not taken for the file', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`;
    repository.write('emea/org.yaml', pointer);
    repository.commit('kept elsewhere');
    repository.write('emea/org.yaml', company({ books: 5 }));
    const { status, stderr } = await run(['check', 'emea/org.yaml', '--baseline', 'git:HEAD']);
    expect(status).toBe(2);
    expect(stderr).toContain('emea/org.yaml is kept by Git LFS');
  });

  test('a branch and a tag of one name are not guessed between', async () => {
    repository.git('tag', 'release');
    repository.write('emea/org.yaml', company({ books: 1 }));
    repository.commit('next');
    repository.git('branch', 'release');
    const { status, stderr } = await run(['check', 'emea/org.yaml', '--baseline', 'git:release']);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('is ambiguous') });
    expect((await run(['check', 'emea/org.yaml', '--baseline', 'git:refs/heads/release'])).status).toBe(0);
  });

  test('nothing is fetched into a partial clone', async () => {
    const clone = join(folder, `clone-${made}`);
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${top}`, clone);
    mkdirSync(join(clone, 'emea'));
    writeFileSync(join(clone, 'emea/org.yaml'), company({ books: 5 }));
    const { status, stdout, stderr } = await run(['check', 'emea/org.yaml', '--baseline', 'git:HEAD'], clone);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('The clone is a partial one');
  });
});

describe('a file in a folder is compared with itself', { timeout: 120_000 }, () => {
  const OUT = 'checked.json';
  /** The check as a line of a hook, with what it says written beside. */
  const line = (file = 'emea/org.yaml'): string =>
    `'${process.execPath}' '${program}' check ${file} --baseline git:HEAD --format json > '${join(folder, OUT)}' 2>&1 || true`;
  const hook = (path: string, file?: string): void => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n${line(file)}\n`);
    chmodSync(path, 0o755);
  };
  const seen = () => baselineOf(readFileSync(join(folder, OUT), 'utf8'));
  const byHand = async (cwd = top, file = 'emea/org.yaml') =>
    baselineOf((await run(['check', file, '--baseline', 'git:HEAD', '-f', 'json'], cwd)).stdout);

  beforeEach(() => rmSync(join(folder, OUT), { force: true }));

  test('in a hook, plain or of husky’s kind, on the whole and on a part of a commit', async () => {
    const expected = await byHand();
    expect(expected.moved).toMatchObject({ inBoth: 13 });
    for (const hooks of ['.git/hooks', '.husky/_']) {
      hook(join(top, hooks, 'pre-commit'));
      if (hooks !== '.git/hooks') repository.git('config', 'core.hooksPath', hooks);
      for (const how of [['--allow-empty'], ['--all'], ['--only', 'emea/org.yaml']]) {
        repository.write('emea/org.yaml', `${repository.read('emea/org.yaml')}# more\n`);
        const before = await byHand();
        repository.git('commit', '--quiet', '--message', 'next', ...how);
        expect(seen()).toEqual(before);
      }
    }
  });

  test('in the hook of a linked working tree, whose folder git names in the environment', async () => {
    hook(join(top, '.git/hooks/pre-commit'));
    const tree = join(folder, `tree-${made}`);
    repository.git('worktree', 'add', '--quiet', '-b', 'aside', tree);
    writeFileSync(join(tree, 'emea/org.yaml'), company({ books: 5, audit: 4 }));
    const linked = gitRepository(tree, env);
    const before = await byHand(tree);
    linked.commit('aside');
    expect(seen()).toEqual(before);
    expect(before.moved).toMatchObject({ inBoth: 12 });
    // Standing in the folder itself.
    expect((await byHand(join(tree, 'emea'), 'org.yaml')).moved).toMatchObject({ inBoth: 12 });
  });

  test('in a line that a rebase runs', async () => {
    repository.git('checkout', '--quiet', '-b', 'next');
    repository.write('emea/org.yaml', company({ books: 5, audit: 3 }));
    repository.commit('next');
    const expected = await byHand();
    repository.git('-c', 'sequence.editor=true', 'rebase', '--quiet', '--force-rebase', '-x', line(), 'main');
    expect(seen().sha256).toBe(expected.sha256);
    expect(seen().moved).toMatchObject({ inBoth: 11 });
  });

  test('in a submodule, by its own hook and from the repository around it', async () => {
    const outer = gitRepository(join(folder, `outer-${made}`), env);
    outer.init();
    outer.write('emea/org.yaml', company({ other: 7 }));
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', top, 'unit');
    outer.commit('outer');
    const unit = join(folder, `outer-${made}`, 'unit');
    const expected = await byHand(unit);
    expect(expected).toEqual(await byHand());
    expect(await byHand(join(folder, `outer-${made}`), 'unit/emea/org.yaml')).toEqual(expected);
    hook(join(folder, `outer-${made}`, '.git/modules/unit/hooks/pre-commit'));
    gitRepository(unit, env).git('commit', '--quiet', '--allow-empty', '--message', 'inner');
    expect(seen()).toEqual(expected);
    // A hook of the repository around it names its own folder in the environment.
    hook(join(folder, `outer-${made}`, '.git/hooks/pre-commit'), 'unit/emea/org.yaml');
    const now = await byHand(unit);
    outer.commit('again');
    expect(seen()).toEqual(now);
  });

  test('in a bare repository that the environment names, as in its hooks, and in no other one', async () => {
    const bare = join(folder, `served-${made}.git`);
    repository.git('clone', '--quiet', '--bare', '.', bare);
    const args = ['diff', 'git:main:org.yaml', 'git:main:emea/org.yaml'];
    expect((await run(args, bare, { GIT_DIR: '.' })).status).toBe(0);
    expect(await run(args, bare)).toMatchObject({ status: 2, stdout: '' });
  });
});
