import type { Assumption } from './organisation.ts';

/**
 * Assumptions that a file carries from the one it was made of, and those found in reading it. Under one id both sentences
 * stand where they differ, as where people without a capability were added to a proposal by hand.
 */
export function mergeAssumptions(
  carried: readonly Assumption[],
  found: readonly Assumption[],
): readonly Assumption[] {
  if (carried.length === 0) return found;
  const merged = new Map(carried.map((assumption) => [assumption.id, assumption]));
  for (const assumption of found) {
    const before = merged.get(assumption.id);
    const texts = new Set([...(before === undefined ? [] : [before.text]), assumption.text]);
    const affects = new Set([...(before?.affects ?? []), ...assumption.affects]);
    merged.set(assumption.id, { id: assumption.id, text: [...texts].join(' '), affects: [...affects] });
  }
  return [...merged.values()];
}
