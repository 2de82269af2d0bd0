import { UserError } from '../base/errors.ts';
import { given } from '../base/given.ts';
import { quoted } from '../base/text.ts';
import { evaluate } from '../evaluate.ts';
import { type Page, page } from '../schema/documents/page.ts';
import { type Report, report } from '../schema/documents/report.ts';
import type { Profile } from '../schema/input/decision.ts';
import { type FileReader, MEBIBYTE, readBytes } from '../source/files.ts';
import type { Call } from './command.ts';
import { progressOn } from './io/progress.ts';
import { chosenDesigns, withSets } from './options/values.ts';

/** Of 100,000 people in six designs. */
const MOST_BYTES = 256 * MEBIBYTE;

/**
 * A report that `evaluate --seats --format json` wrote.
 * @throws UserError where the file is no such report, or of another release that wrote something else.
 */
async function readReport(path: string, files: FileReader): Promise<Report> {
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
function pageOf(made: Report, date: string | undefined): Page {
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

interface Asked {
  readonly design?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly profile?: Profile | undefined;
  readonly date?: string | undefined;
}

/**
 * The page that a call asks for, of an organisation or of a report that was written before.
 * @throws UserError where either cannot be used.
 */
export async function makePage({
  arguments: [file],
  options,
  io,
  read,
  settings,
}: Pick<
  Call<readonly [string], Asked, never>,
  'arguments' | 'options' | 'io' | 'read' | 'settings'
>): Promise<Page> {
  const progress = progressOn(io.stderr);
  const asked = await chosenDesigns(options.design);
  const made = file.endsWith('.json')
    ? await readReport(file, read.files)
    : evaluate(await withSets(await read.organisation(file), asked, options.set), {
        ...settings,
        ...given({ designs: options.design === undefined ? undefined : asked, profile: options.profile }),
        seats: true,
        onDesign: progress.step,
      });
  progress.end();
  return pageOf(made, options.date);
}
