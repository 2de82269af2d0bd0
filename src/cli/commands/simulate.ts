import { type Command, Option } from 'commander';
import { UserError } from '../../base/errors.ts';
import { alternatives } from '../../base/text.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { FileReader } from '../../source/files.ts';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import { refuseInput } from '../io/write-out.ts';
import { schemaModeline } from '../modeline.ts';
import { chosenDesigns, collectIds } from '../options/chosen-designs.ts';
import { collectText, setOption, withSets } from '../options/set-options.ts';
import type { Done } from '../program.ts';
import { writeStages } from '../stages.ts';
import { writeSweep } from '../sweep.ts';
import { nextSteps, stemOf, takenNames, writeProposal } from '../write-proposal.ts';

export interface SimulateOptions {
  readonly design?: readonly string[];
  readonly set?: readonly string[];
  readonly sweep?: readonly string[];
  readonly stages?: string;
  readonly format?: string;
  readonly color: boolean;
  readonly output: string;
  readonly quiet?: true;
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign simulate org.yaml --design cluster -o proposed.yaml
  orgdesign simulate org.yaml --design cluster --set clusters=4 --set basis=industry -o proposed.yaml
  orgdesign simulate org.yaml --design lifecycle > proposed.yaml
  orgdesign simulate org.yaml --design cluster --sweep clusters=2..8
  orgdesign simulate org.yaml --design cluster --stages way/
  orgdesign diff org.yaml proposed.yaml

A design that is impossible writes nothing, says what is missing, and exits with 1.`;

/** The one design to be written: today's organisation has its file already. */
const oneDesign = async (asked: readonly string[] | undefined): Promise<DesignId> => {
  const designs = await chosenDesigns(asked);
  const [design, second] = designs;
  const hint = async () => {
    const { DESIGN_IDS } = await import('../../schema/input/designs.ts');
    return `Give one of ${alternatives(DESIGN_IDS.filter((id) => id !== 'as-is'))}.`;
  };
  if (design === undefined) throw new UserError('--design is missing.', await hint());
  if (second !== undefined)
    throw new UserError(`--design: a file holds one design, and ${designs.length} are given.`, await hint());
  if (design === 'as-is')
    throw new UserError('--design as-is: the organisation as it is has its file already.', await hint());
  return design;
};

const simulateFile = async (file: string, options: SimulateOptions, io: Io): Promise<number> => {
  const { output } = options;
  const design = await oneDesign(options.design);
  const [{ simulateDesign }, { summaryOf }, { loadOrganisation }, { rules }] = await Promise.all([
    import('../../proposal/simulate.ts'),
    import('../../proposal/summary.ts'),
    import('../../schema/read/load.ts'),
    import('../../rules/index.ts'),
  ]);
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const read = await loadOrganisation(file, files, { ruleIds: rules.map(({ id }) => id) });
  refuseInput(options, read);
  const loaded = await withSets(read, [design], options.set);
  if (options.sweep !== undefined) return writeSweep(loaded, design, options.sweep, options, io);
  if (options.stages !== undefined) return writeStages(loaded, design, options.stages, options, io);
  if (options.format !== undefined)
    throw new UserError('--format is for --sweep: a proposal is written as YAML.', 'Leave it out.');
  const toFile = output !== '-';
  const simulated = simulateDesign(loaded, design, {
    modeline: schemaModeline(output),
    stem: stemOf(output),
    inline: !toFile,
    taken: await takenNames(output, loaded, io),
  });
  const said = toFile ? io.stdout : io.stderr;
  const { proposal } = simulated;
  if (proposal === null) {
    said.write(summaryOf(simulated));
    return FINDINGS;
  }
  let paths: string[] = [];
  if (toFile) paths = await writeProposal(proposal, output, loaded, '--output', io);
  else io.stdout.write(proposal.yaml);
  if (options.quiet !== true) {
    said.write(summaryOf(simulated));
    if (toFile) said.write(nextSteps(file, paths));
  }
  return CLEAN;
};

export const defineSimulate = (program: Command, io: Io, done: Done): void => {
  program
    .command('simulate')
    .summary('write an organisation as a design would have it')
    .description(
      'Write the organisation file of a design: measured as it stands it gives the figures that evaluate gives for the design. It says who moves and why, and keeps what was assumed marked as such.',
    )
    .argument('<file>', 'organisation file in YAML; - reads standard input')
    .option('-d, --design <id>', 'the design (orgdesign explain lists them)', collectIds)
    .addOption(setOption())
    .addOption(
      new Option(
        '--sweep <option=values>',
        'try values of an option instead, as clusters=2..8, goals.team=0..1:0.25 or basis=industry,region, and print a table; twice for two options',
      ).argParser(collectText),
    )
    .addOption(
      new Option(
        '--stages <folder>',
        'write the way there instead, one file a stage, into a folder that is empty or not there yet',
      ).conflicts(['output', 'sweep']),
    )
    .option('-f, --format <format>', 'of a sweep: table or json')
    .option('--no-color', 'no colours; so do NO_COLOR and output that is no terminal')
    .option(
      '-o, --output <file>',
      'write to this file, and CSV files beside it where the source has some; - is standard output',
      '-',
    )
    .option('-q, --quiet', 'say nothing but what keeps a design from being possible')
    .option(
      '--stdin-filepath <file>',
      'the file that standard input stands for, for its place in messages and for the files beside it',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: SimulateOptions) => done(await simulateFile(file, options, io)));
};
