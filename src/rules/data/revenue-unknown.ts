import { grouped } from '../../base/grouped.ts';
import { allOf, counted, quoted } from '../../base/text.ts';
import { sellers } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const TURNOVER = /sales|revenue|turnover/i;

export const revenueUnknown = defineRule({
  id: 'revenue-unknown',
  about: 'data',
  severity: 'note',
  summary: 'It is not known what customers pay this company.',
  why: {
    text: "Effort and importance follow what a customer pays, where that is known for nine in ten; otherwise every customer counts alike. A customer's own turnover is something else: it says how large the customer is, not what it is worth to this company.",
    source: 'orgdesign, contract',
  },
  examples: {
    bad: sellers('What do they pay?', { customer: ', attributes: { annualSales: 5000000 }' }).replace(
      'revenue: 1000, ',
      '',
    ),
    good: sellers('They pay', { customer: ', attributes: { annualSales: 5000000 }' }),
  },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    const { organisation } = view;
    const { revenue, prospect, id, attributes, origin } = organisation.customers;
    // Prospects pay nothing yet.
    const paying = [...id.keys()].filter((row) => prospect[row] === 0);
    const without = paying.filter((row) => Number.isNaN(revenue[row]!));
    if (without.length === 0) return;
    const similar = attributes.filter(({ name }) => TURNOVER.test(name)).map(({ name }) => quoted(name));
    const hint =
      similar.length === 0
        ? ''
        : ` ${allOf(similar)} ${similar.length === 1 ? 'is kept as an attribute' : 'are kept as attributes'}, because a customer's own turnover is not what it pays this company; where it is, say so with \`columns: { revenue: ${similar[0]} }\`.`;
    yield {
      message: `The revenue of ${grouped(without.length)} of ${counted(paying.length, 'row')} of customers is not known.${hint}`,
      count: without.length,
      examples: examplesOf(without, (row) => id[row]!),
      at: origin(without[0]!),
    };
  },
});
