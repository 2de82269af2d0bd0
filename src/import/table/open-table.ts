import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import { fileFault, MEBIBYTE } from '../../source/files.ts';
import type { Journal } from '../journal.ts';
import { csvTable } from './csv-table.ts';
import type { Opened, Progress, Score, SourceReader, Table, TableOptions } from './table.ts';
import { joined, WHOLE_BYTES } from './text-chunks.ts';

/** The kinds of file that are told by their first bytes, and what to do about those that are not read. */
const REFUSED: readonly (readonly [bytes: readonly number[], what: string, hint: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'an Excel file of before 2007 (.xls)', 'Save it as .xlsx or CSV.'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Ask for the data as CSV or XLSX.'],
  [[0x1f, 0x8b], 'a compressed file', 'Unpack it first.'],
];

/** Spreadsheets that are archives too, by their names or what they begin with. */
const OTHER_SPREADSHEETS: readonly (readonly [told: RegExp, what: string])[] = [
  [/\.ods$|^PK[\s\S]{28}mimetypeapplication\/vnd\.oasis\.opendocument/i, 'an OpenDocument file (.ods)'],
  [/\.numbers$/i, 'a file of Numbers'],
  [/\.xlsb$/i, 'a binary workbook (.xlsb)'],
];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** Opens what holds people or customers, whatever its format. */
export async function openTable(
  path: string,
  reader: SourceReader,
  journal: Journal,
  progress: Progress,
  options: TableOptions,
  score: Score,
): Promise<Table> {
  const file = path === '-' ? 'standard input' : printable(path);
  const note = (text: string) => journal.note(text);
  const files = await attempt(file, () => reader.list(path));
  if (files !== undefined) {
    const { folderTable } = await import('./documents-table.ts');
    const read = (each: string) => readSmall(each, reader);
    return folderTable(file, files, read, options.encoding, journal);
  }
  const opened = await attempt(file, () => reader.open(path));
  const rest = counted(opened, progress);
  const start: Uint8Array[] = [];
  let length = 0;
  while (length <= WHOLE_BYTES) {
    const { done, value } = await attempt(file, () => rest.next());
    if (done) break;
    start.push(value);
    length += value.length;
    if (start.length === 1) refuse(file, value);
  }
  const first = start[0] ?? new Uint8Array(0);
  if (first.length === 0) throw new UserError(`${file} is empty.`, 'Its first line should name the columns.');
  if (startsWith(first, [0x50, 0x4b, 0x03, 0x04])) {
    const beginning = Buffer.from(first.subarray(0, 200)).toString('latin1');
    for (const [told, what] of OTHER_SPREADSHEETS)
      if (told.test(path) || told.test(beginning))
        throw new UserError(`${file} is ${what}, which is not read.`, 'Save the sheet as .xlsx or CSV.');
    if (length > WHOLE_BYTES) throw tooLarge(file);
    const { xlsxTable } = await import('./xlsx-table.ts');
    return xlsxTable(file, joined(start), options.sheet, score, journal);
  }
  const kind = kindOf(path, first);
  if (kind === 'csv') return csvTable(file, opened.size, start, rest, options, score, note);
  if (length > WHOLE_BYTES) throw tooLarge(file);
  if (kind === 'json') {
    const { jsonTable } = await import('./json-table.ts');
    return jsonTable(file, joined(start), options.encoding, journal);
  }
  const { documentTable } = await import('./documents-table.ts');
  return documentTable(file, path, joined(start), options.encoding, journal);
}

/** The bytes of a file that is no table. */
export const readSmall = (path: string, reader: SourceReader): Promise<Uint8Array> =>
  attempt(path, async () => whole(printable(path), await reader.open(path)));

function kindOf(path: string, first: Uint8Array): 'csv' | 'json' | 'documents' {
  if (/\.(csv|tsv|txt)$/i.test(path)) return 'csv';
  if (/\.(?:ya?ml|toml)$/i.test(path)) return 'documents';
  const beginning = Buffer.from(first.subarray(0, 512)).toString('latin1').replace(/^ï»¿/, '').trimStart();
  if (/\.(?:json|jsonl|ndjson)$/i.test(path) || /^\{|^\[\s*[{\]]/.test(beginning)) return 'json';
  return /^(?:---|(?:#.*\r?\n)*(?:apiVersion|kind)\s*:)/.test(beginning) ? 'documents' : 'csv';
}

/** What systems save under the name of a workbook, or offer as an extract. */
const MARKUP = /^\s{0,100}(?:<(?:!doctype html|html|head|meta|body|table|\?xml|\w{1,20}:)|MIME-Version:)/i;

function refuse(file: string, first: Uint8Array): void {
  const beginning = Buffer.from(first.subarray(0, 512))
    .toString('latin1')
    .replace(/\0|^(?:ï»¿|ÿþ|þÿ)/g, '');
  if (MARKUP.test(beginning))
    throw new UserError(
      `${file} is ${/^\s{0,100}<(?:\?xml|\w{1,20}:)/i.test(beginning) ? 'XML' : 'a web page (HTML)'}, which is not read${/\.xls[xm]?$/i.test(file) ? ', whatever its name says' : ''}.`,
      'Open it in a spreadsheet program and save it as .xlsx, or ask for the data as CSV.',
    );
  for (const [mark, what, hint] of REFUSED)
    if (startsWith(first, mark)) throw new UserError(`${file} is ${what}, which is not read.`, hint);
}

const tooLarge = (file: string): UserError =>
  new UserError(
    `${file} is larger than ${WHOLE_BYTES / MEBIBYTE} MiB, the most that is read of anything but CSV.`,
    'Save it as CSV, which may be of any size.',
  );

async function whole(file: string, { size, chunks }: Opened): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if ((size ?? 0) > WHOLE_BYTES) throw tooLarge(file);
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > WHOLE_BYTES) throw tooLarge(file);
    parts.push(chunk);
  }
  return joined(parts);
}

async function* counted({ chunks, size }: Opened, progress: Progress): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunks) {
    read += chunk.length;
    progress(read, size);
    yield chunk;
  }
}

/** @throws UserError with the reason, where the file system refuses. */
async function attempt<Value>(file: string, action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    const reason = fileFault(error, WHOLE_BYTES);
    if (reason === undefined) throw error;
    throw new UserError(`Cannot read ${printable(file)}: ${reason}.`);
  }
}
