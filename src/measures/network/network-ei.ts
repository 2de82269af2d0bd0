import type { Index } from '../../model/organisation.ts';
import { defineMeasure } from '../measure.ts';

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

export const networkEi = defineMeasure({
  id: 'network.eiIndex',
  label: 'E-I index of teamwork',
  summary: 'How much of the work of people with each other crosses accountable units.',
  formula:
    '(E − I) / (E + I), E being the weight of the interactions between accountable units and I that inside them. −1: all inside, 1: all between. Only where the file has interactions.',
  unit: 'index',
  better: 'lower',
  source: 'Krackhardt & Stern 1988.',
  change: '`interactions:`, and who belongs to which unit.',
  applies: (baseline) => baseline.organisation.interactions.length > 0,
  take: (view) => {
    const { at } = view.accountability();
    const value = eiIndex(view.organisation.interactions, at.unitOf);
    return Number.isNaN(value) ? { value: null, reason: 'There are no interactions.' } : { value };
  },
});
