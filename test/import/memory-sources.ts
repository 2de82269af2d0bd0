import type { SourceReader } from '../../src/import/table/table.ts';

const absent = (path: string): Error => Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });

/** Files to import that are all in memory; they come in small pieces, so that seams are met. */
export const memorySources = (
  files: Readonly<Record<string, string | Uint8Array>>,
  stdin = '',
  piece = 1000,
): SourceReader => ({
  async open(path) {
    const content = path === '-' ? stdin : files[path];
    if (content === undefined) throw absent(path);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    }
    return { size: path === '-' ? undefined : bytes.length, chunks: chunks() };
  },
  async list(path) {
    const folder = path.endsWith('/') ? path : `${path}/`;
    if (path === '-' || path in files) return undefined;
    const inside = Object.keys(files).filter(
      (file) => file.startsWith(folder) && /\.(?:ya?ml|toml)$/.test(file),
    );
    if (inside.length === 0) throw absent(path);
    return inside.sort();
  },
});
