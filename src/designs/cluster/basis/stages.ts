import type { Attribute, Index, Organisation } from '../../../model/organisation.ts';
import type { Group } from '../groups.ts';

/** How many customers come to another cluster in a year, because they come to another stage of their life. */
export interface StageChanges {
  /** Customers a year; null where it is not known. */
  readonly perYear: number | null;
  /** The same as a share of the customers. */
  readonly share: number | null;
  /** Why it is not known. */
  readonly reason?: string;
}

/** Names of attributes that sound like stages which customers pass through. */
const LOOKS_LIKE_STAGES = /life.?(stage|cycle|phase)|^(stage|phase|maturity)\b/i;

/**
 * Expected changes of cluster a year for a basis of stages that customers pass through in the order declared: the sum of
 * customers / years over the stages whose next one is in another cluster, as if every stage were filled evenly. Customers
 * who left their stage's cluster for that of their parent account change with it and are not counted. null where no stages are declared and the name does not look like any. Linear in the
 * customers.
 */
export function stageChanges(
  organisation: Organisation,
  attribute: Attribute,
  groups: readonly Group[],
): StageChanges | null {
  const { customers, attributeOptions } = organisation;
  const declared = attributeOptions[attribute.name]?.stages;
  const unknown = (reason: string) => ({ perYear: null, share: null, reason });
  if (declared === undefined)
    return LOOKS_LIKE_STAGES.test(attribute.name)
      ? unknown(
          `${attribute.name} looks like stages that customers pass through; \`attributes.${attribute.name}.stages\` would say for how many years each`,
        )
      : null;
  const stray = attribute.values.find((one) => !declared.some(({ value }) => value === one));
  if (stray !== undefined) return unknown(`${stray} is none of the stages declared of ${attribute.name}`);
  const clusterOf = (value: string) => groups.findIndex(({ sources }) => sources.includes(value));
  const groupOf = new Int32Array(customers.count).fill(-1);
  groups.forEach((group, at) => {
    for (const customer of group.customers) groupOf[customer] = at;
  });
  const inStage = (value: string): number => {
    const code = attribute.values.indexOf(value);
    const own = clusterOf(value);
    let sum = 0;
    attribute.codes.forEach((at, customer: Index) => {
      if (at === code && code >= 0 && groupOf[customer] === own) sum += customers.customers[customer]!;
    });
    return sum;
  };
  let perYear = 0;
  for (const [at, { value, years }] of declared.entries()) {
    // A stage without customers is passed without a stay.
    const next = declared.slice(at + 1).find((stage) => clusterOf(stage.value) >= 0);
    const count = inStage(value);
    if (next === undefined || count === 0 || clusterOf(next.value) === clusterOf(value)) continue;
    if (years === undefined) return unknown(`no years are given for the stage ${value} of ${attribute.name}`);
    perYear += count / years;
  }
  const total = customers.customers.reduce((a, b) => a + b, 0);
  return { perYear, share: total > 0 ? perYear / total : 0 };
}
