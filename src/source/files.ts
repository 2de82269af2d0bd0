import { createHash } from 'node:crypto';
import { UserError } from '../base/errors.ts';
import { lazy } from '../base/memo.ts';
import { printable } from '../base/text.ts';

/** How files are reached. Only the command line implements it on a disk; tests do so in memory. */
export interface FileReader {
  /**
   * The bytes of a file; `-` is standard input. Rejects with a Node error (`code: 'ENOENT'`, `'EISDIR'`, …), and with
   * `code: 'EFBIG'` rather than read more than `maximumBytes`, if it can tell beforehand.
   */
  read(path: string, maximumBytes: number): Promise<Uint8Array>;
  /** The absolute path with every symbolic link resolved; rejects as `read` does. */
  realPath(path: string): Promise<string>;
  /** What standard input is called in messages, and beside which path the files it names are looked for. */
  readonly stdinPath?: string;
}

export const MEBIBYTE = 1024 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ENOTREG: 'it is a device or a named pipe, not a file',
  EGIT: 'git keeps its own files there',
  EACCES: 'there is no permission to read it',
  EPERM: 'there is no permission to read it',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'too many files are open',
};

/** Why a file could not be read, in words; undefined where the error is none of the file system. */
export function fileFault(error: unknown, maximumBytes: number): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (error.code === 'EFBIG' || error.code === 'ERR_FS_FILE_TOO_LARGE') return tooLarge(maximumBytes);
  if (error.code === 'ERR_INVALID_ARG_VALUE') return 'it is not a path';
  return REASONS[error.code] ?? (/^E[A-Z]+$/.test(error.code) ? printable(error.code) : undefined);
}

function tooLarge(maximumBytes: number): string {
  return `it is larger than ${Math.round(maximumBytes / MEBIBYTE)} MiB, the most that is read`;
}

/**
 * The bytes of a file.
 * @throws UserError that names the path and says why it could not be read.
 */
export async function readBytes(io: FileReader, path: string, maximumBytes: number): Promise<Uint8Array> {
  const shown = path === '-' ? 'standard input' : printable(path);
  let bytes: Uint8Array;
  try {
    bytes = await io.read(path, maximumBytes);
  } catch (error) {
    const reason = fileFault(error, maximumBytes);
    if (reason === undefined) throw error;
    throw new UserError(`Cannot read ${shown}: ${reason}.`);
  }
  if (bytes.length > maximumBytes) throw new UserError(`Cannot read ${shown}: ${tooLarge(maximumBytes)}.`);
  return bytes;
}

/** Up to here bytes are kept until somebody asks for their digest. */
const LITTLE = 256 * 1024;

/** The SHA-256 of the bytes in hexadecimal; of few bytes once somebody asks for it. */
export function sha256(bytes: Uint8Array): string | (() => string) {
  const digest = () => createHash('sha256').update(bytes).digest('hex');
  return bytes.length > LITTLE ? digest() : lazy(digest);
}
