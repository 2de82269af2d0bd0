import type { View } from '../model/view.ts';
import type { Severity } from '../schema/report.ts';
import { rules } from './index.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

export interface JudgedFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** Every finding of every rule that is not off, errors first, then in the order of the rules. */
export function runRules(view: View, context: RuleContext): readonly JudgedFinding[] {
  const found: JudgedFinding[] = [];
  const { policy } = view.organisation;
  for (const rule of rules) {
    const severity = policy.rules[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    for (const finding of rule.check(view, context)) found.push({ ...finding, rule, severity });
  }
  const rank = { error: 0, warning: 1, note: 2 };
  return found.sort((a, b) => rank[a.severity] - rank[b.severity]);
}
