import { counted } from '../../base/text.ts';
import { listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (department: string) => `
version: 1
name: Nowhere at home
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Accountant, manager: m1${department} }
`;

export const personWithoutDepartment = defineRule({
  id: 'person-without-department',
  about: 'data',
  severity: 'warning',
  summary: 'People belong to no department.',
  why: {
    text: 'They are missing wherever departments are counted, and a design cannot say whether it moves them. Whoever is at the top may stand above all departments.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company(''), good: company(', department: finance') },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    const { people, unitOf } = organisation;
    const top = view.tree().roots[0];
    const found: Index[] = [];
    for (let seat = 0; seat < people.count; seat++) if (unitOf[seat]! < 0 && seat !== top) found.push(seat);
    const seats = listed(found, people);
    if (seats.length === 0) return;
    yield gathered(
      seats,
      (seat) => people.id[seat]!,
      (some) => ({
        message: `${counted(some.length, 'person belongs', 'people belong')} to no department.`,
        examples: examplesOf(some, view.person),
        at: people.origin(some[0]),
      }),
    );
  },
});
