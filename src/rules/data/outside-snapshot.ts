import { counted } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';

const company = (start: string) => `
version: 1
name: One day
asOf: 2026-06-30
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Accountant, department: finance, manager: m1, start: ${start} }
`;

export const outsideSnapshot = defineRule({
  id: 'outside-snapshot',
  about: 'data',
  severity: 'note',
  summary: 'People were left out because they start after, or left before, the day of the file.',
  why: {
    text: 'A file describes one day. Counting who is not there yet beside who is would describe none.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company('2026-09-01'), good: company('2026-06-01') },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'outside-snapshot');
    if (found === undefined) return;
    const count = Number(found.detail[0]);
    yield {
      message: `${counted(count, 'person starts', 'people start')} after, or left before, the day of the file, and ${count === 1 ? 'was' : 'were'} left out.`,
      count,
      at: found.at,
    };
  },
});
