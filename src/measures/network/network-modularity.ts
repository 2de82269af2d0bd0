import { defineMeasure } from '../measure.ts';
import { modularity } from './network.ts';

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
  byConstruction: {},
  applies: (baseline) => baseline.organisation.interactions.length > 0,
  take: (view) => {
    const { at } = view.accountability();
    const value = modularity(view.organisation.interactions, at.unitOf);
    return Number.isNaN(value) ? { value: null, reason: 'There are no interactions.' } : { value };
  },
});
