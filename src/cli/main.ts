import process from 'node:process';
import { processIo } from './io/io.ts';
import { run } from './run.ts';

/** The command as a process; gives its exit code. */
export const main = (): Promise<number> => run(process.argv.slice(2), processIo());
