import { encodingByLetters } from './encoding-by-letters.ts';
import { windows1252 } from './windows-1252.ts';

interface Decoded {
  readonly text: string;
  /** As the Encoding Standard names it. */
  readonly encoding: string;
}

/** Why bytes are no text: `binary`, `encoding`, or `length` for more characters than a JavaScript string holds. */
type Undecodable = 'binary' | 'encoding' | 'length';

/**
 * Bytes to text, without the byte order mark. UTF-16 needs its mark, except that `guessWide` tells it by the zero
 * bytes of its first characters; what is not UTF-8 is read by its letters with `byLetters`.
 */
export function decode(
  bytes: Uint8Array,
  options: { byLetters?: true; guessWide?: true } = {},
): Decoded | Undecodable {
  try {
    const wide = wideEncoding(bytes, options.guessWide ?? false);
    if (wide !== undefined) return decodeAs(bytes, wide) ?? 'encoding';
    if (bytes.includes(0)) return 'binary';
    const text = decodeAs(bytes, 'utf-8');
    if (text !== undefined) return text;
    const told = options.byLetters ? encodingByLetters(bytes) : undefined;
    if (told === undefined) return 'encoding';
    return told === 'windows-1252'
      ? { text: windows1252(bytes), encoding: told }
      : (decodeAs(bytes, told) ?? 'encoding');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG') return 'length';
    throw error;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : { text, encoding };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function wideEncoding(bytes: Uint8Array, guess: boolean): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (!guess || bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const [first, second, third, fourth] = bytes;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return undefined;
}

const SHOWN: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  macintosh: 'Mac OS Roman',
  shift_jis: 'Shift_JIS',
  big5: 'Big5',
};

/** An encoding as people call it. */
export const shownEncoding = (encoding: string): string =>
  SHOWN[encoding] ?? encoding.toUpperCase().replace('WINDOWS', 'Windows');
