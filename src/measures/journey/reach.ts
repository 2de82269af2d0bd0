import type { Index } from '../../model/organisation.ts';
import type { ReportingTree } from '../../model/tree.ts';

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
