import { organised } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

export const officerNotBelowRoot = defineRule({
  id: 'officer-not-below-root',
  about: 'structure',
  severity: 'warning',
  summary: 'The Chief Customer Officer does not report to the top.',
  why: {
    text: 'An officer who is to oversee every customer-facing function reports to the chief executive; from farther down the heads of those functions are out of reach.',
    source: 'Eccles',
  },
  examples: { bad: organised({ cco: 'sales' }), good: organised({ cco: 'chief' }) },
  *check(view) {
    const { officer, people } = view.organisation;
    if (officer === undefined) return;
    const { depth } = view.tree();
    const levels = depth[officer.seat]!;
    if (levels <= 1) return;
    yield {
      message: `${view.person(officer.seat)}, the Chief Customer Officer, is ${levels} levels below the top, where 1 is right. Let them report to the top.`,
      value: levels,
      limit: 1,
      entity: { kind: 'person', id: people.id[officer.seat]! },
      at: officer.origin,
    };
  },
});
