import { brief, percent } from '../base/figures.ts';
import { memo } from '../base/memo.ts';
import { counted } from '../base/text.ts';
import { clusterNeeds, withThoseThatSuffice } from '../designs/cluster/number/needs.ts';
import { changeMoved } from '../measures/change/change-moved.ts';
import { handoffsPerJourney } from '../measures/journey/handoffs-per-journey.ts';
import type { Capability, Index, Organisation } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import type { DesignOptions } from '../schema/input/designs.ts';
import { type Candidate, candidateById } from './candidate.ts';

/** Hand-offs of a journey, by number of customers, and by revenue where that is known. */
interface Handoffs {
  readonly byNumber: number | null;
  readonly byRevenue: number | null;
}

/** What a design with clusters comes to. */
export interface ClusterOutcome {
  readonly handoffs: Handoffs;
  readonly movedShare: number | null;
  /** People to hire. */
  readonly hires: number;
}

/** A capability that has a step of a journey and stays outside the clusters, and the design with it inside. */
interface OutsideCapability {
  readonly capability: string;
  readonly name: string;
  readonly now: ClusterOutcome;
  /** Null where the clusters are then impossible. */
  readonly inside: ClusterOutcome | null;
}

/** Roles of capabilities that can sit in clusters and need not. */
const MAY_JOIN: ReadonlySet<Capability['role']> = new Set(['common', 'joins-if-enough']);

/** Alternatives that are tried at most: each makes the design once more. */
const MOST_TRIED = 6;

function outcomeOf({
  today,
  result,
  view,
}: Pick<Candidate, 'today' | 'result' | 'view'>): ClusterOutcome | null {
  if (view === null) return null;
  const handoffs = handoffsPerJourney.take(view, today);
  return {
    handoffs: { byNumber: handoffs.value, byRevenue: handoffs.byRevenue ?? null },
    movedShare: changeMoved.take(view, today).value,
    hires: [...result.hires.values()].reduce((a, b) => a + b, 0),
  };
}

/** Capabilities that do a step for some customer and could sit in clusters, but do not, those with most hours first. */
function leftOutside(
  organisation: Organisation,
  { options, units, unitOf }: Organisation,
  clusters: number,
): Index[] {
  const { capabilities, customers, journeys, people } = organisation;
  const used = new Set(customers.journey);
  for (const list of customers.journeys.values()) for (const { journey } of list) used.add(journey);
  const held = new Set<Index>();
  people.capability.forEach((capability, seat) => {
    if (units[unitOf[seat]!]?.kind !== 'cluster') held.add(capability);
  });
  const hours = new Map<Index, number>();
  for (const journey of used)
    for (const step of journeys[journey]?.steps ?? [])
      hours.set(step.capability, (hours.get(step.capability) ?? 0) + step.hours);
  const needs = clusterNeeds(organisation, options.cluster);
  const joined = withThoseThatSuffice(organisation, needs, clusters, options.cluster.exclude);
  return [...hours.keys()]
    .filter((capability) => {
      const one = capabilities[capability];
      return one !== undefined && MAY_JOIN.has(one.role) && held.has(capability) && !joined.has(capability);
    })
    .sort((a, b) => hours.get(b)! - hours.get(a)!)
    .slice(0, MOST_TRIED);
}

/** The options of designs with one more capability inside as many clusters. */
function withInside(options: DesignOptions, capability: string, clusters: number): DesignOptions {
  const { cluster } = options;
  return {
    ...options,
    cluster: {
      ...cluster,
      clusters,
      include: [...cluster.include, capability],
      exclude: cluster.exclude.filter((id) => id !== capability),
    },
  };
}

/** Made once for the same options, since the report and the actions ask for it. */
const madeWithInside = memo(
  (today: View, options: DesignOptions, capability: string, clusters: number): Candidate =>
    candidateById({ today, measures: [] }, 'cluster', withInside(options, capability, clusters)),
);

/**
 * What stays outside the clusters of a design though customers go through it, and what the clusters would be with it inside, each
 * really made. Empty for other designs, and for one that is impossible or does nothing. Cost: that of the design for each.
 */
export function outsideOf(candidate: Candidate): readonly OutsideCapability[] {
  const { design, today, view, result } = candidate;
  if (design.id !== 'cluster' || view === null || result.basis === undefined) return [];
  const { organisation } = view;
  const now = outcomeOf(candidate)!;
  return leftOutside(today.organisation, organisation, result.basis.number.built).map((capability) => {
    const { id, name } = today.organisation.capabilities[capability]!;
    return { capability: id, name, now, inside: outcomeOf(insideOf(candidate, id)) };
  });
}

/** The clusters of a candidate with one more capability inside. */
export const insideOf = ({ today, view, result }: Candidate, capability: string): Candidate =>
  madeWithInside(today, view!.organisation.options, capability, result.basis!.number.built);

const figure = (value: number | null): string => (value === null ? '–' : brief(value));

const change = (now: number | null, then: number | null) => `${figure(now)} → ${figure(then)}`;

/** "hand-offs between units 4.3 → 0 (3.8 → 0 by revenue), 54 % of the people move instead of 46 %, the same hires". */
export function insideInWords(now: ClusterOutcome, inside: ClusterOutcome): string {
  const count = change(now.handoffs.byNumber, inside.handoffs.byNumber);
  const revenue = change(now.handoffs.byRevenue, inside.handoffs.byRevenue);
  const byRevenue = now.handoffs.byRevenue === null || revenue === count ? '' : ` (${revenue} by revenue)`;
  const [before, after] = [now.movedShare, inside.movedShare].map((share) =>
    share === null ? '–' : percent(share),
  );
  const moved =
    before === after
      ? `${after} of the people move as before`
      : `${after} of the people move instead of ${before}`;
  const hires =
    inside.hires !== now.hires
      ? `${counted(inside.hires, 'seat')} to fill instead of ${now.hires}`
      : now.hires === 0
        ? 'nobody to hire'
        : now.hires === 1
          ? 'the same hire'
          : 'the same hires';
  return `hand-offs between units ${count}${byRevenue}, ${moved}, ${hires}`;
}
