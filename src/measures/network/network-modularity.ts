import type { Index } from '../../model/organisation.ts';
import { defineMeasure } from '../measure.ts';
import type { Tie } from './network-ei.ts';

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

export const networkModularity = defineMeasure({
  id: 'network.modularity',
  label: 'Modularity of teamwork',
  summary: 'How well the accountable units follow who works with whom.',
  formula:
    'Q = Σ over units of (weight inside / all weight − (degrees of the members / twice all weight)²). 0: no better than chance. Only where the file has interactions.',
  unit: 'index',
  better: 'higher',
  source: 'Newman & Girvan 2004.',
  change: '`interactions:`, and who belongs to which unit.',
  applies: (baseline) => baseline.organisation.interactions.length > 0,
  take: (view) => {
    const { at } = view.accountability();
    const value = modularity(view.organisation.interactions, at.unitOf);
    return Number.isNaN(value) ? { value: null, reason: 'There are no interactions.' } : { value };
  },
});
