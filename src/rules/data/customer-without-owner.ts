import { grouped } from '../../base/grouped.ts';
import { listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { irregularityOf } from './irregularities.ts';

const CONSUMERS = 1;

const company = (owner: string) =>
  sellers('Whose account?', { customer: ', owner: s3' })
    .replace('id: s3, title: Sales Executive', 'id: s3, title: Account Manager')
    .replace('revenue: 2000', `revenue: 2000${owner}`);

export const customerWithoutOwner = defineRule({
  id: 'customer-without-owner',
  about: 'data',
  validateOnly: true,
  severity: 'note',
  summary: 'Customers have nobody who owns or serves them by name.',
  why: {
    text: 'Who serves a customer by name comes first in every figure, and keeping these relationships is part of what a change costs. Segments and consumers need no owner; an account without one is served by whoever serves everyone.',
    source: 'orgdesign, model section 4',
  },
  examples: { bad: company(''), good: company(', owner: s3') },
  *check(view) {
    const { organisation } = view;
    const { customers, relationships } = organisation;
    // An owner who is not in the file is told as such.
    const left = new Set(irregularityOf(organisation, 'unknown-customer-owner')?.members);
    const without: Index[] = [];
    let accounts = 0;
    for (let row = 0; row < customers.count; row++) {
      if (customers.customers[row] !== 1 || customers.market[row] === CONSUMERS) continue;
      accounts++;
      if (relationships.start[row + 1] === relationships.start[row] && !left.has(row)) without.push(row);
    }
    const rows = listed(without, customers);
    const [first] = rows;
    if (first === undefined) return;
    yield {
      message: `${grouped(without.length)} of ${grouped(accounts)} accounts, segments and consumers left aside, have nobody who owns or serves them by name.`,
      count: without.length,
      examples: examplesOf(rows, (row) => customers.id[row]!),
      at: customers.origin(first),
    };
  },
});
