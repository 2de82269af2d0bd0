import { defineMeasure } from '../measure.ts';

export const oneReportManagers = defineMeasure({
  id: 'spans.oneReport',
  label: 'Managers with one report',
  summary: 'How many managers have a single direct report.',
  formula: 'Number of seats with exactly one direct report on primary lines, open seats counted.',
  unit: 'managers',
  better: 'lower',
  source: 'orgdesign, model section 6.',
  change: 'Reporting lines.',
  needs: ['lines'],
  take: (view) => ({ value: view.spans().filter((team) => team.reports === 1).length }),
});
