import { defineMeasure } from '../measure.ts';
import { reportingConflicts } from './reporting-conflicts.ts';

export const dominatedLines = defineMeasure({
  id: 'reporting.dominatedLines',
  label: 'Second bosses in name only',
  summary: 'How many second solid lines clearly weigh less than the first.',
  formula:
    'Number of solid lines beside the primary one whose weight is below policy.conflictRatio of it. Dotted lines below that are nothing to count.',
  unit: 'lines',
  better: 'lower',
  source: 'orgdesign, model section 6.',
  change: '`managers:` with their weights; `policy.conflictRatio`.',
  byConstruction: { functional: 0, lifecycle: 0, cluster: 0, 'account-team': 0 },
  take: (view) => ({ value: reportingConflicts(view).dominated.length }),
});
