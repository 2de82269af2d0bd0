import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { SourceReader } from '../../import/table/table.ts';
import { WHOLE_BYTES } from '../../import/table/text-chunks.ts';
import { isInGit, readable } from './disk.ts';

const CHUNK = 4 * 1024 * 1024;
/** More is no catalog, but somebody's whole disk. */
const MOST_FILES = 20_000;

async function* chunksOf(path: string, size = 0): AsyncGenerator<Uint8Array> {
  // What is decoded as a whole is read as a whole: its parts would have to be joined.
  const length = size > 0 && size <= WHOLE_BYTES ? size : CHUNK;
  const handle = await open(path);
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Files on the disk and standard input, piece by piece. */
export const diskSources: SourceReader = {
  async open(path) {
    if (path === '-') return { size: undefined, chunks: process.stdin };
    const { size } = await readable(path);
    return { size, chunks: chunksOf(path, size) };
  },
  async list(path) {
    if (path === '-' || !(await stat(path)).isDirectory()) return undefined;
    if (isInGit(join(await realpath(path), 'any'))) throw Object.assign(new Error(path), { code: 'EGIT' });
    const files: string[] = [];
    const walk = async (folder: string): Promise<void> => {
      const entries = await readdir(folder, { withFileTypes: true });
      // Links are not followed: they could lead in a circle, or out of the folder.
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (files.length >= MOST_FILES) return;
        const inner = join(folder, entry.name);
        if (entry.isFile() && /\.(?:ya?ml|toml)$/i.test(entry.name)) files.push(inner);
        else if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
          await walk(inner);
      }
    };
    await walk(path);
    return files;
  },
};
