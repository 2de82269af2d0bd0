type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Why bytes are no text: `binary`, `encoding`, or `length` for more characters than a JavaScript string holds. */
type Undecodable = 'binary' | 'encoding' | 'length';

/**
 * Bytes to text, without the byte order mark. UTF-16 needs its mark, except that `guessWide` tells it by the zero
 * bytes of its first characters; what is not UTF-8 is read as `fallback` if that is given.
 */
export function decode(
  bytes: Uint8Array,
  options: { fallback?: 'windows-1252'; guessWide?: boolean } = {},
): Decoded | Undecodable {
  try {
    const wide = wideEncoding(bytes, options.guessWide ?? false);
    if (wide !== undefined) return decodeAs(bytes, wide) ?? 'encoding';
    if (bytes.includes(0)) return 'binary';
    const text = decodeAs(bytes, 'utf-8');
    if (text !== undefined) return text;
    if (options.fallback === undefined) return 'encoding';
    return { text: windows1252(bytes), encoding: options.fallback };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG') return 'length';
    throw error;
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : { text, encoding };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What Windows-1252 has at 0x80 to 0x9f; the five it leaves open stay as they are. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Not by TextDecoder, which reads it as Latin 1 in some versions of Node. */
export function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80]!);
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
