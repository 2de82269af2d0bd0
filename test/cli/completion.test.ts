import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { checkFormats } from '../../src/documents/check/document.ts';
import { reference } from '../../src/documents/reference/index.ts';
import { DESIGN_IDS } from '../../src/schema/input/designs.ts';
import { command } from './in-memory.ts';

const { commands } = createProgram({ stdout: {}, stderr: {} } as never, () => {});

/** What is offered for the last word, and whether the names of files are as well. */
const offered = async (...words: string[]) => {
  const { code, stdout, stderr } = await command(['complete', '--', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.split('\n');
  expect(lines.pop()).toBe('');
  const directive = lines.pop();
  expect([':0', ':4']).toContain(directive);
  return { values: lines.map((line) => line.split('\t')[0]), files: directive === ':0' };
};

const values = (list: readonly (string | undefined)[], files = false) => ({ values: list, files });

describe('a shell is offered', () => {
  test('commands', async () => {
    expect(await offered('')).toEqual(values(commands.map((each) => each.name())));
    expect(await offered('che')).toEqual(values(['check']));
    expect(await offered('nothing', '')).toEqual(values([]));
  });

  test('every option of every command, and no other', async () => {
    for (const each of commands)
      expect(await offered(each.name(), '--')).toEqual(
        values(each.options.filter(({ hidden }) => !hidden).map(({ long }) => long!)),
      );
  });

  test.each([
    [['check', '--format', ''], [...checkFormats.keys()]],
    [['check', '-f', 's'], ['sarif']],
    [
      ['check', '--format=j'],
      ['json', 'junit'],
    ],
    [
      ['check', 'org.yaml', '--fail-on', ''],
      ['error', 'warning', 'note'],
    ],
    [['check', '--design', ''], DESIGN_IDS],
    [['check', '--design', 'cluster,l'], ['cluster,lifecycle']],
    [['evaluate', '--design=cluster,l'], ['cluster,lifecycle']],
    [['simulate', 'org.yaml', '-d', 'f'], ['functional']],
    [['explain', ''], [...new Set(reference().map(({ id }) => id))]],
    [['explain', 'silos.c'], ['silos.count']],
    [['explain', 'team-too-s'], ['team-too-small']],
    [
      ['explain', '--format', ''],
      ['text', 'json'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['check', '--max-warnings', ''], []],
    [['check', '--update-waivers', ''], []],
  ])('the values of what is being typed: %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(values(expected));
  });

  test.each([
    [['check', '']],
    [['check', 'one.yaml', 'two.yaml', '']],
    [['check', '--watch', '']],
    [['check', '--baseline', '']],
    [['check', '--policy', 'a']],
    [['diff', 'one.yaml', 'tw']],
    [['import', 'people.csv', '-c', '']],
    [['simulate', 'org.yaml', '--stages', '']],
    [['evaluate', 'org.yaml', '-o', '']],
    [['init', '']],
  ])('the names of files where one is meant: %j', async (words) => {
    expect(await offered(...words)).toEqual(values([], true));
  });

  test('nothing for what no shell would ask', async () => {
    for (const words of [[], ['--'], ['check', '--nothing', ''], ['check', '--=', ''], ['\n']])
      expect((await offered(...words)).values).toEqual(expect.any(Array));
    expect(await command(['complete', 'bash'])).toMatchObject({ code: 2, stdout: '' });
  });
});

test('only the shells that there are have a script, which names the program', async () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    expect(await command(['completion', shell])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('orgdesign complete --'),
    });
  expect(await command(['completion', 'powershell'])).toMatchObject({ code: 2, stdout: '' });
  expect(await command(['completion'])).toMatchObject({ code: 2, stdout: '' });
});

describe.skipIf(process.platform === 'win32')('in bash', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgdesign-completion-'));
  const work = join(folder, 'work');

  /** What of the package bash-completion the script calls: words with `=` and `:` inside. */
  const WORDS = `_get_comp_words_by_ref() {
  words=("\${LINE[@]}"); cword=$(( \${#words[@]} - 1 )); cur=\${words[cword]}; prev=\${words[cword-1]}
}
compopt() { OPTIONS="$*"; }
`;

  const bash = (script: string) => {
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-u', '-c', script], {
      cwd: work,
      encoding: 'utf8',
      env: { PATH: `${join(folder, 'path')}:${process.env.PATH}` },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout.split('\n').slice(0, -1);
  };

  /** What bash offers for words as they are typed. */
  const typed = (...words: string[]) => {
    const quoted = ['orgdesign', ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    const [options, ...replies] = bash(`${WORDS}OPTIONS=
source ../script.bash
LINE=(${quoted})
COMPREPLY=()
__orgdesign_complete
echo "$OPTIONS"
printf '%s\\n' "\${COMPREPLY[@]}"`);
    return { replies: replies.filter((reply) => reply !== ''), files: options !== '+o default' };
  };

  beforeAll(() => {
    const program = inject('program');
    mkdirSync(join(folder, 'path'));
    mkdirSync(work);
    const started = join(folder, 'path/orgdesign');
    writeFileSync(started, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(started, 0o755);
    bash('orgdesign completion bash > ../script.bash');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the script can be sourced, twice as well, and completes the command', () => {
    const source = 'source <(orgdesign completion bash)';
    expect(bash(`${source}; ${source}; complete -p orgdesign`)).toEqual([
      'complete -o default -F __orgdesign_complete orgdesign',
    ]);
  });

  test('commands, options and values are completed', () => {
    expect(typed('che')).toEqual({ replies: ['check'], files: false });
    expect(typed('check', '--fail')).toEqual({ replies: ['--fail-on'], files: false });
    expect(typed('check', 'org.yaml', '--fail-on', '').replies).toEqual(['error', 'warning', 'note']);
    expect(typed('check', '--format=sa').replies).toEqual(['sarif']);
    expect(typed('explain', 'silos.').replies).toEqual(['silos.count', 'silos.effective', 'silos.reachable']);
  });

  test('files are left to bash', () => {
    expect(typed('check', '')).toEqual({ replies: [], files: true });
    expect(typed('check', '--baseline', 'git:main:')).toEqual({ replies: [], files: true });
  });

  test('what is typed is not run', () => {
    typed('check', '$(touch ran)', '`touch ran`', ';', 'touch ran', '>', 'emptied', "it's", '"half', '');
    expect(readdirSync(work)).toEqual([]);
  });
});
