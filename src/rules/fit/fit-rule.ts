import type { DesignId } from '../../schema/input/designs.ts';
import type { Policy } from '../../schema/input/policy.ts';
import type { RuleContext } from '../context.ts';
import type { Observation } from '../finding.ts';
import { defineRule, type Rule } from '../rule.ts';
import {
  type Fit,
  type FitCase,
  type FitStatement,
  factsOf,
  type Premise,
  type Question,
} from './statement.ts';

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
  /** Answers that are missing, each with the most it could weigh. */
  readonly asks: readonly (Question & { readonly weight: number })[];
}

type Judging = { readonly id: string; readonly fit: Fit };

/** Certainty of a statement with what the file says of its rule: the first one as given, the others in proportion. */
function certaintyOf({ id, fit }: Judging, statement: FitStatement, policy: Policy): number {
  const given = policy.certainties[id];
  if (given === undefined) return statement.certainty;
  return Math.max(-1, Math.min(1, (statement.certainty * given) / fit.statements[0]!.certainty));
}

/**
 * What the rule says of the design: of its statements the first that holds, with CF = least certainty of its premises ×
 * certainty of the statement (Shortliffe & Buchanan 1975). A premise of certainty 0 settles a statement whatever else is
 * not known. undefined: the rule is not about this design.
 */
export function judge(rule: Judging, fit: FitCase): Judgement | undefined {
  const { policy } = fit.baseline.organisation;
  if (policy.rules[rule.id] === 'off' || rule.fit.applies?.(fit) === false) return undefined;
  const statements = rule.fit.statements.filter(({ designs }) => designs.includes(fit.design));
  const weight = Math.max(
    0,
    ...statements.map((statement) => Math.abs(certaintyOf(rule, statement, policy))),
  );
  if (weight === 0) return undefined;
  const asks = new Map<string, Question & { weight: number }>();
  const ask = (question: Question | null | undefined, most: number) => {
    if (question == null) return;
    const before = asks.get(question.key)?.weight ?? 0;
    asks.set(question.key, { ...question, weight: Math.max(before, most) });
  };
  let open = false;
  for (const statement of statements) {
    const certainty = certaintyOf(rule, statement, policy);
    const parts = statement.premises(fit);
    const known = parts.filter((part): part is Premise => 'certainty' in part);
    const least = Math.min(...known.map((part) => part.certainty), 1);
    if (least <= 0) continue;
    for (const part of parts) ask(part.ask, Math.abs(certainty));
    if (known.length < parts.length) {
      open = true;
      continue;
    }
    if (!open)
      return {
        cf: least * certainty,
        certainty,
        when: statement.when,
        change: statement.change ?? rule.fit.change,
        premises: known,
        weight,
        asks: [...asks.values()],
      };
  }
  return {
    cf: open ? null : 0,
    certainty: 0,
    when: '',
    change: rule.fit.change,
    premises: [],
    weight,
    asks: [...asks.values()],
  };
}

export type FitRule = Rule & { readonly fit: Fit };

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

interface FitRuleInput extends Omit<FitRule, 'about' | 'severity' | 'check'> {
  /**
   * What makes a finding of it: each design that it speaks against; today's organisation where it holds alike for every
   * redesign; nothing where another rule tells the same cause.
   */
  readonly finding?: 'each' | 'once' | 'none';
  readonly check?: Rule['check'];
}

/** A rule about fit: its findings follow from its statements, unless it brings a check of its own. */
export function defineFitRule({ finding = 'each', check, ...rule }: FitRuleInput): FitRule {
  const speaks = (design: DesignId, view: Parameters<Rule['check']>[0], context: RuleContext) => {
    const facts = factsOf(context.baseline.organisation);
    const found = judge(rule, { ...context, design, facts, view });
    return found?.cf != null && found.cf <= FINDING + TOLERANCE ? found : undefined;
  };
  function* findings(...[view, context]: Parameters<Rule['check']>): Iterable<Observation> {
    const { design } = context;
    if (finding === 'none' || (finding === 'once' && design !== 'as-is')) return;
    const asked = finding === 'once' ? rule.fit.statements[0]!.designs[0]! : design;
    const found = speaks(asked, view, context);
    if (found === undefined) return;
    const what = finding === 'once' ? 'any reorganisation' : CALLED[design];
    yield {
      message: `This speaks against ${what}: ${found.premises.map(({ text }) => text).join('; ')}. ${found.change}`,
      ...(finding === 'once' ? {} : { entity: { kind: 'design', id: design } }),
      at: found.premises[0]!.at,
    };
  }
  return Object.freeze({
    ...defineRule({ ...rule, about: 'fit', severity: 'warning', check: check ?? findings }),
    fit: rule.fit,
  });
}
