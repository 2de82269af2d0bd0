import { UserError } from '../base/errors.ts';
import { quoted } from '../base/text.ts';
import { type Page, page } from '../schema/documents/page.ts';
import { type Report, report } from '../schema/documents/report.ts';
import { type FileReader, MEBIBYTE, readBytes } from '../source/files.ts';

/** Of 100,000 people in six designs. */
const MOST_BYTES = 256 * MEBIBYTE;

/**
 * A report that `evaluate --seats --format json` wrote.
 * @throws UserError where the file is no such report, or of another release that wrote something else.
 */
export async function readReport(path: string, files: FileReader): Promise<Report> {
  const text = new TextDecoder().decode(await readBytes(files, path, MOST_BYTES));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError(
      `${path} is no JSON.`,
      'Write it with: orgdesign evaluate org.yaml --seats --format json',
    );
  }
  const read = report.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UserError(
    `${path} is no report of this release: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? ''}`,
    'Write it with: orgdesign evaluate org.yaml --seats --format json',
  );
}

/** @throws UserError for a date that is none. */
export function pageOf(made: Report, date: string | undefined): Page {
  const names = made.designs.some(({ seats }) => seats?.some(({ name }) => name !== undefined) === true);
  const day = date === undefined ? undefined : page.shape.date.safeParse(date);
  if (day?.success === false)
    throw new UserError(`--date ${quoted(date!)} is no date.`, 'Write year, month and day: 2026-11-30');
  return {
    ...(date === undefined ? {} : { date }),
    privacy: [
      names ? 'People are shown by name.' : 'People are shown by their titles; names and pay are left out.',
    ],
    report: made,
  };
}
