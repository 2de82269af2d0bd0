import { memo } from '../base/memo.ts';
import { TOLERANCE } from './lines.ts';
import type { Index, Organisation } from './organisation.ts';

/** Most people have one line: nothing is made for them. */
const NONE: readonly number[] = [];

/** The second lines that have nearly the influence of the first one: a dual-reporting conflict. */
export function conflictingLines(organisation: Organisation, seat: Index): readonly number[] {
  const { lines, policy } = organisation;
  const from = lines.start[seat]!;
  const to = lines.start[seat + 1]!;
  if (to - from < 2) return NONE;
  let first = from;
  for (let k = from + 1; k < to; k++) if (lines.weight[k]! > lines.weight[first]! + TOLERANCE) first = k;
  const limit = policy.conflictRatio * lines.weight[first]! - TOLERANCE;
  const others: number[] = [];
  for (let k = from; k < to; k++) if (k !== first && lines.weight[k]! >= limit) others.push(k);
  return others.length === 0 ? [] : [first, ...others.sort((a, b) => lines.weight[b]! - lines.weight[a]!)];
}

interface Conflict {
  readonly seat: Index;
  readonly bosses: readonly { readonly boss: Index; readonly share: number }[];
}

/** People in a dual-reporting conflict, and how much each of the bosses counts; found once. */
export const conflictsOf = memo((organisation: Organisation): readonly Conflict[] => {
  const { people, lines } = organisation;
  const found: Conflict[] = [];
  for (let seat = 0; seat < people.count; seat++) {
    const equal = conflictingLines(organisation, seat);
    if (equal.length === 0) continue;
    const total = equal.reduce((sum, k) => sum + lines.weight[k]!, 0);
    found.push({
      seat,
      bosses: equal.map((k) => ({ boss: lines.boss[k]!, share: lines.weight[k]! / total })),
    });
  }
  return found;
});
