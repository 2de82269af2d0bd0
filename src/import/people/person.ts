import type { PersonEntry } from '../../write/people.ts';

/** A seat as it was understood from the rows of its source. */
export interface ImportedPerson extends PersonEntry {
  /** Where it comes from. */
  readonly file: number;
  readonly row: number;
}
