import { counted } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { isToldAsPoor, rootsOf } from './irregularities.ts';

const company = (line: string) => `
version: 1
name: Nobody's accountant
policy: { knownManagers: 0.5 }
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Accountant, department: finance${line} }
departments: [{ id: finance, head: m1 }]
`;

export const orphan = defineRule({
  id: 'orphan',
  about: 'data',
  severity: 'warning',
  summary: 'People report to nobody and lead nobody.',
  why: {
    text: 'Whoever stands beside the chart is in no team and no span, and a hand-off to them has no manager in common. Mostly the manager is missing in the extract, or the person is a contractor or a former colleague.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company(''), good: company(', manager: m1') },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    const { orphans, top } = rootsOf(view);
    if (orphans.length === 0 || orphans.some((seat) => isToldAsPoor(view, seat))) return;
    yield gathered(
      orphans,
      (seat) => organisation.people.id[seat]!,
      (orphans) => ({
        message: `${counted(orphans.length, 'person reports', 'people report')} to nobody and ${orphans.length === 1 ? 'leads' : 'lead'} nobody, beside ${view.person(top)}, who is taken as the top.`,
        examples: examplesOf(orphans, view.person),
        at: organisation.people.origin(orphans[0]),
      }),
    );
  },
});
