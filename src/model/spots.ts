import { memo } from '../base/memo.ts';
import { sharedSeatsOf } from './conflicts.ts';
import { headsOf } from './heads.ts';
import type { Index, Organisation } from './organisation.ts';
import { reportsOf, treeOf } from './tree.ts';

/** Where somebody in a dual-reporting conflict, or of several jobs, stands: between bosses who count by these shares. */
export interface Between {
  /** The seat itself, where it leads or heads anything and so may be a head wherever the chart is cut; else -1. */
  readonly seat: Index;
  readonly bosses: readonly { readonly boss: Index; readonly share: number }[];
}

/**
 * Seats fall into spots: those of one spot count in the same accountable units wherever the chart is cut. A leader and
 * the reports who lead nobody share one, so there are far fewer spots than seats.
 */
export interface Spots {
  readonly count: number;
  /** Spot of each seat. */
  readonly of: Int32Array;
  /** Those with a spot of their own that others are found by, bosses first: leaders, heads of units, roots. */
  readonly anchors: Int32Array;
  /** Spot of the anchor above each anchor; -1 at the top. */
  readonly above: Int32Array;
  /** The spot of an anchor as a boss, at the index of its seat. */
  readonly asBoss: Int32Array;
  /** Spots between bosses, counted on from the anchors. */
  readonly between: readonly Between[];
}

/** The spots of an organisation, found once. Linear in seats. */
export const spotsOf = memo((organisation: Organisation): Spots => {
  const tree = treeOf(organisation);
  const { head, joint } = headsOf(organisation);
  // Whoever may be a head, or is somebody's second boss, is found as a boss though nobody's first line may lead there.
  const heads = new Set<Index>([...head, ...[...joint.values()].flat()]);
  for (const { bosses } of sharedSeatsOf(organisation)) for (const { boss } of bosses) heads.add(boss);
  const { count } = organisation.people;
  const asBoss = new Int32Array(count).fill(-1);
  const isAnchor = (seat: Index) => reportsOf(tree, seat) > 0 || tree.boss[seat]! < 0 || heads.has(seat);
  const anchors = tree.order.filter(isAnchor);
  anchors.forEach((seat, spot) => {
    asBoss[seat] = spot;
  });
  const above = anchors.map((seat) => (tree.boss[seat]! < 0 ? -1 : asBoss[tree.boss[seat]!]!));
  const of = new Int32Array(count);
  for (let seat = 0; seat < count; seat++)
    of[seat] = asBoss[seat]! >= 0 ? asBoss[seat]! : asBoss[tree.boss[seat]!]!;
  const between: Between[] = [];
  const byBosses = new Map<number | string, number>();
  for (const { seat, bosses } of sharedSeatsOf(organisation)) {
    const anchor = asBoss[seat]! >= 0;
    // A matrix has tens of thousands of equal pairs: a number for a key.
    const key =
      !anchor && bosses.length === 2 && bosses[0]!.share === 0.5
        ? bosses[0]!.boss * count + bosses[1]!.boss
        : `${anchor ? seat : ''}|${bosses.map(({ boss, share }) => `${boss}:${share}`).join(' ')}`;
    let spot = byBosses.get(key);
    if (spot === undefined) {
      spot = anchors.length + between.length;
      byBosses.set(key, spot);
      between.push({ seat: anchor ? seat : -1, bosses });
    }
    of[seat] = spot;
  }
  return { count: anchors.length + between.length, of, anchors, above, asBoss, between };
});
