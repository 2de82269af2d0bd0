import type { FileReader } from '../../src/source/files.ts';

/** Files in memory, by path; a folder is a path that ends in a slash. Links lead from one path to another. */
export function memoryFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: Readonly<Record<string, string>> = {},
): FileReader {
  const real = (path: string): string => {
    const tidy =
      path === '.' || path === ''
        ? '/files'
        : path.startsWith('/')
          ? path
          : `/files/${path.replace(/^\.\//, '')}`;
    return links[tidy] ?? tidy;
  };
  const absolute = new Map(Object.entries(files).map(([path, content]) => [real(path), content]));
  return {
    async read(path) {
      const content = absolute.get(path === '-' ? real('-') : real(path));
      if (content === undefined)
        throw Object.assign(new Error('not there'), { code: isFolder(path) ? 'EISDIR' : 'ENOENT' });
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    async realPath(path) {
      if (absolute.has(real(path)) || isFolder(path)) return real(path);
      throw Object.assign(new Error('not there'), { code: 'ENOENT' });
    },
  };

  function isFolder(path: string): boolean {
    return [...absolute.keys()].some((file) => file.startsWith(`${real(path)}/`));
  }
}
