import type { Command } from 'commander';
import { charterFormats } from '../../documents/charter/charter-formats.ts';
import type { FileReader } from '../../source/files.ts';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import { type OutputOptions, refuseInput, renderOptions, writeOut } from '../io/write-out.ts';
import { withOutputOptions } from '../options/report-options.ts';
import type { Done } from '../program.ts';
import { loadStructure } from '../structure-file.ts';
import { VERSION } from '../version.ts';

interface CharterOptions extends OutputOptions {
  readonly unit?: string;
  readonly format: string;
  readonly names?: true;
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign charter proposed.yaml
  orgdesign charter proposed.yaml --unit cluster/dairy -o dairy.md
  orgdesign charter org.yaml#cluster --names
  orgdesign charter org.yaml#lifecycle --format json | jq '.units[].parts[] | select(.state == "missing")'

Parts are given, worked out from the file, or missing, with the key to write them
under. What is missing sets no exit code: it is 0 unless the file could not be read.`;

const charterFile = async (file: string, options: CharterOptions, io: Io): Promise<number> => {
  const { charter } = await import('../../index.ts');
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const structure = await loadStructure(file, files);
  refuseInput(options, structure.loaded);
  const document = charter(structure, {
    ...(options.unit === undefined ? {} : { unit: options.unit }),
    names: options.names === true,
    version: VERSION,
  });
  const render = await charterFormats.get(options.format)!.load();
  await writeOut(render(document, renderOptions(options, io)), options, io);
  return CLEAN;
};

export const defineCharter = (program: Command, io: Io, done: Done): void => {
  const command = program
    .command('charter')
    .summary('write the business plans of clusters or phases in outline')
    .description(
      'Write the business plan of each cluster, phase, centre of expertise and common service in outline, and what a Chief Customer Officer owns: what is given, what the file says, and what is missing.',
    )
    .argument('<file>', 'organisation file in YAML, or FILE#design; - reads standard input')
    .option('-u, --unit <id>', 'only this department, whatever its kind');
  withOutputOptions(command, charterFormats, 'only what is missing or to be confirmed')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: CharterOptions) => done(await charterFile(file, options, io)));
};
