import process from 'node:process';
import type { SourceReader } from '../import/reader.ts';
import type { FileReader } from '../source/files.ts';
import { disk } from './disk.ts';
import { diskSources } from './disk-sources.ts';
import { processQuestions, type Questions } from './questions.ts';
import { makeFolder, replaceFile } from './replace-file.ts';

export interface Output {
  write(text: string): void;
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
  /** Writes all of a file, or leaves what was there as it was. */
  writeFile(path: string, text: string): Promise<void>;
  /** Makes a folder, with those above it, unless it is there. */
  makeFolder(path: string): Promise<void>;
  /** Takes hold of standard input until it is closed. */
  questions(): Questions;
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
  writeFile: replaceFile,
  makeFolder,
  questions: processQuestions,
});
