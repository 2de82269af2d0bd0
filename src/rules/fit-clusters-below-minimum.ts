import {
  clusterLimit,
  explainLimit,
  holdersOf,
  type Limit,
  MOST_CAPABILITIES,
} from '../designs/cluster/feasibility.ts';
import { clusterNeeds } from '../designs/cluster/needs.ts';
import type { View } from '../model/view.ts';
import { clusterOptions } from '../schema/designs.ts';
import { defineFitRule } from './define-fit-rule.ts';
import { fitting } from './example-fit.ts';
import type { FitCase, Told } from './fit.ts';
import { peopleThere } from './fit-facts.ts';
import { NO_TELLING, read } from './fit-premises.ts';

const limits = new WeakMap<View, Map<string, Limit | null>>();

/**
 * The set of skills that limits the number of clusters, and to how many; null where no number of people would tell. A skill
 * that joins clusters and that nobody has is left out: it is missing today, and not for dividing. Linear in the people, once
 * for the options it is asked with.
 */
function limitOf(view: View, { options }: Told): Limit | null {
  const { organisation } = view;
  const own = clusterOptions.parse(options.cluster ?? {});
  const known = limits.get(view) ?? new Map<string, Limit | null>();
  limits.set(view, known);
  const key = JSON.stringify([own.include, own.exclude, own.holders, own.minimum]);
  let found = known.get(key);
  if (found === undefined) {
    const needs = new Map(
      [...clusterNeeds(organisation, own)].filter(
        ([capability]) =>
          organisation.capabilities[capability]!.role === 'essential' ||
          holdersOf(organisation, capability) > 0,
      ),
    );
    const tells = needs.size > 0 && needs.size <= MOST_CAPABILITIES;
    found = tells ? clusterLimit(organisation, needs, own.minimum ?? organisation.policy.minimumTeam) : null;
    known.set(key, found);
  }
  return found;
}

/** What is too small for clusters as a whole is told by its number of people, and not twice. */
const isLarge = ({ told, baseline }: FitCase): boolean =>
  (told.context.staff ?? peopleThere(baseline)) >= baseline.organisation.policy.smallCompany;

export const fitClustersBelowMinimum = defineFitRule({
  id: 'fit-clusters-below-minimum',
  summary: 'The people there cannot fill two clusters with the skills and the four people that each needs.',
  why: {
    text: 'A cluster needs each essential skill, and four people at least, or it lacks what makes a team perform. With people for one only there is nothing to divide customers between.',
    source: 'Jackson',
  },
  options: ['minimumTeam', 'smallCompany'],
  fit: {
    arms: [
      {
        when: 'too few people for two clusters',
        designs: ['cluster'],
        certainty: -0.8,
        premises(fit) {
          const limit = limitOf(fit.baseline, fit.told);
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
    levers: [
      {
        key: 'designs.cluster.holders',
        text: 'Ask for one holder of each skill in a cluster instead of several.',
        apply: (told) =>
          (told.options.cluster?.holders ?? 1) > 1
            ? { ...told, options: { ...told.options, cluster: { ...told.options.cluster!, holders: 1 } } }
            : null,
      },
    ],
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
