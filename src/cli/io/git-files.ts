import { basename, dirname, join, posix, resolve, sep } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { printable, quoted } from '../../base/text.ts';
import type { FileReader } from '../../source/files.ts';
import { namedRepository, placeIn, type Repository, repositoryOf } from './git-repository.ts';
import type { Io } from './io.ts';

/** The files of a revision, by the names that they have in the working tree, as they are stored: git filters nothing. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
  readonly files: FileReader;
  /** What of the files read so far a checkout would have sent through a program, with the name of the filter. */
  filtered(): Promise<readonly (readonly [path: string, filter: string])[]>;
}

/** What paths in a revision begin with, so that they are taken for none of the disk. */
const SCHEME = 'git:/';
const MOST_LINKS = 10;
const LINK = '120000';

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly object: string;
  readonly size: number;
}

const fault = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

/** Of a path that is brought into its shortest form. */
const isOutside = (path: string): boolean => /^(\.\.)?\/|^\.\.$/.test(path);

const commitOf = async (git: Repository['git'], revision: string): Promise<string | undefined> => {
  // An option in the place of a revision would be obeyed.
  if (revision === '' || revision.startsWith('-')) return undefined;
  const named = `${revision}^{commit}`;
  if ((await git('rev-parse', '--verify', '--quiet', named)) === undefined) return undefined;
  // Again, since the quiet one does not say that there is a branch and a tag of the name.
  return new TextDecoder().decode(await git('rev-parse', '--verify', named)).trim();
};

const entryAt = async (git: Repository['git'], commit: string, path: string): Promise<Entry | undefined> => {
  if (path === '.') return { mode: '', type: 'tree', object: '', size: 0 };
  const listed = await git('ls-tree', '-l', '-z', '--full-tree', commit, '--', path);
  const [mode, type, object, size] = new TextDecoder().decode(listed).split('\t', 1)[0]!.split(/ +/);
  return mode === undefined || type === undefined || object === undefined
    ? undefined
    : { mode, type, object, size: Number(size) };
};

/** @param place - Where the file is in the repository; what it includes is looked for beside it. */
async function revisionOf(
  { git }: Repository,
  revision: string,
  file: string,
  place: string,
): Promise<Revision | undefined> {
  const commit = await commitOf(git, revision);
  if (commit === undefined)
    throw new UserError(
      `There is no revision ${quoted(revision)} in the git repository of ${printable(file)}.`,
      'A checkout for CI often holds the last commit alone: fetch the branch first, and name it as origin/main.',
    );
  const read = new Set<string>();
  const files = reader(git, commit, file.replaceAll('\\', '/'), place, read);
  try {
    await files.realPath(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const filtered = async () => {
    const told = await git('check-attr', '-z', 'filter', '--', ...read);
    const words = new TextDecoder().decode(told).split('\0');
    return [...read]
      .map((path, at) => [path, words[at * 3 + 2] ?? ''] as const)
      .filter(([, filter]) => !['', 'unspecified', 'unset', 'set'].includes(filter));
  };
  return { name: revision, commit, files, filtered };
}

const noRepository = (file: string): UserError =>
  new UserError(
    `${printable(file)} is in no git repository, so there is no revision of it.`,
    'Give a file as the baseline.',
  );

/**
 * Who puts a repository of their own, as a submodule, in the place of a folder would say what its main branch has: a file that
 * was one of the repository in which the user stands is compared with that.
 */
async function refuseReplaced(inner: Repository, revision: string, file: string, path: string, io: Io) {
  const outer = await repositoryOf('.', io);
  if (outer === undefined || !inner.top.startsWith(outer.top + sep)) return;
  const commit = await commitOf(outer.git, revision);
  const was = commit && (await entryAt(outer.git, commit, placeIn(outer, path)));
  if (was)
    throw new UserError(
      `${printable(file)} was a file of this repository in ${quoted(revision)}, and is now one of another, at ${printable(placeIn(outer, inner.top))}.`,
      'Give the file that it is to be compared with as the baseline.',
    );
}

/**
 * A revision of the repository that a file is in; undefined where the file is not in it.
 * @param file - As the user wrote it: it is looked for at the place that it has in the working tree.
 * @throws UserError where there is no git, no repository or no such revision.
 */
export async function revisionFor(revision: string, file: string, io: Io): Promise<Revision | undefined> {
  const real = (path: string): Promise<string> => io.files.realPath(path).catch(() => resolve(path));
  const path = await io.files
    .realPath(file)
    .catch(async () => join(await real(dirname(file)), basename(file)));
  const repository = await repositoryOf(dirname(path), io);
  if (repository === undefined) throw noRepository(file);
  await refuseReplaced(repository, revision, file, path, io);
  return revisionOf(repository, revision, file, placeIn(repository, path));
}

/**
 * A revision of the repository that the current folder is in; undefined where the file is not in it.
 * @param file - From the top of the repository; from the current folder where it begins with `./` or `../`.
 * @throws UserError where there is no git, no repository or no such revision.
 */
export async function revisionHere(revision: string, file: string, io: Io): Promise<Revision | undefined> {
  const repository = (await repositoryOf('.', io)) ?? namedRepository(io);
  if (repository === undefined) throw noRepository(file);
  const path = file.replaceAll('\\', '/');
  const here = await io.files.realPath('.').catch(() => resolve('.'));
  const place = /^\.\.?\//.test(path) ? posix.join(placeIn(repository, here), path) : path;
  return revisionOf(repository, revision, file, posix.normalize(place));
}

/** What Git LFS stores in the place of a file. */
const LARGE_FILE = 'version https://git-lfs.github.com/spec/';

function reader(
  git: Repository['git'],
  commit: string,
  file: string,
  place: string,
  read: Set<string>,
): FileReader {
  const content = async (object: string, path: string): Promise<Uint8Array> => {
    // As it is stored: what a checkout would make of it is said by attributes and settings that others may have written.
    const bytes = await git('cat-file', 'blob', object);
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
      const entry = isOutside(inside) ? undefined : await entryAt(git, commit, inside);
      if (entry === undefined) throw fault('ENOENT', path);
      if (entry.mode !== LINK) return { path: inside, entry };
      const target = new TextDecoder().decode(await content(entry.object, inside));
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
      const bytes = await content(entry.object, path);
      read.add(inside);
      if (new TextDecoder().decode(bytes.subarray(0, LARGE_FILE.length)) === LARGE_FILE)
        throw new UserError(
          `${printable(inside)} is kept by Git LFS: the revision has its address only, and git runs no filter here.`,
          'Give a file as the baseline, or keep the organisation in git itself.',
        );
      return bytes;
    },
    realPath: async (path) => {
      const { path: inside } = await found(path);
      return SCHEME + (inside === '.' ? '' : inside);
    },
  };
}
