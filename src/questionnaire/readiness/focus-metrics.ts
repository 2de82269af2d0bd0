import { percent } from '../../rules/wording.ts';
import type { Evidence, Subject } from './item.ts';

/** A share of the rows that is as good as all. */
const NEARLY_ALL = 0.9;

/** What customer focus is made of: the field of a customer, the metric of a scorecard, and its name. */
const METRICS = [
  ['acquisitionCost', 'acquisition-cost', 'cost of acquisition'],
  ['satisfaction', 'satisfaction', 'satisfaction'],
  ['retention', 'retention', 'retention'],
  ['margin', 'margin', 'margin'],
] as const;

/** Whether each of the four is known of the customers, or stands with a value on a scorecard of today. */
export function focusMetrics({ today: { organisation } }: Subject): readonly Evidence[] {
  const { customers, units } = organisation;
  return METRICS.map(([field, metric, name]): Evidence => {
    const column = customers[field];
    const first = column.findIndex((value) => !Number.isNaN(value));
    if (first >= 0) {
      const share = column.filter((value) => !Number.isNaN(value)).length / customers.count;
      const text = `${percent(share)} of the rows of customers give their ${name}.`;
      const at = customers.origin(first);
      return share >= NEARLY_ALL
        ? { state: 'in-place', text, at }
        : {
            state: 'partly',
            text,
            at,
            change: `Give the ${name} of the other customers (customers[].${field}).`,
          };
    }
    const unit = units.find(({ scorecard }) =>
      scorecard?.some((item) => item.metric === metric && item.value !== undefined),
    );
    if (unit !== undefined)
      return { state: 'in-place', text: `${unit.name} has the ${name} on its scorecard.`, at: unit.origin };
    return {
      state: 'open',
      text: `Nothing in the file gives the ${name} of customers.`,
      change: `Give the ${name} of customers (customers[].${field}).`,
    };
  });
}
