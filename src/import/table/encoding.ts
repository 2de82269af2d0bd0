import { UserError } from '../../base/errors.ts';
import { quoted } from '../../base/text.ts';
import { windows1252 } from '../../source/windows-1252.ts';

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
