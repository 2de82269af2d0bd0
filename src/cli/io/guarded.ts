import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { printable, withoutCommands } from '../../base/text.ts';
import type { Io, Output } from './io.ts';

/** What is written over nothing: a command refuses what it has read, by whatever name. */
const refuseRead = (path: string): UserError =>
  new UserError(`${printable(path)} was read, and would be replaced.`, 'Name another file.');

/** The same for two names that some file systems take for one. */
const nameOf = (path: string): string =>
  join(dirname(resolve(path)), basename(path).normalize('NFC').toLowerCase());

const refuseTwice = (paths: readonly string[]): void => {
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(nameOf(path)))
      throw new UserError(`Two outputs would be written to ${printable(path)}.`, 'Name two files.');
    seen.add(nameOf(path));
  }
};

/**
 * Standard output that waits for the command to end, so that there is none where it ends with what the user has to mend; and
 * in which nothing is a command to the runner of a workflow, but what a format means to be one.
 */
function heldOutput(stdout: Output): { output: Output; release(): void; discard(): void } {
  const held: { text: string; commands: boolean }[] = [];
  let holding = true;
  const put = (text: string, commands: boolean) => stdout.write(commands ? text : withoutCommands(text));
  return {
    output: {
      ...stdout,
      write: (text, what) => {
        const commands = what === 'commands';
        const last = held.at(-1);
        if (!holding) put(text, commands);
        else if (last?.commands === commands) last.text += text;
        else held.push({ text, commands });
      },
    },
    release() {
      holding = false;
      for (const { text, commands } of held.splice(0)) put(text, commands);
    },
    discard: () => void held.splice(0),
  };
}

/** The world as a command may touch it. */
interface Guard {
  readonly io: Io;
  /** To be called once it has ended: shows what it printed, or nothing of it. */
  end(usable: boolean): void;
}

/** What no command may do, whatever it is: write over what it has read, give orders to a runner, print and then fail. */
export function guarded(io: Io): Guard {
  const read = new Set<string>();
  const note = async (path: string): Promise<void> => {
    const identity = path === '-' ? undefined : await io.identity(path);
    if (identity !== undefined) read.add(identity);
  };
  const { output: stdout, release, discard } = heldOutput(io.stdout);
  return {
    io: {
      ...io,
      stdout,
      stderr: { ...io.stderr, write: (text) => io.stderr.write(withoutCommands(text)) },
      files: {
        ...io.files,
        read: async (path, maximumBytes) => {
          await note(path);
          return io.files.read(path, maximumBytes);
        },
      },
      sources: {
        ...io.sources,
        open: async (path) => {
          await note(path);
          return io.sources.open(path);
        },
      },
      async writeFiles(files, meant) {
        refuseTwice(files.map(([path]) => path));
        for (const [path] of files) {
          const identity = [meant?.over].flat().includes(path) ? undefined : await io.identity(path);
          if (identity !== undefined && read.has(identity)) throw refuseRead(path);
        }
        await io.writeFiles(files, meant);
      },
      watch() {
        // Each check is to be seen when it has ended, and may fail without ending the watch.
        release();
        return io.watch();
      },
    },
    end: (usable) => {
      if (!usable) discard();
      release();
    },
  };
}
