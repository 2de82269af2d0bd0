import { counted, quoted } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (capability: string) => `
version: 1
name: A botanist
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Botanist, department: greenhouse, manager: m1${capability} }
`;

export const personWithoutCapability = defineRule({
  id: 'person-without-capability',
  about: 'data',
  severity: 'warning',
  summary: 'It is not known what people can do for a customer.',
  why: {
    text: 'Where neither title nor department says what a person does, nothing is guessed: the person serves no step of a journey and stays in place in every design. Say it once for a title or a department under `capabilities`.',
    source: 'orgdesign, model section 2',
  },
  examples: { bad: company(''), good: company(', capability: product-development') },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    const { people } = organisation;
    const titles = new Map<string, number>();
    let first = -1;
    let count = 0;
    for (let seat = 0; seat < people.count; seat++) {
      if (people.capability[seat]! >= 0) continue;
      if (first < 0) first = seat;
      count++;
      titles.set(people.title[seat]!, (titles.get(people.title[seat]!) ?? 0) + 1);
    }
    if (count === 0) return;
    // Equally frequent titles stay in the order of the file.
    const frequent = [...titles].sort((a, b) => b[1] - a[1]);
    yield {
      message: `What ${counted(count, 'person does', 'people do')} for a customer could not be told from title and department: they serve no step and stay where they are in every design.`,
      count,
      examples: examplesOf(
        frequent,
        ([title, times]) => `${title === '' ? 'no title' : quoted(title)}: ${times.toLocaleString('en')}`,
      ),
      at: people.origin(first),
    };
  },
});
