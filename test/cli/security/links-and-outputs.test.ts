import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { company } from '../../documents/check/checked.ts';
import { onDisk } from '../on-disk.ts';

const SECRET = 'correct-horse-battery-staple';
const PEOPLE = 'id,name,title,department,manager\nm,Ada,Head,one,\na,Bo,Clerk,one,m\n';

let folder = '';
let tree = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'orgdesign-links-')));
  tree = join(folder, 'tree');
  mkdirSync(join(tree, 'unit'), { recursive: true });
  mkdirSync(join(tree, '.git'));
  writeFileSync(join(folder, 'secret.yaml'), `token: ${SECRET}\npassword ${SECRET}\n`);
  writeFileSync(join(folder, 'secret.csv'), `${SECRET},${SECRET}\n${SECRET}\n`);
  writeFileSync(join(tree, '.git/config'), `[http]\n\textraheader = ${SECRET}\n`);
  writeFileSync(join(tree, 'org.yaml'), company({ books: 5 }));
  writeFileSync(join(tree, 'people.csv'), PEOPLE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], cwd = tree) => onDisk(args, { cwd, env: { PATH: process.env.PATH } });

const refused = async (args: readonly string[], because: string | RegExp, cwd?: string) => {
  const { status, stdout, stderr } = await run(args, cwd);
  expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
  expect(stderr).toMatch(because);
  expect(stderr).not.toContain(SECRET);
  return stderr;
};

/** Everything in the tree but what git keeps, by path. */
const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

describe.skipIf(process.platform === 'win32')('what is a link', () => {
  test.each(['evaluate', 'check', 'suggest', 'assess', 'charter', 'validate', 'diff', 'simulate'])(
    'shows nothing of a file elsewhere where it cannot be used, in %s',
    async (command) => {
      symlinkSync('../secret.yaml', join(tree, 'link.yaml'));
      symlinkSync('../../secret.csv', join(tree, 'unit/link.yaml'));
      const more = command === 'diff' ? ['org.yaml'] : command === 'simulate' ? ['--design', 'cluster'] : [];
      for (const file of ['link.yaml', 'unit/link.yaml'])
        await refused([command, file, ...more], /a link that leads out of its folder|no map of keys/);
    },
  );

  test('is followed to a file that can be used, and to one beside it with what is wrong', async () => {
    writeFileSync(join(folder, 'real.yaml'), company({ books: 5 }));
    symlinkSync('../real.yaml', join(tree, 'link.yaml'));
    expect((await run(['evaluate', 'link.yaml', '--quiet'])).status).not.toBe(2);
    writeFileSync(join(tree, 'wrong.yaml'), 'version: 1\nnmae: X\npeople: []\n');
    symlinkSync('wrong.yaml', join(tree, 'beside.yaml'));
    expect((await run(['evaluate', 'beside.yaml'])).stderr).toContain('> 2 | nmae: X');
  });

  test.each([
    ['a file beside, out of the folder', 'people.csv', '../secret.csv'],
    ['a file below, out of the folder', 'data/people.csv', '../../secret.csv'],
    ['a folder on the way', 'data', '..'],
  ])('is not included: %s', async (_, name, target) => {
    rmSync(join(tree, 'people.csv'));
    if (name.includes('/')) mkdirSync(join(tree, 'data'));
    symlinkSync(target, join(tree, name));
    const file = name === 'data' ? 'data/secret.csv' : name;
    writeFileSync(join(tree, 'org.yaml'), `version: 1\nname: X\npeople: { file: ${file} }\n`);
    await refused(['evaluate', 'org.yaml'], /lies outside the folder of this file/);
  });

  test('is no policy that was not asked for, and one that was shows nothing', async () => {
    symlinkSync('../secret.yaml', join(tree, 'orgdesign.config.yaml'));
    await refused(['check', 'org.yaml'], /orgdesign\.config\.yaml is a link that leads out of its folder/);
    await refused(['suggest', 'org.yaml'], /is a link that leads out of its folder/);
    await refused(['check', 'org.yaml', '--policy', 'orgdesign.config.yaml'], /it is not shown/);
  });

  test('is no baseline whose faults are shown', async () => {
    symlinkSync('../secret.yaml', join(tree, 'before.yaml'));
    await refused(['check', 'org.yaml', '--baseline', 'before.yaml'], /it is not shown/);
  });
});

describe('what git keeps for itself', () => {
  test('is not read, by its name or by a link', async () => {
    symlinkSync('.git/config', join(tree, 'link.yaml'));
    symlinkSync('../.git', join(tree, 'unit/data'));
    for (const file of ['.git/config', 'link.yaml', 'unit/data/config']) {
      await refused(['evaluate', file], /git keeps its own files there/);
      await refused(['import', file], /git keeps its own files there/);
    }
    await refused(['import', '.git'], /git keeps its own files there/);
    writeFileSync(join(tree, 'org.yaml'), 'version: 1\nname: X\npeople: { file: .git/config }\n');
    await refused(['evaluate', 'org.yaml'], /git keeps its own files there/);
    await refused(['check', 'org.yaml', '--policy', '.git/config'], /git keeps its own files there/);
  });

  test('is not written', async () => {
    for (const path of ['.git/hooks.yaml', '.git/x/org.yaml'])
      await refused(['import', 'people.csv', '-o', path], /git keeps its own files there/);
    await refused(
      ['evaluate', 'org.yaml', '-f', 'json', '-o', '.git/config'],
      /git keeps its own files there/,
    );
    expect(readdirSync(join(tree, '.git'))).toEqual(['config']);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test.each(['/dev/zero', '/dev/null', '/dev/tty', 'pipe', '.'])('is not read: %s', async (path) => {
    execFileSync('mkfifo', [join(tree, 'pipe')]);
    await refused(['evaluate', path], /it is a device or a named pipe|it is a folder|no permission|ENXIO/);
    await refused(['check', 'org.yaml', '--policy', path], /device or a named pipe|it is a folder|ENXIO/);
    await refused(['check', 'org.yaml', '--baseline', path], /device or a named pipe|it is a folder|ENXIO/);
    if (path !== '.') await refused(['import', path], /device or a named pipe|no permission|ENXIO/);
  });

  test('is not included', async () => {
    execFileSync('mkfifo', [join(tree, 'pipe.csv')]);
    writeFileSync(join(tree, 'org.yaml'), 'version: 1\nname: X\npeople: { file: pipe.csv }\n');
    await refused(['evaluate', 'org.yaml'], /device or a named pipe/);
  });

  test('is read where the shell hands it over', () => {
    const program = inject('program');
    const line = `"$0" "$1" validate <(cat org.yaml) && "$0" "$1" validate /dev/stdin < org.yaml && cat org.yaml | "$0" "$1" validate -`;
    const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath, program], {
      cwd: tree,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('an output', () => {
  const commands = [
    (to: string) => ['evaluate', 'org.yaml', '-f', 'json', '-o', to],
    (to: string) => ['check', 'org.yaml', '-f', `sarif:${to}`],
    (to: string) => ['import', 'people.csv', '-o', to],
    (to: string) => ['init', to, '--force'],
    (to: string) => ['simulate', 'org.yaml', '--design', 'functional', '-o', to],
  ];

  test
    .skipIf(process.platform === 'win32')
    .each(commands.map((command) => [command('TO').join(' '), command]))(
    'that is a link is refused, and what it leads to stays: %s',
    async (_, command) => {
      writeFileSync(join(folder, 'precious.txt'), 'precious');
      symlinkSync('../precious.txt', join(tree, 'out.txt'));
      symlinkSync('../new.txt', join(tree, 'dangling.txt'));
      symlinkSync('..', join(tree, 'away'));
      for (const [to, because] of [
        ['out.txt', /it is a link, which is not followed/],
        ['dangling.txt', /it is a link, which is not followed/],
        ['away/out.txt', /a link on its way leads out of the current folder/],
        ['away/precious.txt', /a link on its way leads out of the current folder/],
      ] as const)
        await refused(command(to), because);
      expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('precious');
      expect(readdirSync(folder).sort()).toEqual(['precious.txt', 'secret.csv', 'secret.yaml', 'tree']);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'takes the place of nothing that was read, whatever its name',
    async () => {
      const csv = 'version: 1\nname: X\npeople: { file: people.csv }\n';
      writeFileSync(join(tree, 'csv.yaml'), csv);
      writeFileSync(join(tree, 'orgdesign.config.yaml'), 'version: 1\n');
      writeFileSync(join(tree, 'units.yaml'), csv.replace('people.csv', 'side.units.csv'));
      writeFileSync(join(tree, 'side.units.csv'), PEOPLE);
      writeFileSync(join(tree, 'customers.csv'), 'id,revenue\nc1,100\n');
      await run(['evaluate', 'org.yaml', '--seats', '-f', 'json', '-o', 'r.json']);
      const read = ['org.yaml', 'people.csv', 'csv.yaml', 'orgdesign.config.yaml', 'r.json', 'customers.csv'];
      for (const name of read) linkSync(join(tree, name), join(tree, `hard-${name}`));
      linkSync(join(tree, 'org.yaml'), join(tree, 'hard-org.svg'));
      const before = contents();
      for (const [args, to] of [
        [['evaluate', 'org.yaml', '-o'], './org.yaml'],
        [['evaluate', 'org.yaml', '-o'], 'hard-org.yaml'],
        [['evaluate', 'unit/../org.yaml', '-o'], join(tree, 'org.yaml')],
        [['evaluate', 'csv.yaml', '-o'], 'hard-people.csv'],
        [['simulate', 'csv.yaml', '--design', 'functional', '-o'], 'hard-csv.yaml'],
        [['import', 'people.csv', '-o'], 'hard-people.csv'],
        [['check', 'org.yaml', '--baseline', 'csv.yaml', '-f', 'json', '-o'], 'hard-csv.yaml'],
        [['check', 'org.yaml', '-f', 'json', '-o'], 'hard-orgdesign.config.yaml'],
        [['diff', 'org.yaml', 'csv.yaml', '-o'], 'hard-csv.yaml'],
        [['report', 'org.yaml', '-o'], 'org.yaml'],
        [['report', 'org.yaml', '-f', 'html', '-o'], 'hard-org.yaml'],
        [['report', 'csv.yaml', '-o'], 'hard-people.csv'],
        [['report', 'r.json', '-o'], 'r.json'],
        [['report', 'r.json', '-o'], 'hard-r.json'],
        [['report', 'units.yaml', '-o'], 'side.csv'],
        [['chart', 'hard-org.svg', '-o'], 'hard-org.svg'],
        [['chart', 'org.yaml', '-o'], 'hard-org.svg'],
        [['evaluate', 'people.csv', '-o'], 'people.csv'],
        [['evaluate', 'people.csv', '--customers', 'customers.csv', '-o'], 'hard-customers.csv'],
        [['answer', 'org.yaml', 'context.collaboration=good', '-o'], 'org.yaml'],
        [['answer', 'org.yaml', 'context.collaboration=good', '-o'], 'hard-org.yaml'],
        [['criteria', 'org.yaml', '-o'], 'hard-org.yaml'],
      ] as const)
        await refused([...args, to], /would (?:be replaced|replace a file|be written beside)/);
      expect(contents()).toEqual(before);
    },
  );

  test('of several tables is whole or not there, and takes the place of none that nobody named', async () => {
    writeFileSync(join(tree, 'figures.moves.csv'), 'precious');
    const before = contents();
    await refused(['report', 'org.yaml', '-o', 'figures.csv'], /figures\.moves\.csv would be written beside/);
    await refused(['report', 'org.yaml', '-f', 'csv', '-o', 'figures.csv'], /is there already/);
    expect(contents()).toEqual(before);
    for (const _ of ['first', 'again'])
      expect((await run(['report', 'org.yaml', '-f', 'csv', '-o', 'all.txt'])).status).toBe(0);
    const made = Object.keys(contents()).filter((path) => path.includes('all.txt'));
    expect(made.map((path) => path.slice(tree.length + 1)).sort()).toEqual([
      'all.txt',
      'all.txt.moves.csv',
      'all.txt.people.csv',
      'all.txt.units.csv',
    ]);
  });

  test('is written once: two of one name are refused', async () => {
    for (const names of [
      ['out.json', 'out.json'],
      ['out.json', './unit/../out.json'],
      ['out.json', 'OUT.json'],
    ]) {
      const formats = names.flatMap((name, at) => ['-f', `${at === 0 ? 'json' : 'sarif'}:${name}`]);
      await refused(['check', 'org.yaml', ...formats], /Two outputs would be written to/);
    }
    expect(existsSync(join(tree, 'out.json'))).toBe(false);
  });

  test('is not kept from being written by what an ended run left', async () => {
    mkdirSync(join(tree, 'way'));
    for (const left of ['.out.json.0123456789ab.tmp', `.out.json.${process.pid}.tmp`])
      writeFileSync(join(tree, left), 'half');
    writeFileSync(join(tree, 'way/.01-foundations.yaml.0123456789ab.tmp'), 'half');
    expect((await run(['evaluate', 'org.yaml', '-f', 'json', '-o', 'out.json'])).stderr).toBe('');
    expect(JSON.parse(readFileSync(join(tree, 'out.json'), 'utf8'))).toMatchObject({ version: 1 });
    const stages = await run(['simulate', 'org.yaml', '--design', 'functional', '--stages', 'way']);
    expect(stages.stderr).toBe('');
  });

  test('is whole or not there when the run is killed while it writes', async () => {
    const program = inject('program');
    writeFileSync(join(tree, 'out.json'), 'old');
    for (const after of [0, 150, 300, 600]) {
      const child = spawn(
        process.execPath,
        [program, 'evaluate', 'org.yaml', '-f', 'json', '-o', 'out.json'],
        {
          cwd: tree,
        },
      );
      // A quick machine may be done before it is killed.
      const closed = new Promise((done) => child.once('close', done));
      await new Promise((done) => setTimeout(done, after));
      child.kill('SIGKILL');
      await closed;
      const text = readFileSync(join(tree, 'out.json'), 'utf8');
      if (text !== 'old') expect(JSON.parse(text)).toMatchObject({ version: 1 });
    }
    expect((await run(['evaluate', 'org.yaml', '-f', 'json', '-o', 'out.json'])).status).not.toBe(2);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'to a full disk is an error that is told, and nothing half-written',
    async () => {
      await refused(['evaluate', 'org.yaml', '-o', '/dev/full'], /the disk is full/);
      const program = inject('program');
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', '"$0" "$1" evaluate org.yaml > /dev/full', process.execPath, program],
        { cwd: tree, encoding: 'utf8' },
      );
      expect({ status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('Cannot write'),
      });
    },
  );

  test('of one format that cannot be written leaves none of the others, on the terminal neither', async () => {
    const before = contents();
    await refused(
      ['check', 'org.yaml', '-f', 'table', '-f', 'json:out.json', '-f', 'sarif:absent/out.sarif'],
      /its folder does not exist/,
    );
    expect(contents()).toEqual(before);
  });
});
