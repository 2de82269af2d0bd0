import { UserError } from '../base/errors.ts';
import { alternatives, quoted } from '../base/text.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import { CLEAN, FINDINGS } from './exit-codes.ts';
import type { Io } from './io/io.ts';
import { progressOn } from './io/progress.ts';
import { type OutputOptions, renderOptions, writeOut } from './io/write-out.ts';
import { VERSION } from './version.ts';

/** Tries the values of one or two options of a design, and prints what comes of each. */
export const writeSweep = async (
  loaded: Loaded,
  design: DesignId,
  sweeps: readonly string[],
  options: OutputOptions & { readonly format?: string },
  io: Io,
): Promise<number> => {
  const { sweep, sweepFormats } = await import('../index.ts');
  const [first] = sweepFormats.keys();
  const format = sweepFormats.get(options.format ?? first!);
  if (format === undefined)
    throw new UserError(
      `--format: there is no format ${quoted(options.format!)}.`,
      `A sweep is printed as ${alternatives([...sweepFormats.keys()])}.`,
    );
  const progress = progressOn(io.stderr);
  const document = sweep(loaded, { design, sweeps, version: VERSION, onRow: progress.step });
  progress.end();
  const render = await format.load();
  await writeOut(render(document, renderOptions(options, io)), options, io);
  return document.rows.every(({ status }) => status === 'impossible') ? FINDINGS : CLEAN;
};
