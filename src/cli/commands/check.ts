import { checkFormats } from '../../documents/check/document.ts';
import { defineCommand } from '../command.ts';
import { judgementOptions, severalFormats } from '../options/documents.ts';
import { judging } from '../options/limits.ts';
import { argument } from '../options/option.ts';

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
    ...judging,
    ...judgementOptions(checkFormats, 'only what counts, and the verdict'),
    format: severalFormats(checkFormats),
  },
  formats: checkFormats,
  examples: [
    'orgdesign check org.yaml',
    'orgdesign check org.yaml --baseline git:origin/main --max-moved 0.25',
    'orgdesign check proposed.yaml --baseline org.yaml --format table --format json:check.json',
    'orgdesign check org.yaml --design cluster --fail-on warning',
    'orgdesign check org.yaml --update-waivers "Ada Prior"    accept what is there today',
    'orgdesign check org.yaml --watch                         while editing',
  ],
  remarks: [
    'With a baseline only what is new or worse fails. What to judge by stands in orgdesign.config.yaml, in the folder of the file or in one above; options win over it.',
    'Exit codes: 0 passed, 1 failed, 2 the command or a file needs mending.',
  ],
  run: async (call) => (await import('../check-files.ts')).checkFiles(call),
});
