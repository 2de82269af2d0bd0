import { type Command, Option } from 'commander';
import { failOnOption } from './fail-on.ts';

type Formats = ReadonlyMap<string, { readonly summary: string }>;

/** What each format is for, in one text. */
export const formatsInWords = (formats: Formats): string =>
  [...formats].map(([name, { summary }]) => `${name}: ${summary}`).join(' ');

const oneFormat = (formats: Formats): Option =>
  new Option('-f, --format <format>', formatsInWords(formats))
    .choices([...formats.keys()])
    .default([...formats.keys()][0]);

/** The options that every command has that reads organisation files and prints something of them. */
export const withOutputOptions = (
  command: Command,
  formats: Formats,
  quiet: string,
  format: Option = oneFormat(formats),
): Command =>
  command
    .addOption(format)
    .option('-o, --output <file>', 'write to this file; - is standard output', '-')
    .option('--names', 'show the names of people; their ids otherwise')
    .option('-q, --quiet', quiet)
    .option('--no-color', 'no colours; so do NO_COLOR and output that is no terminal')
    .option(
      '--stdin-filepath <file>',
      'the file that standard input stands for, for its place in messages and for the files beside it',
    );

/** The same, for a report whose findings set the exit code. */
export const withReportOptions = (...given: Parameters<typeof withOutputOptions>): Command =>
  withOutputOptions(...given).addOption(failOnOption());
