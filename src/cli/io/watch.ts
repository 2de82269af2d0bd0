import { resolve } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { counted } from '../../base/text.ts';
import type { FileReader } from '../../source/files.ts';
import { describeUserError, NOT_USABLE } from '../exit.ts';
import type { Io } from './io.ts';
import type { Watching } from './watching.ts';

/** Empties the screen, though not what was scrolled off it, and goes to its top. */
const CLEAR = '\u001b[2J\u001b[H';
const SEPARATOR = `\n${'─'.repeat(20)}\n\n`;

type Stamps = Map<string, string>;

/**
 * Reads as `files` does, and notes how each file was before it was read. What is looked for and not there is noted as
 * well: a policy may appear.
 */
const noting = (files: FileReader, stamps: Stamps, { stamp }: Watching): FileReader => {
  const note = async (path: string): Promise<void> => {
    if (!stamps.has(path)) stamps.set(path, await stamp(path));
  };
  return {
    ...files,
    read: async (path, maximumBytes) => {
      await note(path);
      return files.read(path, maximumBytes);
    },
    realPath: async (path) => {
      await note(path);
      return files.realPath(path);
    },
  };
};

/** Notes what is written: a command that writes into what it watches would start itself again without end. */
const notingWritten = (io: Io, written: Set<string>): Pick<Io, 'writeFiles' | 'appendFile'> => {
  const note = async (path: string): Promise<void> => {
    written.add(path);
    written.add(resolve(path));
    written.add(await io.files.realPath(path).catch(() => path));
  };
  return {
    writeFiles: async (files, meant) => {
      await io.writeFiles(files, meant);
      for (const [path] of files) await note(path);
    },
    appendFile: async (path, text) => {
      await io.appendFile(path, text);
      await note(path);
    },
  };
};

const stampsNow = async (paths: Iterable<string>, { stamp }: Watching): Promise<Stamps> => {
  const stamps: Stamps = new Map();
  for (const path of paths) stamps.set(path, await stamp(path));
  return stamps;
};

const isOneOf = (paths: ReadonlySet<string>, path: string): boolean =>
  paths.has(path) || paths.has(resolve(path));

const same = (one: Stamps, other: Stamps): boolean =>
  [...one].every(([path, stamp]) => other.get(path) === stamp);

/** Waits until one of the files is not as it was noted, and all have been left alone for a moment; false at the end. */
async function changed(noted: Stamps, watching: Watching): Promise<boolean> {
  let before = noted;
  while (await watching.pause()) {
    const now = await stampsNow(noted.keys(), watching);
    if (!same(noted, now) && same(before, now)) return true;
    before = now;
  }
  return false;
}

/** Whether all that is wrong stands at a place in a file, and so can be mended there. */
const isInFiles = ({ problems }: UserError): boolean => problems.every(({ at }) => at !== undefined);

/**
 * What a check says of files that cannot be used is shown like its findings: they are being worked on. At first that is
 * only what stands in them; else the command needs mending, and no file that changes could do so.
 */
async function once(check: (io: Io) => Promise<number>, io: Io, first: boolean): Promise<number> {
  try {
    return await check(io);
  } catch (error) {
    if (!(error instanceof UserError) || (first && !isInFiles(error))) throw error;
    io.stderr.write(describeUserError(error));
    return NOT_USABLE;
  }
}

/** A file may have been looked at by several of its names. */
const watched = (stamps: Stamps): string =>
  counted(new Set([...stamps.values()].filter((stamp) => /\d/.test(stamp))).size, 'file');

/**
 * Checks, and checks again whenever a file that the last check read, or looked for, changes, until somebody ends it.
 * @returns the exit code of the last check.
 * @throws UserError where the command itself needs mending.
 */
export async function watch(check: (io: Io) => Promise<number>, io: Io): Promise<number> {
  const watching = io.watch();
  try {
    for (let first = true; ; first = false) {
      if (!first) io.stdout.write(io.stdout.isTerminal ? CLEAR : SEPARATOR);
      const stamps: Stamps = new Map();
      const written = new Set<string>();
      const world = { ...io, ...notingWritten(io, written), files: noting(io.files, stamps, watching) };
      const code = await once(check, world, first);
      for (const path of stamps.keys()) if (isOneOf(written, path)) stamps.delete(path);
      io.stderr.write(`\nWatching ${watched(stamps)}; Ctrl-C ends.\n`);
      if (!(await changed(stamps, watching))) return code;
    }
  } finally {
    watching.close();
  }
}

/** @throws UserError where there is nothing to watch, or what is watched would be written. */
export function refuseWatch(paths: readonly string[], updateWaivers: string | undefined): void {
  if (paths.includes('-')) throw new UserError('--watch cannot watch standard input.', 'Name a file.');
  if (updateWaivers !== undefined)
    throw new UserError(
      '--watch and --update-waivers do not go together: a file that is watched would be written.',
      'Write the waivers first.',
    );
}
