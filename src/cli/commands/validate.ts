import type { Command } from 'commander';
import { validationFormats } from '../../documents/validation/validation-formats.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { FileReader } from '../../source/files.ts';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import { type OutputOptions, refuseInput, renderOptions, writeOut } from '../io/write-out.ts';
import { fails } from '../options/fail-on.ts';
import { withReportOptions } from '../options/report-options.ts';
import type { Done } from '../program.ts';
import { VERSION } from '../version.ts';

interface ValidateOptions extends OutputOptions {
  readonly format: string;
  readonly failOn: Severity;
  readonly names?: true;
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign validate org.yaml
  orgdesign validate org.yaml --fail-on warning --quiet
  orgdesign validate org.yaml --format json --output validation.json`;

const validateFile = async (file: string, options: ValidateOptions, io: Io): Promise<number> => {
  const [{ validate }, { loadOrganisation }, { rules }] = await Promise.all([
    import('../../index.ts'),
    import('../../schema/read/load.ts'),
    import('../../rules/index.ts'),
  ]);
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const loaded = await loadOrganisation(file, files, { ruleIds: rules.map(({ id }) => id) });
  refuseInput(options, loaded);
  const validation = validate(loaded, { names: options.names === true, version: VERSION });
  const render = await validationFormats.get(options.format)!.load();
  await writeOut(render(validation, renderOptions(options, io)), options, io);
  return fails(validation.findings, options.failOn) ? FINDINGS : CLEAN;
};

export const defineValidate = (program: Command, io: Io, done: Done): void => {
  const command = program
    .command('validate')
    .summary('say how far the data can be trusted')
    .description(
      'Check the data only: how complete they are, what the gaps do to the results, what is wrong or doubtful.',
    )
    .argument('<file>', 'organisation file in YAML; - reads standard input');
  withReportOptions(command, validationFormats, 'only the completeness and errors')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ValidateOptions) => done(await validateFile(file, options, io)));
};
