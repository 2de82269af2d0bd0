import { grouped } from '../../base/grouped.ts';
import { addTo, inOrder } from '../../base/groups.ts';
import { tooLargeTeams } from '../../measures/structure/teams-above-maximum.ts';
import type { Index } from '../../model/organisation.ts';
import type { Team } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';
import { atTheLedger } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { largestOf, leadCounted, teamInUnit } from './team-name.ts';

/** Large teams of one department, or one by its own name. */
function inWords(view: View, teams: readonly [Team, ...Team[]]): string {
  const [only] = teams;
  const { maximumTeam } = view.organisation.policy;
  return teams.length === 1
    ? `The team ${teamInUnit(view, only)} has ${grouped(only.people)} people${leadCounted(only)}; a team should have at most ${maximumTeam}.`
    : `In ${view.organisation.units[only.unit]!.name} ${grouped(teams.length)} teams have up to ${grouped(largestOf(teams))} people${leadCounted(only)}; a team should have at most ${maximumTeam}.`;
}

export const teamTooLarge = defineRule({
  id: 'team-too-large',
  about: 'structure',
  severity: 'warning',
  summary: 'A team has more people than can work as one team under one lead.',
  why: {
    text: 'In work groups of more than eight people productivity and development were lower. Where the limit of what is tolerable lies is a judgement.',
    source: 'Wheelan 2009, and a judgement',
  },
  options: ['maximumTeam'],
  examples: { bad: atTheLedger('Thirteen', 12), good: atTheLedger('Twelve', 11) },
  needs: ['lines'],
  *check(view) {
    const { organisation } = view;
    const { maximumTeam } = organisation.policy;
    const byUnit = new Map<Index, Team[]>();
    for (const team of tooLargeTeams(view)) {
      // What a file declares, and a department that governs itself, is known by its own name.
      if (team.entity.kind !== 'person' || team.unit < 0)
        yield {
          message: inWords(view, [team]),
          value: team.people,
          limit: maximumTeam,
          entity: team.entity,
          at: team.origin,
        };
      else addTo(byUnit, team.unit, team);
    }
    for (const [unit, teams] of inOrder(byUnit))
      yield gathered(
        teams,
        ({ entity }) => entity.id,
        (some) => ({
          message: inWords(view, some),
          value: largestOf(some),
          limit: maximumTeam,
          examples:
            some.length === 1
              ? []
              : examplesOf(some, ({ lead, people }) => `${view.person(lead)}: ${people} people`),
          entity: { kind: 'unit', id: organisation.units[unit]!.id },
          carried: true,
          at: some[0].origin,
        }),
      );
  },
});
