import type { Team } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure } from '../measure.ts';
import { countOf } from './renamed-teams.ts';

/** Teams with more people than a limit; leadership groups are judged by their span, and a cluster or a phase under its head as a whole by neither. */
export function largeTeams(view: View, limit: number): readonly Team[] {
  const { units } = view.organisation;
  const { head } = view.heads();
  const isWhole = ({ unit, lead, entity }: Team) =>
    (units[unit]?.kind === 'cluster' || units[unit]?.kind === 'phase') &&
    (entity.kind === 'unit' || head[unit] === lead);
  return view.teams().filter((team) => team.people > limit && !isWhole(team));
}

const maximumOf = ({ organisation }: View) => organisation.policy.maximumTeam;

/** Those with more people than the maximum. */
export const tooLargeTeams = Object.assign((view: View) => largeTeams(view, maximumOf(view)), {
  isBeyond: (people: number, view: View) => people > maximumOf(view),
});

const isOverBest = (people: number, view: View) =>
  people > view.organisation.policy.largeTeam && people <= maximumOf(view);

/** Those with more people than teams develop best with, but not too many. */
export const teamsOverBest = Object.assign(
  (view: View) =>
    largeTeams(view, view.organisation.policy.largeTeam).filter(({ people }) => isOverBest(people, view)),
  { isBeyond: isOverBest },
);

export const teamsAboveMaximum = defineMeasure({
  id: 'teams.aboveMaximum',
  label: 'Teams above maximum',
  summary: 'How many teams are larger than a team works well at.',
  formula:
    'Teams that the file declares, else a lead and the direct reports, people and not open seats, where more than half of the reports lead nobody, larger than policy.maximumTeam (twelve); a whole cluster or phase under its head is not judged.',
  unit: 'teams',
  better: 'lower',
  source: 'Wheelan 2009 (329 groups); the limit is a judgement.',
  change: '`teams`; reporting lines; `policy.maximumTeam`.',
  needs: ['lines'],
  take: (view, baseline) => countOf(tooLargeTeams, view, baseline),
});
