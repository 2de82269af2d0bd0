import { finite, given } from '../base/given.ts';
import { groupsBy } from '../base/groups.ts';
import type { Organisation, Origin } from '../model/organisation.ts';
import type { FindingState } from '../schema/documents/check.ts';
import type { ReportedFinding, Severity } from '../schema/documents/finding.ts';

/**
 * One cause that a rule found, from the rule to the output. In `message` and `examples` a person is written `{person:ID}`, so
 * that output can show the id, the name or a pseudonym.
 */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly value: number | null;
  readonly limit: number | null;
  /** How many places the cause shows in. */
  readonly count: number;
  readonly entity: { readonly kind: string; readonly id: string };
  readonly examples: readonly string[];
  /** Ids of the things that are gathered in it, as of the people in conflict of a unit; left out where it is on one thing. */
  readonly members?: readonly string[];
  /** True where each member takes what it is found for along to another unit, and is known again there. */
  readonly carried?: true;
  /** The same of some of its members. */
  only?(members: ReadonlySet<string>): Finding;
  /** True of what is told of some members of a finding apart from the others. */
  readonly part?: true;
  readonly at: Origin;
  /** What became of it since the baseline; new, if left out. */
  readonly state?: FindingState;
  /** The same finding in the baseline. */
  readonly before?: Pick<Finding, 'severity' | 'value' | 'count'>;
}

/**
 * What a rule says. Left out, the value is the count, the count 1, and the entity the organisation as a whole; there is no
 * limit and no example.
 */
export interface Observation
  extends Pick<Finding, 'message' | 'at'>,
    Partial<Pick<Finding, 'value' | 'limit' | 'count' | 'entity' | 'examples' | 'members' | 'carried'>> {
  only?(members: ReadonlySet<string>): Observation;
}

/**
 * One observation of several things with one cause; `tell` puts all of them in words, or some. Who is judged against a baseline
 * or waived is each of them.
 */
export function gathered<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  tell: (items: readonly [T, ...T[]]) => Observation,
): Observation {
  return {
    count: items.length,
    ...tell(items as readonly [T, ...T[]]),
    members: [...new Set(items.map(idOf))],
    only: (members) =>
      gathered(
        items.filter((item) => members.has(idOf(item))),
        idOf,
        tell,
      ),
  };
}

/** Most examples that a finding names. */
const MOST_EXAMPLES = 5;

/** Examples of a finding: the first few of what it covers, each in words. */
export const examplesOf = <T>(items: readonly T[], inWords: (item: T) => string): readonly string[] =>
  items.slice(0, MOST_EXAMPLES).map(inWords);

/** The finding that an observation makes. */
export const findingOf = (
  rule: { readonly id: string; readonly severity: Severity },
  organisation: Pick<Organisation, 'name'>,
  { message, value, limit = null, count, entity, examples = [], members, carried, only, at }: Observation,
): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  message,
  value: finite(value === undefined ? (count ?? null) : value),
  limit: finite(limit),
  count: count ?? 1,
  entity: entity ?? { kind: 'organisation', id: organisation.name },
  examples: examples.slice(0, MOST_EXAMPLES),
  ...(members === undefined || only === undefined
    ? {}
    : { members, ...given({ carried }), only: (some) => findingOf(rule, organisation, only(some)) }),
  at,
});

/** What a finding says of some of its members, as severe as it is; undefined for none of them. */
export function partOf(finding: Finding, members: readonly string[]): Finding | undefined {
  const { severity, only, members: all = [] } = finding;
  if (only === undefined || members.length === 0) return undefined;
  if (members.length === all.length) return finding;
  return { ...only(new Set(members)), severity, part: true };
}

type Place = ReportedFinding['at'];

/** Where something stands, as documents have it; null for nowhere. */
export function placeOf(origin: Origin): Place;
export function placeOf(origin: Origin | undefined): Place | null;
export function placeOf(origin: Origin | undefined): Place | null {
  if (origin === undefined) return null;
  const { file, line, column, generated } = origin();
  return { file, line, column, ...(generated ? { generated } : {}) };
}

/** A finding as documents have it; `write` puts people in their places, `place` says where it stands. */
export const reportFinding = <P>(
  { rule, severity, message, value, limit, count, entity, examples, members, at }: Finding,
  write: (text: string) => string,
  place: (at: Origin) => P,
) => ({
  rule,
  severity,
  message: write(message),
  value,
  limit,
  count,
  entity: { ...entity },
  examples: examples.map(write),
  ...(members === undefined ? {} : { members: [...members] }),
  at: place(at),
});

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Whether the first is more severe. */
export const isMoreSevere = (one: Severity, other: Severity): boolean => RANK[one] < RANK[other];

/** Errors first; findings of one severity stay in their order. */
export const compareSeverity = (a: Pick<Finding, 'severity'>, b: Pick<Finding, 'severity'>): number =>
  RANK[a.severity] - RANK[b.severity];

type Cause = Pick<Finding, 'rule' | 'entity'>;

/**
 * What makes two findings the same: their rule, and what they are on. What is on an organisation as a whole stays the same
 * when the organisation gets another name.
 */
export const causeOf = ({ rule, entity: { kind, id } }: Cause): string =>
  JSON.stringify([rule, kind, kind === 'organisation' ? '' : id]);

/** What makes a member of two findings the same: the cause that gathers it, unless it carries its own to another unit. */
export const memberCause = (finding: Cause & Pick<Finding, 'carried'>, id: string): string =>
  JSON.stringify([...(finding.carried ? [finding.rule] : (JSON.parse(causeOf(finding)) as string[])), id]);

/**
 * Findings beside each other that have one cause, whatever their place, wording and figures: first those of the second list
 * in their order, then those that are only in the first. Where several share a cause, the first is paired with the first.
 * Linear in the findings.
 */
export function pairFindings<T extends Cause>(
  before: readonly T[],
  after: readonly T[],
): { before?: T; after?: T }[] {
  const open = groupsBy(before.toReversed(), causeOf);
  const pairs = after.map((finding) => {
    const known = open.get(causeOf(finding))?.pop();
    return known === undefined ? { after: finding } : { before: known, after: finding };
  });
  const left = new Set([...open.values()].flat());
  return [...pairs, ...before.filter((finding) => left.has(finding)).map((finding) => ({ before: finding }))];
}

/** Findings that are only in the second list, only in the first, and how many are in both. */
export function matchFindings<T extends Cause>(
  before: readonly T[],
  after: readonly T[],
): { new: T[]; gone: T[]; kept: number } {
  const pairs = pairFindings(before, after);
  const added = pairs.flatMap((pair) => (pair.before === undefined ? [pair.after!] : []));
  const gone = pairs.flatMap((pair) => (pair.after === undefined ? [pair.before!] : []));
  return { new: added, gone, kept: before.length - gone.length };
}
