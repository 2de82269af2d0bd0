import { rowsById } from '../base/columns.ts';
import { given } from '../base/given.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { type View, viewOf } from '../model/view.ts';
import type { Subject } from '../rules/context.ts';
import { compareSeverity, type Finding } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import { builtIn, presets } from '../rules/presets.ts';
import { findingsOf, type Rule } from '../rules/rule.ts';
import type { Severity } from '../schema/documents/finding.ts';
import type { RuleSetting, RuleSeverity } from '../schema/input/check-policy.ts';
import type { Policy, Thresholds } from '../schema/input/policy.ts';
import type { OwnRule } from './own-rules.ts';
import type { CheckPolicy } from './policy.ts';

/** How a rule is set for a part of the organisation; what is left out is as it is elsewhere. */
interface Setting {
  readonly severity?: RuleSeverity;
  /** Thresholds for this rule alone. */
  readonly thresholds?: Thresholds;
}

function settingOf(written: RuleSetting | undefined): Setting {
  if (written === undefined) return {};
  if (typeof written === 'string') return { severity: written };
  const { severity, ...thresholds } = written;
  return given({
    severity,
    thresholds: Object.keys(thresholds).length === 0 ? undefined : thresholds,
  });
}

/** A rule as it is set: everywhere, and by the number of the override where one says otherwise. */
interface RuleSet extends Setting {
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

/** Which overrides of a policy hold for a finding, in their order. */
type Areas = (entity: Finding['entity']) => readonly number[];

/**
 * The overrides that cover units of an organisation: a person counts where their own unit is. What is on the organisation as
 * a whole, or on a capability, is covered by none. Linear in units times overrides.
 */
function areasOf(organisation: Organisation, overrides: CheckPolicy['overrides']): Areas {
  const { units, unitOf, people } = organisation;
  if (overrides.length === 0) return () => [];
  const coveredBy = units.map((_, unit) => covering(organisation, unit, overrides));
  const unitIndex = new Map(units.map(({ id }, index) => [id, index]));
  const seatIndex = rowsById(people.id);
  // A unit that answers for its work but is no department has the id of its head.
  const unitOfPerson = (id: string): Index => unitOf[seatIndex.get(id) ?? -1] ?? -1;
  return ({ kind, id }) => {
    if (kind !== 'unit' && kind !== 'person') return [];
    const unit = kind === 'person' ? unitOfPerson(id) : (unitIndex.get(id) ?? unitOfPerson(id));
    return coveredBy[unit] ?? [];
  };
}

function covering({ units }: Organisation, unit: Index, overrides: CheckPolicy['overrides']): number[] {
  const above = new Set<Index>();
  for (let at = unit; at >= 0 && !above.has(at); at = units[at]!.parent) above.add(at);
  const chain = [...above].map((index) => units[index]!);
  return overrides.flatMap(({ departments, kinds }, at) => {
    const inside = departments === undefined || chain.some(({ id }) => departments.includes(id));
    const ofKind = kinds === undefined || chain.some(({ kind }) => kinds.includes(kind));
    return inside && ofKind ? [at] : [];
  });
}

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
  { view, ...context }: Subject,
  policy: CheckPolicy | null,
  asked: readonly Rule[] = rules,
): Finding[] {
  const { baseline } = context;
  const vary = variants();
  const areas: Areas = areasOf(view.organisation, policy?.overrides ?? []);
  const found: Finding[] = [];
  for (const rule of asked) {
    const set = ruleSet(rule, baseline.organisation.policy, policy);
    const ask = (thresholds: Setting['thresholds']) =>
      findingsOf(rule, vary(view, thresholds), { ...context, baseline: vary(baseline, thresholds) });
    const settings = [...set.overrides.values()];
    if (!isOn(set.severity) && !settings.some(({ severity }) => severity !== undefined && severity !== 'off'))
      continue;
    const held = ({ entity }: Finding) => areas(entity).findLast((at) => set.overrides.has(at));
    for (const finding of ask(set.thresholds)) {
      const override = set.overrides.get(held(finding) ?? -1);
      const severity = override?.severity ?? set.severity;
      if (isOn(severity) && override?.thresholds === undefined) found.push({ ...finding, severity });
    }
    for (const [at, { severity = set.severity, thresholds }] of set.overrides) {
      if (thresholds === undefined || !isOn(severity)) continue;
      for (const finding of ask({ ...set.thresholds, ...thresholds }))
        if (held(finding) === at) found.push({ ...finding, severity });
    }
  }
  return found.sort(compareSeverity);
}
