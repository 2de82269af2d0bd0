import type { Index } from '../../model/organisation.ts';
import { topmost } from '../flow/best-practice.ts';
import { membersBelow } from '../structure/small-units.ts';
import { once } from './fit-facts.ts';

interface SkillsOfClusters {
  /** Capabilities that people in two clusters or more have: what one cluster alone has needs nobody to keep it common. */
  readonly shared: readonly Index[];
  /** Those of them that no centre of expertise holds, by its capability or the people in it. */
  readonly withoutCentre: readonly Index[];
}

/** Which skills of clusters have a centre of expertise; enabling functions and leadership left out. Linear in the members of these units. */
export const skillsOfClusters = once((view): SkillsOfClusters => {
  const { organisation } = view;
  const { people, capabilities, units } = organisation;
  const clustersWith = new Map<Index, number>();
  for (const cluster of topmost(organisation, 'cluster')) {
    const held = new Set<Index>();
    for (const seat of membersBelow(view, cluster)) held.add(people.capability[seat]!);
    for (const capability of held) clustersWith.set(capability, (clustersWith.get(capability) ?? 0) + 1);
  }
  const kept = new Set<Index>();
  for (const centre of topmost(organisation, 'centre-of-expertise')) {
    kept.add(units[centre]!.capability);
    for (const seat of membersBelow(view, centre)) kept.add(people.capability[seat]!);
  }
  const shared = [...clustersWith]
    .filter(([capability, clusters]) => {
      const role = capabilities[capability]?.role;
      return clusters > 1 && role !== undefined && role !== 'enabling' && role !== 'leadership';
    })
    .map(([capability]) => capability)
    .sort((a, b) => a - b);
  return { shared, withoutCentre: shared.filter((capability) => !kept.has(capability)) };
});
