import { counted, quoted } from '../../base/text.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';
import { strangersAmong } from './similar-ids.ts';

export const unknownCustomer = defineRule({
  id: 'unknown-customer',
  about: 'data',
  severity: 'warning',
  summary: 'People serve customers who are not in the file.',
  why: {
    text: 'Who serves a customer by name comes first in every figure. A customer who is not there is left out, and with it the relationship.',
    source: 'orgdesign, contract',
  },
  examples: {
    bad: sellers('A customer who left', { seller: ', serves: [c9]' }),
    good: sellers('A customer who is there', { seller: ', serves: [c1]' }),
  },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'unknown-customer');
    if (found === undefined) return;
    const served = found.members.map((seat, at) => ({ seat, customer: found.detail[at]! }));
    const strangers = strangersAmong(found.detail, organisation.customers);
    yield {
      message: `${counted(served.length, 'customer', 'customers')} whom people serve by name ${served.length === 1 ? 'is' : 'are'} not in the file, and ${served.length === 1 ? 'was' : 'were'} left out.${strangers.remark}`,
      count: served.length,
      examples: examplesOf(
        served,
        ({ seat, customer }) => `${view.person(seat)}: ${quoted(customer)}${strangers.hint(customer)}`,
      ),
      at: found.at,
    };
  },
});
