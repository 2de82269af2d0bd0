import { explainedBy } from '../../designs/cluster/basis/explained.ts';
import { shareWith } from '../maturity/from-customers.ts';
import type { Subject } from './item.ts';

/** What clusters are built around. */
export interface GroupedBy {
  /** null where no attribute would do, and alike customers were put together. */
  readonly attribute: string | null;
  /** Mean ω² over what the file says customers differ in; null where that is not known. */
  readonly explained: number | null;
  /** Share of the customers that have the attribute; null without one. */
  readonly covers: number | null;
}

export const omega = (value: number): string => value.toFixed(2).replace(/^-/, '−');

/** The one attribute by which all clusters of a file say whom they serve. */
function attributeOfClusters({ then }: Subject): string | undefined {
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
export function groupedBy(subject: Subject, attribute?: string): GroupedBy | undefined {
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
