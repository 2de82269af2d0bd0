import type { Organisation, Origin } from '../model/organisation.ts';
import { type View, viewOf } from '../model/view.ts';
import { rules } from '../rules/index.ts';
import type { Finding, Rule, RuleContext } from '../rules/rule.ts';
import type { Severity } from '../schema/documents/finding.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Policy } from '../schema/input/policy.ts';
import { type Areas, areasOf } from './areas.ts';
import type { CheckPolicy } from './policy.ts';
import { type RuleSet, ruleSet, type Setting } from './settings.ts';

/** A finding at the severity that the policy gives it; people in its texts are still `{person:ID}`. */
export interface Judged {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly value: number | null;
  readonly limit: number | null;
  readonly count: number;
  readonly entity: { readonly kind: string; readonly id: string };
  readonly examples: readonly string[];
  readonly at: Origin;
}

/** What rules are asked about. */
export interface Subject {
  readonly design: DesignId;
  readonly view: View;
  /** The organisation as its file gives it; the same where no design is asked for. */
  readonly today: View;
  readonly about: Pick<RuleContext, 'basis' | 'status' | 'missing'>;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
const MOST_EXAMPLES = 5;

const finite = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value;

const atSeverity = (
  rule: Rule,
  severity: Severity,
  { value, limit, count = 1, examples = [], message, entity, at }: Finding,
): Judged => ({
  rule: rule.id,
  severity,
  message,
  value: finite(value),
  limit: finite(limit),
  count,
  entity: { kind: entity.kind, id: entity.id },
  examples: examples.slice(0, MOST_EXAMPLES),
  at,
});

/** The same organisation under other thresholds. What follows from them is worked out anew, and once for each set. */
function variants(): (view: View, thresholds: Setting['thresholds']) => View {
  const known = new Map<Organisation, Map<string, View>>();
  return (view, thresholds) => {
    if (thresholds === undefined) return view;
    const { organisation } = view;
    const own = known.get(organisation) ?? new Map<string, View>();
    known.set(organisation, own);
    const key = JSON.stringify(Object.entries(thresholds).sort(([a], [b]) => (a < b ? -1 : 1)));
    const policy: Policy = { ...organisation.policy, ...thresholds };
    const found = own.get(key) ?? viewOf({ ...organisation, policy });
    own.set(key, found);
    return found;
  };
}

const isOn = (severity: RuleSet['severity']): severity is Severity => severity !== 'off';

/**
 * Every finding of every rule that is on somewhere, as the policy sets it, errors first, then in the order of the rules. A
 * threshold that holds for a rule or a part of the organisation alone has the rule asked once more. `asked`: other than all.
 */
export function judge(
  subject: Subject,
  policy: CheckPolicy | null,
  asked: readonly Rule[] = rules,
): Judged[] {
  const { view, today } = subject;
  const vary = variants();
  const areas: Areas = areasOf(view.organisation, policy?.overrides ?? []);
  const found: Judged[] = [];
  for (const rule of asked) {
    const set = ruleSet(rule, today.organisation.policy, policy);
    const ask = (thresholds: Setting['thresholds']) =>
      rule.check(vary(view, thresholds), {
        design: subject.design,
        baseline: vary(today, thresholds),
        ...subject.about,
      });
    const settings = [...set.overrides.values()];
    if (!isOn(set.severity) && !settings.some(({ severity }) => severity !== undefined && severity !== 'off'))
      continue;
    const held = ({ entity }: Finding) => areas(entity).findLast((at) => set.overrides.has(at));
    for (const finding of ask(set.thresholds)) {
      const override = set.overrides.get(held(finding) ?? -1);
      const severity = override?.severity ?? set.severity;
      if (isOn(severity) && override?.thresholds === undefined)
        found.push(atSeverity(rule, severity, finding));
    }
    for (const [at, { severity = set.severity, thresholds }] of set.overrides) {
      if (thresholds === undefined || !isOn(severity)) continue;
      for (const finding of ask({ ...set.thresholds, ...thresholds }))
        if (held(finding) === at) found.push(atSeverity(rule, severity, finding));
    }
  }
  return found.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** Whether the first is more severe. */
export const isMoreSevere = (one: Severity, other: Severity): boolean => RANK[one] < RANK[other];
