import { type Group, groupOf } from '../../../../src/designs/cluster/groups.ts';
import { placeInto } from '../../../../src/designs/cluster/placing/place-into.ts';
import type { Placement } from '../../../../src/designs/cluster/placing/placement.ts';
import type { PlacingOptions } from '../../../../src/designs/cluster/placing/worth.ts';
import type { Index, Organisation } from '../../../../src/model/organisation.ts';
import { clusterOptions } from '../../../../src/schema/input/designs.ts';

export const optionsOf = (given: Partial<PlacingOptions> = {}): PlacingOptions => ({
  ...clusterOptions.parse({}),
  ...given,
});

/** One group for each value of an attribute that every customer has. */
export function groupsOf(
  organisation: Organisation,
  attribute: string,
  clustered: readonly Index[],
): Group[] {
  const { codes, values } = organisation.customers.attributes.find(({ name }) => name === attribute)!;
  return values.map((value, code) =>
    groupOf(
      organisation,
      clustered,
      value,
      [value],
      [...codes.keys()].filter((customer) => codes[customer] === code),
    ),
  );
}

export interface PlacedByName extends Placement {
  readonly groups: readonly Group[];
  /** Group of each person, by id; null for none. */
  readonly where: Readonly<Record<string, string | null>>;
  /** Posts to be hired in each group. */
  readonly open: Readonly<Record<string, number>>;
}

/** Places people of some capabilities in the groups of an attribute, one of each capability needed in each. */
export function placed(
  organisation: Organisation,
  capabilities: readonly string[],
  {
    attribute = 'kind',
    pinned = {},
    minimum = 1,
    ...given
  }: Partial<PlacingOptions> & {
    attribute?: string;
    pinned?: Record<string, string>;
    minimum?: number;
  } = {},
): PlacedByName {
  const clustered = capabilities.map((id) => organisation.capabilities.findIndex((one) => one.id === id));
  const groups = groupsOf(organisation, attribute, clustered);
  const needs = new Map(clustered.map((capability) => [capability, 1]));
  const placement = placeInto(organisation, { groups, needs, minimum }, optionsOf({ ...given, pinned }));
  const open = Object.fromEntries(groups.map(({ name }) => [name, 0]));
  for (const counts of placement.posts.hires.values())
    counts.forEach((count, at) => {
      open[groups[at]!.name]! += count;
    });
  return {
    ...placement,
    groups,
    where: Object.fromEntries(
      organisation.people.id.map((id, seat) => [id, groups[placement.groupOf[seat]!]?.name ?? null]),
    ),
    open,
  };
}
