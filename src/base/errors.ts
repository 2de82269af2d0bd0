/** A place in a file that was read; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong with the input, to be shown with the place it stands at. */
export interface Problem {
  readonly message: string;
  readonly at?: Position;
  /** What to change. */
  readonly hint?: string;
  /** The lines around the place, with a marker. */
  readonly frame?: string;
  /** Whether it alone would not keep the input from being used, and be a finding of it. */
  readonly isFinding?: true;
}

/** The user can mend this: bad usage, configuration or input. Leads to exit code 2, without a stack trace. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[] | string, hint?: string) {
    const list =
      typeof problems === 'string'
        ? [hint === undefined ? { message: problems } : { message: problems, hint }]
        : problems;
    super(list.map((problem) => problem.message).join('\n'));
    this.name = 'UserError';
    this.problems = list;
  }
}
