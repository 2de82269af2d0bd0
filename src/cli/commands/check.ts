import { checkFormats } from '../../documents/check/document.ts';
import { defineCommand } from '../command.ts';
import {
  count,
  design,
  despiteData,
  documentOptions,
  failOnOrPolicy,
  policy,
  severalFormats,
  share,
  today,
} from '../options/index.ts';
import { argument, option } from '../options/option.ts';
import { pathOf } from '../organisation-file.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'say whether a change passes, for a review or CI',
  description: 'Judge files by a policy, and by what they make worse than a baseline.',
  arguments: [
    argument<readonly string[]>(
      '<files...>',
      'organisation files in YAML, or FILE#design; - reads standard input',
    ),
  ],
  options: {
    baseline: option<string | undefined>(
      '-b, --baseline <file|git:revision[:file]>',
      'what it was before: then only new and worse fails',
    ),
    policy,
    design: design('designs to check beside the files as they stand, separated by commas'),
    failOn: failOnOrPolicy,
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
    ...documentOptions(checkFormats, 'only what counts, and the verdict'),
    despiteData,
    format: severalFormats(checkFormats),
  },
  formats: checkFormats,
  examples: `Examples:
  orgdesign check org.yaml
  orgdesign check org.yaml --baseline git:origin/main --max-moved 0.25
  orgdesign check proposed.yaml --baseline org.yaml --format table --format json:check.json
  orgdesign check org.yaml --design cluster --fail-on warning
  orgdesign check org.yaml --update-waivers "Ada Prior"    accept what is there today
  orgdesign check org.yaml --watch                         while editing

With a baseline only what is new or worse fails. What to judge by stands in
orgdesign.config.yaml, in the folder of the file or in one above; options win over it.

Exit codes: 0 passed, 1 failed, 2 the command or a file needs mending.`,
  async run(call) {
    const { checkFiles } = await import('../check-files.ts');
    if (call.options.watch !== true) return checkFiles(call);
    const { refuseWatch, watch } = await import('../io/watch.ts');
    refuseWatch(call.arguments[0].map(pathOf), call.options.updateWaivers);
    return watch((io) => checkFiles(call.in(io)), call.io);
  },
});
