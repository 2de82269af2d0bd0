import { counted } from '../../base/text.ts';
import { smallTeams as teamsBelow } from '../../measures/structure/teams-below-minimum.ts';
import { atTheLedger } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';
import { leadCounted, teamInUnit } from './team-name.ts';
import { isBelow, smallUnits } from './unit-members.ts';

export const teamTooSmall = defineRule({
  id: 'team-too-small',
  about: 'structure',
  severity: 'warning',
  summary: 'A team has fewer people than it takes to work as a team.',
  why: {
    text: 'Below four people a team struggles to develop the dynamics of a high-performing one.',
    source: 'Jackson',
  },
  options: ['minimumTeam'],
  examples: { bad: atTheLedger('Three', 2), good: atTheLedger('Four', 3) },
  needs: ['lines'],
  *check(view) {
    const { organisation } = view;
    const { minimumTeam } = organisation.policy;
    const small = new Set(smallUnits(view).map(({ unit }) => unit));
    for (const team of teamsBelow(view)) {
      // That the cluster or phase around it is too small is told as such.
      if (isBelow(organisation, team.unit, small)) continue;
      yield {
        message: `The team ${teamInUnit(view, team)} has ${counted(team.people, 'person', 'people')}${leadCounted(team)}; a team needs at least ${minimumTeam}.`,
        value: team.people,
        limit: minimumTeam,
        entity: team.entity,
        at: team.origin,
      };
    }
  },
});
