import { basename, dirname, posix } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { printable, quoted } from '../../base/text.ts';
import type { FileReader } from '../../source/files.ts';
import type { Io } from './io.ts';

/** The files of a revision, by the names that they have in the working tree. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
  readonly files: FileReader;
}

/** What paths in a revision begin with, so that they are taken for none of the disk. */
const SCHEME = 'git:/';
const MOST_LINKS = 10;
const LINK = '120000';

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly size: number;
}

const fault = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

/** Of a path that is brought into its shortest form. */
const isOutside = (path: string): boolean => /^(\.\.)?\/|^\.\.$/.test(path);

const lastLine = (text: string): string => printable(text.trim().split('\n').at(-1) ?? '');

/** Runs git in the folder of a file, and gives what it printed; undefined where it says no. */
const asking =
  (io: Io, file: string, folder: string) =>
  async (...args: string[]): Promise<Uint8Array | undefined> => {
    try {
      const { code, stdout, stderr } = await io.git(['--literal-pathspecs', ...args], folder);
      if (code === 0) return stdout;
      if (/not a git repository/i.test(stderr))
        throw new UserError(
          `${printable(file)} is in no git repository, so there is no revision of it.`,
          'Give a file as the baseline.',
        );
      if (stderr.trim() === '') return undefined;
      throw new UserError(`git ${args[0]} failed: ${lastLine(stderr)}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new UserError(
        'There is no git to be found, which a baseline of git: needs.',
        'Install git, or give a file as the baseline.',
      );
    }
  };

type Ask = ReturnType<typeof asking>;

const words = async (git: Ask, ...args: string[]): Promise<string | undefined> => {
  const answer = await git(...args);
  return answer && new TextDecoder().decode(answer).replace(/\n$/, '');
};

const prefixOf = async (git: Ask): Promise<string> => (await words(git, 'rev-parse', '--show-prefix')) ?? '';

/** @param place - Where the file is in the repository; what it includes is looked for beside it. */
async function revisionOf(
  git: Ask,
  revision: string,
  file: string,
  place: string,
): Promise<Revision | undefined> {
  // An option in the place of a revision would be obeyed.
  const named = revision !== '' && !revision.startsWith('-');
  const commit = named
    ? await words(git, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`)
    : undefined;
  if (commit === undefined)
    throw new UserError(
      `There is no revision ${quoted(revision)} in the git repository of ${printable(file)}.`,
      'A checkout for CI often holds the last commit alone: fetch the branch first, and name it as origin/main.',
    );
  const files = reader(git, commit, file.replaceAll('\\', '/'), place);
  try {
    await files.realPath(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return { name: revision, commit, files };
}

/**
 * A revision of the repository that a file is in; undefined where the file is not in it.
 * @param file - As the user wrote it: it is looked for at the place that it has in the working tree.
 * @throws UserError where there is no git, no repository or no such revision.
 */
export async function revisionFor(revision: string, file: string, io: Io): Promise<Revision | undefined> {
  const real = await io.files.realPath(file).catch(() => file);
  const git = asking(io, file, dirname(real));
  return revisionOf(git, revision, file, `${await prefixOf(git)}${basename(real)}`);
}

/**
 * A revision of the repository that the current folder is in; undefined where the file is not in it.
 * @param file - From the top of the repository; from the current folder where it begins with `./` or `../`.
 * @throws UserError where there is no git, no repository or no such revision.
 */
export async function revisionHere(revision: string, file: string, io: Io): Promise<Revision | undefined> {
  const git = asking(io, file, '.');
  const path = file.replaceAll('\\', '/');
  const prefix = await prefixOf(git);
  return revisionOf(git, revision, file, posix.normalize(/^\.\.?\//.test(path) ? prefix + path : path));
}

function reader(git: Ask, commit: string, file: string, place: string): FileReader {
  const entryAt = async (path: string): Promise<Entry | undefined> => {
    if (path === '.') return { mode: '', type: 'tree', size: 0 };
    const listed = await git('ls-tree', '-l', '-z', '--full-tree', commit, '--', path);
    const [mode, type, , size] = new TextDecoder().decode(listed).split('\t', 1)[0]!.split(/ +/);
    return mode === undefined || type === undefined ? undefined : { mode, type, size: Number(size) };
  };
  const content = async (path: string): Promise<Uint8Array> => {
    // As a checkout would write it, with the ends of lines and the large files that the repository keeps elsewhere.
    const bytes = await git('cat-file', '--filters', `${commit}:${path}`);
    if (bytes === undefined) throw fault('ENOENT', path);
    return bytes;
  };
  /** The path in the revision that a path of the user leads to, links followed. */
  const found = async (path: string): Promise<{ path: string; entry: Entry }> => {
    const given = path.replaceAll('\\', '/');
    let inside = given.startsWith(SCHEME)
      ? given.slice(SCHEME.length)
      : posix.join(posix.dirname(place), posix.relative(posix.dirname(file), given) || '.');
    if (given === file) inside = place;
    for (let links = 0; links <= MOST_LINKS; links++) {
      const entry = isOutside(inside) ? undefined : await entryAt(inside);
      if (entry === undefined) throw fault('ENOENT', path);
      if (entry.mode !== LINK) return { path: inside, entry };
      const target = new TextDecoder().decode(await content(inside));
      inside = posix.normalize(posix.join(posix.dirname(inside), target));
      if (posix.isAbsolute(target)) break;
    }
    throw fault('ENOENT', path);
  };
  return {
    async read(path, maximumBytes) {
      const { path: inside, entry } = await found(path);
      if (entry.type !== 'blob') throw fault('EISDIR', path);
      if (entry.size > maximumBytes) throw fault('EFBIG', path);
      return content(inside);
    },
    realPath: async (path) => {
      const { path: inside } = await found(path);
      return SCHEME + (inside === '.' ? '' : inside);
    },
  };
}
