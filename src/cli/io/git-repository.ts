import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import type { FileReader } from '../../source/files.ts';
import type { Io } from './io.ts';

/** A repository that a user has made, or cloned: never one that somebody committed into it as plain files. */
export interface Repository {
  /** The folder that holds `.git`, links resolved; the current one where there is no working tree. */
  readonly top: string;
  /** What git printed; undefined where it says no. */
  git(...args: string[]): Promise<Uint8Array | undefined>;
}

const MOST_POINTER_BYTES = 4096;
const EXPLICIT = 'Give a file as the baseline.';

const lastLine = (text: string): string => printable(text.trim().split('\n').at(-1) ?? '');

const asking =
  (io: Io, top: string, gitFolder: readonly string[]): Repository['git'] =>
  async (...args) => {
    try {
      const { code, stdout, stderr } = await io.git([...gitFolder, ...args], top);
      if (/ is ambiguous/.test(stderr))
        throw new UserError(
          `git ${args[0]}: ${lastLine(stderr)}`,
          'Give its whole name, as refs/heads/main.',
        );
      if (code === 0) return stdout;
      if (stderr.trim() === '') return undefined;
      if (/promisor|lazy fetch|transport '.*' not allowed/i.test(stderr))
        throw new UserError(
          'The clone is a partial one and lacks the files of the revision; nothing is fetched here.',
          'Fetch them before, as by `git show REVISION:FILE`.',
        );
      throw new UserError(`git ${args[0]} failed: ${lastLine(stderr)}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new UserError(
        'There is no git to be found, which a baseline of git: needs.',
        'Install git, or give a file as the baseline.',
      );
    }
  };

const textOf = (bytes: Uint8Array | undefined): string =>
  new TextDecoder().decode(bytes).replace(/\r?\n$/, '');

/** The folder that `.git` stands for: itself, or where it points as a file, in a submodule or a linked working tree. */
async function gitFolderOf(top: string, files: FileReader): Promise<string> {
  const entry = join(top, '.git');
  let pointer: string;
  try {
    pointer = textOf(await files.read(entry, MOST_POINTER_BYTES));
  } catch {
    return entry;
  }
  return resolve(top, pointer.replace(/^gitdir: /, ''));
}

/**
 * The repository of a folder: the nearest one above that has a `.git`, which no commit can hold. What else git itself would
 * take for one, a folder with HEAD, objects and refs, anybody can commit, with programs to run in its settings.
 * @throws UserError where git, of whatever age, would go by another one.
 */
export async function repositoryOf(folder: string, io: Io): Promise<Repository | undefined> {
  const { files } = io;
  const real = (path: string): Promise<string | undefined> => files.realPath(path).catch(() => undefined);
  let top = (await real(folder)) ?? resolve(folder);
  while ((await real(join(top, '.git'))) === undefined) {
    if (top === dirname(top)) return undefined;
    top = dirname(top);
  }
  const git = asking(io, top, []);
  const [taken, meant] = [
    textOf(await git('rev-parse', '--absolute-git-dir')),
    await gitFolderOf(top, files),
  ];
  const [takenFolder, meantFolder] = [await real(taken), await real(meant)];
  if (takenFolder === undefined || takenFolder !== meantFolder)
    throw new UserError(
      `git would take ${printable(taken)} for the repository of ${printable(top)}, and not ${printable(meant)}.`,
      EXPLICIT,
    );
  return { top, git };
}

/** The repository that the environment names, as in the hooks of a bare one. */
export function namedRepository(io: Io): Repository | undefined {
  const { GIT_DIR: named } = io.env;
  if (!named) return undefined;
  const top = resolve('.');
  return { top, git: asking(io, top, [`--git-dir=${resolve(named)}`]) };
}

/** Where a path is in a repository, with forward slashes; it may begin with `../`. */
export const placeIn = ({ top }: Repository, path: string): string =>
  relative(top, path).replaceAll('\\', '/');
