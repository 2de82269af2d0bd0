import { counted } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';

const company = (second: string) => `
version: 1
name: The same boss twice
departments: [{ id: finance, head: m1 }]
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Accountant, department: finance,
      managers: [{ to: m1 }, { to: ${second}, kind: dotted }] }
`;

export const duplicateLine = defineRule({
  id: 'duplicate-line',
  about: 'data',
  severity: 'note',
  summary: 'People have two lines to the same manager.',
  why: {
    text: 'Two lines to one manager are one line; the second is left out and the weights are taken from those that remain.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company('m1'), good: company('a1') },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'duplicate-line');
    if (found === undefined) return;
    yield {
      message: `${counted(found.members.length, 'line repeats', 'lines repeat')} an earlier one of the same person to the same manager; the first counts.`,
      count: found.members.length,
      examples: examplesOf(found.members, view.person),
      at: found.at,
    };
  },
});
