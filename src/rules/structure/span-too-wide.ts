import { grouped } from '../../base/grouped.ts';
import { accountants, team } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

const company = (span: number) => `
version: 1
name: Three managers
policy: { maximumSpan: ${span} }
people:
  - { id: chief, title: Chief Executive Officer }
${team('Finance Manager', 'finance', 'chief', ['m1', 'm2', 'm3'])}
${accountants(3, 'm1', 'a')}
${accountants(3, 'm2', 'b')}
${accountants(3, 'm3', 'c')}
departments: [{ id: finance, head: m1 }]
`;

export const spanTooWide = defineRule({
  id: 'span-too-wide',
  about: 'structure',
  severity: 'warning',
  summary: 'A manager of managers has more direct reports than one person can lead.',
  why: {
    text: 'Every report takes time, and a manager who leads managers settles what their departments cannot settle between them. Where the limit lies is a judgement; it is yours to set.',
    source: 'A judgement',
  },
  options: ['maximumSpan'],
  examples: { bad: company(2), good: company(3) },
  needs: ['lines'],
  *check(view) {
    const { people, policy } = view.organisation;
    for (const { lead, reports, leadership } of view.spans()) {
      // A team that is too large is told as such.
      if (!leadership || reports <= policy.maximumSpan) continue;
      yield {
        message: `${view.person(lead)} leads managers and has ${grouped(reports)} direct reports; at most ${policy.maximumSpan} are advised.`,
        value: reports,
        limit: policy.maximumSpan,
        entity: { kind: 'person', id: people.id[lead]! },
        at: people.origin(lead),
      };
    }
  },
});
