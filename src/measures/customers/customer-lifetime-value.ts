import { lifetimeOf, lifetimeValueOf } from '../../model/lifetime-value.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure, type MeasureResult } from '../measure.ts';

/** Whether the lifetime value of any customer is known. */
export const hasLifetimeValues = ({ organisation }: View): boolean =>
  organisation.customers.id.some((_, row) => Number.isFinite(lifetimeValueOf(organisation, row)));

/** Takes a figure of the lifetime values of all customers. Linear in the customers. */
export function ofLifetime(
  { organisation }: View,
  of: (lifetime: NonNullable<ReturnType<typeof lifetimeOf>>) => number,
): MeasureResult {
  const lifetime = lifetimeOf(organisation, organisation.customers.id.keys());
  return lifetime === null
    ? { value: null, reason: 'Margin and retention are known of fewer than nine customers in ten.' }
    : { value: of(lifetime) };
}

export const customerLifetimeValue = defineMeasure({
  id: 'customers.lifetimeValue',
  label: 'Lifetime value',
  summary: 'What one customer is worth over the years on average.',
  formula:
    'm·r / (1 + i − r) − CAC, with the margin m of a year, retention r, discount rate i (policy.discountRate) and acquisition cost CAC, none where it is not known; the first margin comes after a year. Mean over customers by number, in the currency of the file. Known of fewer than nine in ten: null; of none: left out. Designs leave customers as they are, so that it is the same in all of them; what a design does for customers shows once they are measured again.',
  unit: 'money',
  better: 'higher',
  source: 'Eccles; Bush. Formula: Gupta and Lehmann.',
  change: '`margin`, `retention` and `acquisitionCost` of customers, and `policy.discountRate`.',
  needs: ['customers'],
  ofCompany: true,
  applies: hasLifetimeValues,
  take: (view) => ofLifetime(view, ({ mean }) => mean),
});
