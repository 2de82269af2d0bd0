import { spawn } from 'node:child_process';
import process from 'node:process';
import type { SourceReader } from '../../import/table/table.ts';
import type { FileReader } from '../../source/files.ts';
import { disk, identityOf } from './disk.ts';
import { diskSources } from './disk-sources.ts';
import { listFolder, removeFile } from './folder.ts';
import { type GitResult, processGit } from './git.ts';
import { type LivePage, serveLivePage } from './live-page.ts';
import { processQuestions, type Questions } from './questions.ts';
import { appendToFile, type FileToWrite, makeFolder, replaceFiles } from './replace-file.ts';
import { diskWatching, type Watching } from './watching.ts';

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Has the system open an address, or a file, in the program that it is for; never through a shell. False where there is none. */
const openAddress = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [program, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
    const child = spawn(program!, [...before, address], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
    child.unref();
  });

export interface Output {
  /** `commands` are what a format means the runner of a workflow to obey; in all else they are made harmless. */
  write(text: string, what?: 'commands'): void;
  readonly isTerminal: boolean;
  /** Width, where it is a terminal. */
  readonly columns: number | undefined;
}

/** All that a command may touch of the world around it. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileReader;
  /** Files and folders that are imported, which may be larger than memory. */
  readonly sources: SourceReader;
  /** Tells files apart, and knows one again by another name: the same text for the same file; undefined where there is none. */
  identity(path: string): Promise<string | undefined>;
  /**
   * Writes all of some files, in order, or leaves what was there as it was.
   * @param meant - What was read in order to be written anew.
   */
  writeFiles(
    files: readonly FileToWrite[],
    meant?: { readonly over: string | readonly string[] },
  ): Promise<void>;
  /** Writes at the end of a file, which need not be there. */
  appendFile(path: string, text: string): Promise<void>;
  /** Makes a folder, with those above it, unless it is there. */
  makeFolder(path: string): Promise<void>;
  /** Names of what a folder holds; undefined where there is none. */
  listFolder(path: string): Promise<readonly string[] | undefined>;
  /** Removes a file, if it is there. */
  removeFile(path: string): Promise<void>;
  /** Takes hold of standard input until it is closed. */
  questions(): Questions;
  /** Runs git in a folder, never through a shell; rejects with `ENOENT` where there is none. */
  git(args: readonly string[], folder: string): Promise<GitResult>;
  /** Takes hold of the signals that end the process, until it is closed. */
  watch(): Watching;
  /** Serves a page to browsers on this machine, until it is closed. */
  serve(): Promise<LivePage>;
  /** Opens an address or a file in the program that the system has for it; false where there is none. */
  open(address: string): Promise<boolean>;
  /** The day it is, in UTC, as an ISO date. */
  today(): string;
}

const output = (stream: NodeJS.WriteStream): Output => ({
  write: (text) => void stream.write(text),
  isTerminal: stream.isTTY === true,
  columns: stream.isTTY ? stream.columns : undefined,
});

export const processIo = (): Io => ({
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  env: process.env,
  files: disk,
  sources: diskSources,
  identity: identityOf,
  writeFiles: replaceFiles,
  appendFile: appendToFile,
  makeFolder,
  listFolder,
  removeFile,
  questions: processQuestions,
  git: processGit,
  watch: diskWatching,
  serve: serveLivePage,
  open: openAddress,
  today: () => new Date().toISOString().slice(0, 10),
});
