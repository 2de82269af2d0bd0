import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Check } from '../../src/schema/documents/check.ts';
import { company } from '../documents/check/checked.ts';
import { gitEnvironment, gitRepository } from './git-repository.ts';
import { onDisk } from './on-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'orgdesign-git-'));
const repository = join(folder, 'repository');
const env = gitEnvironment(folder);
const { git, commit, init, write, read, branch } = gitRepository(repository, env);

const orgdesign = (
  args: readonly string[],
  {
    input,
    cwd = repository,
    path = env.PATH,
  }: { input?: string; cwd?: string; path?: string | undefined } = {},
) => onDisk(args, { cwd, env: { ...env, PATH: path }, ...(input === undefined ? {} : { input }) });

const run = (args: readonly string[], options?: Parameters<typeof orgdesign>[1]) =>
  orgdesign(['check', ...args], options);

const onDay = (day: string) => ['--fail-on', 'warning', '--today', day];
const FAIL_ON = onDay('2026-11-02');

/** The check of a branch against main: exit code, and what became of the findings on teams. */
const checkOf = async (name: string, judging = FAIL_ON) => {
  git('checkout', '--quiet', name);
  const args = ['org.yaml', '--baseline', 'git:main', ...judging];
  const { status, stdout, stderr } = await run([...args, '--format', 'json']);
  expect(stderr).toBe('');
  const check: Check = JSON.parse(stdout);
  const states = check.structures[0]!.findings.filter(({ rule }) => rule === 'team-too-small').map(
    ({ entity, state }) => `${entity.id} ${state}`,
  );
  return { status, check, states };
};

/** Main has a team too small, and another one that is not. */
const SIZES = { books: 2, audit: 5, tax: 5 };
const DEPARTMENTS =
  'departments: [{ id: books, name: Books }, { id: audit, name: Audit }, { id: tax, name: Tax }]';

beforeAll(() => {
  init();
  write('org.yaml', company(SIZES, DEPARTMENTS));
  write('sub folder/[a] org.yaml', 'version: 1\nname: Sub\npeople: { file: data/people.csv }\n');
  write(
    'sub folder/data/people.csv',
    'id,title,department,manager\nm,Finance Manager,one,\na,Accountant,one,m\nb,Accountant,one,m\nc,Accountant,one,m\n',
  );
  commit('main');

  branch('worse', () => write('org.yaml', company({ ...SIZES, audit: 1 }, DEPARTMENTS)));
  branch('better', () => write('org.yaml', company({ ...SIZES, books: 6 }, DEPARTMENTS)));
  const waiver = (expires: string) => `version: 1
waivers:
  # while they are being hired
  - { rule: team-too-small, entity: audit, reason: Two are to come, owner: Ada, expires: ${expires} }
`;
  branch('waived', () => {
    write('org.yaml', company({ ...SIZES, audit: 1 }, DEPARTMENTS));
    write('orgdesign.config.yaml', waiver('2026-12-31'));
  });
  branch('expired', () => {
    write('org.yaml', company({ ...SIZES, audit: 1 }, DEPARTMENTS));
    write('orgdesign.config.yaml', waiver('2026-10-31'));
  });
  branch('renamed', () => write('org.yaml', read('org.yaml').replace('name: Books', 'name: Bookkeeping')));
  branch('other-id', () =>
    write(
      'org.yaml',
      read('org.yaml')
        .replaceAll('department: books', 'department: bookkeeping')
        .replace('id: books, name: Books', 'id: bookkeeping, name: Books'),
    ),
  );
  branch('moved-line', () => write('org.yaml', `# A comment, and another.\n#\n${read('org.yaml')}`));
  branch('moved-people', () =>
    write('org.yaml', read('org.yaml').replace(/(tax-[1-4], .*)department: tax/g, '$1department: audit')),
  );
  branch('csv', () =>
    write(
      'sub folder/data/people.csv',
      read('sub folder/data/people.csv').replace('c,Accountant,one,m\n', ''),
    ),
  );
  branch('new-file', () => write('new.yaml', company({ books: 2 })));
  branch('broken', () => write('org.yaml', 'version: 1\nname: Broken\npeople: { file: absent.csv }\n'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a branch against main', { timeout: 60_000 }, () => {
  test('that changes nothing passes, with the finding of main on record', async () => {
    const { status, states, check } = await checkOf('main');
    expect({ status, states }).toEqual({ status: 0, states: ['books unchanged'] });
    expect(check.structures[0]!.baseline!.revision).toEqual({
      name: 'git:main',
      commit: git('rev-parse', 'main').trim(),
    });
  });

  test('that makes it worse fails, and says only what is new', async () => {
    expect(await checkOf('worse')).toMatchObject({ status: 1, states: ['audit new', 'books unchanged'] });
    const { status, stdout } = await run(['org.yaml', '--baseline', 'git:main', ...FAIL_ON]);
    expect(status).toBe(1);
    expect(stdout).toContain('The team of audit in Audit has 2 people');
    expect(stdout).not.toContain('The team of books');
    expect(stdout).toMatch(/against git:main \([0-9a-f]{7}\)/);
    expect(stdout).toContain('Failed\n  • org.yaml: 1 finding at warning or above.\n');
  });

  test('that makes it better passes, and lists what is gone', async () => {
    expect(await checkOf('better')).toMatchObject({ status: 0, states: ['books gone'] });
    const { stdout } = await run(['org.yaml', '--baseline', 'git:main', ...FAIL_ON]);
    expect(stdout).toContain('gone  1 warning');
    expect(stdout.endsWith('Passed\n')).toBe(true);
  });

  test('with a waiver passes, until it expires', async () => {
    expect(await checkOf('waived')).toMatchObject({ status: 0, states: ['audit waived', 'books unchanged'] });
    expect(await checkOf('waived', onDay('2027-01-01'))).toMatchObject({ status: 1 });
    const { status, states, check } = await checkOf('expired');
    expect({ status, states }).toEqual({ status: 1, states: ['audit new', 'books unchanged'] });
    expect(check.policy!.findings).toMatchObject([
      { rule: 'waiver-expired', at: { file: 'orgdesign.config.yaml', line: 4 } },
    ]);
  });

  test('that renames a department passes; with another id its people have moved', async () => {
    expect(await checkOf('renamed')).toMatchObject({ status: 0, states: ['books unchanged'] });
    const { check } = await checkOf('other-id');
    expect(check.structures[0]!.moved).toMatchObject({ moved: 3 });
  });

  test('that moves lines keeps every fingerprint', async () => {
    const marks = ({ check }: Awaited<ReturnType<typeof checkOf>>) =>
      check.structures[0]!.findings.map(({ fingerprint, state }) => `${fingerprint} ${state}`);
    const main = await checkOf('main');
    const moved = await checkOf('moved-line');
    expect(moved.status).toBe(0);
    expect(marks(moved)).toEqual(marks(main));
    const line = ({ check }: typeof main) => check.structures[0]!.findings[0]!.at.line;
    expect(line(moved)).toBe(line(main) + 2);
  });

  test('that moves many people fails where fewer are allowed', async () => {
    expect((await checkOf('moved-people', [...FAIL_ON, '--max-moved', '0.2'])).check.verdict).toMatchObject({
      pass: false,
      reasons: [expect.stringMatching(/^org\.yaml: 25 % of the people move .*; at most 20 % may\.$/)],
    });
    expect((await checkOf('moved-people', [...FAIL_ON, '--max-moved', '0.25'])).status).toBe(0);
  });

  test('takes the CSV of the revision, from a folder and a name of any kind', async () => {
    git('checkout', '--quiet', 'csv');
    const args = ['[a] org.yaml', '--baseline', 'git:main', ...FAIL_ON, '--format', 'json'];
    const { status, stdout } = await run(args, { cwd: join(repository, 'sub folder') });
    const [structure] = (JSON.parse(stdout) as Check).structures;
    expect(status).toBe(1);
    expect(structure!.baseline!.includes[0]!.file).toBe('data/people.csv');
    expect(structure!.baseline!.includes[0]!.sha256).not.toBe(structure!.input.includes[0]!.sha256);
    expect(structure!.moved).toMatchObject({ inBoth: 3, left: 1 });
    expect(
      (await run([join(repository, 'sub folder/[a] org.yaml'), ...args.slice(1)], { cwd: folder })).status,
    ).toBe(1);
  });

  test('is read from standard input as the file it stands for', async () => {
    git('checkout', '--quiet', 'worse');
    const args = ['-', '--stdin-filepath', 'org.yaml', '--baseline', 'git:main', ...FAIL_ON];
    expect((await run(args, { input: read('org.yaml') })).status).toBe(1);
    git('checkout', '--quiet', 'main');
    expect((await run(args, { input: read('org.yaml') })).status).toBe(0);
    expect(await run(['-', '--baseline', 'git:main'], { input: read('org.yaml') })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--stdin-filepath'),
    });
  });

  test('a file that main does not have is new as a whole', async () => {
    git('checkout', '--quiet', 'new-file');
    const { status, stdout } = await run([
      'new.yaml',
      '--baseline',
      'git:main',
      ...FAIL_ON,
      '--max-moved',
      '0',
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain('not in git:main, so all is new');
  });

  test.skipIf(process.platform === 'win32')('through a link it is the file that is linked to', async () => {
    git('checkout', '--quiet', 'worse');
    const outside = join(folder, 'link.yaml');
    symlinkSync(join(repository, 'org.yaml'), outside);
    const { status, stdout } = await run([outside, '--baseline', 'git:main', ...FAIL_ON], { cwd: folder });
    expect({ status, link: stdout.includes('link.yaml') }).toEqual({ status: 1, link: true });
  });

  test('waivers are written for a first adoption, and the check passes', async () => {
    git('checkout', '--quiet', 'worse');
    const adopting = await run(['org.yaml', ...FAIL_ON, '--update-waivers', 'Ada Prior']);
    expect(adopting).toMatchObject({
      status: 0,
      stderr: '2 waivers written to orgdesign.config.yaml, until 2027-01-31: give each its reason.\n',
    });
    const policy = read('orgdesign.config.yaml');
    expect(policy.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^# yaml-language-server: \$schema=.*schemas\/v1\/policy\.schema\.json$/),
      'version: 1',
      'extends: recommended',
    ]);
    expect(policy.match(/owner: Ada Prior/g)).toHaveLength(2);
    expect((await run(['org.yaml', ...FAIL_ON])).status).toBe(0);
    rmSync(join(repository, 'orgdesign.config.yaml'));
    expect((await run(['org.yaml', ...FAIL_ON])).status).toBe(1);
  });

  test('is quiet when the reader of its output goes away', async () => {
    git('checkout', '--quiet', 'worse');
    const line = `"$0" "$1" check org.yaml --baseline git:main -f json | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line, process.execPath, inject('program')], {
      cwd: repository,
      encoding: 'utf8',
      env,
    });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });
});

describe('a file of a revision', { timeout: 60_000 }, () => {
  const against = async (baseline: string, file = 'org.yaml', options?: Parameters<typeof run>[1]) => {
    const args = [file, '--baseline', baseline, ...FAIL_ON, '--format', 'json'];
    const { status, stdout, stderr } = await run(args, options);
    expect(stderr).toBe('');
    return { status, structure: (JSON.parse(stdout) as Check).structures[0]! };
  };

  test('is the baseline of a file of another name', async () => {
    git('checkout', '--quiet', 'worse');
    write('proposals/next.yaml', read('org.yaml'));
    const { status, structure } = await against('git:main:org.yaml', 'proposals/next.yaml');
    expect(status).toBe(1);
    expect(structure.baseline).toMatchObject({
      file: 'org.yaml',
      revision: { name: 'git:main:org.yaml', commit: git('rev-parse', 'main').trim() },
    });
    expect((await against('git:worse:org.yaml', 'proposals/next.yaml')).status).toBe(0);
    expect(
      (await run(['proposals/next.yaml', '--baseline', 'git:main:org.yaml', ...FAIL_ON])).stdout,
    ).toMatch(/against git:main:org\.yaml\s+\([0-9a-f]{7}\)/);
    rmSync(join(repository, 'proposals'), { recursive: true });
  });

  test('counts from the top, or from the folder where it begins with a dot, and includes what stood beside it', async () => {
    git('checkout', '--quiet', 'csv');
    const cwd = join(repository, 'sub folder');
    for (const place of ['git:main:sub folder/[a] org.yaml', 'git:main:./[a] org.yaml']) {
      const { structure } = await against(place, '[a] org.yaml', { cwd });
      expect(structure.moved).toMatchObject({ inBoth: 3, left: 1 });
      expect(structure.baseline!.includes).toHaveLength(1);
    }
    expect(
      (await against('git:main:../org.yaml', '[a] org.yaml', { cwd })).structure.baseline!.includes,
    ).toEqual([]);
  });

  test('is a side of a diff, and so is a design of it', async () => {
    git('checkout', '--quiet', 'csv');
    const args = ['diff', 'git:main:sub folder/[a] org.yaml', 'sub folder/[a] org.yaml'];
    const found = JSON.parse((await orgdesign([...args, '--format', 'json'])).stdout);
    expect(found.before).toMatchObject({
      file: 'git:main:sub folder/[a] org.yaml',
      includes: [{ file: 'sub folder/data/people.csv' }],
    });
    expect(found.after.file).toBe('sub folder/[a] org.yaml');
    expect((await orgdesign(args)).stdout).toContain('git:main:sub folder/[a] org.yaml');
    const designed = ['diff', 'git:main:org.yaml', 'git:main:org.yaml#functional', '--format', 'json'];
    expect(JSON.parse((await orgdesign(designed)).stdout).after).toMatchObject({
      file: 'git:main:org.yaml',
      design: { id: 'functional' },
    });
  });
});

describe('what keeps a revision from being read is told, with nothing on standard output', {
  timeout: 60_000,
}, () => {
  const refused = async (args: readonly string[], options?: Parameters<typeof run>[1]) => {
    const { status, stdout, stderr } = await run(args, options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    return stderr;
  };

  test('where there is no such revision, or it would be taken for an option', async () => {
    git('checkout', '--quiet', 'main');
    for (const revision of ['mian', '--help', '-n1', '', 'a b', '$(touch x)'])
      expect(await refused(['org.yaml', `--baseline=git:${revision}`])).toContain(
        `There is no revision "${revision}" in the git repository of org.yaml.`,
      );
    expect(() => read('x')).toThrow();
  });

  test('where there is no such file in the revision, or none that is in the repository', async () => {
    git('checkout', '--quiet', 'main');
    for (const path of ['absent.yaml', '../outside.yaml', './../../x.yaml', '/etc/hostname', '--help', ':/'])
      expect(await refused(['org.yaml', `--baseline=git:main:${path}`])).toContain(
        `There is no file "${path}" in revision "main".`,
      );
    expect(await refused(['org.yaml', '--baseline=git:main:'])).toContain('git:main: names no file');
    expect(await refused(['org.yaml', '--baseline=git:--help:org.yaml'])).toContain(
      'There is no revision "--help" in the git repository of org.yaml.',
    );
    expect(await refused(['org.yaml', '--baseline=git:main:sub folder'])).toContain('it is a folder');
    expect(await refused(['org.yaml', '--baseline=git:broken:org.yaml'])).toContain('In revision broken:');
  });

  test('where there is no repository', async () => {
    writeFileSync(join(folder, 'alone.yaml'), company({ books: 2 }));
    expect(await refused(['alone.yaml', '--baseline', 'git:main'], { cwd: folder })).toContain(
      'alone.yaml is in no git repository',
    );
  });

  test('where there is no git', async () => {
    expect(await refused(['org.yaml', '--baseline', 'git:main'], { path: folder })).toContain(
      'There is no git',
    );
  });

  test('where the file of the revision is faulty', async () => {
    git('checkout', '--quiet', 'main');
    const stderr = await refused(['org.yaml', '--baseline', 'git:broken']);
    expect(stderr).toContain('In revision broken: The file "absent.csv" cannot be read');
  });

  test('where a shallow clone lacks the branch', async () => {
    const clone = join(folder, 'clone');
    execFileSync(
      'git',
      ['clone', '--quiet', '--depth', '1', '--branch', 'worse', `file://${repository}`, clone],
      {
        env,
        stdio: 'ignore',
      },
    );
    expect(await refused(['org.yaml', '--baseline', 'git:origin/main'], { cwd: clone })).toContain(
      'fetch the branch first',
    );
    execFileSync('git', ['fetch', '--quiet', '--depth', '1', 'origin', 'main'], {
      cwd: clone,
      env,
      stdio: 'ignore',
    });
    expect((await run(['org.yaml', '--baseline', 'git:FETCH_HEAD', ...FAIL_ON], { cwd: clone })).status).toBe(
      1,
    );
  });
});
