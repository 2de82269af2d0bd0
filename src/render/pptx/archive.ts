import { strToU8, type Zippable, zipSync } from 'fflate';

/** The parts of a file, by their names; text is XML. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/** The least that an archive can say; the same in every time zone, since it is read by the local clock. */
const NO_DATE = new Date(1980, 0, 1);
/** What is packed already. */
const PACKED = /\.(?:png|jpe?g|gif|mp4|m4a|mp3|wmv|xlsx|docx|zip)$/i;

/** An archive without entries for folders and without dates: the same parts give the same bytes. */
export function packed(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts)
    files[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { level: PACKED.test(name) ? 0 : 6, mtime: NO_DATE },
    ];
  return zipSync(files);
}
