import { UserError } from '../../base/errors.ts';
import { shownEncoding } from '../../source/decode.ts';
import { encodingByLetters } from '../../source/encoding-by-letters.ts';
import { MEBIBYTE } from '../../source/files.ts';
import { type Decode, decoderOf, encodingByBytes, encodingNamed } from './encoding.ts';

/** Up to here a file is decoded as a whole, which tells its encoding for sure. */
export const WHOLE_BYTES = 64 * MEBIBYTE;
const PIECE = 4 * MEBIBYTE;

interface TextChunks {
  /** Known once the first piece is there. */
  encoding: string;
  readonly pieces: AsyncGenerator<string>;
}

/** Joined bytes; as a `Buffer`, in which Node finds a byte ten times as fast as in another array. */
export const joined = (chunks: readonly Uint8Array[]): Uint8Array =>
  chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);

/**
 * The text of a file in pieces, in the encoding that is asked for or that its first bytes tell. What is not UTF-8 is
 * read by its letters, and noted; where that shows only behind more than is read at once, and after
 * letters in UTF-8, what is wrong is replaced, and noted.
 * @throws UserError where the bytes are no text, or their encoding is not sure.
 */
export function textChunks(
  file: string,
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  asked: string | undefined,
  note: (text: string) => void,
): TextChunks {
  const result: TextChunks = { encoding: '', pieces: pieces() };
  async function* pieces(): AsyncGenerator<string> {
    const first = joined(start);
    const decoder = new Decoder(file, first, asked, note);
    let part: IteratorResult<Uint8Array> = { value: first };
    while (!part.done) {
      const next = await rest.next();
      const text = decoder.decode(part.value, next.done === true);
      result.encoding = shownEncoding(decoder.encoding);
      // Up to the end of a line, where there is one: rows that are cut would be copied, and with them all behind them.
      for (let at = 0, end = 0; at < text.length; at = end) {
        end = text.lastIndexOf('\n', at + PIECE) + 1;
        if (end <= at || at + PIECE >= text.length) end = at + PIECE;
        yield text.slice(at, end);
      }
      part = next;
    }
  }
  return result;
}

/** The text of a small file. @throws UserError where the bytes are no text. */
export function wholeText(
  file: string,
  bytes: Uint8Array,
  asked: string | undefined,
  note: (text: string) => void,
): string {
  return new Decoder(file, bytes, asked, note).decode(bytes, true);
}

class Decoder {
  encoding: string;
  private read: Decode;
  private ascii = true;

  constructor(
    private readonly file: string,
    first: Uint8Array,
    asked: string | undefined,
    private readonly note: (text: string) => void,
  ) {
    const told = asked === undefined ? encodingByBytes(first) : encodingNamed(asked);
    if (told === 'binary')
      throw new UserError(
        `${file} is no text in UTF-8, UTF-16 or an encoding of Windows.`,
        'Save it as CSV in UTF-8, or name its encoding, as in --encoding utf-16le.',
      );
    this.encoding = told;
    this.read = decoderOf(told, asked === undefined && told === 'utf-8');
  }

  decode(bytes: Uint8Array, last: boolean): string {
    try {
      const text = this.read(bytes, last);
      this.ascii &&= text.length === bytes.length;
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.read = this.otherwise(bytes);
      return this.read(bytes, last);
    }
  }

  /** What reads text that turned out not to be UTF-8. */
  private otherwise(bytes: Uint8Array): Decode {
    if (!this.ascii) {
      this.note(`${this.file} has bytes that are no UTF-8; they were read as �.`);
      return decoderOf('utf-8', false);
    }
    const encoding = encodingByLetters(bytes);
    if (encoding === undefined)
      throw new UserError(
        `${this.file} is not UTF-8, and its letters do not tell its encoding for sure: names would be read wrongly.`,
        'Save it as CSV in UTF-8, or name its encoding, as in --encoding windows-1250, windows-1251, macintosh, shift_jis, euc-jp or gb18030.',
      );
    this.encoding = encoding;
    this.note(
      `${this.file} is not UTF-8 and was read as ${shownEncoding(encoding)}, by its letters; --encoding names another.`,
    );
    return decoderOf(encoding, false);
  }
}
