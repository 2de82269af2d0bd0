import { SEVERITIES } from '../../schema/choices.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { design } from './designs.ts';
import { count, day, option, share } from './option.ts';

const severity = <Value>() =>
  option<Value>('--fail-on <severity>', 'exit with 1 on findings of this severity or a higher one').choices(
    SEVERITIES,
  );

export const failOn = severity<Severity>().default('error');

export const policy = option<string | undefined>(
  '-p, --policy <file>',
  'what to judge by; orgdesign.config.yaml of the folder, or one above',
);

/** @param what - What is judged by the day. */
const today = (what: string) => day('--today <date>', `the day that ${what} are judged by; the day it is`);

/** What a check judges by, and when. */
export const judging = {
  baseline: option<string | undefined>(
    '-b, --baseline <file|git:revision[:file]>',
    'what it was before: then only new and worse fails',
  ),
  policy,
  design: design('designs to check beside the files as they stand, separated by commas'),
  failOn: severity<Severity | undefined>().default(undefined, 'error, or failOn of the policy'),
  maxWarnings: count('--max-warnings <number>', 'fail on more warnings than this'),
  maxMoved: share('--max-moved <share>', 'fail where a larger share of people is moved than this, as 0.25'),
  maxGone: share(
    '--max-gone <share>',
    'fail where a larger share of the people of the baseline is there no longer, as 0.1',
  ),
  today: today('waivers'),
  updateWaivers: option<string | undefined>(
    '--update-waivers <owner>',
    'write waivers for what fails into the policy, for an owner',
  ),
  watch: option<true | undefined>(
    '-w, --watch',
    'check again whenever a file that is read changes, until Ctrl-C',
  ),
};

/** What the carrying out of a plan is held to. */
export const planLimits = {
  stages: option<string | undefined>(
    '--stages <folder>',
    'the stages that simulate --stages wrote; asOf: in one is the day by which it is due',
  ),
  minDone: share(
    '--min-done <share>',
    'exit with 1 where a smaller share of the moves, or of places in teams, is done, as 0.5',
  ),
  maxDeviations: count('--max-deviations <number>', 'exit with 1 where more deviates from the plan'),
  today: today('stages'),
};
