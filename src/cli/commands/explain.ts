import { type Command, Option } from 'commander';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import { wantsColor } from '../options/color.ts';
import type { Done } from '../program.ts';

interface ExplainOptions {
  readonly format: 'text' | 'json';
  readonly color: boolean;
}

const EXAMPLES = `
Examples:
  orgdesign explain
  orgdesign explain silos.count
  orgdesign explain cluster
  orgdesign explain minimumTeam`;

const explain = async (
  id: string | undefined,
  { format, color }: ExplainOptions,
  io: Io,
): Promise<number> => {
  const [{ reference, entriesNamed }, { describeEntries, listEntries }] = await Promise.all([
    import('../reference.ts'),
    import('../explain-text.ts'),
  ]);
  const entries = id === undefined ? reference() : entriesNamed(id);
  if (format === 'json') {
    io.stdout.write(`${JSON.stringify({ version: 1, entries }, null, 2)}\n`);
    return CLEAN;
  }
  const options = {
    columns: io.stdout.columns ?? 80,
    color: wantsColor({ flag: color, env: io.env, isTerminal: io.stdout.isTerminal }),
  };
  io.stdout.write(id === undefined ? listEntries(entries, options) : describeEntries(entries, options));
  return CLEAN;
};

export const defineExplain = (program: Command, io: Io, done: Done): void => {
  program
    .command('explain')
    .summary('say what a measure, rule, design or practice means')
    .description(
      'Say what a measure, rule, design, threshold or practice means, where it comes from and how to change it.',
    )
    .argument('[id]', 'id of a measure, rule, design, threshold or practice; all are listed if left out')
    .addOption(
      new Option('-f, --format <format>', 'form of the output').choices(['text', 'json']).default('text'),
    )
    .option('--no-color', 'no colours; so do NO_COLOR and output that is no terminal')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined, options: ExplainOptions) => done(await explain(id, options, io)));
};
