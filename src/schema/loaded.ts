import type { Position } from '../base/errors.ts';
import type { CustomerInput } from './input/customer.ts';
import type { OrganisationInput } from './input/organisation.ts';
import type { PersonInput } from './input/person.ts';

/** A file that was read. Positions are looked up only when they are printed, so they cost nothing until then. */
export interface SourceFile {
  /** As the user wrote it, or as the including file names it. */
  readonly name: string;
  readonly sha256: string;
  /** Place of a character offset. */
  position(offset: number): Position;
  /** The lines around a place with a marker below it. */
  frame(position: Position): string;
  /** One past the last character of a line that is no space. */
  endColumn(line: number): number;
}

/** A reporting line as written; weight 0 = not given. */
export interface LineRow {
  readonly to: string;
  readonly kind: 'solid' | 'dotted';
  readonly weight: number;
  /** Department of the job that it comes from, where the person has several. */
  readonly job?: string;
}

/** How often a customer goes through a journey; 0 = not given. */
export interface JourneyShare {
  readonly id: string;
  readonly share: number;
}

/** A field of an input as a column: sparse fields are maps from row to value. */
type ColumnOf<Value> = [Value] extends [string]
  ? readonly (string extends Value ? string : Value | '')[]
  : [Value] extends [number]
    ? Float64Array
    : [Value] extends [boolean]
      ? Uint8Array
      : ReadonlyMap<number, Value extends readonly (infer Entry)[] ? readonly Entry[] : never>;

/** The fields of an input as columns, but for those that are read into others, or only by people. */
type ColumnsOf<Input, Without extends keyof Input> = {
  readonly [Field in Exclude<keyof Input, Without>]-?: ColumnOf<NonNullable<Input[Field]>>;
};

/**
 * The people of a file as columns, from a YAML list or a CSV file alike: one for each field of a person. Text that is not
 * given is '', a number that is not given NaN. `costPerYear` is that of the seat at its fte, hourly pay already counted in;
 * `manager` is '' where there is none, or where `lines` has the row.
 */
export interface PeopleRows extends ColumnsOf<PersonInput, 'managers' | 'hourlyPay' | 'previously'> {
  readonly count: number;
  readonly source: SourceFile;
  /** Character offset at which each row starts. */
  readonly offset: Float64Array;
  readonly lines: ReadonlyMap<number, readonly LineRow[]>;
  /** Rows left out because they start after, or ended before, `asOf`. */
  readonly outsideSnapshot: number;
}

/** The customers of a file as columns; conventions as for people. */
export interface CustomerRows
  extends ColumnsOf<
    CustomerInput,
    'count' | 'satisfaction' | 'effort' | 'assumedEffort' | 'owner' | 'journeys' | 'attributes'
  > {
  readonly count: number;
  readonly source: SourceFile;
  readonly offset: Float64Array;
  /** How many customers the row stands for. */
  readonly customers: Float64Array;
  /** Mean answer scaled to 0–1. */
  readonly satisfaction: Float64Array;
  /** The same as written: mean answer, the ends of its scale, and how many answered. */
  readonly answers: {
    readonly score: Float64Array;
    readonly lowest: Float64Array;
    readonly highest: Float64Array;
    readonly count: Float64Array;
  };
  /** Capability id to hours a month for the row; NaN where not given. */
  readonly effort: ReadonlyMap<string, Float64Array>;
  /** The same for hours that are an assumption. */
  readonly assumedEffort: ReadonlyMap<string, Float64Array>;
  readonly owner: ReadonlyMap<number, readonly string[]>;
  /** Where there are several, in place of `journey`. */
  readonly journeys: ReadonlyMap<number, readonly JourneyShare[]>;
  /** Attribute name to its value as text, '' where not given. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/** Something the reader should know about how the file was read: a column that was not used, an encoding. */
export interface ReadingNote {
  readonly message: string;
  readonly at: Position;
  /** What is read and what may be meant, where that is likely: `"manger" (manager?)`. */
  readonly doubt?: string | undefined;
}

/** A file that has been read and checked: its values are as the schema says and its references resolve. */
export interface Loaded {
  readonly source: SourceFile;
  readonly includes: readonly SourceFile[];
  readonly input: Omit<OrganisationInput, 'people' | 'customers'>;
  readonly people: PeopleRows;
  readonly customers: CustomerRows;
  readonly notes: readonly ReadingNote[];
  /** Options of designs that were given beside the file, as `cluster.minimum=3`; they are in `input` already. */
  readonly set?: readonly string[];
  /** Answers that are tried and not in the file, as `context.collaboration=good`; they are in `input` already. */
  readonly assumed?: readonly string[];
  /** The command that would write it into a file, where it was read from what another system exported. */
  readonly extract?: string;
  /** Whether figures are wanted that the data cannot bear. */
  readonly despiteData?: true;
  /** Place in the YAML file of a value, or of the nearest value around it: `at(['departments', 3, 'head'])`. */
  at(path: readonly (string | number)[]): Position;
}
