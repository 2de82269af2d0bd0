import { defineMeasure } from '../measure.ts';
import { hasLifetimeValues, ofLifetime } from './customer-lifetime-value.ts';

export const customerEquity = defineMeasure({
  id: 'customers.equity',
  label: 'Customer equity',
  summary: 'What all customers together are worth over the years.',
  formula:
    'Sum of the lifetime values (customers.lifetimeValue) of all customers of whom it is known, in the currency of the file; of those who are customers already, not of prospects, without the acquisition cost, which is spent. Known of fewer than nine in ten: null; of none: left out. The same in every design, as the lifetime value is.',
  unit: 'money',
  better: 'higher',
  source: 'Eccles: steer by customer equity rather than by the value of brands.',
  change:
    '`margin`, `retention`, `acquisitionCost` and `count` of customers, and `policy.discountRate`; charters tell the equity of each cluster.',
  needs: ['customers'],
  ofCompany: true,
  applies: hasLifetimeValues,
  take: (view) => ofLifetime(view, ({ equity }) => equity),
});
