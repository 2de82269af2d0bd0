const NONE = Number.POSITIVE_INFINITY;

/**
 * Entries in a row, each with a rank and a height: of any part of the row it gives the one of least rank that is high enough and open.
 * Who is found closed never opens again. Linear to make, and logarithmic to ask where rank and height agree by and large.
 */
export class Tournament {
  private readonly leaves: number;
  /** The least rank and the greatest height below each node; the two below a node are at twice its number, the entries come last. */
  private readonly rank: Float64Array;
  private readonly height: Float64Array;

  constructor(
    ranks: readonly number[],
    heights: readonly number[],
    private readonly isOpen: (rank: number) => boolean,
  ) {
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, ranks.length)));
    this.rank = new Float64Array(2 * this.leaves).fill(NONE);
    this.height = new Float64Array(2 * this.leaves).fill(-NONE);
    this.rank.set(ranks, this.leaves);
    this.height.set(heights, this.leaves);
    for (let node = this.leaves - 1; node > 0; node--) this.renew(node);
  }

  /** The least rank from one entry to before another of those who are at least so high; -1 for none. */
  first(from: number, to: number, least: number): number {
    const found = this.search(1, 0, this.leaves, { from, to, least }, NONE);
    return found === NONE ? -1 : found;
  }

  private search(
    node: number,
    start: number,
    size: number,
    part: { readonly from: number; readonly to: number; readonly least: number },
    best: number,
  ): number {
    const { from, to, least } = part;
    const rank = this.rank[node]!;
    if (start >= to || start + size <= from || rank >= best || this.height[node]! < least) return best;
    if (size === 1) {
      if (this.isOpen(rank)) return rank;
      this.rank[node] = NONE;
      this.height[node] = -NONE;
      return best;
    }
    const half = size / 2;
    const [left, right] = [2 * node, 2 * node + 1];
    let found = best;
    if (this.rank[left]! <= this.rank[right]!) {
      found = this.search(left, start, half, part, found);
      found = this.search(right, start + half, half, part, found);
    } else {
      found = this.search(right, start + half, half, part, found);
      found = this.search(left, start, half, part, found);
    }
    this.renew(node);
    return found;
  }

  private renew(node: number): void {
    this.rank[node] = Math.min(this.rank[2 * node]!, this.rank[2 * node + 1]!);
    this.height[node] = Math.max(this.height[2 * node]!, this.height[2 * node + 1]!);
  }
}
