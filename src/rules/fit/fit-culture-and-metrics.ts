import type { Unit } from '../../model/organisation.ts';
import { fitting } from '../examples/companies.ts';
import { isCustomerMetric } from '../flow/pay.ts';
import { defineFitRule } from './fit-rule.ts';
import { isMissing } from './premises.ts';
import type { FitCase, Premise } from './statement.ts';

/** A goal that units share: one customer metric with a target on the scorecards of two and more of them. */
function sharedGoal({ baseline }: FitCase): Premise | undefined {
  const { units } = baseline.organisation;
  const answering = units.some(({ accountable }) => accountable)
    ? units.filter(({ accountable }) => accountable)
    : units;
  const first = new Map<string, Unit>();
  for (const unit of answering)
    for (const metric of new Set(
      (unit.scorecard ?? []).flatMap((item) =>
        // Designs write metrics and their values by themselves; a target is what somebody has agreed on.
        item.target !== undefined && isCustomerMetric(item.metric) ? [item.metric] : [],
      ),
    )) {
      const other = first.get(metric);
      if (other !== undefined)
        return {
          text: `${other.name} and ${unit.name} have a goal for ${metric} in common`,
          certainty: 0,
          at: unit.origin,
          derived: true,
        };
      first.set(metric, unit);
    }
  return undefined;
}

const alone = (fit: FitCase) => [
  isMissing(fit, 'customer-goals-collective', 'departments do not all share customer goals', sharedGoal(fit)),
];

export const fitCultureAndMetrics = defineFitRule({
  id: 'fit-culture-and-metrics',
  summary: 'Departments share no customer goals, which no chart makes up for.',
  why: {
    text: 'Working together is a matter of culture and of what is measured; structure is only a small part and cannot bring it about alone. That it holds of every design is our reading.',
    source: 'Jackson in his reply to comments, Eccles',
  },
  finding: 'once',
  fit: {
    statements: [
      { when: 'customer goals not shared', designs: ['company'], certainty: -0.4, premises: alone },
    ],
    reads: ['practices.customer-goals-collective'],
    change: 'To change that: customer goals that departments share, before the chart is changed.',
  },
  examples: {
    bad: fitting('Goals', { practices: { 'customer-goals-collective': 'no' } }),
    good: fitting('Goals', { practices: { 'customer-goals-collective': 'yes' } }),
  },
});
