import { createHash } from 'node:crypto';
import { areAlike } from '../base/figures.ts';
import { causeOf, type Finding, isMoreSevere, memberCause, pairFindings, partOf } from '../rules/finding.ts';
import type { CheckedMeasure } from '../schema/documents/check.ts';
import type { LimitInput } from '../schema/input/check-policy.ts';

const LENGTH = 32;

/** A mark for each member of a finding, the same in every run. */
export const memberFingerprints = (
  structure: readonly string[],
  finding: Pick<Finding, 'rule' | 'entity' | 'members' | 'carried'>,
): readonly string[] | undefined =>
  finding.members?.map((id) => hash([...structure, ...(JSON.parse(memberCause(finding, id)) as string[])]));

const hash = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, LENGTH);

/**
 * Gives each finding the same mark in every run: a hash of its rule and of what it is on, with what tells structures apart
 * where several are checked. Of several with one cause the second and later ones are numbered.
 */
export function fingerprints(): (
  structure: readonly string[],
  finding: Pick<Finding, 'rule' | 'entity' | 'members' | 'part'>,
) => string {
  const seen = new Map<string, number>();
  return (structure, finding) => {
    // What is told apart from the rest has a mark of its own, and the rest keeps its.
    const own = finding.part === true ? (finding.members ?? []) : [];
    const parts = [...structure, ...(JSON.parse(causeOf(finding)) as string[]), ...own];
    const key = JSON.stringify(parts);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return hash(nth === 1 ? parts : [...parts, nth]);
  };
}

export const exceeds = (one: number, other: number): boolean => one > other && !areAlike(one, other);

/** How far a value is from its limit; null where one of them is not known. */
const distance = ({ value, limit }: Finding): number | null =>
  value === null || limit === null ? null : Math.abs(value - limit);

/** Whether the first is worse than the second: more severe, in more places, or further from its limit. */
function isWorse(one: Finding, other: Finding): boolean {
  const [a, b] = [distance(one), distance(other)];
  return (
    isMoreSevere(one.severity, other.severity) ||
    one.count > other.count ||
    (a !== null && b !== null && exceeds(a, b))
  );
}

/** In which finding each member is. */
const homesOf = (findings: readonly Finding[]): ReadonlyMap<string, Finding> =>
  new Map(
    findings.flatMap((finding) =>
      (finding.members ?? []).map((id) => [memberCause(finding, id), finding] as const),
    ),
  );

/**
 * Findings beside those of the baseline, known again by their rule and what they are on: those of now in their order, then
 * those that are gone. Of what is gathered in one finding each member counts by itself: a further one is new, and who had two
 * bosses before has no new ones in another department. Worse in one respect is worse, whatever else improved.
 */
export function ratchet(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const [homes, homesNow] = [homesOf(before), homesOf(after)];
  const gone: Finding[] = [];
  const now = pairFindings(before, after).flatMap(({ before: was, after: is }): Finding[] => {
    if (was !== undefined && is !== undefined && (was.members === undefined || is.members === undefined))
      return [compared(was, is)];
    const isPaired = was !== undefined && is !== undefined;
    if (was !== undefined)
      for (const [home, part] of partsBy(was, homesNow))
        if (home === undefined) gone.push({ ...part, ...(isPaired ? { part: true } : {}), state: 'gone' });
    if (is === undefined) return [];
    return [...partsBy(is, homes)].map(([home, part]) => {
      if (home === undefined) return { ...part, ...(isPaired ? { part: true } : {}), state: 'new' };
      const found = compared(partOf(home, part.members!)!, part);
      if (home !== was) return found;
      // What was there before keeps its mark.
      const { part: _, ...kept } = found;
      return kept;
    });
  });
  return [...now, ...gone];
}

/** A finding by where its members are on the other side, first those who are nowhere there. */
function partsBy(finding: Finding, homes: ReadonlyMap<string, Finding>): Map<Finding | undefined, Finding> {
  if (finding.members === undefined) return new Map([[undefined, finding]]);
  const ids = new Map<Finding | undefined, string[]>([[undefined, []]]);
  for (const id of finding.members) {
    const home = homes.get(memberCause(finding, id));
    const list = ids.get(home);
    if (list === undefined) ids.set(home, [id]);
    else list.push(id);
  }
  return new Map(
    [...ids].flatMap(([home, some]) => {
      const part = partOf(finding, some);
      return part === undefined ? [] : [[home, part] as const];
    }),
  );
}

function compared(was: Finding, is: Finding): Finding {
  const { severity, value, count } = was;
  const state = isWorse(is, was) ? 'worse' : isWorse(was, is) ? 'improved' : 'unchanged';
  return { ...is, state, before: { severity, value, count } };
}

type Limit = NonNullable<CheckedMeasure['limit']>;
type Better = CheckedMeasure['better'];

/** A limit as it is told; null where nothing is limited, and the measure only shown. */
export function limitOf({ min, max, tolerance }: LimitInput): Limit | null {
  if (min === undefined && max === undefined && tolerance === undefined) return null;
  return { min: min ?? null, max: max ?? null, tolerance: tolerance ?? 0 };
}

/** The limit that a value is beyond; undefined where it is within. */
function crossed(value: number, { min, max }: Limit): { limit: number; upper: boolean } | undefined {
  if (max !== null && exceeds(value, max)) return { limit: max, upper: true };
  if (min !== null && exceeds(min, value)) return { limit: min, upper: false };
  return undefined;
}

/** How much worse the second value is, in the direction that a limit or the measure itself gives; below 0 it is better. */
const worsening = (before: number, after: number, lowerIsBetter: boolean): number =>
  lowerIsBetter ? after - before : before - after;

interface LimitVerdict {
  readonly status: CheckedMeasure['status'];
  /** The figure that was not to be crossed. */
  readonly limit: number | null;
  readonly upper: boolean;
  /** How much worse than before; null without a figure before. */
  readonly worse: number | null;
}

/**
 * How a measure stands to its limit. Beyond it in the baseline as well, it is tolerated as long as it does not get worse by
 * more than the tolerance; what was within and is beyond now is never tolerated. A limit without least and most is the
 * figure of the baseline, with the tolerance.
 */
export function standing(
  before: number | null,
  after: number | null,
  limit: Limit | null,
  better: Better,
): LimitVerdict {
  const none = { limit: null, upper: true, worse: null };
  if (limit === null) return { ...none, status: 'not-limited' };
  const known = before !== null;
  // A limited figure that can be taken no more could be anything.
  if (after === null) return { ...none, status: known ? 'beyond' : 'unknown' };
  if (limit.min === null && limit.max === null) {
    if (!known) return { ...none, status: 'unknown' };
    const upper = better === 'lower';
    const worse = worsening(before, after, upper);
    const allowed = upper ? before + limit.tolerance : before - limit.tolerance;
    const beyond = exceeds(worse, limit.tolerance);
    return { status: beyond ? 'beyond' : 'within', limit: allowed, upper, worse };
  }
  const beyond = crossed(after, limit);
  const was = known ? crossed(before, limit) : undefined;
  const told = beyond ?? was;
  const upper = told?.upper ?? true;
  const worse = known ? worsening(before, after, upper) : null;
  if (beyond === undefined) return { status: 'within', limit: told?.limit ?? null, upper, worse };
  const sameSide = was !== undefined && was.upper === beyond.upper;
  const tolerated = sameSide && !exceeds(worse!, limit.tolerance);
  return { status: tolerated ? 'tolerated' : 'beyond', limit: beyond.limit, upper, worse };
}
