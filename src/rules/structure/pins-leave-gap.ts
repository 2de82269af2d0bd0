import { addTo } from '../../base/groups.ts';
import { counted } from '../../base/text.ts';
import { clusterNeeds } from '../../designs/cluster/number/needs.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { clusterable, team } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const supported = (name: string, pins: string) =>
  clusterable(name, {
    designs: `policy: { centreSize: 0 }\ndesigns: { cluster: { pinned: { ${pins} } } }`,
    people: `${team('Customer Support Specialist', 'support', 'chief', ['u1', 'u2'])}\n`,
  });

interface Cluster {
  readonly name: string;
  readonly members: readonly Index[];
  readonly pinned: readonly Index[];
}

/** Clusters with the people who are there, and those of them whom a pin keeps there. */
function clustersOf({ organisation }: View): readonly Cluster[] {
  const { units, unitOf, people, options } = organisation;
  const pins = options.cluster.pinned;
  const members = new Map<Index, Index[]>();
  unitOf.forEach((unit, seat) => {
    if (units[unit]?.kind !== 'cluster' || people.vacant[seat] === 1) return;
    addTo(members, unit, seat);
  });
  return units.flatMap((unit, at) => {
    if (unit.kind !== 'cluster') return [];
    const own = members.get(at) ?? [];
    const pinned = own.filter((seat) => Object.hasOwn(pins, people.id[seat]!));
    return [{ name: unit.name, members: own, pinned }];
  });
}

interface Gap {
  readonly cluster: string;
  /** What is missing, as "nobody for support" or "3 of 4 people". */
  readonly lacks: string;
  /** Where pins keep people who could fill it. */
  readonly keeper: Cluster;
  readonly kept: readonly Index[];
}

/** What a cluster lacks and another one could spare but for pins. Linear in the members, times clusters that lack something. */
function gapsOf(view: View): readonly Gap[] {
  const { organisation } = view;
  const { people, capabilities, policy, options } = organisation;
  const clusters = clustersOf(view);
  const gaps: Gap[] = [];
  const needs = clusterNeeds(organisation, options.cluster);
  for (const [capability, need] of needs) {
    // Where a cluster has no specialist, holders of the parent do the work.
    if (need === 0) continue;
    const holding = ({ members }: Cluster) =>
      members.filter((seat) => people.capability[seat] === capability);
    const asSecond = ({ members }: Cluster) =>
      members.some((seat) => people.secondary.get(seat)?.includes(capability));
    const keeper = clusters.find(
      (one) => holding(one).length > 1 && one.pinned.some((seat) => people.capability[seat] === capability),
    );
    if (keeper === undefined) continue;
    const kept = keeper.pinned.filter((seat) => people.capability[seat] === capability);
    for (const one of clusters)
      if (holding(one).length === 0 && !asSecond(one))
        gaps.push({ cluster: one.name, lacks: `nobody for ${capabilities[capability]!.name}`, keeper, kept });
  }
  const minimum = policy.minimumTeam;
  const large = clusters.find(({ members, pinned }) => members.length > minimum + 1 && pinned.length > 0);
  if (large === undefined) return gaps;
  for (const { name, members } of clusters)
    if (members.length < minimum && !gaps.some(({ cluster }) => cluster === name))
      gaps.push({
        cluster: name,
        lacks: `${members.length} of the ${counted(minimum, 'person', 'people')} it needs`,
        keeper: large,
        kept: large.pinned,
      });
  return gaps;
}

export const pinsLeaveGap = defineRule({
  id: 'pins-leave-gap',
  about: 'structure',
  severity: 'warning',
  summary: 'Pins keep people in one cluster while another has nobody for the same work.',
  why: {
    text: 'A pin is always kept, also against what the design needs. Pins that contradict the minimum of another cluster make seats to be hired that people of today could fill.',
    source: 'orgdesign, model section 3',
  },
  options: ['minimumTeam'],
  examples: {
    bad: supported('Both supporters pinned to retail', 'u1: retail, u2: retail'),
    good: supported('One supporter each', 'u1: retail, u2: energy'),
    design: 'cluster',
  },
  *check(view, { design }) {
    const { organisation } = view;
    if (design !== 'cluster' || Object.keys(organisation.options.cluster.pinned).length === 0) return;
    const gaps = gapsOf(view);
    const [first] = gaps;
    if (first === undefined) return;
    const inWords = ({ cluster, lacks, keeper, kept }: Gap) =>
      `${cluster} has ${lacks}, while pins keep ${counted(kept.length, 'person', 'people')} in ${keeper.name}`;
    yield {
      message: `Pins leave ${counted(gaps.length, 'gap')}: ${inWords(first)}. To change that: pin fewer people, or fill the open seats.`,
      count: gaps.length,
      examples: examplesOf(
        gaps,
        (gap) =>
          `${inWords(gap)}: ${gap.kept
            .slice(0, 3)
            .map((seat) => view.person(seat))
            .join(', ')}`,
      ),
      entity: { kind: 'design', id: design },
      at: organisation.origin,
    };
  },
});
