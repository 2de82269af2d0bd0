import type { Command } from 'commander';
import type { Baseline } from '../../documents/check/index.ts';
import { diffFormats } from '../../documents/diff/formats.ts';
import type { Structure } from '../../documents/diff/structure.ts';
import type { FileReader } from '../../source/files.ts';
import { CLEAN } from '../exit-codes.ts';
import { structureAt } from '../io/git-structure.ts';
import type { Io } from '../io/io.ts';
import { type OutputOptions, refuseInput, renderOptions, writeOut } from '../io/write-out.ts';
import { withOutputOptions } from '../options/report-options.ts';
import type { Done } from '../program.ts';
import type { KnownFiles } from '../structure-file.ts';
import { VERSION } from '../version.ts';

interface DiffOptions extends OutputOptions {
  readonly format: string;
  readonly names?: true;
  readonly stdinFilepath?: string;
}

const EXAMPLES = `
Examples:
  orgdesign diff org.yaml proposed.yaml
  orgdesign diff org.yaml org.yaml#cluster
  orgdesign diff org.yaml#lifecycle org.yaml#cluster --names
  orgdesign diff git:main:org.yaml org.yaml
  orgdesign diff org.yaml proposed.yaml --format markdown -o comment.md

FILE#design is the design of FILE with the options under its designs: (of standard
input: orgdesign diff -- - -#cluster).
Differences set no exit code: it is 0 unless something could not be read.`;

/** The side of a diff, which says of which revision it is. */
const side = ({ structure, revision }: Baseline): Structure => {
  if (revision === null) return structure;
  const { loaded } = structure;
  return { ...structure, loaded: { ...loaded, source: { ...loaded.source, name: revision.name } } };
};

const diffFiles = async (
  [before, after]: readonly [string, string],
  options: DiffOptions,
  io: Io,
): Promise<number> => {
  const { diff } = await import('../../index.ts');
  const files: FileReader =
    options.stdinFilepath === undefined ? io.files : { ...io.files, stdinPath: options.stdinFilepath };
  const known: KnownFiles = new Map();
  // One after the other, so that of two faulty files the first is told.
  const first = await structureAt(before, files, known, io);
  const second = await structureAt(after, files, known, io);
  for (const { structure, revision } of [first, second])
    if (revision === null) refuseInput(options, structure.loaded);
  const found = diff(side(first), side(second), { names: options.names === true, version: VERSION });
  const render = await diffFormats.get(options.format)!.load();
  await writeOut(render(found, renderOptions(options, io)), options, io);
  return CLEAN;
};

export const defineDiff = (program: Command, io: Io, done: Done): void => {
  const command = program
    .command('diff')
    .summary('say what differs between two files, or a file and a design')
    .description(
      'Say what differs between two organisations: who moves, what opens and closes, what customers lose, and what the measures say.',
    )
    .argument(
      '<before>',
      'organisation file in YAML, FILE#design or git:REVISION:FILE; - reads standard input',
    )
    .argument('<after>', 'the same');
  withOutputOptions(command, diffFormats, 'only the summary and the totals')
    .addHelpText('after', EXAMPLES)
    .action(async (before: string, after: string, options: DiffOptions) =>
      done(await diffFiles([before, after], options, io)),
    );
};
