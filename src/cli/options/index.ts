import { InvalidArgumentError } from 'commander';
import { alternatives, didYouMean } from '../../base/text.ts';
import { PROFILES, SEVERITIES } from '../../schema/choices.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { Profile } from '../../schema/input/decision.ts';
import { listed, option, repeated } from './option.ts';

/** Formats by name, with what each is for. */
type Summaries = ReadonlyMap<string, { readonly summary: string }>;

/** A format, and the file that it is written to; without one it goes where `--output` says. */
export interface FormatAndFile {
  readonly format: string;
  readonly file: string | undefined;
}

const summariesOf = (formats: Summaries): string =>
  [...formats].map(([name, { summary }]) => `${name}: ${summary}`).join(' ');

/** One of some formats; the first if it is left out. */
const oneFormat = (formats: Summaries) =>
  option<string>('-f, --format <format>', summariesOf(formats))
    .choices([...formats.keys()])
    .default([...formats.keys()][0]);

/** One of some formats; where it is left out the name of the output says which, else it is the first. */
export const formatByName = (formats: Summaries, description = summariesOf(formats)) =>
  option<string | undefined>('-f, --format <format>', description).choices([...formats.keys()]);

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

/** The options of every command that reads organisation files and prints a document of them. */
export const documentOptions = (formats: Summaries, whatIsPrintedQuietly: string) => ({
  format: oneFormat(formats),
  output: output(),
  names,
  quiet: quiet(whatIsPrintedQuietly),
  color,
  stdinFilepath,
});

/** Designs by their ids; `chosenDesigns` says whether there are such. */
export const design = (description: string, flags = '-d, --design <ids>') =>
  option<readonly string[] | undefined>(flags, description).argParser(listed);

export const set = option<readonly string[] | undefined>(
  '--set <[design.]option=value>',
  'set an option of a design, as minimum=3 or cluster.basis=industry; lists with commas; repeat for several',
).argParser(repeated);

export const profile = option<Profile | undefined>(
  '--profile <name>',
  'judge designs by these priorities instead of those of the file (orgdesign criteria shows them)',
).choices(PROFILES);

export const assume = option<readonly string[] | undefined>(
  '--assume <key=answer>',
  'try an answer that is not in the file, as context.collaboration=good; repeat for several',
).argParser(repeated);

/** Reads a number between two others; `wanted` says which. */
const number =
  (least: number, most: number, whole: boolean, wanted: string) =>
  (value: string): number => {
    const read = value.trim() === '' ? Number.NaN : Number(value);
    if (!(read >= least && read <= most) || (whole && !Number.isInteger(read)))
      throw new InvalidArgumentError(wanted);
    return read;
  };

export const years = option<number | undefined>(
  '--years <number>',
  'tell how many people the work takes in each of the coming years, from retention and customers won',
).argParser(number(1, 100, true, 'Expected a whole number from 1 to 100.'));

const severity = <Value>() =>
  option<Value>('--fail-on <severity>', 'exit with 1 on findings of this severity or a higher one').choices(
    SEVERITIES,
  );

export const failOn = severity<Severity>().default('error');

/** The same, where a policy may say it. */
export const failOnOrPolicy = severity<Severity | undefined>().default(
  undefined,
  'error, or failOn of the policy',
);

export const policy = option<string | undefined>(
  '-p, --policy <file>',
  'what to judge by; orgdesign.config.yaml of the folder, or one above',
);

export const count = (flags: string, description: string) =>
  option<number | undefined>(flags, description).argParser(
    number(0, Number.MAX_SAFE_INTEGER, true, 'Give a whole number of 0 or more.'),
  );

/** How many levels of a chart. */
export const levels = (flags: string, description: string) =>
  option<number | undefined>(flags, description).argParser(
    number(1, Number.MAX_SAFE_INTEGER, true, 'Expected a whole number of 1 or more.'),
  );

export const share = (flags: string, description: string) =>
  option<number | undefined>(flags, description).argParser(number(0, 1, false, 'Give a share from 0 to 1.'));

/** @param what - What is judged by the day. */
export const today = (what: string) =>
  option<string | undefined>('--today <date>', `the day that ${what} are judged by; the day it is`).argParser(
    (value) => {
      const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
      if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
        throw new InvalidArgumentError('Give a day as 2026-01-31.');
      return value;
    },
  );
