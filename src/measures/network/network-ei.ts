import { defineMeasure } from '../measure.ts';
import { eiIndex } from './network.ts';

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
  byConstruction: {},
  applies: (baseline) => baseline.organisation.interactions.length > 0,
  take: (view) => {
    const { at } = view.accountability();
    const value = eiIndex(view.organisation.interactions, at.unitOf);
    return Number.isNaN(value) ? { value: null, reason: 'There are no interactions.' } : { value };
  },
});
