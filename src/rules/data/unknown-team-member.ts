import { counted, quotedStranger } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';
import { strangersAmong } from './similar-ids.ts';

const company = (member: string) => `
version: 1
name: A team with a stranger
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(4, 'm1')}
teams: [{ id: close, name: Month-end close, members: [a1, a2, a3, ${member}], lead: m1 }]
`;

export const unknownTeamMember = defineRule({
  id: 'unknown-team-member',
  about: 'data',
  severity: 'warning',
  summary: 'Teams have members who are not in the file.',
  why: {
    text: 'A member who is not there is left out, so the team is smaller than it is said to be, and hand-offs to it are wrong. Mostly the person has left, or the id is mistyped.',
    source: 'orgdesign, contract',
  },
  options: [],
  examples: { bad: company('x9'), good: company('a4') },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'unknown-team-member');
    if (found === undefined) return;
    const members = found.members.map((team, at) => ({ team, id: found.detail[at]! }));
    const strangers = strangersAmong(found.detail, organisation.people);
    yield {
      message: `${counted(members.length, 'member')} of teams ${members.length === 1 ? 'is' : 'are'} not in the file, and ${members.length === 1 ? 'was' : 'were'} left out.${strangers.remark}`,
      count: members.length,
      examples: examplesOf(
        members,
        ({ team, id }) => `${organisation.teams[team]!.name}: ${quotedStranger(id)}${strangers.hint(id)}`,
      ),
      at: found.at,
    };
  },
});
