import { memo } from '../../base/memo.ts';
import type { Flow, Index, Organisation, Origin } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { FlowKind } from '../../schema/input/department.ts';
import { PHASES, type Phase } from '../../schema/input/fields.ts';
import { membersBelow } from '../structure/unit-members.ts';

/** Whether a cluster passes on what works to another cluster or a centre of expertise, and hears of it from one. */
export function learns(organisation: Organisation, cluster: Index): boolean {
  const { telling, hearing } = bestPractice(organisation);
  return telling.has(cluster) && hearing.has(cluster);
}

/** The units that tell a cluster or a centre of expertise what works, and those that hear of it from one. Linear in the flows. */
const bestPractice = memo(({ units, flows }: Organisation) => {
  const [telling, hearing] = [new Set<Index>(), new Set<Index>()];
  const shares = (at: Index) => units[at]!.kind === 'centre-of-expertise' || units[at]!.kind === 'cluster';
  for (const { from, to, kind } of flows) {
    if (kind !== 'best-practice' || from === to) continue;
    if (shares(to)) telling.add(from);
    if (shares(from)) hearing.add(to);
  }
  return { telling, hearing };
});

/** The units of a kind, those below another of the kind left out. */
export const topmost = ({ units }: Organisation, kind: string): readonly Index[] =>
  units.flatMap((unit, at) => (unit.kind === kind && units[unit.parent]?.kind !== kind ? [at] : []));

/** The first flow of a kind that a file draws: names of its ends, and its line. */
export function flowOfKind(
  { flows, units, placeOf }: Organisation,
  kind: FlowKind,
): { readonly from: string; readonly to: string; readonly at: Origin } | undefined {
  const index = flows.findIndex((flow) => flow.kind === kind);
  const flow = flows[index];
  if (flow === undefined) return undefined;
  return { from: units[flow.from]!.name, to: units[flow.to]!.name, at: placeOf(['flows', index]) };
}

interface SkillsOfClusters {
  /** Capabilities that people in two clusters or more have: what one cluster alone has needs nobody to keep it common. */
  readonly shared: readonly Index[];
  /** Those of them that no centre of expertise holds, by its capability or the people in it. */
  readonly withoutCentre: readonly Index[];
}

/** Which skills of clusters have a centre of expertise; enabling functions and leadership left out. Linear in the members of these units. */
export const skillsOfClusters = memo((view: View): SkillsOfClusters => {
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

type Units = ReadonlySet<Index>;

/** Knowledge that units are to pass on, whichever of `from` to whichever of `to`. */
interface WantedFlow {
  readonly kind: FlowKind;
  /** As a sentence without its stop: `identify tells …`. */
  readonly what: string;
  readonly from: Units;
  readonly to: Units;
}

/** The units of each phase; null where one of the three has none. */
export function phaseUnits({ organisation: { units } }: View): Readonly<Record<Phase, Units>> | null {
  const of = (wanted: Phase): Units =>
    new Set(units.flatMap(({ kind, phase }, at) => (kind === 'phase' && phase === wanted ? [at] : [])));
  const found = { identify: of('identify'), acquire: of('acquire'), retain: of('retain') };
  return PHASES.every((phase) => found[phase].size > 0) ? found : null;
}

/** Units with somebody who develops the product, in them or below. */
function developing(view: View): Units {
  const { people, capabilities, units } = view.organisation;
  const product = capabilities.findIndex(({ id }) => id === 'product-development');
  const found = new Set<Index>();
  units.forEach((_, at) => {
    for (const seat of membersBelow(view, at))
      if (people.capability[seat] === product) {
        found.add(at);
        return;
      }
  });
  return found;
}

/**
 * What three phases tell each other: prospects’ wishes to whoever develops the product (nobody: to acquire), and what
 * customers say from retain to both others. Of a phase that develops the product itself nothing is wanted. None without
 * three phases. Source: Jameane.
 */
export function wantedFeedback(view: View): readonly WantedFlow[] {
  const phases = phaseUnits(view);
  if (phases === null) return [];
  const { identify, acquire, retain } = phases;
  const product = developing(view);
  const inside = [...identify].some((at) => product.has(at));
  return [
    ...(inside
      ? []
      : [
          {
            kind: 'prospect-insight' as const,
            what: 'identify tells product development what prospects look for',
            from: identify,
            to: product.size === 0 ? acquire : product,
          },
        ]),
    {
      kind: 'customer-feedback',
      what: 'retain tells identify what customers say',
      from: retain,
      to: identify,
    },
    { kind: 'customer-feedback', what: 'retain tells acquire what customers say', from: retain, to: acquire },
  ];
}

/** Whether a flow is the one that is wanted, whatever it is said to carry. */
export const joins = ({ from, to }: WantedFlow, flow: Flow): boolean =>
  from.has(flow.from) && to.has(flow.to);

/** Whether some flow is the one that is wanted, of its kind. */
export const isThere = (wanted: WantedFlow, flows: readonly Flow[]): boolean =>
  flows.some((flow) => flow.kind === wanted.kind && joins(wanted, flow));
