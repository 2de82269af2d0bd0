import { addTo } from '../base/groups.ts';
import { lazy, memo } from '../base/memo.ts';
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
import { conclude, inWords, RATHER_NOT, type Weight } from './certainty.ts';
import { COVERING, riskArguments } from './risks/risk-arguments.ts';

/** What a rule says of a case; undefined where it is not about it. */
type RuleJudgement = Judgement | undefined;

/** All of a case but what the company answers. */
const STRUCTURE = ['design', 'subject', 'baseline', 'view', 'basis', 'status', 'missing', 'mend'] as const;

/** Answers that two companies give differently; null where they differ in more than answers. */
const changedAnswers = memo((one: CompanyFacts, other: CompanyFacts): ReadonlySet<FactKey> | null => {
  if (one.options !== other.options || one.tenureYears !== other.tenureYears) return null;
  const changed = new Set<FactKey>();
  const [now, then] = [one.context, other.context] as Readonly<Record<string, unknown>>[];
  if (now !== then)
    for (const key of Object.keys({ ...now, ...then }))
      if (now![key] !== then![key]) changed.add(`context.${key}` as FactKey);
  for (const [id, given] of one.practices)
    if (other.practices.get(id) !== given) changed.add(`practices.${id}`);
  for (const id of other.practices.keys()) if (!one.practices.has(id)) changed.add(`practices.${id}`);
  return changed;
});

/** Places of the rules that read an answer, by its key. */
const readersOf = memo((rules: readonly FitRule[]): ReadonlyMap<FactKey, readonly number[]> => {
  const readers = new Map<FactKey, number[]>();
  rules.forEach(({ fit: { reads } }, at) => {
    for (const key of new Set(reads)) addTo(readers, key, at);
  });
  return readers;
});

/** What all rules say of a case, in their order. */
interface CaseJudgement {
  readonly rules: readonly FitRule[];
  readonly said: readonly RuleJudgement[];
  /** A judged case of which everything that is told of this one is told as well. */
  readonly same: FitCase | undefined;
}

const known = new WeakMap<FitCase, CaseJudgement>();

/**
 * What each rule says of a case. Of a case that differs from `like` in answers only, the rules that read none of these say the
 * same again: `reads` holds all answers that a rule looks at. Where no rule that is about the case read one of them, and no risk
 * is covered by one, all is as it was.
 */
function judgementsOf(rules: readonly FitRule[], fit: FitCase, like?: FitCase): CaseJudgement {
  const own = known.get(fit);
  if (own?.rules === rules) return own;
  const isLike = like !== undefined && STRUCTURE.every((part) => fit[part] === like[part]);
  const changed = isLike ? changedAnswers(fit.facts, like.facts) : null;
  const found = changed === null ? judgedAnew(rules, fit) : judgedAgain(rules, fit, like!, changed);
  known.set(fit, found);
  return found;
}

const judgedAnew = (rules: readonly FitRule[], fit: FitCase): CaseJudgement => ({
  rules,
  said: rules.map((rule) => judge(rule, fit)),
  same: undefined,
});

function judgedAgain(
  rules: readonly FitRule[],
  fit: FitCase,
  like: FitCase,
  changed: ReadonlySet<FactKey>,
): CaseJudgement {
  const { said: before, same = like } = judgementsOf(rules, like);
  const readers = readersOf(rules);
  let said: RuleJudgement[] | undefined;
  let isSame = true;
  for (const key of changed) {
    if (COVERING.has(key)) isSame = false;
    for (const at of readers.get(key) ?? []) {
      const rule = rules[at]!;
      if (rule.fit.cap !== undefined) isSame = false;
      const now = judge(rule, fit);
      if (now === before[at]) continue;
      isSame = false;
      said ??= [...before];
      said[at] = now;
    }
  }
  return { rules, said: said ?? before, same: isSame ? same : undefined };
}

/** What all rules say of one case. */
interface Weights {
  /** Certainties of all rules combined; the list and its strongest item stand beside it. */
  readonly cf: number;
  /** What is known of all that the rules could weigh; null where no rule is about the case. */
  readonly confidence: number | null;
  /** How many rules speak about it, known or not. */
  readonly rules: number;
  /** Both with what weighs most first. */
  readonly for: readonly Argument[];
  readonly against: readonly Argument[];
}

interface Open {
  /** Answers that are missing, the weightiest first. Looked for when asked for: most verdicts are on changes that are only tried. */
  readonly open: readonly MissingAnswer[];
}

/** Whether a design suits the company. */
export interface Verdict extends Weights, Open {
  readonly word: VerdictWord;
  /** Of `suits, if`: what has to hold. */
  readonly conditions: readonly string[];
  /** What rules a better verdict out whatever speaks for it, or keeps it from being judged. */
  readonly limits: readonly string[];
}

/** Whether the company should reorganise now, whatever the form. */
export interface Reorganisation extends Weights, Open {
  readonly word: ReorganiseWord;
}

const byWeight = (a: Argument, b: Argument) =>
  Math.abs(b.cf) - Math.abs(a.cf) || (a.rule.id < b.rule.id ? -1 : 1);

/** What is not known weighs nothing: it lowers the confidence and never fails. Order of the rules changes nothing. */
function weighed(rules: readonly FitRule[], fit: FitCase): Weights & { asks(): readonly MissingAnswer[] } {
  const { said } = judgementsOf(rules, fit);
  const risks = riskArguments(fit);
  const speaking: Argument[] = [];
  const weights: Weight[] = [];
  for (let at = 0; at < rules.length; at++) {
    const judgement = said[at];
    if (judgement === undefined) continue;
    const { cf, certainty, when, change, premises, weight } = judgement;
    const rule = rules[at]!;
    weights.push({ rule: rule.id, cf, weight });
    // Half a yes speaks for something and against it: each is said to be there in part.
    const part = premises.some(({ partly }) => partly) ? ', in part' : '';
    if (cf !== null && cf !== 0)
      speaking.push({ rule, cf, certainty, when: `${when}${part}`, change, premises });
  }
  const judgements = weights.length;
  for (const argument of risks.arguments) {
    speaking.push(argument);
    weights.push({ rule: argument.rule.id, cf: argument.cf, weight: Math.abs(argument.cf) });
  }
  speaking.sort(byWeight);
  const { cf, confidence } = conclude(weights);
  return {
    cf,
    confidence,
    rules: judgements,
    for: speaking.filter((one) => one.cf > 0),
    against: speaking.filter((one) => one.cf < 0),
    asks: () => [...said.flatMap((one) => one?.asks ?? []), ...risks.asks],
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
  const { same } = judgementsOf(rules, fit, like);
  return verdictOn(rules, same ?? fit);
}

const verdictOn = memo((rules: readonly FitRule[], fit: FitCase): Verdict => {
  const { cf, asks, ...rest } = weighed(rules, fit);
  const caps = capsOf(rules, fit);
  const excluded = caps.filter(({ at }) => at === 'rather not');
  const conditions = caps.filter(({ at }) => at === 'suits, if');
  const capped = excluded.length > 0 ? Math.min(cf, RATHER_NOT) : cf;
  const open = lazy(() => {
    const asked = caps.flatMap(({ ask }) => (ask == null ? [] : [{ ...ask, weight: OF_A_CONDITION }]));
    return weightiest([...weightiest(asks()), ...asked]);
  });
  const unjudged =
    fit.status === 'cannot-judge'
      ? (fit.mend ?? [])
      : skillsKnown(fit)
        ? undefined
        : [skillsUnknown(fit.baseline)];
  const word = inWords(capped);
  const isIf = conditions.length > 0 && (word === 'suits' || word === 'rather suits');
  return {
    ...rest,
    get open() {
      return open();
    },
    ...(unjudged !== undefined
      ? { cf: 0, word: 'cannot be judged', conditions: [], limits: unjudged }
      : {
          cf: capped,
          word: isIf ? 'suits, if' : word,
          conditions: isIf ? conditions.map(({ text }) => text) : [],
          limits: excluded.map(({ text }) => text),
        }),
  };
});

/** From here on what is missing is mended first, and from here on nothing is reorganised yet. Judgements, as in verdicts on designs. */
const MEND_FIRST = -0.2;
const NOT_YET = -0.5;
/** With less known than this of what could weigh, nothing is said of it. A judgement. */
const ENOUGH_KNOWN = 0.5;
const TOLERANCE = 1e-9;

/** Whether the company should reorganise now: foundations, shared goals and pay, an officer, payback. `like` as of a verdict. */
export function reorganisationOf(rules: readonly FitRule[], fit: FitCase, like?: FitCase): Reorganisation {
  const { same } = judgementsOf(rules, fit, like);
  return reorganisationOn(rules, same ?? fit);
}

const reorganisationOn = memo((rules: readonly FitRule[], fit: FitCase): Reorganisation => {
  const { asks, ...found } = weighed(rules, fit);
  const open = lazy(() => weightiest(asks()));
  const at = (limit: number) => found.cf <= limit + TOLERANCE;
  const word = at(NOT_YET)
    ? 'not yet'
    : at(MEND_FIRST)
      ? 'mend first'
      : (found.confidence ?? 0) < ENOUGH_KNOWN
        ? 'not known'
        : 'now';
  return {
    ...found,
    word,
    get open() {
      return open();
    },
  };
});
