import { suggestFormats } from '../../documents/suggestions/document.ts';
import { SEVERITIES } from '../../schema/choices.ts';
import type { Severity } from '../../schema/documents/finding.ts';
import { defineCommand } from '../command.ts';
import { judgementOptions, organisationFile } from '../options/documents.ts';
import { policy } from '../options/limits.ts';
import { option } from '../options/option.ts';

export const suggest = defineCommand({
  name: 'suggest',
  summary: 'list the fewest moves that clear the most findings',
  description:
    'List the fewest moves of people, and changes of lines, that clear the most findings; write the organisation with all of them made.',
  arguments: [organisationFile('<file>', ', or FILE#design')],
  options: {
    apply: option<string | undefined>(
      '-a, --apply <file>',
      'write the organisation with every change made, as a file that diff shows',
    ),
    severity: option<Severity>('--severity <severity>', 'clear findings as grave as this, or graver')
      .choices(SEVERITIES)
      .default('warning'),
    policy,
    ...judgementOptions(suggestFormats, 'only the changes'),
  },
  formats: suggestFormats,
  examples: [
    'orgdesign suggest org.yaml',
    'orgdesign suggest org.yaml --apply better.yaml',
    'orgdesign diff org.yaml better.yaml',
    'orgdesign suggest org.yaml#cluster --severity note',
    `orgdesign suggest org.yaml --format json | jq '.suggestions[].changes[]'`,
  ],
  remarks: [
    'Moves of people who are there, and lines that are redrawn; nobody is hired, and nobody moves twice. Findings are judged as check does it, by orgdesign.config.yaml where there is one. The exit code is 0 unless a file could not be read.',
  ],
  run: async (call) => (await import('../suggest-for-file.ts')).suggestForFile(call),
});
