import { posix } from 'node:path';
import type { FileReader } from './files.ts';

/** Files that are not written yet, by the paths they would have, to be read like any others. */
export const memoryFiles = (texts: ReadonlyMap<string, string>): FileReader => {
  const real = (path: string): string => posix.resolve('/', path.replaceAll('\\', '/'));
  const byPath = new Map([...texts].map(([path, text]) => [real(path), text]));
  const found = (path: string): string => {
    const text = byPath.get(real(path));
    if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
    return text;
  };
  return {
    read: async (path) => new TextEncoder().encode(found(path)),
    realPath: async (path) => real(path),
  };
};
