import { appendFile, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { UserError } from '../../base/errors.ts';

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
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new UserError(
    `Cannot write ${path}: ${REASONS[code] ?? (error as Error).message}.`,
    'Name another file with --output, or - for the terminal.',
  );
};

const missing = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
};

/** A file that is written, but has not taken its place yet. */
interface Ready {
  readonly path: string;
  readonly target: string;
  readonly beside: string;
}

/** Writes beside `path`; undefined where that is a device or pipe, /dev/null say, which must be written to, not replaced. */
const writeBeside = async (path: string, text: string): Promise<Ready | undefined> => {
  const target = (await realpath(path).catch(missing)) ?? path;
  const before = await stat(target).catch(missing);
  // Found out now: once others have taken their place it would be too late.
  if (before?.isDirectory()) throw Object.assign(new Error('It is a folder.'), { code: 'EISDIR' });
  if (before !== undefined && !before.isFile()) return undefined;
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const handle = await open(beside, 'wx', before?.mode ?? 0o666);
  try {
    await handle.writeFile(text);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return { path, target, beside };
};

/**
 * Writes several files that belong together: all of them beside their places first, then each renamed into its place, in
 * order, so that a reader never sees half a file, and a file that cannot be written leaves all others as they were. A
 * link keeps pointing at its file.
 */
export const replaceFiles = async (
  files: readonly (readonly [path: string, text: string])[],
): Promise<void> => {
  const ready: (Ready | undefined)[] = [];
  let path = '';
  try {
    for (const [to, text] of files) {
      path = to;
      ready.push(await writeBeside(to, text));
    }
    for (const [at, [to, text]] of files.entries()) {
      path = to;
      const written = ready[at];
      if (written === undefined) await writeFile(to, text);
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
