import type { Index, Organisation } from '../model/organisation.ts';
import type { Finding } from '../rules/rule.ts';
import type { CheckPolicy } from './policy.ts';

/** Which overrides of a policy hold for a finding, in their order. */
export type Areas = (entity: Finding['entity']) => readonly number[];

/**
 * The overrides that cover units of an organisation: a person counts where their own unit is. What is on the organisation as
 * a whole, or on a capability, is covered by none. Linear in units times overrides.
 */
export function areasOf(organisation: Organisation, overrides: CheckPolicy['overrides']): Areas {
  const { units, unitOf, people } = organisation;
  if (overrides.length === 0) return () => [];
  const coveredBy = units.map((_, unit) => covering(organisation, unit, overrides));
  const unitIndex = new Map(units.map(({ id }, index) => [id, index]));
  const seatIndex = new Map(people.id.map((id, index) => [id, index]));
  // A unit that answers for its work but is no department has the id of its head.
  const unitOfPerson = (id: string): Index => unitOf[seatIndex.get(id) ?? -1] ?? -1;
  return ({ kind, id }) => {
    if (kind !== 'unit' && kind !== 'person') return [];
    const unit = kind === 'person' ? unitOfPerson(id) : (unitIndex.get(id) ?? unitOfPerson(id));
    return coveredBy[unit] ?? [];
  };
}

function covering({ units }: Organisation, unit: Index, overrides: CheckPolicy['overrides']): number[] {
  const above = new Set<Index>();
  for (let at = unit; at >= 0 && !above.has(at); at = units[at]!.parent) above.add(at);
  const chain = [...above].map((index) => units[index]!);
  return overrides.flatMap(({ departments, kinds }, at) => {
    const inside = departments === undefined || chain.some(({ id }) => departments.includes(id));
    const ofKind = kinds === undefined || chain.some(({ kind }) => kinds.includes(kind));
    return inside && ofKind ? [at] : [];
  });
}
