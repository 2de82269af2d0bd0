import { strToU8, type Zippable, zipSync } from 'fflate';

/** The earliest day that an archive can name, in whatever zone it is read: the same parts give the same bytes. */
const NEVER = new Date(1980, 0, 1);

/** Parts by path as an archive, in the order given. */
export const archived = (parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array => {
  const files: Zippable = {};
  for (const [path, content] of parts) files[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level: 6, mtime: NEVER });
};
