import { counted, quotedStranger } from '../../base/text.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';
import { strangersAmong } from './similar-ids.ts';

export const unknownCustomerOwner = defineRule({
  id: 'unknown-customer-owner',
  about: 'data',
  severity: 'warning',
  summary: 'Customers are owned by somebody who is not in the file.',
  why: {
    text: 'Who serves a customer by name comes first in every figure, and keeping these relationships is part of what a change costs. An owner who is not there is left out.',
    source: 'orgdesign, contract',
  },
  examples: {
    bad: sellers('An owner who left', { customer: ', owner: s9' }),
    good: sellers('An owner who is there', { customer: ', owner: s4' }),
  },
  *check(view) {
    const { organisation } = view;
    const found = irregularityOf(organisation, 'unknown-customer-owner');
    if (found === undefined) return;
    const owned = found.members.map((customer, at) => ({ customer, owner: found.detail[at]! }));
    const strangers = strangersAmong(found.detail, organisation.people);
    const owners = new Set(found.detail).size;
    yield {
      message: `${counted(owned.length, 'owner', 'owners')} of customers ${owned.length === 1 ? 'is' : 'are'} given by ${counted(owners, 'id', 'ids')} that nobody in the file has, and ${owned.length === 1 ? 'was' : 'were'} left out.${strangers.remark}`,
      count: owned.length,
      examples: examplesOf(
        owned,
        ({ customer, owner }) =>
          `${organisation.customers.id[customer]!}: ${quotedStranger(owner)}${strangers.hint(owner)}`,
      ),
      at: found.at,
    };
  },
});
