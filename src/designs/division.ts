import type { Organisation } from '../model/organisation.ts';
import type { DesignId } from '../schema/input/designs.ts';

/**
 * That a design by customers divides nobody, as a sentence: one cluster for all customers is a team with all the skills, and no
 * design of its own (model section 9). Undefined of every other design.
 */
export const withoutDivisionInWords = (id: DesignId, { units }: Organisation): string | undefined => {
  const groups = units.filter(
    ({ kind, serves }) => kind === 'cluster' || (id === 'matrix' && serves.kind === 'some'),
  );
  return (id === 'cluster' || id === 'matrix') && groups.length === 1
    ? `This is no design of its own: there would be one ${id === 'matrix' ? 'customer group' : 'cluster'} only, for all customers.`
    : undefined;
};
