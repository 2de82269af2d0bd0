import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { CLEAN, FINDINGS } from './exit.ts';
import { type CodeCache, cachePlace, codeCache } from './io/code-cache.ts';

/** Put in by the build: which program lies beside this one, and the scripts that it consists of, that of `main` first. */
declare const __PROGRAM__: string;
declare const __SCRIPTS__: readonly string[];

/** What one chunk of the program exports. */
type Load = (script: number, chunk: number) => unknown;

/** What each script is: a function of what a CommonJS module is given, and of how to load other chunks. */
type Chunks = (require: NodeJS.Require, filename: string, load: Load) => readonly (() => unknown)[];

/** A run that needed that much more than what is kept has its code kept instead. */
const GROWTH = 1.05;

/** Finding out what was compiled takes longer than it gains where a run is asked what one before was: then one in so many. */
const SELDOM = 32;

/** What is asked for, whatever the files are. */
const taskOf = (words: readonly string[]): number =>
  crc32([words[0], ...words.filter((word) => word.startsWith('-'))].join('\0'));

const cacheOf = (name: string): CodeCache | undefined => {
  try {
    const place = cachePlace(process.env, process.platform, homedir());
    const key = `${__PROGRAM__}-${name}-${process.arch}-${cachedDataVersionTag().toString(16)}`;
    return place && codeCache(place, key);
  } catch {
    return undefined;
  }
};

/** Commands that call most functions of a script. */
const THROUGHOUT: Readonly<Record<string, readonly string[]>> = { 'cli-evaluation': ['evaluate', 'report'] };

/** Compiles all of it at once: V8 would look through every function first, and read it again when it is called. */
function compileThroughout(source: string, filename: string): Script {
  setFlagsFromString('--no-lazy');
  try {
    return new Script(source, { filename });
  } finally {
    setFlagsFromString('--lazy');
  }
}

/** A script compiled in an earlier run, if it can be. */
function scriptOf(name: string) {
  const filename = join(__dirname, `${name}.js`);
  const source = readFileSync(filename, 'latin1');
  const cache = cacheOf(name);
  const kept = cache?.read();
  const script =
    kept === undefined && THROUGHOUT[name]?.includes(process.argv[2]!)
      ? compileThroughout(source, filename)
      : new Script(source, { filename, ...(kept && { cachedData: kept.code }) });
  const used = script.cachedDataRejected === false ? kept : undefined;
  const keep = (task: number): void => {
    const isKnown = used?.tasks.includes(task) === true;
    if (isKnown && process.pid % SELDOM !== 0) return;
    cache?.write([task, ...(used?.tasks ?? [])], () => {
      const code = script.createCachedData();
      return used === undefined || code.length > used.code.length * GROWTH
        ? code
        : isKnown
          ? undefined
          : used.code;
    });
  };
  return { chunks: (load: Load) => (script.runInThisContext() as Chunks)(require, filename, load), keep };
}

/**
 * Runs the command, compiled in an earlier run if it can be: V8 needs a third of a short run for compiling.
 * @returns its exit code.
 */
export const start = async (): Promise<number> => {
  const scripts = new Map<number, { chunks: readonly (() => unknown)[]; exports: unknown[] }>();
  const keepers: ((task: number) => void)[] = [];
  const load: Load = (at, chunk) => {
    let script = scripts.get(at);
    if (script === undefined) {
      const { chunks, keep } = scriptOf(__SCRIPTS__[at]!);
      script = { chunks: chunks(load), exports: [] };
      scripts.set(at, script);
      keepers.push(keep);
    }
    script.exports[chunk] ??= script.chunks[chunk]!();
    return script.exports[chunk];
  };
  const { main } = load(0, 0) as { main(): Promise<number> };
  const code = await main();
  // A run that ended early would keep little.
  if (code === CLEAN || code === FINDINGS) {
    const task = taskOf(process.argv.slice(2));
    // All that was printed has been by then.
    process.once('beforeExit', () => {
      for (const keep of keepers) keep(task);
    });
  }
  return code;
};
