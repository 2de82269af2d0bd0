import { randomBytes } from 'node:crypto';
import { appendFile, lstat, mkdir, open, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import { isInGit } from './disk.ts';

/** Of what a file is called while it is written: with what is added a name may have 255 bytes. */
const LONGEST_NAME = 50;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

const refusal = (path: string, error: unknown): UserError => {
  if (error instanceof UserError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new UserError(
    `Cannot write ${path}: ${REASONS[code] ?? (error as Error).message}.`,
    code === 'EISDIR' ? 'Name a file in it.' : 'Name another file, or make it one that can be written.',
  );
};

const missing = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
};

/** A file that is to be written: text, or what no text is. */
export type FileToWrite = readonly [path: string, content: string | Uint8Array];

/** A file that is written, but has not taken its place yet. */
interface Ready {
  readonly target: string;
  readonly beside: string;
}

/** What a file is called while it is written. By chance, so that what a run left that was ended stands in nobody's way. */
const temporaryName = (name: string): string => `.${name}.${randomBytes(6).toString('hex')}.tmp`;
export const isTemporary = (name: string): boolean => /^\..*\.[0-9a-f]{12}\.tmp$/s.test(name);

/** The nearest folder of a path that is there, links resolved. */
const realFolder = async (folder: string): Promise<string> => {
  const real = await realpath(folder).catch(missing);
  return real ?? (folder === dirname(folder) ? folder : realFolder(dirname(folder)));
};

const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/**
 * @throws UserError where a name below the current folder leads out of it, through a link that somebody else may have put
 *   there, or to where git keeps its own files.
 */
export const refuseWay = async (path: string): Promise<void> => {
  const folder = await realFolder(dirname(resolve(path)));
  const here = resolve('.');
  if (resolve(path) !== here && isInside(resolve(path), here) && !isInside(folder, await realFolder(here)))
    throw new UserError(
      `Cannot write ${printable(path)}: a link on its way leads out of the current folder.`,
      'Name the folder itself.',
    );
  if (isInGit(join(folder, 'any')))
    throw new UserError(
      `Cannot write ${printable(path)}: git keeps its own files there.`,
      'Name another file.',
    );
};

/** Devices and what a shell hands over: they are written to, and not replaced. */
const isHandedOver = (path: string): boolean => /^\/dev\//.test(resolve(path));

/** Writes beside `path`; undefined where that is a device or pipe, /dev/null say, which must be written to, not replaced. */
const writeBeside = async (path: string, content: string | Uint8Array): Promise<Ready | undefined> => {
  if (isHandedOver(path)) return undefined;
  await refuseWay(path);
  const before = await lstat(path).catch(missing);
  // Found out now: once others have taken their place it would be too late.
  if (before?.isDirectory()) throw Object.assign(new Error('It is a folder.'), { code: 'EISDIR' });
  if (before?.isSymbolicLink())
    throw new UserError(
      `Cannot write ${printable(path)}: it is a link, which is not followed.`,
      'Name the file itself, or remove the link.',
    );
  if (before !== undefined && !before.isFile()) return undefined;
  const beside = join(dirname(path), temporaryName(basename(path).slice(0, LONGEST_NAME)));
  const handle = await open(beside, 'wx', before?.mode ?? 0o666);
  try {
    await handle.writeFile(content);
    // A full disk may only be told of now, and is to be before the old file is gone.
    await handle.sync();
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(beside, { force: true });
    throw error;
  }
  await handle.close();
  return { target: path, beside };
};

/**
 * Writes several files that belong together: all of them beside their places first, then each renamed into its place, in
 * order, so that a reader never sees half a file, and a file that cannot be written leaves all others as they were. What is
 * a link is refused: somebody else may have put it there.
 */
export const replaceFiles = async (files: readonly FileToWrite[]): Promise<void> => {
  const ready: (Ready | undefined)[] = [];
  let path = '';
  try {
    for (const [to, content] of files) {
      path = to;
      ready.push(await writeBeside(to, content));
    }
    for (const [at, [to, content]] of files.entries()) {
      path = to;
      const written = ready[at];
      if (written === undefined) await writeFile(to, content);
      else await rename(written.beside, written.target);
    }
  } catch (error) {
    for (const written of ready) if (written !== undefined) await rm(written.beside, { force: true });
    throw refusal(path, error);
  }
};

/** Makes a folder, with those above it, unless it is there. */
export const makeFolder = async (path: string): Promise<void> => {
  try {
    await refuseWay(join(path, 'any'));
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw refusal(path, error);
  }
};

/** Writes at the end of a file, which need not be there. */
export const appendToFile = async (path: string, text: string): Promise<void> => {
  try {
    await appendFile(path, text);
  } catch (error) {
    throw refusal(path, error);
  }
};
