import type { Command, Option } from 'commander';
import { given } from '../base/given.ts';
import { wrapped } from '../base/width.ts';
import type { RenderOptions } from '../render/format.ts';
import {
  type Directions,
  destinationsOf,
  type Formats,
  organisationReader,
  printDocument,
  type Reader,
} from './documents.ts';
import type { Io } from './io/io.ts';
import { type ArgumentList, type OptionSet, onlyOne, type ValuesOf } from './options/option.ts';
import { VERSION } from './package.ts';

/*
 * A command is one object in the list of src/cli/commands/index.ts. What stands in the object is all that help and
 * completion need, so that it costs next to nothing to have it at hand; what the command works with is imported by its
 * `run`, so that no command waits for the parts of another.
 *
 * A run goes one way for every command:
 *
 *   read      `read` loads an organisation once, whatever it is asked for (`FILE`, `FILE#design`, `git:REVISION:FILE`), and
 *             refuses at once an `--output` that would replace what was read;
 *   build     the library makes a document of it, a plain value that knows neither files nor formats;
 *   print     `print` renders it in the format asked for, for a terminal or a file, and writes all of it or nothing;
 *   exit      `run` returns the exit code. What the user can mend is thrown as UserError, and printed in one place (run.ts).
 *
 * The world is in `io`: files, streams, git, the day. Nothing here looks at it in another way, and so a test runs a whole
 * command line in memory.
 */

/** One run of a command, with everything that it may touch. */
export interface Call<Arguments, Options, Document> {
  readonly arguments: Arguments;
  readonly options: Options;
  readonly io: Io;
  /** Reads organisations, and refuses an output that would replace them. */
  readonly read: Reader;
  /** What every document is made with. */
  readonly settings: { readonly names: boolean; readonly version: string };
  /** Renders a document in the format asked for, and writes it where the output is to go. */
  print(document: Document, options?: Partial<RenderOptions>): Promise<void>;
  /** The same call in another world. */
  in(io: Io): Call<Arguments, Options, Document>;
}

/** A command as the program has it. */
export interface CommandDefinition {
  readonly name: string;
  readonly formats: Formats<never> | undefined;
  /** What its options are read by. */
  readonly optionNames: readonly string[];
  /** Adds it to a program; `ended` takes the exit code of a run. */
  addTo(program: Command, io: Io, ended: (code: number) => void): void;
}

interface Definition<Arguments extends ArgumentList, Options extends OptionSet, Document> {
  readonly name: string;
  /** For the list of commands: what it does, in lower case and without a full stop. */
  readonly summary: string;
  /** For its own help. */
  readonly description: string;
  readonly arguments: Arguments;
  /** Those that several commands have are in src/cli/options. */
  readonly options: Options;
  /** Of the document that it prints; the options are to hold `documentOptions` then. */
  readonly formats?: Formats<Document>;
  /** Lines to be copied, below the options in its help. */
  readonly examples: readonly string[];
  /** What they are, where that is more than examples. */
  readonly heading?: string;
  /** Paragraphs below the examples. */
  readonly remarks?: readonly string[];
  /** @returns the exit code, of exit.ts. */
  run(call: Call<ValuesOf<Arguments>, ValuesOf<Options>, Document>): Promise<number>;
}

/** What is made of a call before the command sees it. */
const callOf = <Arguments, Options extends Directions, Document>(
  args: Arguments,
  options: Options,
  formats: Formats<Document> | undefined,
  io: Io,
): Call<Arguments, Options, Document> => {
  const destinations = destinationsOf(options, formats);
  return {
    arguments: args,
    options,
    io,
    read: organisationReader(options, destinations, io),
    settings: { names: options.names === true, version: VERSION },
    print: (document, rendering) =>
      printDocument({ document, formats: formats!, destinations, options, ...given({ rendering }) }, io),
    in: (other) => callOf(args, options, formats, other),
  };
};

/** Puts examples, as they are, and remarks in lines that the terminal has room for, after the help of a command. */
export const addExamples = (
  command: Command,
  {
    heading = 'Examples:',
    examples,
    remarks = [],
  }: Pick<Definition<never, never, never>, 'heading' | 'examples' | 'remarks'>,
): Command =>
  command.addHelpText('after', ({ error }) => {
    const { getOutHelpWidth, getErrHelpWidth } = command.configureOutput();
    const inWidth = (text: string) => wrapped(text, (error ? getErrHelpWidth : getOutHelpWidth)!());
    const paragraphs = remarks.flatMap((remark) => ['', ...inWidth(remark)]);
    return ['', ...inWidth(heading), ...examples.map((line) => `  ${line}`), ...paragraphs].join('\n');
  });

/** Refuses a second value for an option that takes one: the first would be dropped without a word. */
const refuseSecond = (command: Command, { required, parseArg, argChoices, long }: Option): void => {
  // What may be repeated is read together with what was given before.
  const repeats = argChoices === undefined && (parseArg?.length ?? 0) > 1;
  if (!required || repeats) return;
  let before: string | undefined;
  command.on(`option:${long!.slice(2)}`, (value: string) => {
    before = onlyOne(long!, before, value);
  });
};

/** A command from what it is called, what it takes and what it does. */
export const defineCommand = <
  const Arguments extends ArgumentList,
  const Options extends OptionSet,
  Document = never,
>(
  definition: Definition<Arguments, Options, Document>,
): CommandDefinition => {
  const { name, summary, description, formats, run } = definition;
  return {
    name,
    formats,
    optionNames: Object.keys(definition.options),
    addTo(program, io, ended) {
      const command = program.command(name).summary(summary).description(description);
      for (const each of definition.arguments) command.addArgument(each);
      for (const each of Object.values(definition.options)) {
        command.addOption(each);
        refuseSecond(command, each);
      }
      addExamples(command, definition).action(async () => {
        const args = command.processedArgs as unknown as ValuesOf<Arguments>;
        const options = command.opts() as ValuesOf<Options> & Directions;
        ended(await run(callOf(args, options, formats, io)));
      });
    },
  };
};
