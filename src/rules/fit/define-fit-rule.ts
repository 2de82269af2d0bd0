import type { DesignId } from '../../schema/input/designs.ts';
import { defineRule, type Finding, type Rule, type RuleContext } from '../rule.ts';
import { type Fit, toldOf } from './fit.ts';
import { judge } from './fit-judge.ts';

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
    const told = toldOf(context.baseline.organisation);
    const found = judge(rule, { ...context, design, told, view });
    return found?.cf != null && found.cf <= FINDING + TOLERANCE ? found : undefined;
  };
  function* findings(...[view, context]: Parameters<Rule['check']>): Iterable<Finding> {
    const { design, baseline } = context;
    if (finding === 'none' || (finding === 'once' && design !== 'as-is')) return;
    const asked = finding === 'once' ? rule.fit.arms[0]!.designs[0]! : design;
    const found = speaks(asked, view, context);
    if (found === undefined) return;
    const what = finding === 'once' ? 'any reorganisation' : CALLED[design];
    yield {
      message: `This speaks against ${what}: ${found.premises.map(({ text }) => text).join('; ')}. ${found.change}`,
      value: null,
      limit: null,
      entity:
        finding === 'once'
          ? { kind: 'organisation', id: baseline.organisation.name }
          : { kind: 'design', id: design },
      at: found.premises[0]!.at,
    };
  }
  return Object.freeze({
    ...defineRule({ ...rule, about: 'fit', severity: 'warning', check: check ?? findings }),
    fit: rule.fit,
  });
}
