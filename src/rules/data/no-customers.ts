import { qualityOf } from '../../model/quality.ts';
import { sellers } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

export const noCustomers = defineRule({
  id: 'no-customers',
  about: 'data',
  severity: 'note',
  summary: 'There are no customers, or too few rows of them.',
  why: {
    text: 'Who serves whom, what customers could be grouped by, clusters and account teams cannot be judged without customers. A chart alone can.',
    source: 'orgdesign, model section 12',
  },
  options: ['fewestCustomerRows'],
  examples: {
    bad: sellers('Nobody to sell to').replace(/customers:[\s\S]*$/, ''),
    good: sellers('Two to sell to'),
  },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    const closed = qualityOf(organisation).closed.find(({ gate }) => gate === 'customers');
    if (closed === undefined) return;
    const { count } = organisation.customers;
    yield {
      message: closed.mend,
      value: count === 0 ? null : count,
      entity: { kind: 'data', id: 'customers' },
      at: organisation.placeOf(['customers']),
    };
  },
});
