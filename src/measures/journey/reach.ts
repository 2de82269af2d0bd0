import type { Index } from '../../model/organisation.ts';
import type { ReportingTree } from '../../model/tree.ts';

/** How far people are from others, by whichever way of adding it up suits the chart. */
export interface AnyReach {
  add(at: Index, depth: number, weight: number): void;
  distanceTo(other: AnyReach): number;
}

/** How much of a pool sits at each depth, and at or below each manager. Costs the managers above each who is added. */
export class Reach {
  private readonly atDepth = new Map<number, number>();
  private readonly below = new Map<Index, number>();
  private weight = 0;
  private sorted: readonly (readonly [depth: number, weight: number])[] | null = null;

  constructor(private readonly tree: ReportingTree) {}

  /** Adds people at a depth whose lowest manager of interest is `at`. */
  add(at: Index, depth: number, weight: number): void {
    this.sorted = null;
    this.atDepth.set(depth, (this.atDepth.get(depth) ?? 0) + weight);
    this.weight += weight;
    for (let seat = at; seat >= 0; seat = this.tree.boss[seat]!)
      this.below.set(seat, (this.below.get(seat) ?? 0) + weight);
  }

  /** Depths at which anybody sits, from the top. */
  private levels(): readonly (readonly [depth: number, weight: number])[] {
    this.sorted ??= [...this.atDepth].sort(([a], [b]) => a - b);
    return this.sorted;
  }

  /**
   * Sum over pairs of max(depth) less the depth of the lowest common manager, weighted by both weights. Two people have
   * one common manager more than that depth, none under different roots, so the depths add up over managers: linear in
   * the managers above the people rather than in the pairs, and in pairs of depths.
   */
  distanceTo(other: Reach): number {
    let sum = this.weight * other.weight;
    const theirs = other.levels();
    for (const [depth, weight] of this.levels())
      for (const [otherDepth, otherWeight] of theirs)
        sum += weight * otherWeight * Math.max(depth, otherDepth);
    const [small, large] =
      this.below.size <= other.below.size ? [this.below, other.below] : [other.below, this.below];
    for (const [seat, weight] of small) sum -= weight * (large.get(seat) ?? 0);
    return sum;
  }
}
