import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { UserError } from '../errors.ts';
import { formats } from '../report/index.ts';
import type { DesignId } from '../schema/designs.ts';
import type { Report, Severity } from '../schema/report.ts';
import type { LoadedOrganisation } from '../schema/rows.ts';
import type { FileReader } from '../source/files.ts';
import { chosenDesigns, collectIds } from './chosen-designs.ts';
import { wantsColor } from './color.ts';
import { CLEAN, FINDINGS } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Done } from './program.ts';
import { VERSION } from './version.ts';

interface EvaluateOptions {
  readonly design?: readonly string[];
  readonly format: string;
  readonly output: string;
  readonly failOn: Severity;
  readonly names?: true;
  readonly quiet?: true;
  readonly color: boolean;
  readonly stdinFilepath?: string;
}

/** From the most severe. */
const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

/** Where standard output is no terminal, and for files. */
const DEFAULT_COLUMNS = 80;

const EXAMPLES = `
Examples:
  orgdesign evaluate org.yaml
  orgdesign evaluate org.yaml --design cluster,lifecycle --fail-on warning
  orgdesign evaluate org.yaml --format json --output report.json
  cat org.yaml | orgdesign evaluate - --stdin-filepath company/org.yaml

A first file is examples/halden/org.yaml; the README shows how one is written.`;

/** Findings of today's organisation count, and those of the designs that were asked for by name. */
const hasFindings = (report: Report, asked: readonly DesignId[], failOn: Severity): boolean => {
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1) as Severity[];
  return report.designs
    .filter(({ id }) => id === 'as-is' || asked.includes(id))
    .some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)));
};

/** An output that takes the place of what it was made from cannot be undone. */
const refuseInput = (output: string, { source, includes }: LoadedOrganisation): void => {
  const inputs = [source, ...includes].map(({ name }) => resolve(name));
  if (inputs.includes(resolve(output)))
    throw new UserError(`--output ${output} would replace a file that was read.`, 'Name another file.');
};

const evaluateFile = async (file: string, options: EvaluateOptions, io: Io): Promise<number> => {
  const asked = await chosenDesigns(options.design);
  const [{ evaluate }, { loadOrganisation }, { rules }] = await Promise.all([
    import('../index.ts'),
    import('../schema/read/load.ts'),
    import('../rules/index.ts'),
  ]);
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const loaded = await loadOrganisation(file, files, { ruleIds: rules.map(({ id }) => id) });
  const toFile = options.output !== '-';
  if (toFile) refuseInput(options.output, loaded);
  const report = evaluate(loaded, {
    ...(options.design === undefined ? {} : { designs: asked }),
    names: options.names === true,
    version: VERSION,
  });
  const render = await formats.get(options.format)!.load();
  const text = render(report, {
    columns: (toFile ? undefined : io.stdout.columns) ?? DEFAULT_COLUMNS,
    color: !toFile && wantsColor({ flag: options.color, env: io.env, isTerminal: io.stdout.isTerminal }),
    quiet: options.quiet === true,
  });
  if (toFile) await io.writeFile(options.output, text);
  else io.stdout.write(text);
  return hasFindings(report, asked, options.failOn) ? FINDINGS : CLEAN;
};

export const defineEvaluate = (program: Command, io: Io, done: Done): void => {
  program
    .command('evaluate')
    .summary('compare an organisation as it is with other designs of it')
    .description(
      'Measure an organisation as it is and as every design would have it, and say what was found.',
    )
    .argument('<file>', 'organisation file in YAML; - reads standard input')
    .option(
      '-d, --design <ids>',
      'designs to compare with, separated by commas; all if left out (orgdesign explain lists them)',
      collectIds,
    )
    .addOption(
      new Option(
        '-f, --format <format>',
        [...formats].map(([name, { summary }]) => `${name}: ${summary}`).join(' '),
      )
        .choices([...formats.keys()])
        .default([...formats.keys()][0]),
    )
    .option('-o, --output <file>', 'write to this file; - is standard output', '-')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 on findings of this severity or a higher one')
        .choices(SEVERITIES)
        .default('error'),
    )
    .option('--names', 'show the names of people; their ids otherwise')
    .option('-q, --quiet', 'only the comparison and errors')
    .option('--no-color', 'no colours; so do NO_COLOR and output that is no terminal')
    .option(
      '--stdin-filepath <file>',
      'the file that standard input stands for, for its place in messages and for the files beside it',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: EvaluateOptions) => done(await evaluateFile(file, options, io)));
};
