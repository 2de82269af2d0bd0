import type { LineRow } from '../../schema/loaded.ts';
import type { PeopleEntries } from '../../write/people.ts';

/** Where a job stands: the department, and what is above it. */
export interface Place {
  department: string;
  division: string;
}

/** Seats as they were understood from the rows of their source, a column for each field of a person. */
export interface ImportedPeople extends PeopleEntries {
  /** Named anew once all are known, as are the lines of further jobs. */
  readonly department: string[];
  readonly division: string[];
  readonly lines: (readonly LineRow[])[];
  /** Where each comes from. */
  readonly file: readonly number[];
  readonly row: readonly number[];
  /** Where the lines of further jobs belong, for each line but the first: of those who have several jobs. */
  readonly places: ReadonlyMap<number, readonly Place[]>;
}
