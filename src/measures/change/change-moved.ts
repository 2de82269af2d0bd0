import { change, defineChange } from './change.ts';

export const changeMoved = defineChange({
  id: 'change.movedShare',
  label: 'People moved',
  summary: 'How many people change their department.',
  formula:
    'Of the people in both, the share whose own unit has another id (of who had no department: whose new one is led by nobody above them, the top aside, or is a phase or a cluster); open seats left out. Nobody: null.',
  unit: 'fraction',
  better: 'lower',
  take: (view, baseline) => change(view, baseline).moved,
});
