import { teamsOverBest } from '../../measures/structure/teams-above-maximum.ts';
import { atTheLedger } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { largestOf, leadCounted, teamName } from './team-name.ts';

export const teamLarge = defineRule({
  id: 'team-large',
  about: 'structure',
  severity: 'note',
  summary: 'Teams are larger than teams develop best.',
  why: {
    text: 'Of 329 work groups those of three to eight people were more productive and further developed than larger ones.',
    source: 'Wheelan 2009',
  },
  options: ['largeTeam', 'maximumTeam'],
  examples: { bad: atTheLedger('Nine', 8), good: atTheLedger('Eight', 7) },
  needs: ['lines'],
  *check(view) {
    const { largeTeam } = view.organisation.policy;
    const teams = teamsOverBest(view);
    if (teams.length === 0) return;
    yield gathered(
      teams,
      ({ entity }) => entity.id,
      (teams) => ({
        message:
          teams.length === 1
            ? `The team ${teamName(view, teams[0])} has ${largestOf(teams)} people${leadCounted(teams[0])}; teams of up to ${largeTeam} develop best.`
            : `${teams.length} teams have more than ${largeTeam} people, lead counted, the largest ${largestOf(teams)}; teams of up to ${largeTeam} develop best.`,
        value: largestOf(teams),
        limit: largeTeam,
        examples: examplesOf(
          teams,
          (team) => `${team.name || view.person(team.lead)}: ${team.people} people`,
        ),
        at: teams[0].origin,
      }),
    );
  },
});
