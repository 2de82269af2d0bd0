import { largeTeams } from '../../measures/structure/teams-above-maximum.ts';
import { accountants } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';
import { leadCounted, teamInUnit } from './team-name.ts';

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
  examples: {
    bad: `
version: 1
name: Thirteen at the ledger
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(12, 'm1')}
`,
    good: `
version: 1
name: Twelve at the ledger
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(11, 'm1')}
`,
  },
  *check(view) {
    const { policy } = view.organisation;
    for (const team of largeTeams(view, policy.maximumTeam)) {
      yield {
        message: `The team ${teamInUnit(view, team)} has ${team.people.toLocaleString('en')} people${leadCounted(team)}; a team should have at most ${policy.maximumTeam}.`,
        value: team.people,
        limit: policy.maximumTeam,
        entity: team.entity,
        at: team.origin,
      };
    }
  },
});
