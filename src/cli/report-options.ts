import { type Command, Option } from 'commander';
import { failOnOption } from './fail-on.ts';

/** The options that every command has that reads an organisation file and prints a report of it. */
export const withReportOptions = (
  command: Command,
  formats: ReadonlyMap<string, { readonly summary: string }>,
  quiet: string,
): Command =>
  command
    .addOption(
      new Option(
        '-f, --format <format>',
        [...formats].map(([name, { summary }]) => `${name}: ${summary}`).join(' '),
      )
        .choices([...formats.keys()])
        .default([...formats.keys()][0]),
    )
    .option('-o, --output <file>', 'write to this file; - is standard output', '-')
    .addOption(failOnOption())
    .option('--names', 'show the names of people; their ids otherwise')
    .option('-q, --quiet', quiet)
    .option('--no-color', 'no colours; so do NO_COLOR and output that is no terminal')
    .option(
      '--stdin-filepath <file>',
      'the file that standard input stands for, for its place in messages and for the files beside it',
    );
