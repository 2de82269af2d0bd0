import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { color } from '../options/index.ts';
import { argument, option } from '../options/option.ts';
import { wantsColor } from '../options/values.ts';

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
  examples: `Examples:
  orgdesign explain
  orgdesign explain silos.count
  orgdesign explain cluster
  orgdesign explain minimumTeam`,
  async run({ arguments: [id], options: { format, color: flag }, io: { stdout, env } }) {
    const [{ reference, entriesNamed }, { describeEntries, listEntries }] = await Promise.all([
      import('../../documents/reference/index.ts'),
      import('../../documents/reference/text.ts'),
    ]);
    const entries = id === undefined ? reference() : entriesNamed(id);
    const write = id === undefined ? listEntries : describeEntries;
    const rendering = {
      columns: stdout.columns ?? 80,
      color: wantsColor({ flag, env, isTerminal: stdout.isTerminal }),
    };
    stdout.write(
      format === 'json' ? `${JSON.stringify({ version: 1, entries }, null, 2)}\n` : write(entries, rendering),
    );
    return CLEAN;
  },
});
