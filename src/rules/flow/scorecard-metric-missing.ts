import { grouped } from '../../base/grouped.ts';
import { allOf } from '../../base/text.ts';
import { requiredMetrics, scorecardOf } from '../../designs/scorecards-and-charters.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { clusterWithServices } from '../examples/structures.ts';
import { defineRule } from '../rule.ts';

const card = (...metrics: readonly string[]) =>
  `, scorecard: [${metrics.map((metric) => `{ metric: ${metric} }`).join(', ')}]`;

/** The customers of a unit. */
function servedBy({ units, customers }: Organisation, at: Index): Iterable<Index> {
  const { serves } = units[at]!;
  return serves.kind === 'some' ? serves.customers : serves.kind === 'all' ? customers.id.keys() : [];
}

export const scorecardMetricMissing = defineRule({
  id: 'scorecard-metric-missing',
  about: 'structure',
  severity: 'note',
  summary: 'A cluster or phase does not answer for a measure that it should, though units have scorecards.',
  why: {
    text: 'A cluster answers for acquisition cost, sales, retention, margin and satisfaction; a phase for how the phase performs. What is on no scorecard nobody answers for. Conversion between phases has a rule of its own.',
    source: 'Jackson; Jameane',
  },
  examples: {
    bad: clusterWithServices('Nobody answers for margin', {
      cluster: card('acquisition-cost', 'sales', 'retention', 'satisfaction'),
    }),
    good: clusterWithServices('The cluster answers for all five', {
      cluster: card('acquisition-cost', 'sales', 'retention', 'margin', 'satisfaction'),
    }),
  },
  *check({ organisation }) {
    const { units } = organisation;
    const answering = units.flatMap((unit, at) => (requiredMetrics(unit).length > 0 ? [at] : []));
    // Of a file without any scorecard readiness says that they are missing.
    if (answering.every((at) => units[at]!.scorecard === undefined)) return;
    for (const at of answering) {
      const unit = units[at]!;
      const wanted = requiredMetrics(unit).filter((metric) => !metric.startsWith('conversion-'));
      const missing = wanted.filter((metric) => !unit.scorecard?.some((item) => item.metric === metric));
      if (missing.length === 0) continue;
      const known = scorecardOf(organisation, missing, servedBy(organisation, at), undefined)
        .filter(({ value }) => value !== undefined)
        .map(({ metric, value, unit: counted }) => `${metric} is ${grouped(value!)} ${counted}`);
      yield {
        message: `The scorecard of the ${unit.kind} ${unit.name} lacks ${missing.length} of ${wanted.length} measures: ${allOf(missing)}.${known.length === 0 ? '' : ` By the file ${allOf(known)}.`}`,
        limit: wanted.length,
        count: missing.length,
        entity: { kind: 'unit', id: unit.id },
        at: unit.origin,
      };
    }
  },
});
