import type { PersonEntry } from '../../write/people.ts';

/** Where a job stands: the department, and what is above it. */
export interface Place {
  department: string;
  division: string;
}

/** A seat as it was understood from the rows of its source. */
export interface ImportedPerson extends PersonEntry {
  /** Where it comes from. */
  readonly file: number;
  readonly row: number;
  /** Where the lines of further jobs belong, for each line but the first. */
  readonly places?: readonly Place[];
}
