import { resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { buildSuggestions } from '../documents/suggestions/suggest.ts';
import { suggestedFiles } from '../proposal/simulate.ts';
import type { Severity } from '../schema/documents/finding.ts';
import type { Suggestions } from '../schema/documents/suggestions.ts';
import type { Call } from './command.ts';
import { CLEAN } from './exit.ts';
import { progressOn } from './io/progress.ts';
import { refuseInput } from './io/write-out.ts';
import { schemaModeline } from './package.ts';
import { nextSteps, stemOf, takenNames, writeProposal } from './write-proposal.ts';

interface SuggestValues {
  readonly apply: string | undefined;
  readonly severity: Severity;
  readonly policy: string | undefined;
  readonly format: string | undefined;
  readonly output: string;
  readonly quiet: true | undefined;
}

/** Two outputs of one command are two files. */
const refuseApply = ({ apply, output }: SuggestValues): void => {
  if (apply === '-') throw new UserError('--apply writes files, not standard output.', 'Name a file.');
  if (apply !== undefined && output !== '-' && resolve(apply) === resolve(output))
    throw new UserError('--apply and --output name the same file.', 'Name two.');
};

/** Prints the changes that clear the most findings, and writes the organisation with all of them made. */
export const suggestForFile = async ({
  arguments: [file],
  options,
  io,
  read,
  settings,
  print,
}: Call<readonly [string], SuggestValues, Suggestions>): Promise<number> => {
  const { apply, severity, quiet, output, format = 'table' } = options;
  const structure = await read.structure(file);
  const { loaded } = structure;
  refuseApply(options);
  if (apply !== undefined) await refuseInput({ output: apply }, loaded, io);
  const policy = await read.policy(options.policy, [file]);
  const progress = progressOn(io.stderr);
  let total = 0;
  const { document, after } = buildSuggestions(structure, {
    ...settings,
    policy,
    severity,
    onRound: (open) => {
      total = Math.max(total, open);
      progress.step('clearing findings', total - open, total);
    },
  });
  progress.end();
  await print(document);
  if (apply === undefined) return CLEAN;
  if (document.suggestions.length === 0) {
    io.stderr.write(`${apply} was not written: there is no change to make.\n`);
    return CLEAN;
  }
  const proposal = suggestedFiles(structure, after, document, {
    modeline: schemaModeline(apply),
    stem: stemOf(apply),
    taken: await takenNames(apply, loaded, io),
  });
  const paths = await writeProposal(proposal, apply, loaded, '--apply', io);
  if (quiet !== true && output === '-' && format === 'table') io.stdout.write(nextSteps(file, paths));
  return CLEAN;
};
