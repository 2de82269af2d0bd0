import { memo } from '../../base/memo.ts';
import type { Index, Organisation } from '../../model/organisation.ts';

/** A file that says nothing of the work for customers has the built-in journey, whose hours are assumed. */
const isAskedFor = ({ journeys, customers }: Organisation, capability: Index): boolean =>
  journeys.some(({ steps }) => steps.some((step) => step.capability === capability && !step.assumed)) ||
  customers.effort.get(capability)?.some((hours) => hours > 0) === true;

/**
 * Skills that join teams by default, that no seat has, and that only the built-in journey asks for: nothing of the company says
 * that it needs them, so that no design fails for want of them. Linear in seats and steps.
 */
export const skillsOnlyAssumed = memo((organisation: Organisation): ReadonlySet<Index> => {
  const { capabilities, people } = organisation;
  const held = new Set(people.capability);
  for (const list of people.secondary.values()) for (const capability of list) held.add(capability);
  return new Set(
    [...capabilities.keys()].filter(
      (index) =>
        capabilities[index]!.role === 'joins' && !held.has(index) && !isAskedFor(organisation, index),
    ),
  );
});
