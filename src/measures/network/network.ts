import type { Index } from '../../model/organisation.ts';

export interface Tie {
  readonly from: Index;
  readonly to: Index;
  readonly weight: number;
}

/**
 * E-I index of undirected ties: (E − I) / (E + I), E being the weight of ties between groups and I that of ties inside
 * them. −1: all inside, 1: all between. No ties: NaN. Krackhardt & Stern 1988. Zachary's karate club as it split: E 10,
 * I 68, −0.7436. Linear in the ties.
 */
export function eiIndex(ties: readonly Tie[], groupOf: (member: Index) => number): number {
  let external = 0;
  let internal = 0;
  for (const { from, to, weight } of ties) {
    if (groupOf(from) === groupOf(to)) internal += weight;
    else external += weight;
  }
  return external + internal > 0 ? (external - internal) / (external + internal) : Number.NaN;
}

/**
 * Modularity of a division of undirected ties: Q = Σ_g (w_g / W − (d_g / 2W)²), w_g being the weight inside group g and d_g
 * the sum of the degrees of its members. No ties: NaN. Newman & Girvan 2004. Zachary's karate club as it split: 0.3715.
 * Linear in the ties.
 */
export function modularity(ties: readonly Tie[], groupOf: (member: Index) => number): number {
  const inside = new Map<number, number>();
  const degree = new Map<number, number>();
  let total = 0;
  const add = (sums: Map<number, number>, group: number, weight: number) =>
    sums.set(group, (sums.get(group) ?? 0) + weight);
  for (const { from, to, weight } of ties) {
    total += weight;
    add(degree, groupOf(from), weight);
    add(degree, groupOf(to), weight);
    if (groupOf(from) === groupOf(to)) add(inside, groupOf(from), weight);
  }
  if (total === 0) return Number.NaN;
  let q = 0;
  for (const [group, sum] of degree) q += (inside.get(group) ?? 0) / total - (sum / (2 * total)) ** 2;
  return q;
}
