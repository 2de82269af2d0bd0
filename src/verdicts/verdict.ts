import { memo } from '../base/memo.ts';
import {
  type FitRule,
  type Judgement,
  judge,
  type MissingAnswer,
  weightiest,
} from '../rules/fit/fit-rule.ts';
import type { Cap, CompanyFacts, FactKey, FitCase } from '../rules/fit/statement.ts';
import { skillsKnown, skillsUnknown } from '../rules/fit/unknown-skills.ts';
import type { ReorganiseWord, VerdictWord } from '../schema/documents/verdicts.ts';
import type { Argument } from './argument.ts';
import { conclude, inWords, RATHER_NOT } from './certainty.ts';
import { riskArguments } from './risks/risk-arguments.ts';

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
 * read none of these say the same again: `reads` holds all answers that a rule looks at.
 */
function judgementsOf(rules: readonly FitRule[], fit: FitCase, like?: FitCase): readonly Said[] {
  const own = known.get(fit);
  if (own?.rules === rules) return own.said;
  const isLike = like !== undefined && STRUCTURE.every((part) => fit[part] === like[part]);
  const changed = isLike ? changedAnswers(fit.facts, like.facts) : null;
  const before = changed === null ? [] : judgementsOf(rules, like!);
  const said = rules.map((rule, at) =>
    changed !== null && !rule.fit.reads.some((key) => changed.has(key)) ? before[at] : judge(rule, fit),
  );
  known.set(fit, { rules, said });
  return said;
}

/** What all rules say of one case. */
interface Weighed {
  /** Certainties of all rules combined; the list and its strongest item stand beside it. */
  readonly cf: number;
  /** What is known of all that the rules could weigh; null where no rule is about the case. */
  readonly confidence: number | null;
  /** How many rules speak about it, known or not. */
  readonly rules: number;
  /** Both with what weighs most first. */
  readonly for: readonly Argument[];
  readonly against: readonly Argument[];
  /** Answers that are missing, the weightiest first. */
  readonly open: readonly MissingAnswer[];
}

/** Whether a design suits the company. */
export interface Verdict extends Weighed {
  readonly word: VerdictWord;
  /** Of `suits, if`: what has to hold. */
  readonly conditions: readonly string[];
  /** What rules a better verdict out whatever speaks for it, or keeps it from being judged. */
  readonly limits: readonly string[];
}

/** Whether the company should reorganise now, whatever the form. */
export interface Reorganisation extends Weighed {
  readonly word: ReorganiseWord;
}

const byWeight = (a: Argument, b: Argument) =>
  Math.abs(b.cf) - Math.abs(a.cf) || (a.rule.id < b.rule.id ? -1 : 1);

/** What is not known weighs nothing: it lowers the confidence and never fails. Order of the rules changes nothing. */
function weighed(rules: readonly FitRule[], fit: FitCase, like?: FitCase): Weighed {
  const said = judgementsOf(rules, fit, like);
  const judgements = rules.flatMap((rule, at) => {
    const found = said[at];
    return found === undefined ? [] : [{ ...found, rule }];
  });
  const risks = riskArguments(fit);
  const speaking = judgements
    .flatMap((one): Argument[] => (one.cf === null || one.cf === 0 ? [] : [{ ...one, cf: one.cf }]))
    .concat(risks.arguments)
    .sort(byWeight);
  const { cf, confidence } = conclude([
    ...judgements.map(({ rule, cf: own, weight }) => ({ rule: rule.id, cf: own, weight })),
    ...risks.arguments.map(({ rule, cf: own }) => ({ rule: rule.id, cf: own, weight: Math.abs(own) })),
  ]);
  return {
    cf,
    confidence,
    rules: judgements.length,
    for: speaking.filter((one) => one.cf > 0),
    against: speaking.filter((one) => one.cf < 0),
    open: weightiest([...judgements.flatMap(({ asks }) => asks), ...risks.asks]),
  };
}

/** What a question could weigh whose answer lifts a condition. A judgement. */
const OF_A_CONDITION = 0.2;

/** Rules that cap verdicts, in an order that does not depend on that of the list. */
const capping = memo((rules: readonly FitRule[]): readonly FitRule[] =>
  rules.filter(({ fit }) => fit.cap !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1)),
);

const capsOf = (rules: readonly FitRule[], fit: FitCase): readonly Cap[] => {
  const { policy } = fit.baseline.organisation;
  return capping(rules).flatMap(({ id, fit: { applies, cap } }) => {
    const found = policy.rules[id] === 'off' || applies?.(fit) === false ? undefined : cap?.(fit);
    return found === undefined ? [] : [found];
  });
};

/**
 * The verdict of all rules about fit on one design. Facts that rule it out, and conditions that are not met, cap it whatever
 * else speaks for it; what the data cannot bear is not judged, and where the skills of too many people are not known, groups of customers cannot be judged.
 * `like`: a case that has been judged and differs in a few answers, whose judgements stand where they read none of these.
 */
export function verdictOf(rules: readonly FitRule[], fit: FitCase, like?: FitCase): Verdict {
  const { cf, open, ...rest } = weighed(rules, fit, like);
  const caps = capsOf(rules, fit);
  const excluded = caps.filter(({ at }) => at === 'rather not');
  const conditions = caps.filter(({ at }) => at === 'suits, if');
  const asked = caps.flatMap(({ ask }) => (ask == null ? [] : [{ ...ask, weight: OF_A_CONDITION }]));
  const capped = excluded.length > 0 ? Math.min(cf, RATHER_NOT) : cf;
  const all = { ...rest, cf: capped, open: weightiest([...open, ...asked]) };
  const unjudged =
    fit.status === 'cannot-judge'
      ? (fit.mend ?? [])
      : skillsKnown(fit)
        ? undefined
        : [skillsUnknown(fit.baseline)];
  if (unjudged !== undefined)
    return { ...all, cf: 0, word: 'cannot be judged', conditions: [], limits: unjudged };
  const word = inWords(capped);
  const isIf = conditions.length > 0 && (word === 'suits' || word === 'rather suits');
  return {
    ...all,
    word: isIf ? 'suits, if' : word,
    conditions: isIf ? conditions.map(({ text }) => text) : [],
    limits: excluded.map(({ text }) => text),
  };
}

/** From here on what is missing is mended first, and from here on nothing is reorganised yet. Judgements, as in verdicts on designs. */
const MEND_FIRST = -0.2;
const NOT_YET = -0.5;
/** With less known than this of what could weigh, nothing is said of it. A judgement. */
const ENOUGH_KNOWN = 0.5;
const TOLERANCE = 1e-9;

/** Whether the company should reorganise now: foundations, shared goals and pay, an officer, payback. `like` as of a verdict. */
export function reorganisationOf(rules: readonly FitRule[], fit: FitCase, like?: FitCase): Reorganisation {
  const found = weighed(rules, fit, like);
  const at = (limit: number) => found.cf <= limit + TOLERANCE;
  const word = at(NOT_YET)
    ? 'not yet'
    : at(MEND_FIRST)
      ? 'mend first'
      : (found.confidence ?? 0) < ENOUGH_KNOWN
        ? 'not known'
        : 'now';
  return { ...found, word };
}
