import type { DesignResult } from '../designs/design.ts';
import type { Origin } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import type { Severity } from '../schema/documents/finding.ts';
import type { ReportedDesign } from '../schema/documents/report.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Threshold } from '../schema/input/policy.ts';
import type { Fit } from './fit/statement.ts';

/**
 * One cause. In `message` and `examples` a person is written `{person:ID}`, so that output can show the id, the name
 * or a pseudonym.
 */
export interface Finding {
  readonly message: string;
  readonly value: number | null;
  readonly limit: number | null;
  /** How many places the cause shows in; 1 if left out. */
  readonly count?: number;
  readonly examples?: readonly string[];
  readonly entity: { readonly kind: string; readonly id: string };
  readonly at: Origin;
}

/** What a rule may look at beside the organisation. */
export interface RuleContext {
  readonly design: DesignId;
  /** The organisation as it is: what a design suits is told from its facts, not from those of the design. */
  readonly baseline: View;
  /** How a design chose its customer groups, where it did. */
  readonly basis?: ReportedDesign['basis'];
  /** Whether a design can be filled, and what it lacks. */
  readonly status?: DesignResult['status'];
  readonly missing?: DesignResult['missing'];
}

/**
 * What a rule judges: the data that were given, the structure they describe, or whether a design suits the company.
 * `validate` asks the rules about data; the lists of rules are grouped by it.
 */
export const SUBJECTS = ['structure', 'data', 'fit'] as const;

/** A judgement on a structure: a pure generator that never prints, sorts, or knows how severe it is set. */
export interface Rule {
  readonly id: string;
  readonly about: (typeof SUBJECTS)[number];
  /**
   * True for a doubt about data that may well be right, as of two namesakes: it is raised where data are checked, and
   * left out of `evaluate`, whose figures are the same either way.
   */
  readonly validateOnly?: true;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: { readonly text: string; readonly source: string };
  /** The thresholds of `policy` it reads: its options. */
  readonly options: readonly Threshold[];
  /** Of a rule about fit: with which certainty it speaks for or against which designs, and what it reads. */
  readonly fit?: Fit;
  /**
   * Organisation files: in `bad` the rule fires, in `good` it does not. `design` is `as-is` if left out. Those of a rule
   * about fit differ in one fact; one that speaks for a design speaks in `bad`.
   */
  readonly examples: { readonly bad: string; readonly good: string; readonly design?: DesignId };
  check(view: View, context: RuleContext): Iterable<Finding>;
}

export const defineRule = (rule: Rule): Rule => Object.freeze(rule);
