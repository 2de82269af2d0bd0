import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import type { FileReader } from '../../source/files.ts';
import { leadsOut } from '../../source/include.ts';

/** What a policy is called that is found without being named. */
export const POLICY_FILE = 'orgdesign.config.yaml';

const isThere = async (path: string, files: FileReader): Promise<boolean> => {
  try {
    await files.realPath(path);
    return true;
  } catch {
    return false;
  }
};

/** The policy of a file: the nearest one in its folder or in one above. */
async function above(file: string, files: FileReader): Promise<string | undefined> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    // As seen from the current folder, as the files themselves are named.
    const path = relative(resolve('.'), join(folder, POLICY_FILE));
    if (await isThere(path, files)) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * The policy that holds for files, found by walking up from each.
 * @throws UserError where they are under different ones.
 */
export async function findPolicy(paths: readonly string[], files: FileReader): Promise<string | undefined> {
  const places = [...new Set(paths.map((path) => (path === '-' ? (files.stdinPath ?? '.') : path)))];
  const found = await Promise.all(places.map((path) => above(path, files)));
  const other = found.findIndex((path) => path !== found[0]);
  if (other === -1) {
    if (found[0] !== undefined && (await leadsOut(found[0], files)))
      throw new UserError(
        `${found[0]} is a link that leads out of its folder, and was not asked for.`,
        'Name the policy with --policy.',
      );
    return found[0];
  }
  const told = (at: number) => `${printable(places[at]!)} is under ${found[at] ?? 'none'}`;
  throw new UserError(
    `The files are under different policies: ${told(0)}, ${told(other)}.`,
    'Check them one after the other, or name one policy for all with --policy.',
  );
}
