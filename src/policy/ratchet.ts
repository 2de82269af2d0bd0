import { createHash } from 'node:crypto';
import { causeOf, type Finding, isMoreSevere, pairFindings } from '../rules/finding.ts';

const LENGTH = 32;

/**
 * Gives each finding the same mark in every run: a hash of its rule and of what it is on, with what tells structures apart
 * where several are checked. Of several with one cause the second and later ones are numbered.
 */
export function fingerprints(): (
  structure: readonly string[],
  finding: Pick<Finding, 'rule' | 'entity'>,
) => string {
  const seen = new Map<string, number>();
  return (structure, finding) => {
    const parts = [...structure, ...(JSON.parse(causeOf(finding)) as string[])];
    const key = JSON.stringify(parts);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const text = nth === 1 ? key : JSON.stringify([...parts, nth]);
    return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
  };
}

/** Relative difference below which two figures are the same. */
const TOLERANCE = 1e-9;

export const exceeds = (one: number, other: number): boolean =>
  one - other > TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));

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

/**
 * Findings beside those of the baseline, known again by their rule and what they are on: those of now in their order, then
 * those that are gone. Worse in one respect is worse, whatever else improved.
 */
export function ratchet(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  return pairFindings(before, after).map(({ before: was, after: is }): Finding => {
    if (is === undefined) return { ...was!, state: 'gone' };
    if (was === undefined) return { ...is, state: 'new' };
    const { severity, value, count } = was;
    const state = isWorse(is, was) ? 'worse' : isWorse(was, is) ? 'improved' : 'unchanged';
    return { ...is, state, before: { severity, value, count } };
  });
}
