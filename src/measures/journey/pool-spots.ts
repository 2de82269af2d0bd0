import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import type { Spots } from '../../model/spots.ts';
import type { ReportingTree } from '../../model/tree.ts';

/** People of a pool who sit in one spot at one depth, and so are alike but for who they are. */
export interface PoolSpots {
  readonly spot: Int32Array;
  /** One of them. */
  readonly seat: Int32Array;
  /** Chance that the pool draws one of them. */
  readonly share: Float64Array;
}

/** The people of a pool by spot and depth: the same wherever the chart is cut, so found once. Linear in the pool. */
export const spotsOfPool = memo((pool: Pool, spots: Spots, { depth }: ReportingTree): PoolSpots => {
  const at = new Map<number, number>();
  const spot: number[] = [];
  const seat: Index[] = [];
  const share: number[] = [];
  for (let k = 0; k < pool.seats.length; k++) {
    const one = pool.seats[k]!;
    const key = depth[one]! * spots.count + spots.of[one]!;
    const index = at.get(key);
    if (index !== undefined) {
      share[index]! += pool.share[k]!;
      continue;
    }
    at.set(key, spot.length);
    spot.push(spots.of[one]!);
    seat.push(one);
    share.push(pool.share[k]!);
  }
  return {
    spot: Int32Array.from(spot),
    seat: Int32Array.from(seat),
    share: Float64Array.from(share),
  };
});

/** How much of a pool sits at each depth, and at or below each manager. */
export class Reach {
  readonly atDepth: number[] = [];
  readonly below = new Map<Index, number>();
  weight = 0;

  /** Adds people at a depth whose lowest manager of interest is `at`. */
  add(tree: ReportingTree, at: Index, depth: number, weight: number): void {
    while (this.atDepth.length <= depth) this.atDepth.push(0);
    this.atDepth[depth]! += weight;
    this.weight += weight;
    for (let seat = at; seat >= 0; seat = tree.boss[seat]!)
      this.below.set(seat, (this.below.get(seat) ?? 0) + weight);
  }
}

/**
 * Sum over pairs of max(depth) less the depth of the lowest common manager, weighted by both weights. Two people have
 * one common manager more than that depth, none under different roots, so the depths add up over managers: linear in
 * the managers above the people rather than in the pairs.
 */
export function meanDistance(a: Reach, b: Reach): number {
  let sum = a.weight * b.weight;
  a.atDepth.forEach((weight, depth) => {
    b.atDepth.forEach((other, otherDepth) => {
      sum += weight * other * Math.max(depth, otherDepth);
    });
  });
  const [small, large] = a.below.size <= b.below.size ? [a.below, b.below] : [b.below, a.below];
  for (const [seat, weight] of small) sum -= weight * (large.get(seat) ?? 0);
  return sum;
}
