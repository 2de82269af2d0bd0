import type { Team } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure } from '../measure.ts';

/** Teams with more people than a limit; leadership groups are judged by their span, and a cluster as a whole by neither. */
export function largeTeams(view: View, limit: number): readonly Team[] {
  const { units, unitOf } = view.organisation;
  const isWholeCluster = (lead: number) => {
    const unit = unitOf[lead]!;
    return unit >= 0 && units[unit]!.kind === 'cluster' && view.heads().head[unit] === lead;
  };
  return view
    .teams()
    .filter(({ leadership, people, lead }) => !leadership && people > limit && !isWholeCluster(lead));
}

export const teamsAboveMaximum = defineMeasure({
  id: 'teams.aboveMaximum',
  label: 'Teams above maximum',
  summary: 'How many teams are larger than a team works well at.',
  formula:
    'A lead and the direct reports, people and not open seats, where more than half of the reports lead nobody, larger than policy.maximumTeam (twelve); a whole cluster under its head is not judged.',
  unit: 'teams',
  better: 'lower',
  source: 'Wheelan 2009 (329 groups); the limit is a judgement.',
  change: 'Reporting lines; `policy.maximumTeam`.',
  byConstruction: {},
  take: (view) => ({ value: largeTeams(view, view.organisation.policy.maximumTeam).length }),
});
