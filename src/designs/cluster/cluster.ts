import type { Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { clusterOptions } from '../../schema/designs.ts';
import { alreadyInForm, type DesignResult, defineDesign, impossible } from '../design.ts';
import { buildClusters } from './build.ts';
import { clusterNeeds, planClusters } from './plan.ts';

/** Nothing is to be done where everyone with a clustered capability sits in a cluster or a centre already. */
function isClustered(organisation: Organisation): boolean {
  const { people, units, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  if (!units.some((unit) => unit.kind === 'cluster')) return false;
  const needs = clusterNeeds(organisation, clusterOptions.parse(organisation.options.cluster ?? {}));
  for (let seat = 0; seat < people.count; seat++) {
    const kind = units[unitOf[seat]!]?.kind;
    const capability = people.capability[seat]!;
    if (!needs.has(capability) || boss[seat]! < 0) continue;
    if (kind !== 'cluster' && kind !== 'centre-of-expertise') return false;
  }
  return true;
}

export const cluster = defineDesign({
  id: 'cluster',
  name: 'Customer clusters',
  summary:
    'Cross-functional teams, each dedicated to a group of customers from end to end, with one reporting line.',
  why: {
    text: 'Silos that meet the customer go where one team has all the skills a group of customers needs and one head answers for it.',
    source: 'Jackson',
  },
  method: [
    'The basis is the customer attribute that the file declares, else the one that explains most of what tells customers apart (mean ω²), else the one that keeps most customer relationships.',
    'Groups that need fewer people than a team are merged with the most similar one, until the people there can fill one team for each: for every set of capabilities, clusters times need is at most the people who hold any of it. Where that is not even two, what is missing is hired.',
    'Every cluster gets one person at least of each essential capability and of those that join, four in all besides its head; the rest by the hours its customers need (Sainte-Laguë).',
    'People go where most of their own customers are, else where most of their team’s are, else where most posts are open; managers spread over the clusters, the most senior first.',
    'Whoever directs the customers of a cluster today leads it, else the most senior manager in it who can be spared; else the head is to be hired.',
    'One person for each clustered capability, where there is one to spare, keeps up a centre of expertise. Everyone else stays, as common services.',
  ],
  apply(organisation): DesignResult {
    if (isClustered(organisation)) return alreadyInForm(organisation, 'in customer clusters');
    const options = clusterOptions.parse(organisation.options.cluster ?? {});
    const plan = planClusters(organisation, options);
    if ('missing' in plan)
      return impossible(
        [{ what: plan.missing, needed: 1, available: 0 }],
        `Customer clusters need ${plan.missing}; the file has none.`,
      );
    return buildClusters(organisation, plan, options.pinned);
  },
});
