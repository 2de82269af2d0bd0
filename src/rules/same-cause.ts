import type { ReportedFinding } from '../schema/documents/finding.ts';

/** What makes two findings the same: their rule, and what they are on. */
export type Cause = Pick<ReportedFinding, 'rule' | 'entity'>;

/** What is on an organisation as a whole stays the same when the organisation gets another name. */
const causeOf = ({ rule, entity: { kind, id } }: Cause): string =>
  JSON.stringify([rule, kind, kind === 'organisation' ? '' : id]);

/**
 * Findings beside each other that have one cause, whatever their place, wording and figures: first those of the second list
 * in their order, then those that are only in the first. Where several share a cause, the first is paired with the first.
 * Linear in the findings.
 */
export function pairFindings<T extends Cause>(
  before: readonly T[],
  after: readonly T[],
): { before?: T; after?: T }[] {
  const open = new Map<string, T[]>();
  for (const finding of before.toReversed()) {
    const same = open.get(causeOf(finding));
    if (same === undefined) open.set(causeOf(finding), [finding]);
    else same.push(finding);
  }
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
