import { precisePercent } from '../base/figures.ts';
import { memo } from '../base/memo.ts';
import { explainedBy, MIX_OF_NEEDS } from '../designs/cluster/basis/outcomes.ts';
import { usableAttributes } from '../designs/cluster/basis/usable.ts';
import type { View } from '../model/view.ts';
import { SIGNIFICANT } from '../numbers/permutation.ts';
import type { FitCase } from './fit/statement.ts';

/** How customers can be grouped, and what that explains of how they differ. */
export interface CustomerGroups {
  readonly attribute: string;
  readonly groups: number;
  /** Mean ω² over what the file says customers differ in; null where it says nothing. */
  readonly explained: number | null;
  readonly outcomes: readonly string[];
  /** Whether chance explains as much. */
  readonly random: boolean;
}

/** Whether anything is known of what the customers of groups need: who leaves, or pays, is no sign of it. */
export const areNeedsKnown = ({ explained, outcomes }: CustomerGroups): boolean =>
  explained !== null && outcomes.includes(MIX_OF_NEEDS);

/** A share that is explained, in words: below nothing is nothing. */
export const explainedInWords = (share: number): string => (share <= 0 ? 'nothing' : precisePercent(share));

/**
 * The attribute that today's units divide customers by, where two and more do so by one attribute; undefined otherwise.
 * Linear in the customers.
 */
export const basisInUse = memo(({ organisation }: View): CustomerGroups | undefined => {
  const dividing = organisation.units.flatMap(({ serves }) =>
    serves.kind === 'some' && serves.where !== undefined ? [Object.keys(serves.where)] : [],
  );
  const [name] = dividing[0] ?? [];
  if (dividing.length < 2 || dividing.some((names) => names.length !== 1 || names[0] !== name))
    return undefined;
  const attribute = organisation.customers.attributes.find((one) => one.name === name);
  if (attribute === undefined) return undefined;
  const explained = explainedBy(organisation, attribute.codes);
  return { attribute: attribute.name, groups: dividing.length, ...explained, random: false };
});

const explains = ({ explained }: CustomerGroups) => explained ?? Number.NEGATIVE_INFINITY;
const most = (groups: readonly CustomerGroups[]): CustomerGroups | undefined =>
  groups.reduce<CustomerGroups | undefined>(
    (best, one) => (best === undefined || explains(one) > explains(best) ? one : best),
    undefined,
  );

const bestAttribute = memo(({ organisation }: View) =>
  most(
    usableAttributes(organisation).map(({ name, codes, values }) => ({
      attribute: name,
      groups: values.length,
      ...explainedBy(organisation, codes),
      random: false,
    })),
  ),
);

/** The groups that clusters are, or would be, made for: those of the design, else those of today. */
export function groupsOf({
  basis,
  baseline,
}: Pick<FitCase, 'basis' | 'baseline'>): CustomerGroups | undefined {
  if (basis === undefined) return basisInUse(baseline);
  const chosen = basis.candidates.find(({ attribute }) => attribute === basis.chosen);
  if (chosen === undefined) return undefined;
  const { attribute, groups, explained, outcomes } = chosen;
  return { attribute, groups, explained, outcomes, random: (basis.p ?? 0) > SIGNIFICANT };
}

/** Of all ways to group customers, the one that tells them apart best; undefined where no attribute groups them. */
export function bestGroups(fit: Pick<FitCase, 'basis' | 'baseline'>): CustomerGroups | undefined {
  const { basis, baseline } = fit;
  const chosen = groupsOf(fit);
  if (basis === undefined) return most([chosen, bestAttribute(baseline)].filter((one) => one !== undefined));
  const others = basis.candidates.flatMap(({ attribute, groups, explained, outcomes, p }) =>
    attribute === basis.chosen
      ? []
      : [{ attribute, groups, explained, outcomes, random: (p ?? 0) > SIGNIFICANT }],
  );
  return most(chosen === undefined ? others : [chosen, ...others]);
}
