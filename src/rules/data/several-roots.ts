import { grouped } from '../../base/grouped.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { isToldAsPoor, rootsOf } from './irregularities.ts';

const company = (chief: string, line: string) => `
version: 1
name: Two tops
people:
${chief}  - { id: m1, title: Finance Director, department: finance${line} }
${accountants(3, 'm1')}
  - { id: l1, title: Head of Legal, department: legal${line} }
  - { id: l2, title: Lawyer, department: legal, manager: l1 }
  - { id: l3, title: Lawyer, department: legal, manager: l1 }
  - { id: l4, title: Lawyer, department: legal, manager: l1 }
`;

export const severalRoots = defineRule({
  id: 'several-roots',
  about: 'data',
  severity: 'warning',
  summary: 'More than one seat leads people and reports to nobody.',
  why: {
    text: 'Between two tops nobody decides. Where it is meant so, distances across are counted over a top that does not exist; where it is not, a manager is missing in the file.',
    source: 'orgdesign, contract',
  },
  examples: {
    bad: company('', ''),
    good: company('  - { id: chief, title: Chief Executive Officer }\n', ', manager: chief'),
  },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    // Who lost the line to an unknown manager or in a circle is told as such, and so is who leads nobody.
    const { written, orphans, all } = rootsOf(view);
    const alone = new Set(orphans);
    const roots = written.filter((seat) => !alone.has(seat));
    if (roots.length < 2 || roots.some((seat) => isToldAsPoor(view, seat))) return;
    yield gathered(
      roots,
      (seat) => organisation.people.id[seat]!,
      (roots) => ({
        message: `${grouped(roots.length)} seats that lead people report to nobody, where 1 is expected: ${view.person(all[0]!)}, with most people below, is taken as the top.`,
        limit: 1,
        examples: examplesOf(roots, view.person),
        at: organisation.people.origin(roots[0]),
      }),
    );
  },
});
