import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { renderOptions } from '../io/write-out.ts';
import { color } from '../options/documents.ts';
import { argument, option } from '../options/option.ts';

export const explain = defineCommand({
  name: 'explain',
  summary: 'say what a measure, rule, design or practice means',
  description:
    'Say what a measure, rule, design, threshold or practice means, where it comes from and how to change it.',
  arguments: [
    argument<string | undefined>(
      '[id]',
      'id of a measure, rule, design, threshold or practice; all are listed if left out',
    ),
  ],
  options: {
    format: option<string>('-f, --format <format>', 'form of the output')
      .choices(['text', 'json'])
      .default('text'),
    color,
  },
  examples: [
    'orgdesign explain',
    'orgdesign explain silos.count',
    'orgdesign explain cluster',
    'orgdesign explain minimumTeam',
  ],
  async run({ arguments: [id], options: { format, color }, io }) {
    const { explained } = await import('../../documents/reference/text.ts');
    io.stdout.write(explained(id, format, renderOptions({ output: '-', color }, io)));
    return CLEAN;
  },
});
