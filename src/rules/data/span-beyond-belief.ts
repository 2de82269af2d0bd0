import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const company = (count: number) => `
version: 1
name: Everybody's manager
policy: { believableSpan: 6 }
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(count, 'm1')}
`;

export const spanBeyondBelief = defineRule({
  id: 'span-beyond-belief',
  about: 'data',
  validateOnly: true,
  severity: 'warning',
  summary: 'A manager has more direct reports than can be believed.',
  why: {
    text: 'Where one manager has that many reports, the levels between are mostly missing in the extract, or a default was filled in. If it is true, it is a matter of structure, and evaluate says so.',
    source: 'A judgement',
  },
  options: ['believableSpan'],
  examples: { bad: company(7), good: company(6) },
  *check(view) {
    const { organisation } = view;
    const { believableSpan } = organisation.policy;
    const wide = view.spans().filter(({ reports }) => reports > believableSpan);
    if (wide.length === 0) return;
    wide.sort((a, b) => b.reports - a.reports || a.lead - b.lead);
    const [widest] = wide;
    yield {
      message: `${counted(wide.length, 'manager has', 'managers have')} more than ${grouped(believableSpan)} direct reports, up to ${grouped(widest!.reports)}: more likely a fault in the data than a span.`,
      value: widest!.reports,
      limit: believableSpan,
      count: wide.length,
      examples: examplesOf(wide, ({ lead, reports }) => `${view.person(lead)}: ${grouped(reports)} reports`),
      at: organisation.people.origin(widest!.lead),
    };
  },
});
