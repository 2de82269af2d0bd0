import type { Command } from 'commander';
import { formats } from '../../documents/report/index.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { FileReader } from '../../source/files.ts';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import { progressOn } from '../io/progress.ts';
import { type OutputOptions, refuseInput, renderOptions, writeOut } from '../io/write-out.ts';
import { chosenDesigns, collectIds } from '../options/chosen-designs.ts';
import { fails } from '../options/fail-on.ts';
import { withReportOptions } from '../options/report-options.ts';
import { setOption, withSets } from '../options/set-options.ts';
import type { Done } from '../program.ts';
import { VERSION } from '../version.ts';

interface EvaluateOptions extends OutputOptions {
  readonly design?: readonly string[];
  readonly format: string;
  readonly failOn: Severity;
  readonly names?: true;
  readonly set?: readonly string[];
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign evaluate org.yaml
  orgdesign evaluate org.yaml --design cluster,lifecycle --fail-on warning
  orgdesign evaluate org.yaml --set cluster.basis=territory --set minimum=3
  orgdesign evaluate org.yaml --format json --output report.json
  cat org.yaml | orgdesign evaluate - --stdin-filepath company/org.yaml

A first file is examples/halden/org.yaml; the README shows how one is written.`;

/** Findings of today's organisation count, and those of the designs that were asked for by name. */
const hasFindings = (report: Report, asked: readonly DesignId[], failOn: Severity): boolean =>
  report.designs.some(
    ({ id, findings }) => (id === 'as-is' || asked.includes(id)) && fails(findings, failOn),
  );

const evaluateFile = async (file: string, options: EvaluateOptions, io: Io): Promise<number> => {
  const asked = await chosenDesigns(options.design);
  const [{ evaluate }, { loadOrganisation }, { rules }] = await Promise.all([
    import('../../index.ts'),
    import('../../schema/read/load.ts'),
    import('../../rules/index.ts'),
  ]);
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const progress = progressOn(io.stderr);
  const loaded = await loadOrganisation(file, files, { ruleIds: rules.map(({ id }) => id) });
  refuseInput(options, loaded);
  const report = evaluate(await withSets(loaded, asked, options.set), {
    ...(options.design === undefined ? {} : { designs: asked }),
    names: options.names === true,
    version: VERSION,
    onDesign: progress.step,
  });
  progress.end();
  const render = await formats.get(options.format)!.load();
  await writeOut(render(report, { ...renderOptions(options, io), asked }), options, io);
  return hasFindings(report, asked, options.failOn) ? FINDINGS : CLEAN;
};

export const defineEvaluate = (program: Command, io: Io, done: Done): void => {
  const command = program
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
    .addOption(setOption());
  withReportOptions(command, formats, 'only the comparison and errors')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: EvaluateOptions) => done(await evaluateFile(file, options, io)));
};
