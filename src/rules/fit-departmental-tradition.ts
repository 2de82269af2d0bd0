import { clusterable } from './example-clusters.ts';
import { defineRule } from './rule.ts';

export const fitDepartmentalTradition = defineRule({
  id: 'fit-departmental-tradition',
  about: 'fit',
  severity: 'warning',
  summary: 'The company thinks in departments, and clusters cut across them.',
  why: {
    text: 'Companies with a traditional departmental focus struggle to make clusters work: careers, budgets and loyalties follow the department. Where that holds only partly, nothing is said.',
    source: 'Jackson; careers, budgets and loyalties are our reading',
  },
  options: [],
  examples: {
    bad: clusterable('Always departments', { context: 'staff: 400, departmentalTradition: yes' }),
    good: clusterable('Partly departments', { context: 'staff: 400, departmentalTradition: partly' }),
    design: 'cluster',
  },
  *check(view, { design }) {
    const { context, origin } = view.organisation;
    if (design !== 'cluster' || context.departmentalTradition !== 'yes') return;
    yield {
      message:
        'Clusters will be a struggle here: the company has a traditional departmental focus (context.departmentalTradition). It would change once careers, budgets and goals no longer follow departments.',
      value: null,
      limit: null,
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
