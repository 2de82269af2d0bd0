import { grouped } from '../../base/grouped.ts';
import { gradesOf } from '../../model/grades.ts';
import { accountants } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

const company = (chief: number, others: number) => `
version: 1
name: Which grade is the highest?
people:
  - { id: chief, title: Finance Director, department: finance, level: ${chief} }
${accountants(6, 'chief').replaceAll(' }', `, level: ${others} }`)}
`;

export const gradesCountedFromTheTop = defineRule({
  id: 'grades-from-the-top',
  about: 'data',
  severity: 'note',
  summary: 'Grades count from the top, or both ways: managers have the lower numbers.',
  why: {
    text: 'Whoever is of a higher grade leads, and nobody is put below a lower one. A scale in which 1 is the highest would put trainees above directors, so it is turned round wherever grades are compared; one that runs both ways is not used.',
    source: 'orgdesign, model section 3',
  },
  examples: { bad: company(1, 3), good: company(3, 1) },
  *check({ organisation }, { design }) {
    if (design !== 'as-is') return;
    const { from, below, above } = gradesOf(organisation);
    if (from === 'bottom') return;
    const { level, origin } = organisation.people;
    const first = level.findIndex((own) => !Number.isNaN(own));
    yield {
      message:
        from === 'top'
          ? `Levels count from the top: ${grouped(below)} people have a manager of a lower one. They are read turned round, the lowest as the most senior; if that is wrong, correct \`level\` (a higher one is more senior).`
          : `Levels do not say who is more senior: ${grouped(below)} people have a manager of a lower one, ${grouped(above)} of a higher one. They are not used, the distance to the top is; to use them, correct \`level\` (a higher one is more senior).`,
      count: below,
      at: origin(first),
    };
  },
});
