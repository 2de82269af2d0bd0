import { resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { given } from '../base/given.ts';
import { allOf, counted, printable, quoted } from '../base/text.ts';
import { pageFormats } from '../documents/page/document.ts';
import { elementNames } from '../documents/page/ppttc.ts';
import { evaluate } from '../evaluate.ts';
import { type Page, page } from '../schema/documents/page.ts';
import { type Report, report } from '../schema/documents/report.ts';
import { type FileReader, MEBIBYTE, readBytes } from '../source/files.ts';
import type { Call } from './command.ts';
import { CLEAN, describeUserError } from './exit.ts';
import type { Io } from './io/io.ts';
import { progressOn } from './io/progress.ts';
import { watch } from './io/watch.ts';
import type { comparison } from './options/designs.ts';
import type { ValuesOf } from './options/option.ts';
import type { pageOptions } from './options/page.ts';
import { privacyOf } from './options/privacy.ts';
import { chosenDesigns, withSets } from './options/values.ts';

/** Of 100,000 people in six designs. */
const MOST_BYTES = 256 * MEBIBYTE;

/**
 * A report that `evaluate --seats --format json` wrote.
 * @throws UserError where the file is no such report, or of another release that wrote something else.
 */
function readReport(path: string, bytes: Uint8Array): Report {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
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

/** What is shown of people, and what is not, as sentences. */
function saidOfPeople({ pay, anonymised }: Report, names: boolean): string[] {
  const people = names
    ? 'People are shown by name'
    : `People are shown by their titles${anonymised ? ', and a keyed hash stands for their ids' : ''}`;
  if (pay === undefined) return [`${people}; ${names ? 'pay is' : 'names and pay are'} left out.`];
  const hidden = pay.units.filter(({ costPerYear }) => costPerYear === null).length;
  return [
    `${people}${names ? '' : '; names are left out'}.`,
    `Pay is shown as what today’s units cost, and left out for fewer than ${pay.minimum} people${hidden > 0 ? `, which is so for ${counted(hidden, 'unit')}` : ''}.`,
  ];
}

/** @throws UserError for a date that is none. */
function pageOf(made: Report, date: string | undefined): Page {
  const names = made.designs.some(({ seats }) => seats?.some(({ name }) => name !== undefined) === true);
  const day = date === undefined ? undefined : page.shape.date.safeParse(date);
  if (day?.success === false)
    throw new UserError(`--date ${quoted(date!)} is no date.`, 'Write year, month and day: 2026-11-30');
  return {
    ...(date === undefined ? {} : { date }),
    privacy: saidOfPeople(made, names),
    report: made,
  };
}

type ReportValues = ValuesOf<ReturnType<typeof comparison> & typeof pageOptions> & {
  readonly names: true | undefined;
  readonly format: string | undefined;
  readonly output: string;
};

/** What begins as the JSON of a report does, and no organisation would. */
const REPORT = /^\s*\{\s*"version":\s*1,\s*"generator"/;

/**
 * The bytes of a report that was written before, by its name or by how it begins; undefined for an organisation. Standard input
 * can be read only once: what was read of it is there for who reads it next.
 */
async function reportBytes(
  file: string,
  files: FileReader,
): Promise<{ readonly bytes: Uint8Array | undefined; readonly files: FileReader }> {
  const isJson = (file === '-' ? (files.stdinPath ?? '') : file).endsWith('.json');
  if (!isJson && file !== '-') return { bytes: undefined, files };
  const bytes = await readBytes(files, file, MOST_BYTES);
  const isReport = isJson || REPORT.test(new TextDecoder().decode(bytes.subarray(0, 200)));
  if (isReport) return { bytes, files };
  return {
    bytes: undefined,
    files: { ...files, read: async (path, most) => (path === '-' ? bytes : files.read(path, most)) },
  };
}

type ReportCall = Call<readonly [string], ReportValues, Page>;

/**
 * The page that a call asks for, of an organisation or of a report that was written before.
 * @throws UserError where either cannot be used.
 */
async function makePage(call: ReportCall): Promise<Page> {
  const { bytes, files } = await reportBytes(call.arguments[0], call.read.files);
  const {
    arguments: [file],
    options,
    io,
    read,
    settings,
  } = call.in({ ...call.io, files });
  const progress = progressOn(io.stderr);
  const asked = await chosenDesigns(options.design);
  const people = await privacyOf(options, io);
  const { design, set, profile, names, pay, anonymise } = options;
  const useless = Object.entries({ design, set, profile, names, pay, anonymise }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`],
  );
  if (bytes !== undefined && useless.length > 0)
    throw new UserError(
      `${printable(file)} holds what evaluate was asked for. ${allOf(useless)} would change nothing.`,
      `Give ${useless.length === 1 ? 'it' : 'them'} to evaluate --seats --format json, which writes it.`,
    );
  const made =
    bytes !== undefined
      ? readReport(file, bytes)
      : evaluate(await withSets(await read.organisation(file), asked, options.set), {
          ...settings,
          ...people,
          ...given({ designs: options.design === undefined ? undefined : asked, profile: options.profile }),
          seats: true,
          onDesign: progress.step,
        });
  progress.end();
  return pageOf(made, options.date);
}

/** What a deck may have of a firm's own; films are in some. */
const MOST_OF_TEMPLATE = 256 * MEBIBYTE;

/**
 * The presentation that a deck stands in; undefined where none is asked for, and where it is only named (.ppttc).
 * @throws UserError where what is written is no deck.
 */
async function templateBytes({
  options: { template, format, output },
  read,
}: ReportCall): Promise<Uint8Array | undefined> {
  if (template === undefined) return undefined;
  const written = format ?? /\.(pptx|ppttc)$/.exec(output)?.[1];
  if (written === 'ppttc') return undefined;
  if (written !== 'pptx')
    throw new UserError('--template is for a deck, and none is written.', 'Name the output: -o deck.pptx');
  return readBytes(read.files, template, MOST_OF_TEMPLATE);
}

/** What a report is written to while it is watched: the page that is served. */
const nowhere: Io['stdout'] = { write: () => {}, isTerminal: false, columns: undefined };

/**
 * Serves the page, and makes it anew whenever a file that it was made from changes, until somebody ends it. What is wrong with
 * a file is said here and on the page, which stays as it was.
 * @param make - Reads with the files of the world it is given, and returns the page.
 * @returns the exit code of the last page.
 * @throws UserError where the command itself needs mending.
 */
async function liveReport(
  make: (io: Io) => Promise<string>,
  { open }: Pick<ReportValues, 'open'>,
  io: Io,
): Promise<number> {
  const page = await io.serve();
  try {
    let begun = false;
    return await watch(
      async (world) => {
        try {
          page.show(await make(world));
        } catch (error) {
          if (error instanceof UserError) page.tell(describeUserError(error));
          throw error;
        }
        if (!begun) {
          io.stdout.write(`${page.address}\n`);
          if (open === true && !(await io.open(page.address)))
            io.stderr.write('No browser could be started; open the address yourself.\n');
        }
        begun = true;
        return CLEAN;
      },
      { ...io, stdout: nowhere },
    );
  } finally {
    await page.close();
  }
}

/** @throws UserError where the page could not be served, or nothing changes. */
function refuseLive(file: string, format: string | undefined): void {
  if (file === '-') throw new UserError('--watch cannot watch standard input.', 'Name a file.');
  if (format !== undefined && format !== 'html')
    throw new UserError(`--watch shows a page, not ${format}.`, 'Leave --format and --output out.');
}

/** Writes the report, or the names that a template is to have for it, or serves it while somebody edits. */
export async function reportFile(call: ReportCall): Promise<number> {
  const { options, io } = call;
  const template = await templateBytes(call);
  const rendering = given({ template: options.template, templateBytes: template });
  if (options.watch === true) {
    refuseLive(call.arguments[0], options.format);
    return liveReport(
      async (world) => {
        const own = call.in(world);
        const made = await makePage(own);
        if (options.output !== '-') await own.print(made, rendering);
        const render = await pageFormats.get('html')!.load();
        return render(made, { columns: 80, color: false, quiet: false, live: true });
      },
      options,
      io,
    );
  }
  if (options.open === true && options.output === '-')
    throw new UserError('--open opens what is written, and nothing is.', 'Name a file: -o report.html');
  const made = await makePage(call);
  if (options.listNames === true) {
    io.stdout.write(elementNames(made));
    return CLEAN;
  }
  await call.print(made, rendering);
  if (options.open === true && !(await io.open(resolve(options.output))))
    io.stderr.write(`No program could be started to open ${printable(options.output)}.\n`);
  return CLEAN;
}
