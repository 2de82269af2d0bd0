import type { Organisation } from '../../model/organisation.ts';
import { selfGoverned } from '../../model/teams.ts';
import { treeOf } from '../../model/tree.ts';
import { alreadyInForm, type DesignResult, defineDesign, impossible } from '../design.ts';
import { besideUnits } from '../hierarchy/executives.ts';
import { buildClusters } from './build.ts';
import { clusterNeeds } from './number/needs.ts';
import { planClusters } from './plan.ts';

/**
 * Nothing is to be done where everyone with a clustered capability sits in a cluster or a centre already; executives above them apart; with `mustStay`,
 * but for people kept out by their location, for each of whom a post in the clusters is open.
 */
function isClustered(organisation: Organisation): boolean {
  const { people, units, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  if (!units.some((unit) => unit.kind === 'cluster')) return false;
  const options = organisation.options.cluster;
  const needs = clusterNeeds(organisation, options);
  const mustStay = options.mustStay.includes('location');
  const beside = besideUnits(organisation, ['cluster', 'centre-of-expertise']);
  let left = 0;
  for (let seat = 0; seat < people.count; seat++) {
    const kind = units[unitOf[seat]!]?.kind;
    const capability = people.capability[seat]!;
    if (!needs.has(capability) || boss[seat]! < 0 || selfGoverned(organisation, seat) >= 0) continue;
    if (kind === 'cluster' && people.vacant[seat] === 1) left--;
    if (kind === 'cluster' || kind === 'centre-of-expertise' || beside[seat] === 1) continue;
    if (!mustStay || people.location[seat] === '') return false;
    left++;
  }
  return left <= 0;
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
    'The basis is the customer attribute that is asked for, else the one that explains most of what tells customers apart (mean ω²), else the one that keeps most customer relationships. Effort that is assumed explains nothing. Where no attribute will do, customers are grouped by how alike they are (Gower distance, k-medoids, as many groups as give the highest silhouette): a proposal to look at.',
    'Groups that need fewer people than a team join the one whose needs are most like theirs, of equals the one that people of the same managers serve, until the people there can fill one team for each: for every set of capabilities, clusters times need is at most the people who hold any of it; and of all together a team and its head for each. Where that is not even two, what is missing is hired.',
    'Every cluster gets one person at least of each essential capability and of those that join, four in all besides its head; the rest by the hours its customers need (Sainte-Laguë).',
    'Who fills a post of a second capability is settled first. Then people are placed for each capability so that nothing better is possible: for each, the share of their customer hours in the cluster, the home cluster of their team (where most of its customer hours are), less a location that its customers are not served from; weights 1, 0.5 and 0.25 unless `goals` says otherwise. Pins go first.',
    'This is a transportation problem, solved exactly; the bound that proves it is worked out anew from prices of the posts (linear programming duality), and stands in the report with the gap, which is 0 unless the time limit was reached. Of people who are as good as each other, those of one team stay together.',
    'As many of the most senior members as there are clusters lead them: by grade where four fifths of the people have one, else by the distance to the top of today’s chart; of equals those who direct the customers of a cluster already, then by title; each where they direct or know by name most customers. They come beside the posts. A head is hired only where nobody is left who leads anyone. An executive over several functions goes on above the clusters where four fifths of all who join come from under them, and then the heads do too; with fewer they are asked to lead one as the others are. Who is chief of operations leads none, and goes on with what stays. Then lines are kept: whole teams go where their lead goes, or change places with other teams, and people who fill the same posts change places, while what is kept of customer hours stays within one per cent. That is a local search, not proven to find the best.',
    'Inside, reporting lines stay where both sides do; whoever lost the manager goes to the nearest one inside with room, and only then a team-lead seat is opened. Second lines end.',
    'A centre of expertise for each clustered skill has two people where ten or more hold the skill, else one, where they can be spared: no post of the skill is open, the others still cover the hours given for the customers, no customer knows them by name, and they lead no team that has room in one cluster. Where `policy.centreSize` says how many, anybody may go: the centre is then one more place in the same problem, worth nothing to anybody. Posts for which nobody can be spared are listed apart with what they cost, and stand in no figure. Each centre says what it mandates and what it advises, as a proposal. Specialisms (pre-sales of sales) join with their parent, and share its centre. Everyone else stays, as common services.',
    'Each cluster has its five measures, with the values that the file has, and a charter that says who its customers are and what they go through.',
  ],
  needs: ['capabilities', 'customers'],
  apply(organisation): DesignResult {
    if (isClustered(organisation)) return alreadyInForm(organisation, 'in customer clusters');
    const options = organisation.options.cluster;
    const plan = planClusters(organisation, options);
    if ('missing' in plan) return impossible(plan.missing, plan.sentence);
    return buildClusters(organisation, plan, options);
  },
});
