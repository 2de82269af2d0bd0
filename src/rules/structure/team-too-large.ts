import { largeTeams } from '../../measures/structure/teams-above-maximum.ts';
import { accountants } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

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
    const { units, unitOf, people, policy } = view.organisation;
    for (const { lead, people: size } of largeTeams(view, policy.maximumTeam)) {
      const unit = units[unitOf[lead]!];
      yield {
        message: `The team of ${view.person(lead)}${unit === undefined ? '' : ` in ${unit.name}`} has ${size.toLocaleString('en')} people, lead counted; a team should have at most ${policy.maximumTeam}.`,
        value: size,
        limit: policy.maximumTeam,
        entity: { kind: 'person', id: people.id[lead]! },
        at: people.origin(lead),
      };
    }
  },
});
