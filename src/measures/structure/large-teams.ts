import type { Team } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';

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
