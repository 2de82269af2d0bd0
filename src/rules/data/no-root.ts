import { grouped } from '../../base/grouped.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { cycleText, hasNoRoot, irregularitiesOf, rootsOf } from './irregularities.ts';

const company = (line: string) => `
version: 1
name: Nobody at the top
people:
  - { id: m1, title: Finance Manager, department: finance, level: 2${line} }
${accountants(4, 'm1')}
`;

export const noRoot = defineRule({
  id: 'no-root',
  about: 'data',
  severity: 'error',
  summary: 'Nobody is at the top: everyone reports, in the end, into a circle.',
  why: {
    text: 'Levels, units and distances are counted from the top. Without one they rest on the place where the circle was cut, which need not be where the company is led from.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company(', manager: a1'), good: company('') },
  *check(view) {
    const { organisation } = view;
    const roots = rootsOf(view);
    if (!hasNoRoot(roots)) return;
    const cycles = irregularitiesOf(organisation, 'reporting-cycle');
    const texts = cycles.map(({ members, detail }) =>
      cycleText(view, members, members.find((seat) => organisation.people.id[seat] === detail[0])!),
    );
    yield {
      message: `Nobody is at the top: everyone reports, in the end, into a circle${cycles.length === 1 ? `, ${texts[0]}, which was cut above ${view.person(roots.all[0]!)}` : `; ${grouped(cycles.length)} circles were cut`}. Leave out the manager of whoever leads the company.`,
      value: null,
      count: cycles.length,
      examples: examplesOf(texts, (text) => text),
      at: cycles[0]!.at,
    };
  },
});
