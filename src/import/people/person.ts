import type { LineRow } from '../../schema/loaded.ts';

/** A seat as it will be written; text that is not given is '', a number NaN. */
export interface WrittenPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  department: string;
  division: string;
  readonly capability: string;
  readonly secondary: readonly string[];
  readonly fte: number;
  readonly costPerYear: number;
  readonly hourlyPay: number;
  readonly level: number;
  readonly location: string;
  manager: string;
  /** Lines of several managers; empty where `manager` says it all. */
  lines: readonly LineRow[];
  readonly serves: readonly string[];
  readonly vacant: boolean;
  readonly start: string;
  readonly end: string;
  /** Where the person was before a proposal moved them. */
  readonly previously?: { readonly department: string; readonly manager: string };
}

export interface ImportedPerson extends WrittenPerson {
  /** Where it comes from. */
  readonly file: number;
  readonly row: number;
}
