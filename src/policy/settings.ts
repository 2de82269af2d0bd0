import { builtIn, presets } from '../rules/presets.ts';
import type { Rule } from '../rules/rule.ts';
import type { RuleSetting, RuleSeverity } from '../schema/input/check-policy.ts';
import type { Policy, Thresholds } from '../schema/input/policy.ts';
import type { OwnRule } from './own-rules.ts';
import type { CheckPolicy } from './policy.ts';

/** How a rule is set for a part of the organisation; what is left out is as it is elsewhere. */
export interface Setting {
  readonly severity?: RuleSeverity;
  /** Thresholds for this rule alone. */
  readonly thresholds?: Thresholds;
}

function settingOf(given: RuleSetting | undefined): Setting {
  if (given === undefined) return {};
  if (typeof given === 'string') return { severity: given };
  const { severity, ...thresholds } = given;
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
  };
}

/** A rule as it is set: everywhere, and by the number of the override where one says otherwise. */
export interface RuleSet extends Setting {
  readonly severity: RuleSeverity;
  readonly overrides: ReadonlyMap<number, Setting>;
}

/**
 * How a rule is set, from the weakest word to the strongest: what is built in, what the organisation's own file says under
 * `policy: rules:`, the presets that the policy names, the policy itself, its overrides.
 */
export function ruleSet(rule: Rule | OwnRule, own: Policy | null, policy: CheckPolicy | null): RuleSet {
  let severity: RuleSeverity = own?.rules[rule.id] ?? builtIn(rule);
  for (const name of policy?.extends ?? []) severity = presets.get(name)?.[rule.id] ?? severity;
  const overrides = new Map<number, Setting>();
  policy?.overrides.forEach(({ rules }, at) => {
    const found = rules[rule.id];
    if (found !== undefined) overrides.set(at, settingOf(found));
  });
  return { severity, ...settingOf(policy?.rules[rule.id]), overrides };
}
