import { change } from '../change/change.ts';
import { defineMeasure, type MeasureResult } from '../measure.ts';

/** Share of a customer's yearly sales that is lost with the person who serves it (Shi, Sridhar, Grewal & Lilien 2017). */
const LOST = { low: 0.132, high: 0.176 } as const;

export const revenueAtRisk = defineMeasure({
  id: 'customers.revenueAtRisk',
  label: 'Sales a year at risk',
  summary: 'What customers may buy less because the person they know no longer serves them.',
  formula:
    'Yearly revenue of each customer served by name, times the share of its people who no longer serve it, times 13.2 % to 17.6 %: value is the middle, range both ends. A customer row without revenue is left out; nobody served by name, or revenue known of fewer than nine in ten: null. One Fortune 500 firm; less where the new person is alike, and a change can also revive a relationship (Schmitz et al. 2020).',
  unit: 'money',
  better: 'lower',
  source:
    'Shi, Sridhar, Grewal & Lilien, Journal of Marketing 81(2), 2017; against it Schmitz et al., Journal of Marketing, 2020.',
  change: 'Owners and named people of customers, `revenue`, and what the design moves.',
  needs: ['customers'],
  ofChange: true,
  byConstruction: { 'as-is': 'any' },
  applies: ({ organisation: { customers } }) => customers.revenue.some((revenue) => revenue > 0),
  take: (view, baseline): MeasureResult => {
    const ended = change(view, baseline).revenueOfEnded;
    if (ended === null)
      return { value: null, reason: 'Too few of the customers served by name have a revenue, or none is.' };
    return {
      value: (ended * (LOST.low + LOST.high)) / 2,
      range: { low: ended * LOST.low, high: ended * LOST.high },
    };
  },
});
