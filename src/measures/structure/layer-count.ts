import { defineMeasure } from '../measure.ts';

export const layerCount = defineMeasure({
  id: 'layers.count',
  label: 'Management levels',
  summary: 'How many levels of managers stand above the front line.',
  formula:
    'Depth of the deepest manager + 1, on primary lines; the front line is not counted. 4,096 people with spans of 4 give 1,365 managers in 6 levels, with spans of 8 585 in 4. Nobody leads: 0.',
  unit: 'levels',
  better: 'lower',
  source: 'orgdesign, model section 6.',
  change: 'Reporting lines.',
  needs: ['lines'],
  take: (view) => {
    const { depth } = view.tree();
    return { value: view.spans().reduce((most, team) => Math.max(most, depth[team.lead]! + 1), 0) };
  },
});
