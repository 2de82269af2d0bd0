import { closeSync, createReadStream, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import process from 'node:process';
import type { FileReader } from '../../source/files.ts';

const fault = (code: string): Error => Object.assign(new Error(code), { code });

// Asked for at once and not over the pool of threads: nothing else could be done meanwhile, and a short run is shorter for it.

/** The bytes of a stream; rejects with `EFBIG` as soon as they are more than the most. */
const allOf = async (stream: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maximumBytes) throw fault('EFBIG');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
};

/** The bytes of a file of about that size: it may grow meanwhile, and those of /proc have none. */
const bytesOf = (path: string, size: number, maximumBytes: number): Uint8Array => {
  const file = openSync(path, 'r');
  try {
    let bytes = new Uint8Array(Math.max(size, LEAST_ROOM) + 1);
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      if (read === 0) return bytes.subarray(0, length);
      length += read;
      if (length > maximumBytes) throw fault('EFBIG');
      if (length < bytes.length) continue;
      const longer = new Uint8Array(bytes.length * 2);
      longer.set(bytes);
      bytes = longer;
    }
  } finally {
    closeSync(file);
  }
};
const LEAST_ROOM = 4096;

/** What a shell hands over under a name: `<(…)`, and standard input. */
const HANDED_OVER = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/** Whether a path leads into the folder of a repository that git keeps its own files in, through a link or not. */
export const isInGit = (real: string): boolean => /(?:^|[\\/])\.git[\\/]/i.test(`${dirname(real)}/`);

const realPathOf = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
};

/**
 * What is behind a name, links followed: a file, or what a shell hands over.
 * @throws an error of the file system, or its like: `ENOTREG` for devices and named pipes, which may never end or never begin,
 *   `EGIT` for what git keeps for itself.
 */
export async function readable(path: string): Promise<{ readonly size: number | undefined }> {
  const found = statSync(path);
  if (found.isDirectory()) throw fault('EISDIR');
  if (isInGit(realPathOf(path)) && basename(path) !== '.git') throw fault('EGIT');
  if (found.isFile()) return { size: found.size };
  if (HANDED_OVER.test(path)) return { size: undefined };
  throw fault('ENOTREG');
}

/** Files on the disk, and standard input. */
export const disk: FileReader = {
  async read(path, maximumBytes) {
    if (path === '-') return allOf(process.stdin, maximumBytes);
    const { size } = await readable(path);
    if (size !== undefined && size > maximumBytes) throw fault('EFBIG');
    // What a shell hands over may still have to come.
    if (size === undefined) return allOf(createReadStream(path), maximumBytes);
    return bytesOf(path, size, maximumBytes);
  },
  realPath: async (path) => realpathSync.native(path),
};

/** What a file is known by, whatever it is called. */
export const identityOf = async (path: string): Promise<string | undefined> => {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
};
