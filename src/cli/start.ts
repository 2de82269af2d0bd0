import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { cachedDataVersionTag, getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { CLEAN, FINDINGS } from './exit.ts';
import { type CodeCache, cachePlace, codeCache } from './io/code-cache.ts';

/** Of the program beside this one, put in by the build. */
declare const __PROGRAM__: string;

/** What the program is: a function of what a CommonJS module is given, which returns what it exports. */
type Program = (require: NodeJS.Require, filename: string) => { main(): Promise<number> };

/** A run that needed that much more than what is kept has its code kept instead. */
const GROWTH = 1.05;

/** Counting what was compiled takes longer than it gains where a run is asked the same as the one before: then one in so many. */
const SELDOM = 16;

/** What is asked for, whatever the files are. */
const taskOf = (words: readonly string[]): number =>
  crc32([words[0], ...words.filter((word) => word.startsWith('-'))].join('\0'));

const compiledBytes = (): number => getHeapCodeStatistics().bytecode_and_metadata_size;

const cacheOf = (program: string): CodeCache | undefined => {
  try {
    const place = cachePlace(process.env, process.platform, homedir());
    return place && codeCache(place, `${program}-${process.arch}-${cachedDataVersionTag().toString(16)}`);
  } catch {
    return undefined;
  }
};

/**
 * Runs the command, compiled in an earlier run if it can be: V8 needs a third of a short run for compiling.
 * @returns its exit code.
 */
export const start = async (): Promise<number> => {
  const filename = join(__dirname, 'cli.js');
  const cache = cacheOf(__PROGRAM__);
  const kept = cache?.read();
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(kept && { cachedData: kept.code }),
  });
  const program: Program = script.runInThisContext();
  const code = await program(require, filename).main();
  const used = script.cachedDataRejected === false ? kept : undefined;
  const task = taskOf(process.argv.slice(2));
  const mayHaveGrown = used?.task !== task || process.pid % SELDOM === 0;
  // A run that ended early would keep little.
  if (mayHaveGrown && (code === CLEAN || code === FINDINGS))
    // All that was printed has been by then.
    process.once('beforeExit', () => {
      const size = compiledBytes();
      if (size > (used?.size ?? 0) * GROWTH) cache?.write({ size, task }, () => script.createCachedData());
    });
  return code;
};
