import { UserError } from '../../base/errors.ts';
import { quoted } from '../../base/text.ts';
import { windows1252 } from '../../source/decode.ts';

const SHOWN: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac OS Roman',
};

/** An encoding by the name that the Encoding Standard has for it. @throws UserError for a name that it has not. */
export function encodingNamed(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new UserError(
      `--encoding: ${quoted(label)} is no encoding that is known.`,
      'As in utf-8, utf-16le, windows-1250, windows-1252, iso-8859-2, macintosh, shift_jis.',
    );
  }
}

export const shownEncoding = (encoding: string): string => SHOWN[encoding] ?? encoding;

/** What turns bytes into text; `last` where no more of them follow. */
export type Decode = (bytes: Uint8Array, last: boolean) => string;

/** What turns the bytes of an encoding into text, piece by piece. */
export function decoderOf(encoding: string, fatal: boolean): Decode {
  // Not by TextDecoder, which reads it as Latin 1 in some versions of Node.
  if (encoding === 'windows-1252') return windows1252;
  const decoder = new TextDecoder(encoding, { fatal });
  // Not as a stream where all is there: that text takes twice the memory for every character, and as much more time.
  return (bytes, last) => (last ? decoder.decode(bytes) : decoder.decode(bytes, { stream: true }));
}

const LOOKED_AT = 4096;

/** UTF-16 by its mark, or by the zero in every other byte of Western text; else UTF-8, or `binary`. */
export function encodingByBytes(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros: [even: number, odd: number] = [0, 0];
  const looked = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at & 1]!++;
  const [even, odd] = zeros;
  if (odd > looked / 4 && even * 20 < odd) return 'utf-16le';
  if (even > looked / 4 && odd * 20 < even) return 'utf-16be';
  return bytes.includes(0) ? 'binary' : 'utf-8';
}

/** The letters that Western languages have beside those of ASCII, in lower case. */
const WESTERN = new Set('äöüßéèêëàâáãåæçñóòôõíìîïúùûøœ');
const MOST_COUNTED = 1_048_576;

/**
 * Whether text that is not UTF-8 comes from Windows or from an old Mac, by the letters that its words would have;
 * `sure` where most of them are of Western languages, which those encodings are for.
 */
export function singleByteEncoding(bytes: Uint8Array): {
  encoding: 'windows-1252' | 'macintosh';
  sure: boolean;
} {
  const read = { 'windows-1252': windows1252, macintosh: decoderOf('macintosh', false) };
  const [windows, mac] = [read['windows-1252'], read.macintosh].map((decode) =>
    Array.from({ length: 256 }, (_, byte) => WESTERN.has(decode(Uint8Array.of(byte), true))),
  );
  let [byWindows, byMac, all] = [0, 0, 0];
  const most = Math.min(bytes.length, MOST_COUNTED);
  for (let at = 1; at < most; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80 || !isLetter(bytes[at - 1]!)) continue;
    if (!isLetter(bytes[at + 1] ?? 0) && (bytes[at + 1] ?? 0) >= 0x80) continue;
    all++;
    if (windows![byte]) byWindows++;
    if (mac![byte]) byMac++;
  }
  const encoding = byMac > byWindows ? 'macintosh' : 'windows-1252';
  return { encoding, sure: Math.max(byWindows, byMac) * 2 > all };
}

const isLetter = (byte: number): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
