import { readdir, rm } from 'node:fs/promises';
import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import { isTemporary, refuseWay } from './replace-file.ts';

/** Names of what a folder holds, in order; undefined where there is none. */
export const listFolder = async (path: string): Promise<readonly string[] | undefined> => {
  try {
    // A run that was ended while it wrote may have left some.
    return (await readdir(path)).filter((name) => !isTemporary(name)).sort();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    const reason = code === 'ENOTDIR' ? 'it is a file' : message;
    throw new UserError(`Cannot use ${printable(path)}: ${reason}.`, 'Name another folder.');
  }
};

/** Removes a file, if it is there. */
export const removeFile = async (path: string): Promise<void> => {
  await refuseWay(path);
  await rm(path, { force: true });
};
