/** Takes the cells of a row, its number (1 is the first of the file) and what is wrong with it, if anything. */
export type EachRow = (cells: readonly string[], row: number, fault?: string) => void;

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
  /** Gives every row; `expect` is told early of about how many rows there are, where the file is large. */
  read(each: EachRow, expect: (rows: number) => void): Promise<void>;
}

export type Progress = (read: number, total: number | undefined) => void;
