import { open, realpath } from 'node:fs/promises';
import process from 'node:process';
import type { FileReader } from '../../source/files.ts';

const tooLarge = (): Error =>
  Object.assign(new Error('larger than the most that is read'), { code: 'EFBIG' });

const readStream = async (stream: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maximumBytes) throw tooLarge();
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

/** Files on the disk, and standard input. */
export const disk: FileReader = {
  async read(path, maximumBytes) {
    if (path === '-') return readStream(process.stdin, maximumBytes);
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      if (size > maximumBytes) throw tooLarge();
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  realPath: (path) => realpath(path),
};
