import { Command } from 'commander';
import { addExamples } from './command.ts';
import { commands } from './commands/index.ts';
import type { Io } from './io/io.ts';
import { VERSION } from './package.ts';

const EXAMPLES = [
  'orgdesign evaluate org.yaml                   compare today with every design',
  'orgdesign evaluate org.yaml --design cluster  only with customer clusters',
  'orgdesign evaluate org.yaml --format json -o report.json',
  'orgdesign simulate org.yaml --design cluster -o proposed.yaml',
  'orgdesign diff org.yaml org.yaml#cluster      what differs, and for whom',
  'orgdesign check org.yaml --baseline git:origin/main',
  'orgdesign suggest org.yaml                    moves that clear findings',
  'orgdesign assess org.yaml                     ready for clusters? what to ask',
  'orgdesign charter org.yaml#cluster            the clusters’ business plans',
  'orgdesign validate org.yaml                   how far the data can be trusted',
  'orgdesign import people.csv -o org.yaml       from what an HR system exports',
  'orgdesign init                                a file to start from',
  'orgdesign explain                             list measures, rules, designs',
  'orgdesign explain silos.count                 what a figure means, its source',
  'orgdesign completion bash                     commands completed in your shell',
];

const EXIT_CODES = `
Exit codes:
  0  nothing found at or above --fail-on
  1  findings at or above --fail-on, a check that fails, a design that is
     impossible, or rows that an import could not use
  2  the command or a file needs mending; nothing was written to stdout
  3  a fault of orgdesign`;

/** Whoever gives several files to a command of one has extracts. */
const SEVERAL_FILES = /^error: too many arguments for '(?:evaluate|validate)'/;
const ONE_FILE =
  'A list of customers is given as --customers FILE. Several lists of people are first made one file: orgdesign import A B -o org.yaml\n';

/**
 * The program of all commands. Settings must come before them: a command copies those of its program when it is made.
 * @param ended - Takes the exit code of the command that ran.
 */
export const createProgram = (io: Io, ended: (code: number) => void): Command => {
  const program = new Command('orgdesign')
    .description(
      'Model a company, restructure it by function, lifecycle phase or customer cluster, and compare.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(SEVERAL_FILES.test(text) ? `${text}${ONE_FILE}` : text),
    })
    // Beside the longest command less than the usual 40 columns are left, and its line would run over the edge.
    .configureHelp({ minWidthToWrap: 24 })
    .showSuggestionAfterError()
    .showHelpAfterError('(orgdesign --help lists commands and options)')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command');
  addExamples(program, { examples: EXAMPLES }).addHelpText('after', EXIT_CODES);
  for (const { addTo } of commands) addTo(program, io, ended);
  return program;
};
