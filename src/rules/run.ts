import type { View } from '../model/view.ts';
import type { Severity } from '../schema/documents/finding.ts';
import { rules } from './index.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

export interface JudgedFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** What findings are wanted for: to compare designs, or to know how far the data can be trusted. */
export type Purpose = 'evaluate' | 'validate';

/** The rules that serve a purpose, in the order of the rules. */
export const rulesFor = (purpose: Purpose): readonly Rule[] =>
  rules.filter(({ about, validateOnly }) =>
    purpose === 'validate' ? about === 'data' : validateOnly !== true,
  );

/** Every finding of every rule for the purpose that is not off, errors first, then in the order of the rules. */
export function runRules(
  view: View,
  context: RuleContext,
  purpose: Purpose = 'evaluate',
): readonly JudgedFinding[] {
  const found: JudgedFinding[] = [];
  const { policy } = view.organisation;
  for (const rule of rulesFor(purpose)) {
    const severity = policy.rules[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    for (const finding of rule.check(view, context)) found.push({ ...finding, rule, severity });
  }
  const rank = { error: 0, warning: 1, note: 2 };
  return found.sort((a, b) => rank[a.severity] - rank[b.severity]);
}
