import { appendFile, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { UserError } from '../errors.ts';

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

/** Writes beside `path` and renames, so that a reader never sees half a file; a link keeps pointing at its file. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  try {
    const target = (await realpath(path).catch(missing)) ?? path;
    const before = await stat(target).catch(missing);
    // A device or pipe, /dev/null say, must be written to, not replaced.
    if (before !== undefined && !before.isFile()) return await writeFile(target, text);
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const handle = await open(beside, 'wx', before?.mode ?? 0o666);
    try {
      try {
        await handle.writeFile(text);
      } finally {
        await handle.close();
      }
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  } catch (error) {
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
