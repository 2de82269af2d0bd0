import { open, realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import process from 'node:process';
import type { FileReader } from '../../source/files.ts';

const fault = (code: string): Error => Object.assign(new Error(code), { code });

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

/** What a shell hands over under a name: `<(…)`, and standard input. */
const HANDED_OVER = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/** Whether a path leads into the folder of a repository that git keeps its own files in, through a link or not. */
export const isInGit = (real: string): boolean => /(?:^|[\\/])\.git[\\/]/i.test(`${dirname(real)}/`);

/**
 * What is behind a name, links followed: a file, or what a shell hands over.
 * @throws an error of the file system, or its like: `ENOTREG` for devices and named pipes, which may never end or never begin,
 *   `EGIT` for what git keeps for itself.
 */
export async function readable(path: string): Promise<{ readonly size: number | undefined }> {
  const found = await stat(path);
  if (found.isDirectory()) throw fault('EISDIR');
  if (isInGit(await realpath(path).catch(() => path)) && basename(path) !== '.git') throw fault('EGIT');
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
    const handle = await open(path);
    try {
      // Not by its size: a file may grow, and those of /proc have none.
      return await allOf(handle.createReadStream({ autoClose: false }), maximumBytes);
    } finally {
      await handle.close();
    }
  },
  realPath: (path) => realpath(path),
};

/** What a file is known by, whatever it is called. */
export const identityOf = async (path: string): Promise<string | undefined> => {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
};
