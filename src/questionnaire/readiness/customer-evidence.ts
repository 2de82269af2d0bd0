import { precisePercent } from '../../base/figures.ts';
import { explainedBy } from '../../designs/cluster/basis/outcomes.ts';
import { firstListed } from '../../model/listed.ts';
import { NEARLY_ALL, shareWith } from '../answers/from-customers.ts';
import { type Evidence, inPlace, open, partly, type ReadinessCase } from './evidence.ts';

/** What clusters are built around. */
export interface ClusterBasis {
  /** null where no attribute would do, and alike customers were put together. */
  readonly attribute: string | null;
  /** Mean ω² over what the file says customers differ in; null where that is not known. */
  readonly explained: number | null;
  /** Share of the customers that have the attribute; null without one. */
  readonly covers: number | null;
}

/** The one attribute by which all clusters of a file say whom they serve. */
function attributeOfClusters({ then }: ReadinessCase): string | undefined {
  const names = new Set<string>();
  for (const { kind, serves } of then?.organisation.units ?? []) {
    if (kind !== 'cluster') continue;
    const where = serves.kind === 'some' ? Object.keys(serves.where ?? {}) : [];
    if (where.length !== 1) return undefined;
    names.add(where[0]!);
  }
  return names.size === 1 ? [...names][0] : undefined;
}

/**
 * What the clusters of the design are built around, or how customers are told apart by `attribute`: as the design found it, else,
 * where the file has clusters already, by what they serve. undefined where that is not known.
 */
export function groupedBy(subject: ReadinessCase, attribute?: string): ClusterBasis | undefined {
  const { basis } = subject.result;
  const name = attribute ?? basis?.chosen ?? attributeOfClusters(subject);
  if (name === undefined) return undefined;
  const { organisation } = subject.today;
  const scored = basis?.candidates.find((candidate) => candidate.attribute === name);
  if (scored !== undefined) return { attribute: name, explained: scored.explained, covers: scored.covers };
  const found = organisation.customers.attributes.find((one) => one.name === name);
  if (found === undefined) return { attribute: null, explained: null, covers: null };
  const { explained } = explainedBy(organisation, found.codes);
  return { attribute: name, explained, covers: shareWith(organisation, found) };
}

/** What customer focus is made of: the field of a customer, the metric of a scorecard, and its name. */
const METRICS = [
  ['acquisitionCost', 'acquisition-cost', 'cost of acquisition'],
  ['satisfaction', 'satisfaction', 'satisfaction'],
  ['retention', 'retention', 'retention'],
  ['margin', 'margin', 'margin'],
] as const;

/** Whether each of the four is known of the customers, or stands with a value on a scorecard of today. */
export function focusMetrics({ today: { organisation } }: ReadinessCase): readonly Evidence[] {
  const { customers, units } = organisation;
  return METRICS.map(([field, metric, name]): Evidence => {
    const column = customers[field];
    const rows = [...column.keys()].filter((row) => !Number.isNaN(column[row]));
    const first = firstListed(rows, customers);
    if (first !== undefined) {
      const share = rows.length / customers.count;
      const text = `${precisePercent(share)} of the rows of customers give their ${name}.`;
      const at = customers.origin(first);
      return share >= NEARLY_ALL
        ? inPlace(text, at)
        : partly(text, `Give the ${name} of the other customers (customers[].${field}).`, at);
    }
    const unit = units.find(({ scorecard }) =>
      scorecard?.some((item) => item.metric === metric && item.value !== undefined),
    );
    if (unit !== undefined) return inPlace(`${unit.name} has the ${name} on its scorecard.`, unit.origin);
    return open(
      `Nothing in the file gives the ${name} of customers.`,
      `Give the ${name} of customers (customers[].${field}).`,
    );
  });
}
