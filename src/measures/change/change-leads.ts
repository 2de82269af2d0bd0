import { change, defineChange } from './change.ts';

export const changeLeads = defineChange({
  id: 'change.leadsWithoutTeam',
  label: 'Managers without a team',
  summary: 'How many managers would lead nobody any more.',
  formula:
    'Number of people in both with direct reports before and none after: the first candidates for new lead seats.',
  unit: 'people',
  better: 'lower',
  needs: ['lines'],
  take: (view, baseline) => change(view, baseline).leadsWithoutTeam,
});
