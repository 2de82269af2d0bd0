import { closedGates } from '../model/quality.ts';
import type { View } from '../model/view.ts';
import type { Severity } from '../schema/documents/finding.ts';
import type { DataGate } from '../schema/documents/quality.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Threshold } from '../schema/input/policy.ts';
import type { RuleContext } from './context.ts';
import { type Finding, findingOf, type Observation } from './finding.ts';
import type { Fit } from './fit/statement.ts';

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
  /** What of the data has to be good enough: else the rule is silent, since its figures are. */
  readonly needs: readonly DataGate[];
  /** Of a rule about fit: with which certainty it speaks for or against which designs, and what it reads. */
  readonly fit?: Fit;
  /**
   * Organisation files: in `bad` the rule fires, in `good` it does not. `design` is `as-is` if left out. Those of a rule
   * about fit differ in one fact; one that speaks for a design speaks in `bad`.
   */
  readonly examples: { readonly bad: string; readonly good: string; readonly design?: DesignId };
  check(view: View, context: RuleContext): Iterable<Observation>;
}

/** A rule as it is written: without thresholds it reads none, without needs it speaks whatever the data are like. */
export type RuleInput = Omit<Rule, 'options' | 'needs'> & Partial<Pick<Rule, 'options' | 'needs'>>;

export const defineRule = (rule: RuleInput): Rule => Object.freeze({ options: [], needs: [], ...rule });

/** What a rule finds, at the severity that is built in. */
export const findingsOf = (rule: Rule, view: View, context: RuleContext): Finding[] =>
  closedGates(view.organisation, rule.needs).length > 0
    ? []
    : [...rule.check(view, context)].map((one) => findingOf(rule, view.organisation, one));
