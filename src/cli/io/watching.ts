import { stat } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** What waiting for changes of files needs of the world. */
export interface Watching {
  /** Tells one state of a file from another: the same text for as long as nobody touches it. */
  stamp(path: string): Promise<string>;
  /** Waits a moment; false, and at once, after somebody asked to end. */
  pause(): Promise<boolean>;
  /** Gives back what it took hold of. */
  close(): void;
}

/** Short enough to feel immediate, long enough for an editor to have written its file. */
const PAUSE_MILLISECONDS = 200;

/**
 * What a folder holds may change by what is written into it, so it has one stamp as long as it is there. A file that is
 * renamed into place has another number on the disk, whatever its time and size.
 */
const stampOf = async (path: string): Promise<string> => {
  try {
    const found = await stat(path, { bigint: true });
    return found.isFile() ? [found.dev, found.ino, found.size, found.mtimeNs].join(' ') : 'no file';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unreadable';
  }
};

/**
 * Looks at the files again and again rather than be told by the system: a handful of files costs next to nothing, and it
 * works the same on network disks and in containers, where nobody tells, and for editors that put a new file in the place
 * of the old one, which what is told then no longer follows.
 */
export const diskWatching = (): Watching => {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  // Once: who asks a second time, while a check still runs, ends the process.
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.stdout.once('error', end);
  return {
    stamp: stampOf,
    pause: () =>
      sleep(PAUSE_MILLISECONDS, undefined, { signal: ended.signal }).then(
        () => true,
        () => false,
      ),
    close: () => {
      process.removeListener('SIGINT', end);
      process.removeListener('SIGTERM', end);
      process.stdout.removeListener('error', end);
    },
  };
};
