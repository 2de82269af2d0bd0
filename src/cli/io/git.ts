import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join, parse, relative, sep } from 'node:path';
import process from 'node:process';
import { MEBIBYTE } from '../../source/files.ts';

export interface GitResult {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** More is no organisation. */
const MAXIMUM_BYTES = 600 * MEBIBYTE;

const OFF = process.platform === 'win32' ? 'NUL' : '/dev/null';

/**
 * What git must not do, whatever the settings of a repository say: they may be included from a file of the working tree, and
 * that is written by whoever makes a pull request. No repository but one that is called `.git`, no program, no network.
 */
const RESTRAINTS = [
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  `core.hooksPath=${OFF}`,
  'core.pager=cat',
  'core.sshCommand=false',
  'core.askPass=',
  'core.gitProxy=',
  'core.alternateRefsCommand=false',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
];

const ARGUMENTS = [
  '--no-pager',
  '--literal-pathspecs',
  '--no-replace-objects',
  ...RESTRAINTS.flatMap((setting) => ['-c', setting]),
];

/** Where the settings of the user are. All else of git in the environment is that of a hook, of whatever repository. */
const SETTINGS = /^GIT_(?:EXEC_PATH|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/i;

const environment = (): Record<string, string | undefined> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name) || SETTINGS.test(name)),
  ),
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
});

/** Not of a repository that is the whole disk, where there would be no other git. */
const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return folder !== parse(folder).root && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** The program of the system: `npm run` looks in node_modules first, Windows where it stands, and both may be of the tree. */
const program = (folder: string): string | undefined =>
  (process.env.PATH ?? process.env.Path ?? '')
    .split(delimiter)
    .filter(
      (entry) => isAbsolute(entry) && !/[\\/]node_modules(?:[\\/]|$)/.test(entry) && !isInside(entry, folder),
    )
    .map((entry) => join(entry, process.platform === 'win32' ? 'git.exe' : 'git'))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** The git of this machine, in a folder of a repository, so that it runs nothing of what stands in there. */
export const processGit = (args: readonly string[], folder: string): Promise<GitResult> =>
  new Promise((resolve, reject) => {
    const git = program(folder);
    if (git === undefined) {
      reject(Object.assign(new Error('no git'), { code: 'ENOENT' }));
      return;
    }
    execFile(
      git,
      [...ARGUMENTS, ...args],
      { cwd: folder, env: environment(), encoding: 'buffer', maxBuffer: MAXIMUM_BYTES, windowsHide: true },
      (error, stdout, stderr) => {
        const { code } = error ?? { code: 0 };
        if (typeof code === 'number') resolve({ code, stdout, stderr: stderr.toString() });
        else reject(error);
      },
    );
  });
