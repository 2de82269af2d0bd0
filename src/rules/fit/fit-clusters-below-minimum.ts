import { memo } from '../../base/memo.ts';
import {
  clusterLimit,
  explainLimit,
  type Limit,
  MOST_CAPABILITIES,
} from '../../designs/cluster/number/feasibility.ts';
import { clusterNeeds } from '../../designs/cluster/number/needs.ts';
import type { View } from '../../model/view.ts';
import { peopleThere } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { topmost } from '../flow/flows.ts';
import { membersBelow } from '../structure/unit-members.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, read } from './premises.ts';
import {
  BY_CLUSTER_OPTIONS,
  type Cap,
  type CompanyFacts,
  type FitCase,
  type Lever,
  withOptions,
} from './statement.ts';
import { skillsKnown } from './unknown-skills.ts';

/**
 * The set of essential skills that limits the number of clusters, and to how many; null where no number of people would
 * tell. What is optional never makes clusters unsuitable: it stays a common service. Linear in the people, once for the
 * options it is asked with.
 */
function limitOf(view: View, facts: CompanyFacts): Limit | null {
  const { holders, minimum } = optionsOf(facts);
  return limitWith(view, holders, minimum ?? null);
}

const limitWith = memo(({ organisation }: View, holders: number, minimum: number | null): Limit | null => {
  const needs = new Map(
    [...clusterNeeds(organisation, { include: [], exclude: [], holders })].filter(
      ([capability]) => organisation.capabilities[capability]!.role === 'essential',
    ),
  );
  const tells = needs.size > 0 && needs.size <= MOST_CAPABILITIES;
  return tells ? clusterLimit(organisation, needs, minimum ?? organisation.policy.minimumTeam) : null;
});

const optionsOf = ({ options }: CompanyFacts) => options.cluster;

/** Options of clusters by which the people there may fill more of them, or all that are asked for. */
const clusterLevers: readonly Lever[] = [
  {
    key: 'designs.cluster.holders',
    text: 'Ask for one holder of each skill in a cluster instead of several.',
    remakes: BY_CLUSTER_OPTIONS,
    apply: (facts) => (optionsOf(facts).holders > 1 ? withOptions(facts, 'cluster', { holders: 1 }) : null),
  },
  {
    key: 'designs.cluster.minimum',
    text: 'Let clusters be as small as a team may be (policy.minimumTeam).',
    remakes: BY_CLUSTER_OPTIONS,
    apply(facts, { baseline }) {
      const { minimumTeam } = baseline.organisation.policy;
      return (optionsOf(facts).minimum ?? 0) > minimumTeam
        ? withOptions(facts, 'cluster', { minimum: minimumTeam })
        : null;
    },
  },
  {
    key: 'designs.cluster.clusters',
    text: 'Ask for no more clusters than the people there can fill.',
    remakes: BY_CLUSTER_OPTIONS,
    apply(facts, { baseline }) {
      const most = limitOf(baseline, facts)?.most ?? 0;
      return most > 0 && (optionsOf(facts).clusters ?? 0) > most
        ? withOptions(facts, 'cluster', { clusters: most })
        : null;
    },
  },
];

/** What is too small for clusters as a whole is told by its number of people, and not twice. */
const isLarge = ({ facts, baseline }: FitCase): boolean =>
  (facts.context.staff ?? peopleThere(baseline)) >= baseline.organisation.policy.smallCompany;

/** That the clusters of a structure are too few, or hold fewer people than a team takes. */
const tooSmall = memo((view: View): Cap | undefined => {
  const { organisation } = view;
  const { minimumTeam } = organisation.policy;
  const clusters = topmost(organisation, 'cluster');
  if (clusters.length === 0) return undefined;
  if (clusters.length < 2)
    return { at: 'rather not', text: 'fewer than two clusters leave nothing to divide customers between' };
  const { vacant } = organisation.people;
  const people = clusters.map(
    (cluster) => [...membersBelow(view, cluster)].filter((seat) => vacant[seat] === 0).length,
  );
  const small = people.filter((count) => count < minimumTeam).length;
  return 2 * small > clusters.length
    ? {
        at: 'rather not',
        text: `${small} of ${clusters.length} clusters have fewer than ${minimumTeam} people`,
      }
    : undefined;
});

export const fitClustersBelowMinimum = defineFitRule({
  id: 'fit-clusters-below-minimum',
  summary: 'The people there cannot fill two clusters with the skills and the four people that each needs.',
  why: {
    text: 'A cluster needs each essential skill, and four people at least, or it lacks what makes a team perform. With people for one only there is nothing to divide customers between. Optional skills are not counted: they can stay common.',
    source: 'Jackson',
  },
  options: ['minimumTeam', 'smallCompany'],
  fit: {
    statements: [
      {
        when: 'too few people for two clusters',
        designs: ['cluster'],
        certainty: -0.8,
        premises(fit) {
          const limit = limitOf(fit.baseline, fit.facts);
          if (limit === null) return [NO_TELLING];
          if (!skillsKnown(fit)) return [NO_TELLING];
          const text = explainLimit(fit.baseline.organisation, limit, 2);
          return [read(fit, ['people'], text, limit.most < 2 ? 1 : 0)];
        },
      },
    ],
    applies: isLarge,
    cap({ subject, view, baseline, facts }) {
      if (subject !== 'cluster') return undefined;
      const limit = limitOf(baseline, facts);
      if (limit !== null && limit.most < 2)
        return { at: 'rather not', text: 'the people there cannot fill two clusters' };
      return view === null ? undefined : tooSmall(view);
    },
    reads: ['context.staff'],
    change:
      'To change that: people hired in these skills, people with second skills, or fewer holders of each in a cluster (designs.cluster.holders).',
    levers: clusterLevers,
  },
  examples: {
    // One account manager is left in the one, two in the other.
    bad: onlyAccountManagers(1),
    good: onlyAccountManagers(2),
    design: 'cluster',
  },
});

/** The company of the examples with so many account managers; the others of them keep the books. */
function onlyAccountManagers(count: number): string {
  let seen = 0;
  return fitting('Account managers', { holders: 1 }).replaceAll('Account Manager', (title) =>
    ++seen > count ? 'Accountant' : title,
  );
}
