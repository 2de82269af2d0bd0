import { memo } from '../../base/memo.ts';
import {
  clusterLimit,
  explainLimit,
  holdersOf,
  type Limit,
  MOST_CAPABILITIES,
} from '../../designs/cluster/number/feasibility.ts';
import { clusterNeeds } from '../../designs/cluster/number/needs.ts';
import type { View } from '../../model/view.ts';
import type { ClusterOptions } from '../../schema/input/designs.ts';
import { fitting } from '../examples/companies.ts';
import { peopleThere } from './company-facts.ts';
import { defineFitRule } from './fit-rule.ts';
import { NO_TELLING, read } from './premises.ts';
import {
  BY_CLUSTER_OPTIONS,
  type Company,
  type CompanyFacts,
  type FitCase,
  type Lever,
  withOptions,
} from './statement.ts';

/**
 * The set of skills that limits the number of clusters, and to how many; null where no number of people would tell. A skill
 * that joins clusters and that nobody has is left out: it is missing today, and not for dividing. Linear in the people, once
 * for the options it is asked with.
 */
function limitOf(view: View, facts: CompanyFacts): Limit | null {
  const { include, exclude, holders, minimum } = optionsOf(facts);
  return limitWith(view, JSON.stringify({ include, exclude, holders, minimum }));
}

const limitWith = memo(({ organisation }: View, options: string): Limit | null => {
  const own: Pick<ClusterOptions, 'include' | 'exclude' | 'holders' | 'minimum'> = JSON.parse(options);
  const needs = new Map(
    [...clusterNeeds(organisation, own)].filter(
      ([capability]) =>
        organisation.capabilities[capability]!.role === 'essential' ||
        holdersOf(organisation, capability) > 0,
    ),
  );
  const tells = needs.size > 0 && needs.size <= MOST_CAPABILITIES;
  return tells ? clusterLimit(organisation, needs, own.minimum ?? organisation.policy.minimumTeam) : null;
});

const optionsOf = ({ options }: CompanyFacts) => options.cluster;

/** Skills of the set that limits the number of clusters that no cluster has to have. */
function sparable(facts: CompanyFacts, { baseline }: Company): readonly string[] {
  const limit = limitOf(baseline, facts);
  if (limit === null || limit.most >= 2) return [];
  return limit.capabilities.flatMap((at) => {
    const { id, role } = baseline.organisation.capabilities[at]!;
    return role === 'essential' ? [] : [id];
  });
}

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
    key: 'designs.cluster.exclude',
    text: 'Leave skills of which there are too few holders, other than the essential ones, out of the clusters: they stay common services.',
    remakes: BY_CLUSTER_OPTIONS,
    apply(facts, company) {
      const out = sparable(facts, company);
      const { include, exclude } = optionsOf(facts);
      return out.length === 0
        ? null
        : withOptions(facts, 'cluster', {
            include: include.filter((id) => !out.includes(id)),
            exclude: [...exclude, ...out.filter((id) => !exclude.includes(id))],
          });
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

export const fitClustersBelowMinimum = defineFitRule({
  id: 'fit-clusters-below-minimum',
  summary: 'The people there cannot fill two clusters with the skills and the four people that each needs.',
  why: {
    text: 'A cluster needs each essential skill, and four people at least, or it lacks what makes a team perform. With people for one only there is nothing to divide customers between.',
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
          const text = explainLimit(fit.baseline.organisation, limit, 2);
          return [read(fit, ['people'], text, limit.most < 2 ? 1 : 0)];
        },
      },
    ],
    applies: isLarge,
    reads: ['context.staff'],
    change:
      'It would change with people hired in these skills, with second skills, or with fewer skills in each cluster (designs.cluster.include, exclude, holders).',
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
