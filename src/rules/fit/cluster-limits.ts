import { clusterNeeds } from '../../designs/cluster/needs.ts';
import {
  clusterLimit,
  holdersOf,
  type Limit,
  MOST_CAPABILITIES,
} from '../../designs/cluster/number/feasibility.ts';
import type { View } from '../../model/view.ts';
import { clusterOptions } from '../../schema/input/designs.ts';
import { BY_CLUSTER_OPTIONS, type Company, type Lever, type Told, withOptions } from './fit.ts';

const limits = new WeakMap<View, Map<string, Limit | null>>();

/**
 * The set of skills that limits the number of clusters, and to how many; null where no number of people would tell. A skill
 * that joins clusters and that nobody has is left out: it is missing today, and not for dividing. Linear in the people, once
 * for the options it is asked with.
 */
export function limitOf(view: View, { options }: Told): Limit | null {
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

const optionsOf = ({ options }: Told) => clusterOptions.parse(options.cluster ?? {});

/** Skills of the set that limits the number of clusters that no cluster has to have. */
function sparable(told: Told, { baseline }: Company): readonly string[] {
  const limit = limitOf(baseline, told);
  if (limit === null || limit.most >= 2) return [];
  return limit.capabilities.flatMap((at) => {
    const { id, role } = baseline.organisation.capabilities[at]!;
    return role === 'essential' ? [] : [id];
  });
}

/** Options of clusters by which the people there may fill more of them, or all that are asked for. */
export const clusterLevers: readonly Lever[] = [
  {
    key: 'designs.cluster.holders',
    text: 'Ask for one holder of each skill in a cluster instead of several.',
    remakes: BY_CLUSTER_OPTIONS,
    apply: (told) => (optionsOf(told).holders > 1 ? withOptions(told, 'cluster', { holders: 1 }) : null),
  },
  {
    key: 'designs.cluster.minimum',
    text: 'Let clusters be as small as a team may be (policy.minimumTeam).',
    remakes: BY_CLUSTER_OPTIONS,
    apply(told, { baseline }) {
      const { minimumTeam } = baseline.organisation.policy;
      return (optionsOf(told).minimum ?? 0) > minimumTeam
        ? withOptions(told, 'cluster', { minimum: minimumTeam })
        : null;
    },
  },
  {
    key: 'designs.cluster.exclude',
    text: 'Leave skills of which there are too few holders, other than the essential ones, out of the clusters: they stay common services.',
    remakes: BY_CLUSTER_OPTIONS,
    apply(told, company) {
      const out = sparable(told, company);
      const { include, exclude } = optionsOf(told);
      return out.length === 0
        ? null
        : withOptions(told, 'cluster', {
            include: include.filter((id) => !out.includes(id)),
            exclude: [...exclude, ...out.filter((id) => !exclude.includes(id))],
          });
    },
  },
  {
    key: 'designs.cluster.clusters',
    text: 'Ask for no more clusters than the people there can fill.',
    remakes: BY_CLUSTER_OPTIONS,
    apply(told, { baseline }) {
      const most = limitOf(baseline, told)?.most ?? 0;
      return most > 0 && (optionsOf(told).clusters ?? 0) > most
        ? withOptions(told, 'cluster', { clusters: most })
        : null;
    },
  },
];
