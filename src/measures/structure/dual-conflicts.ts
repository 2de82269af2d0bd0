import { defineMeasure } from '../measure.ts';
import { reportingConflicts } from './reporting-conflicts.ts';

export const dualConflicts = defineMeasure({
  id: 'reporting.dualConflicts',
  label: 'People with two equal bosses',
  summary: 'How many people have two bosses of nearly equal influence.',
  formula:
    'Number of seats with a second line of weight w2 where w2 / w1 ≥ policy.conflictRatio (two thirds; tolerance 1e-9).',
  unit: 'people',
  better: 'lower',
  source:
    'Jackson: dual lines with equal influence make people the arbiters of conflicting demands. Evidence on the matrix is mixed (Katz & Allen 1985; Larson & Gobeli 1987): ambiguity, not proven harm.',
  change: '`managers:` with their weights; `policy.conflictRatio`.',
  byConstruction: { functional: 0, lifecycle: 0, cluster: 0, 'account-team': 0, matrix: 'any' },
  take: (view) => ({ value: reportingConflicts(view).conflicts.length }),
});
