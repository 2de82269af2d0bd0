import type { Capability, Index, Organisation } from '../../model/organisation.ts';
import type { ClusterOptions } from '../../schema/input/designs.ts';
import { staysPut } from '../hierarchy/settle.ts';

/** The capabilities that sit in every cluster: essential ones, those that join, and what the options add or take out. */
export function clusterNeeds(
  organisation: Organisation,
  options: Pick<ClusterOptions, 'include' | 'exclude' | 'holders'>,
): ReadonlyMap<Index, number> {
  const needs = new Map<Index, number>();
  organisation.capabilities.forEach((capability, index) => {
    const joins =
      capability.role === 'joins' || (mayJoin(capability.role) && options.include.includes(capability.id));
    if (capability.role === 'essential' || (joins && !options.exclude.includes(capability.id)))
      needs.set(index, options.holders);
  });
  return needs;
}

const mayJoin = (role: Capability['role']) => role === 'common' || role === 'joins-if-enough';

/** Adds the capabilities of which there are enough people for one in each of so many clusters. */
export function withThoseThatSuffice(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  clusters: number,
  exclude: readonly string[],
): ReadonlyMap<Index, number> {
  const held = new Float64Array(organisation.capabilities.length);
  organisation.people.capability.forEach((capability, seat) => {
    if (capability >= 0 && organisation.people.vacant[seat] === 0 && !staysPut(organisation, seat))
      held[capability]!++;
  });
  const all = new Map(needs);
  organisation.capabilities.forEach(({ id, role }, index) => {
    if (role === 'joins-if-enough' && held[index]! >= clusters && !exclude.includes(id)) all.set(index, 1);
  });
  return all;
}
