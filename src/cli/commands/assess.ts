import type { Command } from 'commander';
import { assessmentFormats } from '../../documents/assessment/assessment-formats.ts';
import type { FileReader } from '../../source/files.ts';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import { type OutputOptions, refuseInput, renderOptions, writeOut } from '../io/write-out.ts';
import { withOutputOptions } from '../options/report-options.ts';
import type { Done } from '../program.ts';
import { VERSION } from '../version.ts';

interface AssessOptions extends OutputOptions {
  readonly format: string;
  readonly names?: true;
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign assess org.yaml
  orgdesign assess org.yaml --quiet
  orgdesign assess org.yaml --format markdown -o assessment.md
  orgdesign assess org.yaml --format json | jq '.questions[].key'

Answers stand under practices: and context: in the file. What is open sets no
exit code: it is 0 unless the file could not be read.`;

const assessFile = async (file: string, options: AssessOptions, io: Io): Promise<number> => {
  const [{ assess }, { loadOrganisation }, { rules }] = await Promise.all([
    import('../../index.ts'),
    import('../../schema/read/load.ts'),
    import('../../rules/index.ts'),
  ]);
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const loaded = await loadOrganisation(file, files, { ruleIds: rules.map(({ id }) => id) });
  refuseInput(options, loaded);
  const assessment = assess(loaded, { names: options.names === true, version: VERSION });
  const render = await assessmentFormats.get(options.format)!.load();
  await writeOut(render(assessment, renderOptions(options, io)), options, io);
  return CLEAN;
};

export const defineAssess = (program: Command, io: Io, done: Done): void => {
  const command = program
    .command('assess')
    .summary('say how ready a company is for clusters or phases')
    .description(
      'Say what has to be there before customer clusters or lifecycle phases can work, how far the company is with its customers, and what to ask.',
    )
    .argument('<file>', 'organisation file in YAML; - reads standard input');
  withOutputOptions(command, assessmentFormats, 'only the state of each part and level')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: AssessOptions) => done(await assessFile(file, options, io)));
};
