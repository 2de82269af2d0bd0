import { strToU8, type Zippable, zipSync } from 'fflate';

/** The parts of a file, by their paths; text is XML. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/** The earliest day that an archive can name, in whatever zone it is read: the same parts give the same bytes. */
const NEVER = new Date(1980, 0, 1);
/** What is packed already. */
const PACKED = /\.(?:png|jpe?g|gif|mp4|m4a|mp3|wmv|xlsx|docx|zip)$/i;

/** Parts as an archive without entries for folders, in the order given. */
export const archived = (parts: Parts): Uint8Array => {
  const files: Zippable = {};
  for (const [path, content] of parts)
    files[path] = [
      typeof content === 'string' ? strToU8(content) : content,
      { level: PACKED.test(path) ? 0 : 6 },
    ];
  return zipSync(files, { mtime: NEVER });
};
