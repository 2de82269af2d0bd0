import { createHmac } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import { readBytes } from '../../source/files.ts';
import type { Io } from '../io/io.ts';
import { option, type ValuesOf } from './option.ts';

/** The environment variable that may hold the key itself. */
const KEY = 'ORGDESIGN_KEY';
/** Less is guessed. */
const FEWEST_BYTES = 16;
const MOST_BYTES = 4096;

/** What of the people in an organisation is shown. */
export const privacy = {
  pay: option<true | undefined>(
    '--pay',
    'tell in a report and in JSON what the units of today cost; of fewer than five people it is left out all the same',
  ),
  anonymise: option<true | undefined>(
    '--anonymise',
    `replace ids of people by a keyed hash, the same for as long as the key is; with --key or ${KEY}`,
  ),
  key: option<string | undefined>(
    '--key <file>',
    'file with the key of --anonymise: 16 bytes or more, outside any repository',
  ),
};

export type Privacy = Partial<ValuesOf<typeof privacy>> & { readonly names?: true | undefined };

/** A key that lies where it is committed is known to everybody who can read the hashes. */
async function keyIn(path: string, { files, git }: Io): Promise<Uint8Array> {
  const real = await files.realPath(path).catch(() => resolve(path));
  const inside = await git(['rev-parse', '--is-inside-work-tree'], dirname(real)).catch(() => undefined);
  if (inside?.code === 0 && new TextDecoder().decode(inside.stdout).trim() === 'true')
    throw new UserError(
      `--key ${printable(path)} lies in a repository.`,
      'Keep the key where nobody commits it.',
    );
  return readBytes(files, path, MOST_BYTES);
}

/**
 * What the options ask of a report.
 * @throws UserError where there is no key that can be used.
 */
export async function privacyOf(
  { pay, anonymise, key, names }: Privacy,
  io: Io,
): Promise<{ readonly pay?: true; readonly anonymise?: (id: string) => string }> {
  const shown = pay === true ? { pay } : {};
  if (anonymise !== true) {
    if (key !== undefined) throw new UserError('--key is nothing without --anonymise.', 'Add --anonymise.');
    return shown;
  }
  if (names === true)
    throw new UserError('--names and --anonymise do not go together.', 'Leave one of them out.');
  const secret = key === undefined ? new TextEncoder().encode(io.env[KEY] ?? '') : await keyIn(key, io);
  if (secret.length < FEWEST_BYTES)
    throw new UserError(
      secret.length === 0
        ? `--anonymise takes a key, from a file (--key) or from ${KEY}.`
        : `The key of --anonymise is shorter than ${FEWEST_BYTES} bytes, and so could be guessed.`,
      'Make one: openssl rand -base64 32 > ~/orgdesign.key',
    );
  return {
    ...shown,
    anonymise: (id) => `person-${createHmac('sha256', secret).update(id).digest('hex').slice(0, 12)}`,
  };
}
