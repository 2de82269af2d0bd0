import { counted } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';

const company = (second: number) => `
version: 1
name: Weights
departments: [{ id: finance, head: m1 }]
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, title: Accountant, department: finance,
      managers: [{ to: m1, weight: 0.8 }, { to: a1, kind: dotted, weight: ${second} }] }
`;

export const weightsNotOne = defineRule({
  id: 'weights-not-one',
  about: 'data',
  severity: 'note',
  summary: 'The weights of the reporting lines of a person do not sum to 1.',
  why: {
    text: 'A weight is the share of the influence on a person. Weights that sum to something else are scaled, which may or may not be what was meant.',
    source: 'orgdesign, contract',
  },
  examples: { bad: company(0.4), good: company(0.2) },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'weights-not-one');
    if (found === undefined) return;
    yield {
      message: `The weights of the reporting lines of ${counted(found.members.length, 'person', 'people')} do not sum to 1 and were scaled.`,
      limit: 1,
      count: found.members.length,
      examples: examplesOf(found.members, view.person),
      at: found.at,
    };
  },
});
