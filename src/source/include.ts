import { isAbsolute, posix, win32 } from 'node:path';
import { type FileReader, fileFault } from './files.ts';

/** A file named in another one: its name for messages and the path to read; or why it must not be read. */
type Include =
  | { readonly name: string; readonly path: string }
  | { readonly fault: string; readonly hint: string };

const HINT = 'Give a path beside this file, as people.csv or data/people.csv.';

/**
 * Finds a file named in another one: beside it or below, never elsewhere, also not by a symbolic link. The name leads
 * there from where the user stands, with forward slashes on every system.
 */
export async function resolveInclude(from: string, file: string, io: FileReader): Promise<Include> {
  if (/^[a-z][a-z0-9+.-]+:/i.test(file))
    return { fault: 'is a URL; only files beside this one are read.', hint: HINT };
  if (isAbsolute(file) || posix.isAbsolute(file) || win32.isAbsolute(file) || /^[a-z]:/i.test(file)) {
    return { fault: 'is an absolute path; only files beside this one are read.', hint: HINT };
  }
  const outside = {
    fault: 'lies outside the folder of this file; only files beside it are read.',
    hint: HINT,
  };
  const relative = posix.normalize(file.replaceAll('\\', '/'));
  if (relative === '..' || relative.startsWith('../')) return outside;
  const slashed = from.replaceAll('\\', '/');
  const name = posix.join(posix.dirname(slashed), relative);
  try {
    const folder = await io.realPath(posix.dirname(slashed));
    const path = await io.realPath(name);
    if (!isBelow(path, folder)) return outside;
    return { name, path };
  } catch (error) {
    const reason = fileFault(error, 0);
    if (reason === undefined) throw error;
    return { fault: `cannot be read: ${reason}.`, hint: 'The path is looked for beside this file.' };
  }
}

/** Whether a file is a link that leads out of its folder; false where it cannot be found. */
export async function leadsOut(path: string, io: FileReader): Promise<boolean> {
  try {
    const slashed = path.replaceAll('\\', '/');
    const [folder, real] = [await io.realPath(posix.dirname(slashed)), await io.realPath(path)];
    return !isBelow(real, folder);
  } catch (error) {
    if (fileFault(error, 0) === undefined) throw error;
    return false;
  }
}

const isBelow = (path: string, folder: string): boolean => {
  const separator = path.includes('\\') && !path.startsWith('/') ? '\\' : '/';
  return path.startsWith(folder.endsWith(separator) ? folder : folder + separator);
};
