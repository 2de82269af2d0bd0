import { InvalidArgumentError, Option } from 'commander';
import { UserError } from '../base/errors.ts';
import { alternatives, didYouMean } from '../base/text.ts';
import { checkFormats } from '../documents/check/formats.ts';
import type { Check } from '../schema/documents/check.ts';
import type { Io } from './io/io.ts';
import { type OutputOptions, renderOptions, writeOut } from './io/write-out.ts';
import { formatsInWords } from './options/report-options.ts';

/** A format, and the file that it is written to; without one it goes where `--output` says. */
export interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

const [DEFAULT] = [...checkFormats.keys()];

const parse = (value: string, before: readonly Output[] | undefined): Output[] => {
  const at = value.indexOf(':');
  const format = at < 0 ? value : value.slice(0, at);
  const file = at < 0 ? undefined : value.slice(at + 1);
  const names = [...checkFormats.keys()];
  if (!checkFormats.has(format))
    throw new InvalidArgumentError(didYouMean(format, names) ?? `A format is ${alternatives(names)}.`);
  if (file === '') throw new InvalidArgumentError(`A file is to follow ${format}:`);
  return [...(before ?? []), { format, file }];
};

/** Several formats at once, each to a file of its own. */
export const formatsOption = (): Option =>
  new Option(
    '-f, --format <format[:file]>',
    `${formatsInWords(checkFormats)} Repeat for several: -f table -f json:check.json`,
  ).argParser(parse);

/** Where each format goes. */
export function outputsOf({
  format,
  output,
}: {
  readonly format?: readonly Output[];
  readonly output: string;
}): { readonly format: string; readonly output: string }[] {
  const asked = format ?? [{ format: DEFAULT!, file: undefined }];
  const without = asked.filter(({ file }) => file === undefined);
  if (output !== '-' && without.length !== 1)
    throw new UserError(
      `--output ${output} takes one format, and ${without.length} are without a file.`,
      'Give each its file: --format json:check.json',
    );
  return asked.map((one) => ({ format: one.format, output: one.file ?? output }));
}

/** Where a step of a GitHub workflow may write more than annotations hold; undefined outside of one. */
const summaryFile = ({ env }: Io): string | undefined => env.GITHUB_STEP_SUMMARY || undefined;

/** Renders every format before any is written. */
export async function writeCheck(
  check: Check,
  outputs: ReturnType<typeof outputsOf>,
  options: Omit<OutputOptions, 'output'>,
  io: Io,
): Promise<void> {
  const rendered: { text: string; output: string }[] = [];
  for (const { format, output } of outputs) {
    const render = await checkFormats.get(format)!.load();
    rendered.push({ text: render(check, renderOptions({ ...options, output }, io)), output });
  }
  const summary = outputs.some(({ format }) => format === 'github') ? summaryFile(io) : undefined;
  if (summary !== undefined) {
    const { LONGEST_SUMMARY, renderCheckMarkdown } = await import('../documents/check/formats/markdown.ts');
    await io.appendFile(
      summary,
      renderCheckMarkdown(check, { quiet: options.quiet === true }, LONGEST_SUMMARY),
    );
  }
  for (const { text, output } of rendered) await writeOut(text, { ...options, output }, io);
}
