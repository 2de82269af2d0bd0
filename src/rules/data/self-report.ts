import { counted } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';

const company = (line: string) => `
version: 1
name: Her own manager
people:
  - { id: m1, title: Finance Manager, department: finance${line} }
${accountants(3, 'm1')}
`;

export const selfReport = defineRule({
  id: 'self-report',
  about: 'data',
  severity: 'warning',
  summary: 'People are given as their own manager.',
  why: {
    text: 'Some systems write whoever is at the top as reporting to themselves. The line is left out; leave the manager empty to say the same.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company(', manager: m1'), good: company('') },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'self-report');
    if (found === undefined) return;
    yield {
      message: `${counted(found.members.length, 'person is given as their own manager', 'people are given as their own managers')}; the ${found.members.length === 1 ? 'line was' : 'lines were'} left out.`,
      count: found.members.length,
      examples: examplesOf(found.members, view.person),
      at: found.at,
    };
  },
});
