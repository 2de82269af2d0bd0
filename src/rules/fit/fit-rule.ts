import { sentenceCase } from '../../base/text.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { RuleContext } from '../context.ts';
import type { Observation } from '../finding.ts';
import { defineRule, type Rule, type RuleInput } from '../rule.ts';
import {
  type Fit,
  type FitCase,
  type FitSubject,
  factsOf,
  type Premise,
  type Question,
  type Reading,
} from './statement.ts';

export type FitRule = Rule & { readonly fit: Fit };

/** An answer that is missing, with the most that it could weigh. */
export interface MissingAnswer extends Question {
  readonly weight: number;
}

/** What a rule about fit says of one design. */
export interface Judgement {
  /** From -1, it does not suit, to 1, it does; 0 where the rule has nothing to say; null where that is not known. */
  readonly cf: number | null;
  /** Certainty of the statement that holds; 0 without one. */
  readonly certainty: number;
  /** What the statement is, in a few words; '' without one. */
  readonly when: string;
  /** What would change it, as a sentence. */
  readonly change: string;
  readonly premises: readonly Premise[];
  /** The most it could weigh. */
  readonly weight: number;
  readonly asks: readonly MissingAnswer[];
}

/** How sure it is that all readings hold: as sure as the least certain. One of certainty 0 settles it, whatever else is not known. */
export function weigh(readings: readonly Reading[]): {
  readonly premises: readonly Premise[];
  readonly certainty: number;
  readonly isKnown: boolean;
} {
  const premises = readings.filter((one): one is Premise => 'certainty' in one);
  const certainty = Math.max(0, Math.min(1, ...premises.map((one) => one.certainty)));
  return { premises, certainty, isKnown: certainty === 0 || premises.length === readings.length };
}

/** A certainty with what the file says of the first one of its kind: that as given, the others in proportion. */
export const inProportion = (certainty: number, first: number, given: number | undefined): number =>
  given === undefined ? certainty : Math.max(-1, Math.min(1, (certainty * given) / first));

/** Each question once, with the most it could weigh; the weightiest first, then by key. */
export function weightiest(asked: Iterable<MissingAnswer>): readonly MissingAnswer[] {
  const found = new Map<string, MissingAnswer>();
  for (const one of asked) if (one.weight > (found.get(one.key)?.weight ?? 0)) found.set(one.key, one);
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/** What is still to be asked of readings, with the most that it could weigh. */
export const askedOf = (readings: readonly Reading[], weight: number): readonly MissingAnswer[] =>
  readings.flatMap(({ ask }) => (ask == null ? [] : [{ ...ask, weight }]));

/**
 * What the rule says of the design: of its statements the first that holds, with CF = least certainty of its premises ×
 * certainty of the statement (Shortliffe & Buchanan 1975). undefined: the rule is not about this design.
 */
export function judge({ id, fit }: Pick<FitRule, 'id' | 'fit'>, of: FitCase): Judgement | undefined {
  const statements = fit.statements.filter(({ designs }) => designs.includes(of.subject));
  // Most rules are about some forms only.
  if (statements.length === 0) return undefined;
  const { policy } = of.baseline.organisation;
  if (policy.rules[id] === 'off' || fit.applies?.(of) === false) return undefined;
  const [first, given] = [fit.statements[0]!.certainty, policy.certainties[id]];
  const certainties = statements.map(({ certainty }) => inProportion(certainty, first, given));
  const weight = Math.max(0, ...certainties.map(Math.abs));
  if (weight === 0) return undefined;
  const asks: MissingAnswer[] = [];
  let open = false;
  for (let at = 0; at < statements.length; at++) {
    const { when, change = fit.change } = statements[at]!;
    const certainty = certainties[at]!;
    const readings = statements[at]!.premises(of);
    const { premises, certainty: sure, isKnown } = weigh(readings);
    if (sure === 0) continue;
    asks.push(...askedOf(readings, Math.abs(certainty)));
    if (isKnown && !open)
      return { cf: sure * certainty, certainty, when, change, premises, weight, asks: weightiest(asks) };
    open ||= !isKnown;
  }
  return {
    ...{ cf: open ? null : 0, certainty: 0, when: '', change: fit.change, premises: [], weight },
    asks: weightiest(asks),
  };
}

/** A statement against a design is a finding from here on; what weighs less stands in its verdict only. */
const FINDING = -0.4;
const TOLERANCE = 1e-9;

/** Designs as the rules about fit speak of them. */
const CALLED: Readonly<Record<DesignId, string>> = {
  'as-is': 'today’s structure',
  functional: 'functions',
  lifecycle: 'phases',
  cluster: 'clusters',
  'account-team': 'account teams',
  matrix: 'a matrix',
};

interface FitRuleInput extends Omit<RuleInput, 'about' | 'severity' | 'check' | 'fit'> {
  readonly fit: Fit;
  /**
   * What makes a finding of it: each design that it speaks against; today's organisation where it is about the company,
   * whatever its form; nothing where another rule tells the same cause.
   */
  readonly finding?: 'each' | 'once' | 'none';
  readonly check?: Rule['check'];
}

/** Whether a rule is about the company first, whatever its form. */
export const isOfCompany = ({ statements }: Fit): boolean => statements[0]!.designs.includes('company');

/** A rule about fit: its findings follow from its statements, unless it brings a check of its own. */
export function defineFitRule({ finding = 'each', check, ...rule }: FitRuleInput): FitRule {
  const speaks = (subject: FitSubject, view: Parameters<Rule['check']>[0], context: RuleContext) => {
    const facts = factsOf(context.baseline.organisation);
    const found = judge(rule, { ...context, subject, facts, view });
    return found?.cf != null && found.cf <= FINDING + TOLERANCE ? found : undefined;
  };
  function* findings(...[view, context]: Parameters<Rule['check']>): Iterable<Observation> {
    const { design } = context;
    if (finding === 'none' || (finding === 'once' && design !== 'as-is')) return;
    // What is about an officer is told of each design that has one, and is judged once.
    const found = speaks(isOfCompany(rule.fit) ? 'company' : design, view, context);
    if (found === undefined) return;
    const what = finding === 'once' ? 'any reorganisation' : CALLED[design];
    yield {
      message: `${sentenceCase(found.premises.map(({ text }) => text).join('; '))}: that speaks against ${what}. ${found.change}`,
      ...(finding === 'once' ? {} : { entity: { kind: 'design', id: design } }),
      at: found.premises[0]!.at,
    };
  }
  return Object.freeze({
    ...defineRule({ ...rule, about: 'fit', severity: 'warning', check: check ?? findings }),
    fit: rule.fit,
  });
}
