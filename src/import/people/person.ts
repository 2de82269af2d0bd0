import type { PeopleEntries } from '../../write/people.ts';

/** Where a job stands: the department, and what is above it. */
export interface Place {
  department: string;
  division: string;
}

/** Seats as they were understood from the rows of their source, a column for each field of a person. */
export interface ImportedPeople extends PeopleEntries {
  /** Where each comes from. */
  readonly file: readonly number[];
  readonly row: readonly number[];
  /** Where the lines of further jobs belong, for each line but the first: of those who have several jobs. */
  readonly places: ReadonlyMap<number, readonly Place[]>;
}
