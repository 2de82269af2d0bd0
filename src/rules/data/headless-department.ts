import { inOrder } from '../../base/groups.ts';
import { counted } from '../../base/text.ts';
import { reportsOf } from '../../model/tree.ts';
import { accountants, team } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (head: string) => `
version: 1
name: Lawyers without a head
departments:
  - { id: finance, name: Finance }
  - { id: legal, name: Legal${head} }
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
${team('Lawyer', 'legal', 'm1', ['l1', 'l2'])}
`;

export const headlessDepartment = defineRule({
  id: 'headless-department',
  about: 'data',
  severity: 'warning',
  summary: 'Departments of several people have no head.',
  why: {
    text: 'Where nobody in a department leads another and no head is named, nobody answers for it: it is a name for people who are led from elsewhere.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company(''), good: company(', head: l1') },
  needs: ['lines'],
  *check(view) {
    const { organisation } = view;
    const { units } = organisation;
    const tree = view.tree();
    const headless = inOrder(view.heads().joint).filter(([, tops]) => reportsOf(tree, tops[0]!) === 0);
    if (headless.length === 0) return;
    yield gathered(
      headless,
      ([unit]) => units[unit]!.id,
      (headless) => ({
        message: `${counted(headless.length, 'department has', 'departments have')} several people, none of whom leads another, and no head.`,
        examples: examplesOf(
          headless,
          ([unit, tops]) => `${units[unit]!.name}: ${counted(tops.length, 'person', 'people')}`,
        ),
        at: units[headless[0][0]]!.origin,
      }),
    );
  },
});
