import { createInflateRaw } from 'node:zlib';
import { type AsyncFlateStreamHandler, Unzip } from 'fflate';
import { UserError } from '../../../base/errors.ts';
import { MEBIBYTE } from '../../../source/files.ts';

/** Of all parts that are read of a workbook together, unpacked; some 250,000 rows of ten cells. */
const MOST_BYTES = 128 * MEBIBYTE;
/** Honest sheets shrink to a tenth or so; beyond this, above some size, an archive is made to explode. */
const MOST_RATIO = 200;
const UNSUSPICIOUS = 4 * MEBIBYTE;
const MOST_PARTS = 2000;
const STEP = 64 * 1024;

interface Part {
  readonly stored: boolean;
  readonly bytes: Uint8Array[];
}

/** Gives the bytes of a part on as they are packed: they are unpacked when, and as far as, they are asked for. */
class Packed {
  static readonly compression = 8;
  ondata!: AsyncFlateStreamHandler;
  push(data: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, data, final);
  }
}

/** The parts of a workbook, each unpacked piece by piece while what all of them hold is counted. */
export class Archive {
  private readonly parts = new Map<string, Part>();
  private unpacked = 0;

  /** @throws UserError where the bytes are no archive, or one of too many parts. */
  constructor(
    private readonly file: string,
    bytes: Uint8Array,
  ) {
    const unzip = new Unzip((entry) => {
      if (!/\.(?:xml|rels)$/i.test(entry.name)) return;
      if (this.parts.size >= MOST_PARTS) throw this.refusal('has too many parts');
      const part: Part = { stored: entry.compression === 0, bytes: [] };
      this.parts.set(entry.name.toLowerCase(), part);
      entry.ondata = (error, data) => {
        if (error !== null) throw error;
        part.bytes.push(data);
      };
      entry.start();
    });
    unzip.register(Packed);
    try {
      for (let at = 0; at < bytes.length; at += STEP)
        unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    } catch (error) {
      throw error instanceof UserError ? error : this.damaged();
    }
    if (this.parts.size === 0) throw this.damaged();
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  /** The text of a part in pieces. @throws UserError above the limit, or where damaged. */
  async *text(name: string): AsyncGenerator<string> {
    const part = this.parts.get(name.toLowerCase())!;
    const packed = part.bytes.reduce((sum, { length }) => sum + length, 0);
    let length = 0;
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    for await (const bytes of part.stored ? part.bytes : inflated(part.bytes, () => this.damaged())) {
      length += bytes.length;
      this.unpacked += bytes.length;
      const explodes = length > UNSUSPICIOUS && length > MOST_RATIO * packed;
      if (explodes || this.unpacked > MOST_BYTES)
        throw this.refusal('would be larger than memory when unpacked');
      decoder ??= new TextDecoder(encodingOf(bytes));
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder?.decode() ?? '';
  }

  refusal(why: string): UserError {
    return new UserError(
      `${this.file} ${why}, and is not read.`,
      'Save the sheet as CSV, which may be of any size.',
    );
  }

  holdsNone(): UserError {
    return new UserError(
      `${this.file} is an archive, and no workbook is in it.`,
      'Save the sheet as .xlsx or CSV.',
    );
  }

  damaged(): UserError {
    return new UserError(
      `${this.file} is no workbook: its archive is damaged.`,
      'Save it anew as .xlsx or CSV.',
    );
  }
}

async function* inflated(
  packed: readonly Uint8Array[],
  damaged: () => UserError,
): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: STEP });
  for (const bytes of packed) inflate.write(bytes);
  inflate.end();
  try {
    for await (const bytes of inflate) yield bytes as Uint8Array;
  } catch (error) {
    throw error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)) ? damaged() : error;
  }
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
