import { UserError } from '../../base/errors.ts';
import { quoted } from '../../base/text.ts';
import { decode } from '../../source/decode.ts';
import { type FileReader, MEBIBYTE, readBytes, sha256 } from '../../source/files.ts';
import { resolveInclude } from '../../source/include.ts';
import { SourceText } from '../../source/source-text.ts';
import type { TableInput } from '../input/organisation.ts';
import type { ReadingNote } from '../loaded.ts';
import type { Problems } from './problems.ts';
import type { YamlFile } from './yaml-file.ts';

const MAXIMUM_BYTES = 512 * MEBIBYTE;

/** The CSV file that `people` or `customers` names; undefined where it cannot be read, with the problem added. */
export async function readIncluded(
  what: 'people' | 'customers',
  table: TableInput,
  file: YamlFile,
  io: FileReader,
  problems: Problems,
  notes: ReadingNote[],
): Promise<SourceText | undefined> {
  const fail = (message: string, hint?: string) => {
    problems.add(`the file of ${what}`, () => file.problem([what, 'file'], message, hint));
    return undefined;
  };
  const include = await resolveInclude(file.source.name, table.file, io);
  if ('fault' in include) return fail(`The file ${quoted(table.file)} ${include.fault}`, include.hint);
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(io, include.path, MAXIMUM_BYTES);
  } catch (error) {
    if (error instanceof UserError)
      return fail(
        error.message.replace(
          /^Cannot read .*?: it|^Cannot read .*?:/,
          `The file ${quoted(table.file)} cannot be read: it`,
        ),
      );
    throw error;
  }
  const decoded = decode(bytes, { fallback: 'windows-1252' });
  if (decoded === 'binary') {
    const excel = bytes[0] === 0x50 && bytes[1] === 0x4b;
    return fail(
      `The file ${quoted(table.file)} is a binary file, not CSV.`,
      excel ? 'It looks like a spreadsheet: save it as CSV.' : undefined,
    );
  }
  if (decoded === 'length') return fail(`The file ${quoted(table.file)} is too large to be read.`);
  if (decoded === 'encoding')
    return fail(
      `The file ${quoted(table.file)} is no text in UTF-8, UTF-16 or Windows-1252.`,
      'Save it as UTF-8.',
    );
  const source = new SourceText(include.name, sha256(bytes), decoded.text);
  if (decoded.encoding === 'windows-1252') {
    notes.push({
      message: `${quoted(table.file)} is not UTF-8 and was read as Windows-1252.`,
      at: source.position(0),
    });
  }
  return source;
}
