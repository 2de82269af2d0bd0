import { hasMinimum } from '../model/teams.ts';
import { defineRule } from './rule.ts';

export const teamTooSmall = defineRule({
  id: 'team-too-small',
  severity: 'warning',
  summary: 'A team has fewer people than it takes to work as a team.',
  why: {
    text: 'Below four people a team struggles to develop the dynamics of a high-performing one.',
    source: 'Jackson',
  },
  options: ['minimumTeam'],
  examples: {
    bad: `
version: 1
name: Three at the counter
people:
  - { id: head, department: shop }
  - { id: ana, department: shop, manager: head }
  - { id: bo, department: shop, manager: head }
`,
    good: `
version: 1
name: Four at the counter
people:
  - { id: head, department: shop }
  - { id: ana, department: shop, manager: head }
  - { id: bo, department: shop, manager: head }
  - { id: cy, department: shop, manager: head }
`,
  },
  *check(view) {
    const { organisation } = view;
    const { minimumTeam } = organisation.policy;
    for (const team of view.teams()) {
      if (team.leadership || team.people >= minimumTeam || !hasMinimum(organisation, team.lead)) continue;
      const unit = organisation.units[organisation.unitOf[team.lead]!];
      yield {
        message: `The team of ${view.person(team.lead)}${unit === undefined ? '' : ` in ${unit.name}`} has ${team.people} people, lead counted; a team needs at least ${minimumTeam}.`,
        value: team.people,
        limit: minimumTeam,
        entity: { kind: 'person', id: organisation.people.id[team.lead]! },
        at: organisation.people.origin(team.lead),
      };
    }
  },
});
