import { explainedBy } from '../../designs/cluster/basis/explained.ts';
import type { View } from '../../model/view.ts';
import type { ReportedBasis } from '../../schema/documents/basis.ts';
import { once } from './fit-facts.ts';

type Candidate = ReportedBasis['candidates'][number];
type InUse = Readonly<Pick<Candidate, 'attribute' | 'explained'>> & { readonly outcomes: readonly string[] };

/**
 * The attribute that today's units divide customers by, where two and more do so by one attribute, and how much of what
 * tells customers apart it explains (mean ω² over the outcomes given; null without any). Linear in the customers.
 */
export const basisInUse = once(({ organisation }: View): InUse | undefined => {
  const dividing = organisation.units.flatMap(({ serves }) =>
    serves.kind === 'some' && serves.where !== undefined ? [Object.keys(serves.where)] : [],
  );
  const [name] = dividing[0] ?? [];
  if (dividing.length < 2 || dividing.some((names) => names.length !== 1 || names[0] !== name))
    return undefined;
  const attribute = organisation.customers.attributes.find((one) => one.name === name);
  if (attribute === undefined) return undefined;
  return { attribute: attribute.name, ...explainedBy(organisation, attribute.codes) };
});
