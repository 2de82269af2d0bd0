import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { printable } from '../base/text.ts';
import type { Proposal } from '../proposal/proposal.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { Io } from './io/io.ts';
import { exists } from './io/write-out.ts';

/** Name of the file without its ending, which the CSV files beside it begin with. */
export const stemOf = (output: string): string => basename(output).replace(/\.ya?ml$/i, '') || 'proposed';

/** Names of files that were read from the folder of the output, which nothing may be written over. */
const readBeside = (output: string, { source, includes }: Loaded): string[] =>
  [source, ...includes]
    .filter(({ name }) => dirname(resolve(name)) === dirname(resolve(output)))
    .map(({ name }) => basename(name));

/** Tables that stand where those of a proposal would, and belong to none: there is no proposal yet. */
const strangers = async (output: string, io: Io): Promise<string[]> => {
  if (output === '-' || (await exists(output, io))) return [];
  const names = ['people', 'customers'].map((what) => `${stemOf(output)}.${what}.csv`);
  const there = await Promise.all(names.map((name) => exists(join(dirname(output), name), io)));
  return names.filter((_, at) => there[at]);
};

/** Names that no table of a proposal may have. */
export const takenNames = async (output: string, loaded: Loaded, io: Io): Promise<string[]> => [
  ...readBeside(output, loaded),
  ...(await strangers(output, io)),
];

/** A link may lead from another name to a file that was read, and writing follows it. */
const refuseLinks = async (
  paths: readonly string[],
  { source, includes }: Loaded,
  option: string,
  io: Io,
): Promise<void> => {
  const real = (path: string): Promise<string | undefined> => io.files.realPath(path).catch(() => undefined);
  const read = await Promise.all([source, ...includes].map(({ name }) => real(name)));
  for (const path of paths) {
    const target = await real(path);
    if (target !== undefined && read.includes(target))
      throw new UserError(
        `${option} would replace a file that was read: ${path} is a link to it.`,
        'Name another file.',
      );
  }
};

/** Writes a proposal, all of its files or none, and gives their names, the YAML last: with it the organisation is complete. */
export const writeProposal = async (
  { yaml, tables }: Proposal,
  output: string,
  loaded: Loaded,
  option: string,
  io: Io,
): Promise<string[]> => {
  const beside = [...tables].map(([name, text]) => [join(dirname(output), name), text] as const);
  const files = [...beside, [output, yaml] as const];
  const paths = files.map(([path]) => path);
  await refuseLinks(paths, loaded, option, io);
  await io.makeFolder(dirname(output));
  await io.writeFiles(files);
  return paths;
};

/** What was written, and what to do with it. */
export const nextSteps = (file: string, paths: readonly string[]): string => {
  const output = paths.at(-1)!;
  const commands = [
    `  orgdesign evaluate ${output}`,
    ...(file === '-' ? [] : [`  orgdesign diff ${file} ${output}`]),
  ];
  return `\nWrote ${printable(paths.join(', '))}. Next:\n${commands.map(printable).join('\n')}\n`;
};
