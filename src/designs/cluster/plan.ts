import { given } from '../../base/given.ts';
import { memo } from '../../base/memo.ts';
import { alternatives, counted } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { MOST_ROWS, PERMUTATIONS } from '../../numbers/permutation.ts';
import type { ReportedBasis } from '../../schema/documents/basis.ts';
import type { ClusterOptions } from '../../schema/input/designs.ts';
import type { DesignResult } from '../design.ts';
import { type ChosenBasis, chooseBasis } from './basis/basis.ts';
import { proposalSentences, stageSentence } from './basis/basis-sentences.ts';
import { proposeGroups } from './basis/similar.ts';
import { stageChanges } from './basis/stages.ts';
import { type Basis, type Group, groupOf, groupsBy } from './groups.ts';
import { clusterNeeds, withThoseThatSuffice } from './number/needs.ts';
import { type ClusterNumber, type Frame, frameOf, numberOf, peopleFor } from './number/number.ts';
import { explainNumber, hiresByNumber, withTwoHolders } from './number/number-sentences.ts';
import { obstacle, type Refusal, refusedBasis, withoutBasis } from './refusals.ts';

/** Which groups of customers get a team, and which capabilities every team has. */
export interface ClusterPlan {
  readonly groups: readonly Group[];
  /** Clustered capability to the people every cluster needs of it. */
  readonly needs: ReadonlyMap<Index, number>;
  readonly minimum: number;
  readonly attribute: string;
  readonly explanation: readonly string[];
  readonly basis: DesignResult['basis'];
}

/**
 * Groups of customers large enough for a team each, as many as the people there, or those to be hired, can fill. Cluster and
 * matrix ask for the same plan.
 */
export const planClusters = memo(
  (organisation: Organisation, options: ClusterOptions): ClusterPlan | Refusal => {
    const needs = clusterNeeds(organisation, options);
    const minimum = options.minimum ?? organisation.policy.minimumTeam;
    const refusal = obstacle(organisation, needs, minimum) ?? refusedBasis(organisation, options.basis);
    if (refusal !== null) return refusal;
    const frame = frameOf(organisation, needs, minimum);
    const found = chooseBasis(frame, options.basis);
    if (found.attribute !== null) {
      const said = [found.why, ...(found.runnerUp === undefined ? [] : [found.runnerUp])];
      return planFor(frame, options, found.attribute, said, found, undefined);
    }
    const proposal = proposeGroups(organisation);
    if (proposal === null) return withoutBasis(organisation, found.candidates);
    const said = proposalSentences(proposal.reported, found.candidates);
    const chosen = {
      why: said[0]!,
      runnerUp: undefined,
      declared: false,
      p: null,
      candidates: found.candidates,
    };
    return planFor(frame, options, proposal.basis, said, chosen, proposal.reported);
  },
);

function planFor(
  frame: Frame,
  options: ClusterOptions,
  attribute: Basis,
  said: readonly string[],
  chosen: Omit<ChosenBasis, 'attribute'>,
  proposed: ReportedBasis['proposed'],
): ClusterPlan {
  const { organisation, needs, minimum } = frame;
  const { groups: all, joined: moved } = groupsBy(organisation, attribute, [...needs.keys()]);
  const numbered = numberOf(frame, all, options.clusters);
  const { groups } = numbered;
  const changes = stageChanges(organisation, attribute, groups);
  const joined = withThoseThatSuffice(organisation, needs, groups.length, options.exclude);
  const skills = [...joined.keys()];
  return {
    groups: groups.map(({ name, values, customers, sources }) =>
      groupOf(organisation, skills, name, values, customers, sources),
    ),
    needs: joined,
    minimum,
    attribute: attribute.name,
    explanation: [
      ...said,
      ...(moved === 0
        ? []
        : [`${counted(moved, 'account was', 'accounts were')} kept with the rest of the same parent.`]),
      ...withoutEffect(organisation, options.exclude),
      ...explainNumber(frame, all, numbered, options.clusters),
      ...(changes === null ? [] : [stageSentence(changes)]),
    ],
    basis: {
      chosen: attribute.name,
      why: chosen.why,
      ...given({ runnerUp: chosen.runnerUp }),
      declared: chosen.declared,
      p: chosen.p,
      permutations: PERMUTATIONS,
      sample: Math.min(MOST_ROWS, organisation.customers.count),
      candidates: [...chosen.candidates],
      number: reportedNumber(frame, all, numbered),
      ...given({ stageChanges: changes === null ? undefined : { ...changes }, proposed }),
    },
  };
}

/** That essential capabilities cannot be kept out of the clusters. */
function withoutEffect({ capabilities }: Organisation, exclude: readonly string[]): string[] {
  const essential = capabilities.filter(({ id, role }) => role === 'essential' && exclude.includes(id));
  if (essential.length === 0) return [];
  const names = alternatives(
    essential.map(({ name }) => name),
    'and',
  );
  return [
    `That ${names} ${essential.length === 1 ? 'is' : 'are'} to be excluded has no effect: essential to every cluster, since a team without ${essential.length === 1 ? 'it' : 'them'} does not serve its customers from end to end.`,
  ];
}

function reportedNumber(
  frame: Frame,
  all: readonly Group[],
  numbered: ClusterNumber,
): ReportedBasis['number'] {
  const { organisation, needs, minimum, feasibility } = frame;
  const { most, capabilities, perCluster, held } = feasibility.limit;
  const id = (capability: Index) => organisation.capabilities[capability]!.id;
  return {
    built: numbered.groups.length,
    groups: all.length,
    fillable: most,
    fillableWithTwoHolders: withTwoHolders(organisation, needs, minimum),
    limit: { capabilities: capabilities.map(id), perCluster, held },
    hires: hiresByNumber(frame, all, numbered).map(({ clusters, hires: { byCapability, ofAny } }) => ({
      clusters,
      byCapability: Object.fromEntries(
        [...byCapability].map(([capability, count]) => [id(capability), count]),
      ),
      ofAny,
    })),
    merges: numbered.merges.map(({ from, into, because, nearestBy }) => ({
      group: from.name,
      people: peopleFor(frame, from),
      into: into.name,
      because,
      nearestBy,
    })),
  };
}
