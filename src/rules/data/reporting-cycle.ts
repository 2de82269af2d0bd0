import { grouped } from '../../base/grouped.ts';
import { accountants } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';
import { cycleText, hasNoRoot, irregularitiesOf, rootsOf } from './irregularities.ts';

const company = (manager: string) => `
version: 1
name: A circle in legal
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: l1, title: Head of Legal, department: legal, manager: ${manager} }
  - { id: l2, title: Lawyer, department: legal, manager: l1 }
  - { id: l3, title: Lawyer, department: legal, manager: l1 }
  - { id: l4, title: Lawyer, department: legal, manager: l1 }
`;

export const reportingCycle = defineRule({
  id: 'reporting-cycle',
  about: 'data',
  severity: 'error',
  summary: 'People report to each other in a circle.',
  why: {
    text: 'In a circle nobody is above anybody, and none of them reaches the top. To go on, the primary line of the most senior of them (then of the smallest id) is left out.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company('l2'), good: company('m1') },
  *check(view) {
    const { people } = view.organisation;
    const cycles = irregularitiesOf(view.organisation, 'reporting-cycle');
    // Where nobody is left at the top, that is told, with the circles.
    if (cycles.length === 0 || hasNoRoot(rootsOf(view))) return;
    for (const { members, detail, at } of cycles) {
      const from = members.find((seat) => people.id[seat] === detail[0])!;
      yield {
        message: `${grouped(members.length)} people report to each other in a circle, ${cycleText(view, members, from)}; it was cut above ${view.person(from)}.`,
        value: members.length,
        entity: { kind: 'person', id: detail[0]! },
        at,
      };
    }
  },
});
