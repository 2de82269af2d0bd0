import type { SourceText } from '../../source/source-text.ts';
import type { ReadingNote } from '../loaded.ts';
import type { Fault } from './cells.ts';
import type { HeaderReport, HeaderRules } from './header.ts';
import type { Problems } from './problems.ts';
import type { Sink } from './setters.ts';

/** Takes the rows of a table: a builder of people or of customers. */
export interface TableTarget {
  row: number;
  sink(field: string): Sink | undefined;
  /** Ends a row; what is wrong with the row as a whole, and in which field. */
  commit(offset: number): { readonly fault: Fault; readonly field: string } | undefined;
}

export interface TableInput {
  readonly source: SourceText;
  readonly rules: Omit<HeaderRules, 'constants'>;
  readonly constants: ReadonlyMap<string, string>;
  readonly target: TableTarget;
  readonly problems: Problems;
  readonly notes: ReadingNote[];
  /** Reports on an entry of `columns` or `constants` in the file that names this one. */
  readonly entry: HeaderReport['entry'];
}

/** Finds the places of a table's cells. */
export interface TablePlaces {
  /** Offset of a field of the row that starts at an offset; of the row where it has no such column. */
  cell(start: number, field: string): number;
  /** Offset of the header of a field. */
  header(field: string): number;
  /** False where rows could not be read, so that what they hold is not known. */
  readonly complete: boolean;
}
