import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { crc32 } from 'node:zlib';

/** What V8 made of a script in earlier runs. */
interface CompiledCode {
  readonly code: Buffer;
  /** What these runs were asked to do, as numbers, the last one first. */
  readonly tasks: readonly number[];
}

/** A place that holds compiled code from one run to the next. Nothing of it is ever needed, and none of it throws. */
export interface CodeCache {
  read(): CompiledCode | undefined;
  /** @param compile - Called only where there is a place to write to; what is kept stays where it gives nothing. */
  write(tasks: CompiledCode['tasks'], compile: () => Buffer | undefined): void;
}

/** Where caches lie, and whether whoever made that place known did so on purpose. */
interface CachePlace {
  readonly folder: string;
  readonly asked: boolean;
}

/** Of as many scripts, versions of V8 and sets of its flags; the next one takes the place of the oldest. */
const MOST_ENTRIES = 12;
/** Names of what is kept, and of what a run that was ended left half-written: nothing else in the folder is touched. */
const ENDING = '.v8code';
const OURS = /\.v8code(?:\.[0-9a-f]{12}\.tmp)?$/;
const CHECKSUM_BYTES = 4;
/** Tasks that are remembered; 0 stands for none. */
const MOST_TASKS = 15;
/** Checksum and tasks stand before the code, which V8 would copy if it did not start at a multiple of eight. */
const HEAD_BYTES = CHECKSUM_BYTES + MOST_TASKS * 4;
const WRITABLE_BY_OTHERS = 0o022;

/** Windows has no owners in this sense: there the folder of the user is closed to others by itself. */
const userId = process.getuid?.();

const isOurs = ({ uid }: Stats): boolean => userId === undefined || uid === userId;
/** Whether nobody else can have put in what we would run. */
const isSafe = (found: Stats): boolean =>
  isOurs(found) && (userId === undefined || (found.mode & WRITABLE_BY_OTHERS) === 0);

/**
 * The folder for compiled code: `NODE_COMPILE_CACHE` if it is set, or where the system has the caches of a user.
 * @returns undefined where none is wanted (`NODE_DISABLE_COMPILE_CACHE`) or there is no such folder.
 */
export const cachePlace = (
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): CachePlace | undefined => {
  // What is read from a cache has no record of which of its lines ran.
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return undefined;
  if (env.NODE_COMPILE_CACHE)
    return { folder: join(resolve(env.NODE_COMPILE_CACHE), 'orgdesign'), asked: true };
  const named =
    platform === 'win32' ? env.LOCALAPPDATA : platform === 'darwin' ? undefined : env.XDG_CACHE_HOME;
  const usual = { win32: 'AppData/Local', darwin: 'Library/Caches' }[platform as string] ?? '.cache';
  const caches = named && isAbsolute(named) ? named : join(home, usual);
  return isAbsolute(caches) ? { folder: join(caches, 'orgdesign'), asked: false } : undefined;
};

const nearest = (folder: string): Stats => {
  try {
    return statSync(folder);
  } catch {
    return nearest(dirname(folder));
  }
};

/**
 * Code that V8 is given must be what it wrote, to the bit: it does not look, and what it reads wrongly ends the process. A file
 * that was damaged is told by a checksum; one that somebody else wrote is not read at all.
 */
const checksumOf = (key: string, kept: Buffer): number => crc32(kept, crc32(`${key}\0`));

const attempt = <T>(what: () => T): T | undefined => {
  try {
    return what();
  } catch {
    return undefined;
  }
};

/** @param key - What the code is of: program, V8 and flags; a file name. */
export const codeCache = ({ folder, asked }: CachePlace, key: string): CodeCache => {
  const path = join(folder, `${key}${ENDING}`);
  const isSafeFolder = (): boolean => {
    const found = lstatSync(folder);
    return found.isDirectory() && isSafe(found);
  };
  const removeOldest = (): void => {
    const entries = readdirSync(folder)
      .filter((name) => OURS.test(name))
      .map((name) => join(folder, name));
    const byAge = entries
      .map((entry) => ({ entry, at: lstatSync(entry).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    for (const { entry } of byAge.slice(MOST_ENTRIES)) rmSync(entry, { force: true });
  };
  return {
    read: () =>
      attempt(() => {
        if (!isSafeFolder()) return undefined;
        const file = openSync(
          path,
          constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
        );
        try {
          const found = fstatSync(file);
          if (!found.isFile() || !isSafe(found)) return undefined;
          const bytes = readFileSync(file);
          if (bytes.length < HEAD_BYTES) return undefined;
          if (checksumOf(key, bytes.subarray(CHECKSUM_BYTES)) !== bytes.readUInt32LE(0)) return undefined;
          const tasks = Array.from({ length: MOST_TASKS }, (_, at) =>
            bytes.readUInt32LE(CHECKSUM_BYTES + at * 4),
          );
          return { tasks: tasks.filter((task) => task !== 0), code: bytes.subarray(HEAD_BYTES) };
        } finally {
          closeSync(file);
        }
      }),
    write: (tasks, compile) =>
      attempt(() => {
        // With sudo the home is that of somebody else, who could not write there afterwards; a home that is not there is not made.
        if (!asked && !(existsSync(dirname(dirname(folder))) && isOurs(nearest(folder)))) return;
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isSafeFolder()) return;
        const code = compile();
        if (code === undefined) return;
        const mark = process.hrtime.bigint().toString(16).padStart(12, '0').slice(-12);
        const beside = `${path}.${mark}.tmp`;
        const file = openSync(beside, 'wx', 0o600);
        try {
          const head = Buffer.alloc(HEAD_BYTES);
          for (const [at, task] of [...new Set(tasks)].slice(0, MOST_TASKS).entries())
            head.writeUInt32LE(task, CHECKSUM_BYTES + at * 4);
          head.writeUInt32LE(crc32(code, checksumOf(key, head.subarray(CHECKSUM_BYTES))));
          writeFileSync(file, head);
          writeFileSync(file, code);
          renameSync(beside, path);
        } finally {
          closeSync(file);
          rmSync(beside, { force: true });
        }
        removeOldest();
      }),
  };
};
