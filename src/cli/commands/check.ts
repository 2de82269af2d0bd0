import { type Command, InvalidArgumentError } from 'commander';
import { UserError } from '../../base/errors.ts';
import { checkFormats } from '../../documents/check/formats.ts';
import type { CheckOptions, CheckPolicy, Target } from '../../documents/check/index.ts';
import type { Check } from '../../schema/documents/check.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import type { FileReader } from '../../source/files.ts';
import { formatsOption, type Output, outputsOf, writeCheck } from '../check-output.ts';
import { targetsOf } from '../check-targets.ts';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import { findPolicy } from '../io/find-policy.ts';
import type { Io } from '../io/io.ts';
import { refuseInput } from '../io/write-out.ts';
import { chosenDesigns, collectIds } from '../options/chosen-designs.ts';
import { failOnOption } from '../options/fail-on.ts';
import { withOutputOptions } from '../options/report-options.ts';
import type { Done } from '../program.ts';
import { adoptWaivers } from '../update-waivers.ts';
import { VERSION } from '../version.ts';

interface CommandOptions {
  readonly baseline?: string;
  readonly policy?: string;
  readonly design?: readonly string[];
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly maxMoved?: number;
  readonly today?: string;
  readonly updateWaivers?: string;
  readonly watch?: true;
  readonly format?: readonly Output[];
  readonly output: string;
  readonly names?: true;
  readonly quiet?: true;
  readonly color: boolean;
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign check org.yaml
  orgdesign check org.yaml --baseline git:origin/main --max-moved 0.25
  orgdesign check proposed.yaml --baseline org.yaml --format table --format json:check.json
  orgdesign check org.yaml --design cluster --fail-on warning
  orgdesign check org.yaml --update-waivers "Ada Prior"    accept what is there today
  orgdesign check org.yaml --watch                         while editing

With a baseline only what is new or worse fails. What to judge by stands in
orgdesign.config.yaml, in the folder of the file or in one above; options win over it.

Exit codes: 0 passed, 1 failed, 2 the command or a file needs mending.`;

const numberFrom =
  (least: number, most: number, whole: boolean, what: string) =>
  (value: string): number => {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (!(number >= least && number <= most) || (whole && !Number.isInteger(number)))
      throw new InvalidArgumentError(`Give ${what}.`);
    return number;
  };

const isoDay = (value: string): string => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('Give a day as 2026-01-31.');
  return value;
};

/** Nobody can be told to move without something to move from. */
const refuseMaxMoved = ({ maxMoved, baseline }: CommandOptions, targets: readonly Target[]): void => {
  if (maxMoved !== undefined && baseline === undefined && targets.every(({ design }) => design === null))
    throw new UserError(
      '--max-moved compares with a baseline, and there is none.',
      'Give one with --baseline, as a file or as git:origin/main.',
    );
};

const pathsOf = (args: readonly string[]): string[] =>
  args.map((argument) => argument.replace(/#[^#/\\]*$/, ''));

const checkFiles = async (args: readonly string[], options: CommandOptions, io: Io): Promise<number> => {
  const { baseline, failOn, maxWarnings, maxMoved } = options;
  const outputs = outputsOf(options);
  const [designs, { buildCheck, loadPolicy }, { suggestEach }] = await Promise.all([
    chosenDesigns(options.design),
    import('../../documents/check/index.ts'),
    import('../../documents/suggestions/for-check.ts'),
  ]);
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const paths = pathsOf(args);
  const policyPath = options.policy ?? (await findPolicy(paths, files));
  const policy = policyPath === undefined ? null : await loadPolicy(policyPath, files);
  const targets = await targetsOf(args, designs, baseline, files, io);
  refuseMaxMoved(options, targets);
  for (const output of outputs) {
    for (const { loaded, baseline: was } of targets) {
      refuseInput(output, loaded);
      if (was?.revision === null) refuseInput(output, was.structure.loaded);
    }
    if (policy !== null && policyPath === output.output)
      throw new UserError(`${output.output} is the policy, and would be replaced.`, 'Name another file.');
  }
  const settings: Omit<CheckOptions, 'policy'> = {
    ...{ failOn, maxWarnings, maxMoved, baseline },
    today: options.today ?? io.today(),
    names: options.names === true,
    version: VERSION,
    suggest: suggestEach,
  };
  const run = (by: CheckPolicy | null): Check => buildCheck(targets, { ...settings, policy: by });
  const check =
    options.updateWaivers === undefined
      ? run(policy)
      : await adoptWaivers({ run, policy, owner: options.updateWaivers, first: paths[0]!, files, io });
  await writeCheck(check, outputs, options, io);
  return check.verdict.pass ? CLEAN : FINDINGS;
};

const watchFiles = async (args: readonly string[], options: CommandOptions, io: Io): Promise<number> => {
  const { refuseWatch, watch } = await import('../io/watch.ts');
  refuseWatch(pathsOf(args), options.updateWaivers);
  return watch((world) => checkFiles(args, options, world), io);
};

export const defineCheck = (program: Command, io: Io, done: Done): void => {
  const command = program
    .command('check')
    .summary('say whether a change passes, for a review or CI')
    .description('Judge files by a policy, and by what they make worse than a baseline.')
    .argument('<files...>', 'organisation files in YAML, or FILE#design; - reads standard input')
    .option('-b, --baseline <file|git:revision[:file]>', 'what it was before: then only new and worse fails')
    .option('-p, --policy <file>', 'what to judge by; orgdesign.config.yaml of the folder, or one above')
    .option(
      '-d, --design <ids>',
      'designs to check beside the files as they stand, separated by commas',
      collectIds,
    )
    .addOption(failOnOption().default(undefined, 'error, or failOn of the policy'))
    .option(
      '--max-warnings <number>',
      'fail on more warnings than this',
      numberFrom(0, Number.MAX_SAFE_INTEGER, true, 'a whole number of 0 or more'),
    )
    .option(
      '--max-moved <share>',
      'fail where a larger share of people is moved than this, as 0.25',
      numberFrom(0, 1, false, 'a share from 0 to 1'),
    )
    .option('--today <date>', 'the day that waivers are judged by; the day it is', isoDay)
    .option('--update-waivers <owner>', 'write waivers for what fails into the policy, for an owner')
    .option('-w, --watch', 'check again whenever a file that is read changes, until Ctrl-C');
  withOutputOptions(command, checkFormats, 'only what counts, and the verdict', formatsOption())
    .addHelpText('after', EXAMPLES)
    .action(async (args: string[], options: CommandOptions) =>
      done(await (options.watch ? watchFiles : checkFiles)(args, options, io)),
    );
};
