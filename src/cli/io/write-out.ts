import { resolve } from 'node:path';
import { UserError } from '../../base/errors.ts';
import type { RenderOptions } from '../../render/format.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { wantsColor } from '../options/values.ts';
import type { Io } from './io.ts';

/** Where standard output is no terminal, and for files. */
const DEFAULT_COLUMNS = 80;

/** What every command that renders something is told of its output. */
interface OutputOptions {
  readonly output: string;
  readonly quiet?: true;
  readonly color: boolean;
}

/** An output that takes the place of what it was made from, by whatever name, cannot be undone. */
export const refuseInput = async (
  { output }: Pick<OutputOptions, 'output'>,
  { source, includes }: Loaded,
  io: Io,
): Promise<void> => {
  if (output === '-') return;
  const names = [source, ...includes].map(({ name }) => name);
  const inputs = await Promise.all(names.map((name) => io.identity(name)));
  const identity = await io.identity(output);
  if (
    names.some((name) => resolve(name) === resolve(output)) ||
    (identity !== undefined && inputs.includes(identity))
  )
    throw new UserError(`--output ${output} would replace a file that was read.`, 'Name another file.');
};

/** How to render for where the output goes: a file has no width and no colours. */
export const renderOptions = (
  { output, quiet, color }: OutputOptions,
  { stdout, env }: Io,
): RenderOptions => ({
  columns: (output === '-' ? stdout.columns : undefined) ?? DEFAULT_COLUMNS,
  color: output === '-' && wantsColor({ flag: color, env, isTerminal: stdout.isTerminal }),
  quiet: quiet === true,
  ...(output === '-' && hasAsciiOnly(env) ? { ascii: true } : {}),
});

/** What a locale says of signs; where none is set, terminals of today have them all. */
const hasAsciiOnly = ({ LC_ALL, LC_CTYPE, LANG }: Io['env']): boolean =>
  /^(?:C|POSIX)$/i.test(LC_ALL || LC_CTYPE || LANG || '');

/** To the file, all of it or nothing, or to standard output. */
export const writeOut = async (text: string, output: string, io: Io): Promise<void> => {
  if (output === '-') io.stdout.write(text);
  else await io.writeFiles([[output, text]]);
};

/** Whether there is a file or folder of this name. */
export const exists = (path: string, { files }: Io): Promise<boolean> =>
  files.realPath(path).then(
    () => true,
    () => false,
  );
