import type { TeamRows } from './membership.ts';

/** Takes the cells of a row, its number (1 is the first of the file) and what is wrong with it, if anything. */
export type EachRow = (cells: readonly string[], row: number, fault?: string) => void;

/** How many headers of a row are known: what tells the row of headers from titles above it, and a sheet from others. */
export type Score = (cells: readonly string[]) => number;

/** How a file is to be read where the user knows better than it tells. */
export interface TableOptions {
  /** Name or number of a sheet. */
  readonly sheet?: string | undefined;
  readonly delimiter?: string | undefined;
  /** As the Encoding Standard names it. */
  readonly encoding?: string | undefined;
  /** Number of the row of headers, as rows are counted in the file. */
  readonly headerRow?: number | undefined;
}

/** A file as rows of cells, header first; cells are not trimmed. */
export interface Table {
  readonly file: string;
  /** What it is, for the summary: `CSV, UTF-8, semicolons`. Known once rows have been read. */
  format(): string;
  /** How numbers are written where the delimiter tells: after `;` a comma is the decimal mark. */
  readonly delimiter: () => string;
  /** Bytes in all, where known. */
  readonly size: number | undefined;
  /** Whether cells must be copied to be kept, lest they hold on to all of a large file. */
  readonly large: boolean;
  /** Whether rows end with their last cell that holds anything. */
  readonly ragged?: true;
  /** Teams of the people in its rows, where one may be in several. */
  readonly teams?: readonly TeamRows[];
  /** Gives every row; `expect` is told early of about how many rows there are, where the file is large. */
  read(each: EachRow, expect: (rows: number) => void): Promise<void>;
}

export type Progress = (read: number, total: number | undefined) => void;

/** A file or folder that is opened to be read piece by piece. */
export interface Opened {
  readonly size: number | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** How an import reaches what it reads. Only the command line implements it on a disk; tests do so in memory. */
export interface SourceReader {
  /** Opens a file, `-` for standard input; rejects with a Node error. */
  open(path: string): Promise<Opened>;
  /** Paths of the files in a folder and below it, sorted; undefined where the path is no folder. */
  list(path: string): Promise<readonly string[] | undefined>;
}
