import { InvalidArgumentError } from 'commander';
import { alternatives, didYouMean } from '../../base/text.ts';
import { argument, type OptionOf, option } from './option.ts';

/**
 * An organisation file, which may come by a pipe.
 * @param or - What else may be named.
 */
export const organisationFile = (flags = '<file>', or = '') =>
  argument(flags, `organisation file in YAML${or}; - reads standard input`);

/** Formats by name, with what each is for. */
type Summaries = ReadonlyMap<string, { readonly summary: string }>;

/** A format, and the file that it is written to; without one it goes where `--output` says. */
export interface FormatAndFile {
  readonly format: string;
  readonly file: string | undefined;
}

const summariesOf = (formats: Summaries): string =>
  [...formats].map(([name, { summary }]) => `${name}: ${summary}`).join(' ');

const byName = (formats: Summaries): string =>
  `${summariesOf(formats)} By the name of the output if left out, else ${[...formats.keys()][0]}.`;

/** One of some formats; where it is left out the name of the output says which, else it is the first. */
export const formatByName = (formats: Summaries, description = byName(formats)) =>
  option<string | undefined>('-f, --format <format>', description).choices([...formats.keys()]);

/** What is read line by line, so that one may follow another. */
const LINES: ReadonlySet<string> = new Set(['table', 'github', 'markdown']);

/** Several formats at once, each to a file of its own. */
export const severalFormats = (formats: Summaries) =>
  option<readonly FormatAndFile[] | undefined>(
    '-f, --format <format[:file]>',
    `${summariesOf(formats)} Repeat for several: -f table -f json:check.json`,
  ).argParser((value: string, before: readonly FormatAndFile[] | undefined) => {
    const [format, ...rest] = value.split(':');
    const file = rest.length === 0 ? undefined : rest.join(':');
    const names = [...formats.keys()];
    if (!formats.has(format!))
      throw new InvalidArgumentError(didYouMean(format!, names) ?? `A format is ${alternatives(names)}.`);
    if (file === '') throw new InvalidArgumentError(`A file is to follow ${format}:`);
    const beside = file === undefined && (before ?? []).find((one) => one.file === undefined);
    if (beside && !(LINES.has(beside.format) && LINES.has(format!)))
      throw new InvalidArgumentError(
        `${beside.format} and ${format} cannot go to one place: give one of them a file, as ${format}:check.out`,
      );
    return [...(before ?? []), { format: format!, file }];
  });

export const output = (description = 'write to this file; - is standard output') =>
  option<string>('-o, --output <file>', description).default('-');

/** @param what - What is printed even so. */
export const quiet = (what: string) => option<true | undefined>('-q, --quiet', what);

export const color = option<boolean>(
  '--no-color',
  'no colours; so do NO_COLOR and output that is no terminal',
);

export const stdinFilepath = option<string | undefined>(
  '--stdin-filepath <file>',
  'the file that standard input stands for, for its place in messages and for the files beside it',
);

export const despiteData = option<true | undefined>(
  '--despite-data',
  'judge even where the data cannot bear it; every output says so',
);

export const names = option<true | undefined>('--names', 'show the names of people; their ids otherwise');

/** An option that old calls have and that is offered no more: a command that takes it has nothing to show or leave out by it. */
export const unoffered = <Value>({ flags, description }: OptionOf<Value>): OptionOf<Value> =>
  option<Value>(flags, description).hideHelp() as OptionOf<Value>;

/** The options of every command that reads organisation files and prints a document of them. */
export const documentOptions = (formats: Summaries, whatIsPrintedQuietly: string) => ({
  format: formatByName(formats),
  output: output(),
  names,
  quiet: quiet(whatIsPrintedQuietly),
  color,
  stdinFilepath,
});

/** The same of a command that judges, which bad data can keep from it. */
export const judgementOptions = (formats: Summaries, whatIsPrintedQuietly: string) => ({
  ...documentOptions(formats, whatIsPrintedQuietly),
  despiteData,
});
