import { alternatives, counted } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { type Rebuilt, rootOf } from '../hierarchy/settle.ts';
import { covers, fteOf, fullTimeNeeded } from './number/capacity.ts';
import { keptBy } from './placing/kept.ts';
import type { Placement } from './placing/place-into.ts';
import type { ClusterPlan } from './plan.ts';

const decimal = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });
const percent = (value: number) => `${Math.round(value * 100)} %`;

/** What is kept is explained where it is so much less than what would be possible. */
const FAR_BELOW = 0.1;

interface Built {
  readonly draft: Draft;
  readonly design: Organisation;
  readonly plan: ClusterPlan;
  readonly placement: Placement;
  readonly clusters: readonly Rebuilt[];
  readonly centres: readonly Rebuilt[];
  /** The executive whom centres report to. */
  readonly chief: Index;
}

/** How clusters, centres and services came about, in sentences. */
export const buildSentences = (built: Built): string[] => [
  ...shortSentence(built),
  ...headsSentence(built),
  ...centresSentences(built),
  ...servicesSentence(built),
  ...spanSentence(built),
  ...chartersSentence(built),
  ...keptSentence(built),
  ...built.placement.whyIdle,
];

function headsSentence({ draft: { source }, clusters }: Built): string[] {
  const today = clusters.filter(({ head }) => head < source.people.count).length;
  if (today === 0) return [];
  return [
    `${today} of ${counted(clusters.length, 'Customer Cluster VP')} ${today === 1 ? 'is' : 'are'} there today: whoever directs these customers already, else the most senior manager who can be spared.`,
  ];
}

function centresSentences({ draft: { source }, plan, placement, centres, chief }: Built): string[] {
  const { centreSize } = source.policy;
  if (centreSize === 0) return [];
  const found: string[] = [];
  const names = (list: readonly Index[]) =>
    alternatives(
      list.map((capability) => source.capabilities[capability]!.name),
      'and',
    );
  const clustered = [...plan.needs.keys()];
  const sizeOf = (capability: Index) => placement.posts.centres.get(capability)?.length ?? 0;
  const without = clustered.filter((capability) => sizeOf(capability) === 0);
  const small = clustered.filter((capability) => sizeOf(capability) > 0 && sizeOf(capability) < centreSize);
  if (without.length > 0)
    found.push(`There is nobody to spare for a centre of expertise in ${names(without)}.`);
  if (small.length > 0)
    found.push(
      `Fewer than the ${centreSize} people of the policy can be spared for the centre of expertise in ${names(small)}.`,
    );
  if (centres.length > 0)
    found.push(
      `${centres.length === 1 ? 'The centre of expertise reports' : `The ${centres.length} centres of expertise report`} to ${source.people.id[chief]}. Each has to say which of its processes it mandates and which it advises; the file does not.`,
    );
  return found;
}

function servicesSentence({ design }: Built): string[] {
  const sizes = new Map<Index, number>();
  for (const unit of design.unitOf) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const services = design.units.flatMap((unit, at) =>
    unit.kind === 'common-service' && sizes.has(at) ? [`${unit.name} ${sizes.get(at)}`] : [],
  );
  return services.length === 0
    ? []
    : [
        `Common services stay, with their seats, and have the clusters as their customers: ${services.join(', ')}.`,
      ];
}

function spanSentence({ draft, design, chief }: Built): string[] {
  const root = rootOf(draft);
  const [before, after] = [treeOf(draft.source), treeOf(design)];
  const spans = (seat: Index) =>
    `${counted(reportsOf(after, seat), 'direct report')}; today ${counted(reportsOf(before, seat), 'direct report')}`;
  const more = chief === root || chief < 0 ? '' : ` ${design.people.id[chief]} then has ${spans(chief)}.`;
  return [`The root then has ${spans(root)}.${more}`];
}

function chartersSentence({ design }: Built): string[] {
  const journeys = design.units.some(({ kind, charter }) => kind === 'cluster' && charter?.journey);
  return [
    `The charter of each cluster says who its customers are${journeys ? ' and what they go through' : ''}, prospects included. Value proposition, goals and service levels${journeys ? '' : ', and a journey of its own,'} are not in the file: the heads have to write them.`,
  ];
}

/** That fewer relationships are kept than the groups allow, and why. */
function keptSentence({ draft: { source, relationships }, plan, placement: { pins } }: Built): string[] {
  const best = keptBy(source, plan.groups).relationships;
  if (best === null) return [];
  const kept = relationships.seat.length / source.relationships.seat.length;
  if (kept > best - FAR_BELOW) return [];
  return [
    `${percent(kept)} of the customer relationships are kept, where these groups would allow ${percent(best)} if everyone were where most of their customers are: each group has only so many posts of each capability, and the home group of a team counts too${pins.size > 0 ? '; pins go first' : ''}.`,
  ];
}

/** What customers need beyond the seats there are, by capability. */
function shortSentence({ draft: { source }, plan, placement: { posts } }: Built): string[] {
  const short = [...plan.needs.keys()].flatMap((capability) => {
    const seats = [...posts.holders.get(capability)!, ...(posts.centres.get(capability) ?? [])];
    const [there, need] = [fteOf(source, seats), fullTimeNeeded(source, capability)];
    return covers(there, need)
      ? []
      : [
          `${source.capabilities[capability]!.name} (${decimal(need)} full-time needed, ${decimal(there)} there)`,
        ];
  });
  return short.length === 0
    ? []
    : [
        `The hours that customers need are more than the seats there provide in ${alternatives(short, 'and')}.`,
      ];
}
