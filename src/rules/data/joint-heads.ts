import { inOrder } from '../../base/groups.ts';
import { allOf, counted } from '../../base/text.ts';
import { reportsOf } from '../../model/tree.ts';
import { accountants, team } from '../examples/companies.ts';
import { examplesOf, gathered } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (head: string) => `
version: 1
name: Two managers in finance
departments: [{ id: finance, name: Finance${head} }]
people:
  - { id: chief, title: Chief Executive Officer }
${team('Finance Manager', 'finance', 'chief', ['m1', 'm2'])}
${accountants(3, 'm1', 'a')}
${accountants(3, 'm2', 'b')}
`;

export const jointHeads = defineRule({
  id: 'joint-heads',
  about: 'data',
  severity: 'note',
  summary: 'Several people lead one department side by side.',
  why: {
    text: 'It is no fault, but nobody answers for the whole. The most senior of them stands as its head; a declared head says who does.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company(''), good: company(', head: m1') },
  needs: ['lines'],
  *check(view) {
    const { organisation } = view;
    const { units } = organisation;
    const tree = view.tree();
    const led = inOrder(view.heads().joint).filter(([, tops]) => reportsOf(tree, tops[0]!) > 0);
    if (led.length === 0) return;
    yield gathered(
      led,
      ([unit]) => units[unit]!.id,
      (led) => ({
        message: `${counted(led.length, 'department is', 'departments are')} led by several people side by side; the most senior of them is taken as the head.`,
        examples: examplesOf(
          led,
          ([unit, tops]) => `${units[unit]!.name}: ${allOf(tops.map(view.person), tops.length > 5 ? 4 : 5)}`,
        ),
        at: units[led[0][0]]!.origin,
      }),
    );
  },
});
