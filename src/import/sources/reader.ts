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
