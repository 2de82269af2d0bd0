import type { Position } from '../base/errors.ts';
import type { CAPABILITY_ROLES } from '../schema/input/capability.ts';
import type { CriteriaInput, InitiativeInput } from '../schema/input/decision.ts';
import type { Charter, FlowKind, ScorecardItem, UnitKind } from '../schema/input/department.ts';
import type { DesignOptions } from '../schema/input/designs.ts';
import type { Phase } from '../schema/input/fields.ts';
import type { FunnelInput } from '../schema/input/funnel.ts';
import type { OfficerModel } from '../schema/input/officer.ts';
import type { OrganisationInput } from '../schema/input/organisation.ts';
import type { Policy } from '../schema/input/policy.ts';
import type { Answer, PracticeId } from '../schema/input/practices.ts';
import type { TeamKind } from '../schema/input/team.ts';
import type { CustomerRows, PeopleRows } from '../schema/loaded.ts';

/** Where something comes from: looked up only when it is printed. `generated` marks what a design made. */
export type Origin = () => Position & { generated?: boolean };

/** The place of each row of a file. Made here, so that it keeps alive nothing else of what the rows were read into. */
export const originOfRow =
  ({ source, offset }: Pick<PeopleRows, 'source' | 'offset'>) =>
  (row: Index): Origin =>
  () =>
    source.position(offset[row]!);

/** Index into a column, or -1 for none. */
export type Index = number;

export interface Capability {
  readonly id: string;
  readonly name: string;
  readonly role: (typeof CAPABILITY_ROLES)[number];
  /** The capability that it is a specialism of, -1 = none. */
  readonly of: Index;
  /** Share in identify, acquire, retain; sums to 1. */
  readonly phases: readonly [number, number, number];
}

/** Columns of people that are as a file gives them. */
export const PEOPLE_AS_GIVEN = [
  'id',
  'name',
  'email',
  'title',
  'location',
  'workerType',
  'level',
  'costPerYear',
  'fte',
  'vacant',
] as const satisfies readonly (keyof PeopleRows)[];

/** Seats, as columns; a seat is an index. NaN = not known, '' = not given. */
export interface People extends Pick<PeopleRows, (typeof PEOPLE_AS_GIVEN)[number]> {
  readonly count: number;
  /** Primary capability, -1 = could not be mapped. */
  readonly capability: Int16Array;
  /** Further capabilities of the few who have them. */
  readonly secondary: ReadonlyMap<Index, readonly Index[]>;
  origin(seat: Index): Origin;
}

/** Reporting lines in compressed rows: those of seat `i` are `start[i]` to `start[i + 1] - 1`, in the order written. */
export interface Lines {
  readonly start: Int32Array;
  readonly boss: Int32Array;
  /** Weights of one seat sum to 1. */
  readonly weight: Float64Array;
  /** 1 = dotted. */
  readonly dotted: Uint8Array;
  /** Unit of the job that each line comes from, -1 = that of the seat itself; left out where nobody has several jobs. */
  readonly job?: Int32Array;
}

/** Which customers a unit serves. */
export type Serves =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'some';
      readonly customers: Int32Array;
      readonly where?: Readonly<Record<string, readonly string[]>>;
    };

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: Index;
  /** Declared head, or -1: then it is derived from the reporting lines. */
  readonly head: Index;
  readonly serves: Serves;
  readonly accountable: boolean;
  /** Whether it is a team without a lead. */
  readonly selfGoverning?: true;
  /** Whom it answers to where it governs itself. */
  readonly answersTo?: Index;
  readonly phase: Phase | null;
  /** The one capability that the unit holds, or -1. */
  readonly capability: Index;
  /** Ids of the units that are its customers. */
  readonly servesUnits?: readonly string[];
  readonly decides?: readonly string[];
  readonly advises?: readonly string[];
  readonly charter?: Charter;
  readonly scorecard?: readonly ScorecardItem[];
  readonly origin: Origin;
}

/** People who work together whatever their lines, as a file or a design declares them. */
export interface DeclaredTeam {
  readonly id: string;
  readonly name: string;
  readonly kind: TeamKind;
  /** -1 where nobody leads it. */
  readonly lead: Index;
  /** Each once, the lead among them, with the share of their time; the shares of one person sum to at most 1. */
  readonly members: readonly { readonly seat: Index; readonly share: number }[];
  /** Null where it works for whomever its members serve. */
  readonly serves: Serves | null;
  readonly origin: Origin;
}

/** A categorical column: `codes[i]` is an index into `values`, -1 = not given. */
export interface Attribute {
  readonly name: string;
  readonly codes: Int32Array;
  readonly values: readonly string[];
  readonly numeric: boolean;
}

/** Columns of customers that are as a file gives them. */
export const CUSTOMERS_AS_GIVEN = [
  'id',
  'name',
  'customers',
  'revenue',
  'margin',
  'retention',
  'acquisitionCost',
  'satisfaction',
  'parent',
] as const satisfies readonly (keyof CustomerRows)[];

/** Whether somebody works for the company without being employed by it. */
export const isContractor = ({ people }: Organisation, seat: Index): boolean =>
  people.workerType[seat] === 'contractor';

/** Customers, as columns; NaN = not known. */
export interface Customers extends Pick<CustomerRows, (typeof CUSTOMERS_AS_GIVEN)[number]> {
  readonly count: number;
  /** 0 = b2b, 1 = b2c, -1 = not given. */
  readonly market: Int8Array;
  /** 1 = no customer yet. */
  readonly prospect: Uint8Array;
  /** Hours a month by capability index, as given; NaN where not given. */
  readonly effort: ReadonlyMap<Index, Float64Array>;
  /** The same where the file says that they are assumed. */
  readonly assumedEffort: ReadonlyMap<Index, Float64Array>;
  /** The journey of each row; of several the most frequent, then the first. */
  readonly journey: Int32Array;
  /** All journeys of the rows that have several; shares sum to 1. */
  readonly journeys: ReadonlyMap<Index, readonly { readonly journey: Index; readonly share: number }[]>;
  readonly attributes: readonly Attribute[];
  origin(customer: Index): Origin;
}

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly phase: Phase;
  readonly capability: Index;
  readonly hours: number;
  /** Whether the hours are assumed. */
  readonly assumed: boolean;
  /** Whether the customer deals with whoever does it. */
  readonly contact: boolean;
  readonly rework: number;
  /** Index of the step that rework goes back to. */
  readonly reworkTo: Index;
}

export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
  /** True for the built-in journey, also where a file has it as an assumption. */
  readonly builtIn: boolean;
}

/** Who serves whom by name, in compressed rows by customer. */
export interface Relationships {
  readonly start: Int32Array;
  readonly seat: Int32Array;
}

/** Information that one unit passes on to another as part of the design. */
export interface Flow {
  readonly from: Index;
  readonly to: Index;
  readonly what: string;
  readonly kind: FlowKind;
}

export interface Assumption {
  readonly id: string;
  readonly text: string;
  readonly affects: readonly string[];
}

/** What the file answers to an item of the questionnaire. */
export interface GivenAnswer {
  readonly answer: Answer;
  readonly note?: string;
  readonly at: Origin;
}

/** The Chief Customer Officer. */
export interface Officer {
  readonly seat: Index;
  readonly model?: OfficerModel;
  /** Years that they are expected to stay. */
  readonly tenureYears?: number;
  readonly origin: Origin;
}

/** Something readable but wrong, seen while the organisation was built; a rule makes a finding of it. */
export interface Irregularity {
  readonly kind:
    | 'unknown-manager'
    | 'self-report'
    | 'reporting-cycle'
    | 'weights-not-one'
    | 'unknown-customer-owner'
    | 'unknown-customer'
    | 'unknown-team-member'
    | 'duplicate-line'
    | 'outside-snapshot'
    | 'reading-note';
  /** Seats, customers or teams concerned. */
  readonly members: readonly Index[];
  readonly detail: readonly string[];
  readonly at: Origin;
}

/** One snapshot of a company, or one design of it. Immutable; designs share the columns they do not change. */
export interface Organisation {
  readonly name: string;
  readonly currency: string | null;
  readonly hoursPerFtePerMonth: number;
  readonly context: OrganisationInput['context'];
  /** Answers that the file gives; read them by `answerOf`. */
  readonly practices: ReadonlyMap<PracticeId, GivenAnswer>;
  /** Left out where there is none. */
  readonly officer?: Officer;
  /** What the decision is judged by; left out where nobody said. */
  readonly criteria?: CriteriaInput;
  readonly initiatives: readonly InitiativeInput[];
  /** Left out where nothing is known of it. */
  readonly funnel?: FunnelInput;
  readonly policy: Policy;
  readonly options: DesignOptions;
  readonly attributeOptions: OrganisationInput['attributes'];
  readonly capabilities: readonly Capability[];
  readonly people: People;
  readonly customers: Customers;
  readonly journeys: readonly Journey[];
  readonly units: readonly Unit[];
  /** Empty where nobody declared any. */
  readonly teams: readonly DeclaredTeam[];
  /** Unit of each seat, -1 = none. */
  readonly unitOf: Int32Array;
  readonly lines: Lines;
  readonly relationships: Relationships;
  /** Seats that own a customer, as the file gives it; a design does not say. */
  readonly owners?: ReadonlySet<Index>;
  readonly flows: readonly Flow[];
  readonly interactions: readonly { from: Index; to: Index; weight: number }[];
  readonly assumptions: readonly Assumption[];
  readonly irregularities: readonly Irregularity[];
  /** The organisation of the file that a design was made of; itself where it is that. */
  asGiven(): Organisation;
  /** True where figures are wanted that the data cannot bear. */
  readonly despiteData?: true;
  /** The file as a whole. */
  readonly origin: Origin;
  /** The place of what stands under these keys of the file, or of the nearest thing around it. */
  placeOf(path: readonly (string | number)[]): Origin;
}
