import { join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { given } from '../base/given.ts';
import { allOf, counted, printable, quoted } from '../base/text.ts';
import { designs } from '../designs/index.ts';
import { transitionOf } from '../designs/transition/transition.ts';
import { nextDiffs, stageStem, transitionBlocks } from '../documents/transition/blocks.ts';
import { showTransition } from '../documents/transition/transition.ts';
import { buildOrganisation } from '../model/build.ts';
import { saidOfData, stageFiles } from '../proposal/simulate.ts';
import { flat } from '../render/block.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import { MEBIBYTE } from '../source/files.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import type { Io } from './io/io.ts';
import { progressOn } from './io/progress.ts';
import { renderOptions } from './io/write-out.ts';
import { schemaModeline } from './package.ts';

/** What this command has written before, and may replace. */
const STAGE_FILE = /^\d{2,}-(foundations|pilot-.+|wave-\d+)\.(yaml|(people|customers)(-\d+)?\.csv)$/u;

/** The day of a stage: this command writes that of its source, so another one was given by hand. */
const AS_OF = /^asOf: *["']?(\d{4}-\d{2}-\d{2})/mu;

/** Bytes of a stage, more than any file may have that this command reads. */
const MOST_READ = 64 * MEBIBYTE;

/** Files named when a folder is refused. */
const MOST_NAMED = 3;

/** The stage files that a folder holds already; refused where it holds anything else, a file that was read, or a stage with a day of its own. */
const earlierStages = async (
  folder: string,
  { source, includes, input: { asOf } }: Loaded,
  io: Io,
): Promise<readonly string[]> => {
  const names = (await io.listFolder(folder)) ?? [];
  const others = names.filter((name) => !STAGE_FILE.test(name));
  if (others.length > 0) {
    const names = others.map((name) => quoted(name));
    const more = others.length - MOST_NAMED;
    throw new UserError(
      `--stages ${printable(folder)}: the folder holds files that are no stages: ${allOf(names.slice(0, MOST_NAMED))}${more > 0 ? ` and ${more} more` : ''}.`,
      'Name a folder that is empty or not there yet.',
    );
  }
  // A link may lead to a file that was read.
  const real = async (path: string) =>
    (await io.files.realPath(path).catch(() => undefined)) ?? resolve(path);
  const read = await Promise.all([source, ...includes].map(({ name }) => real(name)));
  for (const name of names)
    if (read.includes(await real(join(folder, name))))
      throw new UserError(
        `--stages ${printable(folder)}: ${quoted(name)} was read, and would be replaced.`,
        'Name another folder.',
      );
  for (const name of names.filter((one) => one.endsWith('.yaml'))) {
    const given = AS_OF.exec(
      new TextDecoder().decode(await io.files.read(join(folder, name), MOST_READ)),
    )?.[1];
    if (given !== undefined && given !== asOf)
      throw new UserError(
        `--stages ${printable(folder)}: somebody gave ${quoted(name)} a day of its own, asOf: ${given}, which would be lost.`,
        'Name another folder, or take that file away.',
      );
  }
  return names;
};

/**
 * Writes the way to a design as files, one organisation a stage, and prints the stages. All texts are made before the first
 * file is written, and each organisation is complete once its YAML is there.
 */
export const writeStages = async (
  loaded: Loaded,
  id: DesignId,
  folder: string,
  { color, quiet }: { readonly color: boolean; readonly quiet: true | undefined },
  io: Io,
): Promise<number> => {
  const earlier = await earlierStages(folder, loaded, io);
  const progress = progressOn(io.stderr);
  const design = designs.find((one) => one.id === id)!;
  const before = buildOrganisation(loaded);
  const result = design.apply(before);
  const transition = transitionOf(before, id, result);
  const { stages } = transition;
  for (const said of saidOfData(before)) io.stdout.write(`${printable(said)}\n`);
  if (stages.length === 0) {
    const told = result.mend === undefined ? result.explanation : ['The data cannot bear this design.'];
    io.stdout.write(`${[...told, 'No stages were written.'].map(printable).join('\n')}\n`);
    return result.organisation === null ? FINDINGS : CLEAN;
  }
  const shown = showTransition(before, transition, (name, done) => progress.step(name, done, stages.length));
  const files = stages.map((stage, at) => {
    const stem = stageStem(stages, at);
    const modeline = schemaModeline(join(folder, `${stem}.yaml`));
    const proposal = stageFiles(loaded, before, stage, {
      shown: shown.stages[at]!,
      number: at + 1,
      of: stages.length,
      design,
      stem,
      modeline,
    });
    return { name: `${stem}.yaml`, ...proposal };
  });
  progress.end();
  await io.makeFolder(folder);
  // Each YAML after its tables: with it the stage is complete.
  const texts = files.flatMap(({ name, yaml, tables }) => [...tables, [name, yaml] as const]);
  await io.writeFiles(
    texts.map(([file, text]) => [join(folder, file), text]),
    { over: earlier.map((name) => join(folder, name)) },
  );
  const written = new Set(texts.map(([file]) => file));
  for (const name of earlier) if (!written.has(name)) await io.removeFile(join(folder, name));
  const settings = renderOptions({ output: '-', color, ...given({ quiet }) }, io);
  io.stdout.write(
    renderTerminal({ value: shown, blocks: flat(transitionBlocks(shown, settings)) }, settings),
  );
  if (quiet !== true)
    io.stdout.write(
      `\nWrote ${counted(files.length, 'stage')} to ${printable(folder)}. Next:\n${nextDiffs(
        loaded,
        files.map(({ name }) => join(folder, name)),
      )}\n`,
    );
  return CLEAN;
};
