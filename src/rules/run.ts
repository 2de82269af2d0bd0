import type { View } from '../model/view.ts';
import type { RuleContext } from './context.ts';
import { compareSeverity, type Finding } from './finding.ts';
import { rules } from './index.ts';
import { findingsOf, type Rule } from './rule.ts';

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
): readonly Finding[] {
  const { policy } = view.organisation;
  return rulesFor(purpose)
    .flatMap((rule) => {
      const severity = policy.rules[rule.id] ?? rule.severity;
      if (severity === 'off') return [];
      return findingsOf(rule, view, context).map((finding) => ({ ...finding, severity }));
    })
    .sort(compareSeverity);
}
