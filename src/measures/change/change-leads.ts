import { change, defineChange } from './change.ts';

export const changeLeads = defineChange({
  id: 'change.leadsWithoutTeam',
  label: 'Managers without a team',
  summary: 'How many managers would lead nobody any more.',
  formula:
    'Number of people in both with direct reports before, to whom nobody reports after, by a second line neither: the first candidates for new lead seats.',
  unit: 'people',
  better: 'lower',
  needs: ['lines'],
  take: (view, baseline) => change(view, baseline).leadsWithoutTeam,
});
