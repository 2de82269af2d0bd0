import { UserError } from '../../base/errors.ts';
import { decode, windows1252 } from '../../source/decode.ts';
import { MEBIBYTE } from '../../source/files.ts';

/** Up to here a file is decoded as a whole, which tells its encoding for sure. */
export const WHOLE_BYTES = 64 * MEBIBYTE;
const PIECE = 4 * MEBIBYTE;

export interface TextChunks {
  /** Known once the first piece is there. */
  encoding: string;
  readonly pieces: AsyncGenerator<string>;
}

/** Joined bytes. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * The text of a file in pieces. A file that is larger than is read at once is taken for UTF-8 until a byte says
 * otherwise: where all before it was ASCII it is Windows-1252, else what is wrong is replaced, and noted.
 */
export function textChunks(
  file: string,
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  note: (text: string) => void,
): TextChunks {
  const result: TextChunks = { encoding: '', pieces: pieces() };
  async function* pieces(): AsyncGenerator<string> {
    const first = joined(start);
    const next = await rest.next();
    if (next.done) {
      const decoded = decode(first, { fallback: 'windows-1252', guessWide: true });
      if (typeof decoded === 'string') throw notText(file);
      result.encoding = NAMES[decoded.encoding];
      if (decoded.encoding === 'windows-1252') note(`${file} is not UTF-8 and was read as Windows-1252.`);
      yield* cut(decoded.text);
      return;
    }
    const stream = new StreamDecoder(file, first, note);
    yield* cut(stream.decode(first));
    result.encoding = stream.encoding;
    for (let part: IteratorResult<Uint8Array> = next; !part.done; part = await rest.next()) {
      yield* cut(stream.decode(part.value));
      result.encoding = stream.encoding;
    }
  }
  return result;
}

const NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;

const notText = (file: string): UserError =>
  new UserError(`${file} is no text in UTF-8, UTF-16 or Windows-1252.`, 'Save it as CSV in UTF-8.');

function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

class StreamDecoder {
  encoding: string;
  private decoder: InstanceType<typeof TextDecoder> | undefined;
  private ascii = true;

  constructor(
    private readonly file: string,
    first: Uint8Array,
    private readonly note: (text: string) => void,
  ) {
    const [a, b] = first;
    const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
    if (wide === undefined && first.includes(0)) throw notText(file);
    this.encoding = NAMES[wide ?? 'utf-8'];
    this.decoder = new TextDecoder(wide ?? 'utf-8', { fatal: wide === undefined });
  }

  decode(bytes: Uint8Array): string {
    if (this.decoder === undefined) return windows1252(bytes);
    try {
      const text = this.decoder.decode(bytes, { stream: true });
      this.ascii &&= text.length === bytes.length;
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (this.ascii) {
        this.encoding = NAMES['windows-1252'];
        this.decoder = undefined;
        this.note(`${this.file} is not UTF-8 and was read as Windows-1252.`);
        return windows1252(bytes);
      }
      this.decoder = new TextDecoder('utf-8');
      this.note(`${this.file} has bytes that are no UTF-8; they were read as �.`);
      return this.decoder.decode(bytes, { stream: true });
    }
  }
}
