import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { UserError } from '../../base/errors.ts';
import { MEBIBYTE } from '../../source/files.ts';

/** Of all XML of a workbook together: reading it takes about twelve times as much memory. */
const MOST_BYTES = 48 * MEBIBYTE;
/** Honest sheets shrink to a tenth or so; beyond this, above some size, an archive is made to explode. */
const MOST_RATIO = 200;
const UNSUSPICIOUS = 4 * MEBIBYTE;
const MOST_ENTRIES = 2000;
const STEP = 64 * 1024;
/** A sheet is read as a full rectangle, so one cell far away costs as much as all before it. */
const MOST_CELLS = 8_000_000;
const CELL = /<c r="([A-Z]{1,3})(\d{1,7})"/g;

/**
 * The XML of a workbook as an archive that is not compressed, its bytes counted while they were inflated, whatever
 * sizes the archive declares.
 * @throws UserError where it holds more than is read.
 */
export function unpackWorkbook(file: string, bytes: Uint8Array): Uint8Array {
  const refusal = (why: string) =>
    new UserError(`${file} ${why}, and is not read.`, 'Save the sheet as CSV, which may be of any size.');
  const entries = new Map<string, Uint8Array[]>();
  let read = 0;
  let total = 0;
  let fault: Error | undefined;
  const unzip = new Unzip((entry) => {
    if (!/\.(?:xml|rels)$/.test(entry.name)) return;
    if (entries.size >= MOST_ENTRIES) fault = refusal('has too many parts');
    if ((entry.originalSize ?? 0) > MOST_BYTES) fault = refusal('would be larger than memory when unpacked');
    if (fault !== undefined) return;
    const parts: Uint8Array[] = [];
    entries.set(entry.name, parts);
    entry.ondata = (error, data) => {
      if (error !== null) fault ??= error;
      total += data.length;
      if (total > MOST_BYTES || (total > UNSUSPICIOUS && total > MOST_RATIO * read))
        fault ??= refusal('would be larger than memory when unpacked');
      if (fault === undefined) parts.push(data);
      else entry.terminate();
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && fault === undefined; at += STEP) {
      read = Math.min(bytes.length, at + STEP);
      unzip.push(bytes.subarray(at, read), read === bytes.length);
    }
  } catch (error) {
    fault ??= error as Error;
  }
  if (fault instanceof UserError) throw fault;
  if (fault !== undefined || entries.size === 0)
    throw new UserError(`${file} is no workbook: its archive is damaged.`, 'Save it anew as .xlsx or CSV.');
  const files: Record<string, Uint8Array> = {};
  for (const [name, parts] of entries) {
    const part = Buffer.concat(parts);
    if (name.startsWith('xl/worksheets/') && cellsOf(part) > MOST_CELLS)
      throw refusal('has a cell too far from the others');
    files[name] = part;
  }
  return zipSync(files, { level: 0 });
}

/** Cells of the rectangle around all cells of a sheet. */
function cellsOf(sheet: Buffer): number {
  let rows = 0;
  let columns = 0;
  for (let at = 0; at < sheet.length; at += MEBIBYTE) {
    const text = sheet.toString('latin1', at, Math.min(sheet.length, at + MEBIBYTE + 32));
    for (const [, letters, row] of text.matchAll(CELL)) {
      rows = Math.max(rows, Number(row));
      let column = 0;
      for (const letter of letters!) column = column * 26 + letter.charCodeAt(0) - 64;
      columns = Math.max(columns, column);
    }
  }
  return rows * columns;
}
