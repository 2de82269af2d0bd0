import { brief, percent } from '../../base/figures.ts';
import { alternatives, counted } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { indexIn } from '../../numbers/sorted.ts';
import type { Draft } from '../draft.ts';
import { joiningNoCluster } from '../hierarchy/executives.ts';
import type { RebuiltUnit } from '../hierarchy/hierarchy.ts';
import { rootOf } from '../hierarchy/who-stays.ts';
import { CENTRE, DIRECTS, PINNED, type Reason, type WhyHere } from '../reasons.ts';
import { equityOf } from './equity.ts';
import { type Group, keptBy } from './groups.ts';
import { centreSizeOf, covers, fteOf, fullTimeNeeded } from './number/needs.ts';
import { reportsByGroup } from './placing/inner-lines.ts';
import type { LinesKept } from './placing/keep-lines.ts';
import type { Placement } from './placing/placement.ts';
import { idlePinSentences } from './placing/placing-sentences.ts';
import type { ClusterPlan } from './plan.ts';

/** What is kept is explained where it is so much less than what would be possible. */
const FAR_BELOW = 0.1;

interface ClusterBuild {
  readonly draft: Draft;
  readonly design: Organisation;
  readonly plan: ClusterPlan;
  readonly placement: Placement;
  readonly lines: LinesKept;
  readonly clusters: readonly RebuiltUnit[];
  readonly centres: readonly RebuiltUnit[];
  /** The executive whom centres report to. */
  readonly chief: Index;
}

/** How clusters, centres and services came about, in sentences. */
export const buildSentences = (built: ClusterBuild): string[] => [
  ...linesSentence(built),
  ...standInSentences(built),
  ...shortSentence(built),
  ...keptDepartments(built),
  ...headsSentence(built),
  ...equitySentence(built),
  ...centresSentences(built),
  ...servicesSentence(built),
  ...spanSentence(built),
  ...chartersSentence(built),
  ...keptSentence(built),
  ...idlePinSentences(built.placement.idlePins, built.plan.groups),
];

/** What the customers under each head are worth over the years, and whether posts were divided by it. */
function equitySentence({ draft: { source }, plan: { groups } }: ClusterBuild): string[] {
  const asked = source.options.cluster.seatsBy === 'equity';
  const equity = equityOf(source, groups);
  if (equity === null)
    return asked
      ? [
          'Posts are divided by hours: what customers are worth over the years is not known of nine in ten in each cluster (customers.margin, customers.retention).',
        ]
      : [];
  const all = equity.reduce((a, b) => a + b, 0);
  const shares = groups.map(({ name }, at) => `${name} ${percent(equity[at]! / all)}`);
  return [
    `Of what customers are worth over the years (customer equity) the heads answer for: ${shares.join(', ')}.${asked ? ' Posts are divided by it.' : ''}`,
  ];
}

/** What the search for lines to keep found, and that it is one. */
function linesSentence({ lines: { before, after } }: ClusterBuild): string[] {
  if (after <= before) return [];
  return [
    `Then whole teams and people who fill the same posts changed places, so that ${counted(after, 'person keeps', 'people keep')} the manager rather than ${before}; what is kept of customer hours is within 1 % of what it was. A search step by step, which is not proven to find the best.`,
  ];
}

/** Which departments of today are these clusters already. */
function keptDepartments({ draft: { source }, clusters }: ClusterBuild): string[] {
  const kept = clusters.flatMap(({ unit }) => source.units[unit]?.name ?? []);
  if (kept.length === 0) return [];
  const [are, they] =
    kept.length === 1 ? ['is a cluster', 'it goes on as one'] : ['are clusters', 'they go on as such'];
  return [
    `${alternatives(kept, 'and')} ${are} already, by whom ${kept.length === 1 ? 'it has' : 'they have'}: ${they}, and whoever stays in one changes no unit.`,
  ];
}

function headsSentence({ draft: { source }, clusters }: ClusterBuild): string[] {
  const today = clusters.filter(({ head }) => head < source.people.count).length;
  if (today === 0) return [];
  return [
    `${today} of ${counted(clusters.length, 'Customer Cluster VP')} ${today === 1 ? 'is' : 'are'} there today: the most senior of those who join the clusters, each where they direct or know by name most customers.`,
  ];
}

function centresSentences({ draft: { source }, plan, placement, centres, chief }: ClusterBuild): string[] {
  const names = (list: readonly Index[]) =>
    alternatives(
      list.map((capability) => source.capabilities[capability]!.name),
      'and',
    );
  const there = (capability: Index) => placement.posts.centres.get(capability)?.length ?? 0;
  const wanted = [...plan.needs].flatMap(([one, need]) => (need > 0 && plan.groups.length > 1 ? [one] : []));
  const short = wanted.filter((one) => there(one) < centreSizeOf(source, one));
  const without = short.filter((one) => there(one) === 0);
  const small = short.filter((one) => there(one) > 0);
  const found: string[] = [];
  if (without.length > 0)
    found.push(
      `There is nobody to spare for a centre of expertise in ${names(without)}: open posts for it are listed apart, and stand in no figure.`,
    );
  if (small.length > 0)
    found.push(
      `Fewer people than wanted can be spared for the centre of expertise in ${names(small)}: the other posts are listed apart.`,
    );
  if (centres.length > 0)
    found.push(
      `${centres.length === 1 ? 'The centre of expertise reports' : `The ${centres.length} centres of expertise report`} to ${source.people.id[chief]}. What each mandates, and what it only advises, is a proposal, for the company to change.`,
    );
  return found;
}

function servicesSentence({ design }: ClusterBuild): string[] {
  const sizes = new Int32Array(design.units.length);
  for (const unit of design.unitOf) if (unit >= 0) sizes[unit]!++;
  const services = design.units.flatMap((unit, at) =>
    unit.kind === 'common-service' && sizes[at]! > 0 ? [`${unit.name} ${sizes[at]}`] : [],
  );
  return services.length === 0
    ? []
    : [
        `Common services stay, with their seats, and have the clusters as their customers: ${services.join(', ')}.`,
      ];
}

function spanSentence({ draft, design, chief }: ClusterBuild): string[] {
  const root = rootOf(draft);
  const [before, after] = [treeOf(draft.source), treeOf(design)];
  const spans = (seat: Index) =>
    `${counted(reportsOf(after, seat), 'direct report')}; today ${counted(reportsOf(before, seat), 'direct report')}`;
  const more = chief === root || chief < 0 ? '' : ` ${design.people.id[chief]} then has ${spans(chief)}.`;
  return [`The top then has ${spans(root)}.${more}`];
}

function chartersSentence({ design }: ClusterBuild): string[] {
  const journeys = design.units.some(({ kind, charter }) => kind === 'cluster' && charter?.journey);
  return [
    `The charter of each cluster says who its customers are${journeys ? ' and what they go through' : ''}, prospects included. Value proposition, goals and service levels${journeys ? '' : ', and a journey of its own,'} are not in the file: the heads have to write them.`,
  ];
}

/** That fewer relationships are kept than the groups allow, and why. */
function keptSentence({
  draft: { source, relationships },
  plan,
  placement: { pins },
}: ClusterBuild): string[] {
  const best = keptBy(source, plan.groups).relationships;
  if (best === null) return [];
  const kept = relationships.seat.length / source.relationships.seat.length;
  if (kept > best - FAR_BELOW) return [];
  return [
    `${percent(kept)} of the customer relationships are kept, where these groups would allow ${percent(best)} if everyone were where most of their customers are: each group has only so many posts of each skill, and the home group of a team counts too${pins.size > 0 ? '; pins go first' : ''}.`,
  ];
}

/** Which clusters have no specialist for something that their customers go through, and who is assumed to do it. */
function standInSentences({ draft, plan, clusters }: ClusterBuild): string[] {
  const { source } = draft;
  const { capabilities, journeys } = source;
  const gone = new Set(journeys.flatMap(({ steps }) => steps.map(({ capability }) => capability)));
  return [...plan.needs].flatMap(([capability, need]) => {
    const { name, of } = capabilities[capability]!;
    if (need > 0 || of < 0 || !gone.has(capability)) return [];
    const without = clusters.filter(
      ({ members }) => !members.some((seat) => draft.capabilityOf(seat) === capability),
    );
    if (without.length === 0) return [];
    const where =
      without.length === clusters.length
        ? 'any cluster'
        : alternatives(
            without.map(({ unit }) => draft.units[unit]!.name),
            'and',
          );
    return [
      `Nobody in ${where} is a specialist in ${name}: it is assumed that ${capabilities[of]!.name} does that work there.`,
    ];
  });
}

/** What customers need beyond the seats there are, by capability. */
function shortSentence({ draft: { source }, plan, placement: { posts }, clusters }: ClusterBuild): string[] {
  const heads = clusters.map(({ head }) => head).filter((seat) => seat < source.people.count);
  const short = [...plan.needs.keys()].flatMap((capability) => {
    const seats = [
      ...posts.holders.get(capability)!,
      ...(posts.centres.get(capability) ?? []),
      ...heads.filter((seat) => source.people.capability[seat] === capability),
    ];
    const [there, need] = [fteOf(source, seats), fullTimeNeeded(source, capability)];
    return covers(there, need)
      ? []
      : [`${source.capabilities[capability]!.name} (${brief(need)} full-time needed, ${brief(there)} there)`];
  });
  return short.length === 0
    ? []
    : [
        `The hours that customers need are more than the seats there provide in ${alternatives(short, 'and')}.`,
      ];
}

const HOME: Reason = { kind: 'team', text: 'most hours of their team’s customers are here' };
const MANAGER: Reason = { kind: 'team', text: 'with the manager of today' };
const REPORTS: Reason = { kind: 'team', text: 'most of their people are here' };
const OPEN: Reason = { kind: 'post', text: 'no customers of their own; a post was open here' };

/**
 * Why each seat is in its group: a pin; where its customers' hours are, unless more of them are elsewhere; the home of its
 * team, or where most of those it leads are; else that a post was open. Constant for each seat, beside its own groups.
 */
export function whyInGroup(
  organisation: Organisation,
  groups: readonly Group[],
  { pins, ties, posts, groupOf }: Pick<Placement, 'pins' | 'ties' | 'posts' | 'groupOf'>,
): WhyHere {
  const inCentre = new Set([...posts.centres.values()].flat());
  const tree = treeOf(organisation);
  const leadsMostHere = (seat: Index, at: number): boolean =>
    reportsOf(tree, seat) > 0 &&
    2 * (reportsByGroup(organisation, seat, groupOf).get(at) ?? 0) > reportsOf(tree, seat);
  return (seat) => {
    const at = groupOf[seat]!;
    if (pins.has(seat)) return PINNED;
    if (at < 0)
      return inCentre.has(seat) ? CENTRE : joiningNoCluster(organisation)[seat] === 1 ? DIRECTS : undefined;
    const { start, group, share } = ties;
    const [from, to] = [start[seat]!, start[seat + 1]!];
    const own = indexIn(group, at, from, to);
    const here = own < 0 ? 0 : share[own]!;
    let most = own < 0 ? from : own;
    for (let k = from; k < to; k++) if (share[k]! > share[most]!) most = k;
    if (own >= 0 && most === own) {
      const text = `${here > 0.995 ? 'all' : `${percent(here)} of`} their customers’ hours are here`;
      return { kind: 'customers', text };
    }
    if (ties.home[seat] === at) return HOME;
    if (leadsMostHere(seat, at)) return REPORTS;
    const boss = tree.boss[seat]!;
    if (boss >= 0 && groupOf[boss] === at) return MANAGER;
    if (to === from) return OPEN;
    const elsewhere = `${percent(share[most]!)} in ${groups[group[most]!]!.name}`;
    return {
      kind: 'post',
      text: `a post was open here; of their customers’ hours ${percent(here)} are here, ${elsewhere}`,
    };
  };
}
