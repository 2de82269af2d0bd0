import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { UserError } from '../../base/errors.ts';
import { suggestFormats } from '../../documents/suggestions/formats.ts';
import { SEVERITIES, type Severity } from '../../schema/documents/finding.ts';
import type { FileReader } from '../../source/files.ts';
import { CLEAN } from '../exit-codes.ts';
import { findPolicy } from '../io/find-policy.ts';
import type { Io } from '../io/io.ts';
import { progressOn } from '../io/progress.ts';
import { type OutputOptions, refuseInput, renderOptions, writeOut } from '../io/write-out.ts';
import { schemaModeline } from '../modeline.ts';
import { withOutputOptions } from '../options/report-options.ts';
import type { Done } from '../program.ts';
import { loadStructure } from '../structure-file.ts';
import { VERSION } from '../version.ts';
import { nextSteps, stemOf, takenNames, writeProposal } from '../write-proposal.ts';

interface SuggestOptions extends OutputOptions {
  readonly format: string;
  readonly severity: Severity;
  readonly policy?: string;
  readonly apply?: string;
  readonly names?: true;
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign suggest org.yaml
  orgdesign suggest org.yaml --apply better.yaml
  orgdesign diff org.yaml better.yaml
  orgdesign suggest org.yaml#cluster --severity note
  orgdesign suggest org.yaml --format json | jq '.suggestions[].changes[]'

Moves of people who are there, and lines that are redrawn; nobody is hired, and
nobody moves twice. Findings are judged as check does it, by
orgdesign.config.yaml where there is one. The exit code is 0 unless a file could
not be read.`;

const nothingToWrite = (apply: string, io: Io): number => {
  io.stderr.write(`${apply} was not written: there is no change to make.\n`);
  return CLEAN;
};

const suggestFor = async (file: string, options: SuggestOptions, io: Io): Promise<number> => {
  const { apply, severity } = options;
  const [{ buildSuggestions }, { loadPolicy }] = await Promise.all([
    import('../../documents/suggestions/suggest.ts'),
    import('../../documents/check/index.ts'),
  ]);
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const structure = await loadStructure(file, files);
  const { loaded } = structure;
  refuseInput(options, loaded);
  if (apply !== undefined) {
    if (apply === '-') throw new UserError('--apply writes files, not standard output.', 'Name a file.');
    if (apply === options.output || (options.output !== '-' && resolve(apply) === resolve(options.output)))
      throw new UserError('--apply and --output name the same file.', 'Name two.');
    refuseInput({ output: apply }, loaded);
  }
  const path = file.replace(/#[^#/\\]*$/, '');
  const policyPath = options.policy ?? (await findPolicy([path], files));
  const policy = policyPath === undefined ? null : await loadPolicy(policyPath, files);
  const progress = progressOn(io.stderr);
  let total = 0;
  const { document, after } = buildSuggestions(structure, {
    policy,
    severity,
    names: options.names === true,
    version: VERSION,
    onRound: (open) => {
      total = Math.max(total, open);
      progress.step('clearing findings', total - open, total);
    },
  });
  progress.end();
  const render = await suggestFormats.get(options.format)!.load();
  await writeOut(render(document, renderOptions(options, io)), options, io);
  if (apply === undefined) return CLEAN;
  if (document.suggestions.length === 0) return nothingToWrite(apply, io);
  const { suggestedFiles } = await import('../../proposal/suggested.ts');
  const proposal = suggestedFiles(structure, after, document, {
    modeline: schemaModeline(apply),
    stem: stemOf(apply),
    taken: await takenNames(apply, loaded, io),
  });
  const paths = await writeProposal(proposal, apply, loaded, '--apply', io);
  if (options.quiet !== true && options.output === '-' && options.format === 'table')
    io.stdout.write(nextSteps(file, paths));
  return CLEAN;
};

export const defineSuggest = (program: Command, io: Io, done: Done): void => {
  const command = program
    .command('suggest')
    .summary('list the fewest moves that clear the most findings')
    .description(
      'List the fewest moves of people, and changes of lines, that clear the most findings; write the organisation with all of them made.',
    )
    .argument('<file>', 'organisation file in YAML, or FILE#design; - reads standard input')
    .option('-a, --apply <file>', 'write the organisation with every change made, as a file that diff shows')
    .addOption(
      new Option('--severity <severity>', 'clear findings as grave as this, or graver')
        .choices(SEVERITIES)
        .default('warning'),
    )
    .option('-p, --policy <file>', 'what to judge by; orgdesign.config.yaml of the folder, or one above');
  withOutputOptions(command, suggestFormats, 'only the changes')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: SuggestOptions) => done(await suggestFor(file, options, io)));
};
