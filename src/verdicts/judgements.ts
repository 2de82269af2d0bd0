import { type FitRule, type Judgement, judge } from '../rules/fit/fit-rule.ts';
import type { CompanyFacts, FactKey, FitCase } from '../rules/fit/statement.ts';

/** What a rule says of a case; undefined where it is not about it. */
type Said = Judgement | undefined;

const known = new WeakMap<FitCase, { readonly rules: readonly FitRule[]; readonly said: readonly Said[] }>();

/** All of a case but what the company answers. */
const STRUCTURE = ['design', 'subject', 'baseline', 'view', 'basis', 'status', 'missing', 'mend'] as const;

/** Answers that two companies give differently; null where they differ in more than answers. */
function changedAnswers(one: CompanyFacts, other: CompanyFacts): ReadonlySet<FactKey> | null {
  if (one.options !== other.options || one.tenureYears !== other.tenureYears) return null;
  const changed = new Set<FactKey>();
  const [now, then] = [one.context, other.context] as Readonly<Record<string, unknown>>[];
  for (const key of Object.keys({ ...now, ...then }))
    if (now![key] !== then![key]) changed.add(`context.${key}` as FactKey);
  for (const id of new Set([...one.practices.keys(), ...other.practices.keys()]))
    if (one.practices.get(id) !== other.practices.get(id)) changed.add(`practices.${id}`);
  return changed;
}

/**
 * What each rule says of a case, in the order of the rules. Of a case that differs from `like` in answers only, the rules that
 * read none of these say the same again: `reads` holds all that a rule looks at.
 */
export function judgements(rules: readonly FitRule[], fit: FitCase, like?: FitCase): readonly Said[] {
  const own = known.get(fit);
  if (own?.rules === rules) return own.said;
  const isLike = like !== undefined && STRUCTURE.every((part) => fit[part] === like[part]);
  const changed = isLike ? changedAnswers(fit.facts, like.facts) : null;
  const before = changed === null ? [] : judgements(rules, like!);
  const said = rules.map((rule, at) =>
    changed !== null && !rule.fit.reads.some((key) => changed.has(key)) ? before[at] : judge(rule, fit),
  );
  known.set(fit, { rules, said });
  return said;
}
