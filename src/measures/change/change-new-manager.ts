import { change, defineChange } from './change.ts';

export const changeNewManager = defineChange({
  id: 'change.newManagerShare',
  label: 'New manager',
  summary: 'How many people get another manager.',
  formula:
    'Of the people in both, the share whose primary line goes to another person, or now to nobody or to somebody; open seats left out. Nobody: null.',
  unit: 'fraction',
  better: 'lower',
  needs: ['lines'],
  take: (view, baseline) => change(view, baseline).newManager,
});
