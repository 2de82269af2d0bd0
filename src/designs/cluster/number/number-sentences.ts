import { brief, percent } from '../../../base/figures.ts';
import { grouped } from '../../../base/grouped.ts';
import { alternatives, counted } from '../../../base/text.ts';
import { customerCounts } from '../../../model/customer-counts.ts';
import { effortOf } from '../../../model/effort.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import type { Group } from '../groups.ts';
import {
  clusterSize,
  explainLimit,
  feasibilityOf,
  type Hires,
  hiresFor,
  missingCover,
} from './feasibility.ts';
import { type ClusterNumber, type Frame, type MergeReason, peopleFor } from './number.ts';

/** Groups, and merges of one kind, that are named; the JSON report has all. */
const MOST_NAMED = 8;

const listed = (parts: readonly string[], separator: string) =>
  parts.length <= MOST_NAMED
    ? parts.join(separator)
    : `${parts.slice(0, MOST_NAMED).join(separator)}${separator}and ${parts.length - MOST_NAMED} more`;

/** What the customers of each group need, in people, and where no effort is given what that comes from. */
function needSentence(frame: Frame, groups: readonly Group[]): string {
  const { organisation } = frame;
  const { hoursPerFtePerMonth, policy, customers } = organisation;
  const { givenShare, by } = effortOf(organisation);
  const byNumber = givenShare === 0 && by === 'count';
  const parts = groups.map((group) => {
    const { customers: number } = customerCounts(customers, group.customers);
    const people = brief(peopleFor(frame, group));
    return `${group.name} ${people}${byNumber ? ` (${grouped(number)})` : ''}`;
  });
  const list = listed(parts, groups.some(({ name }) => name.includes(',')) ? '; ' : ', ');
  if (givenShare > 0)
    return `People that the customers of each group need, at ${brief(hoursPerFtePerMonth * policy.utilisation)} hours a month: ${list}.`;
  const all = groups.reduce((sum, group) => sum + peopleFor(frame, group), 0);
  return `The work of the people there, ${brief(all)} full-time, spread over the groups by ${byNumber ? 'number of customers (in brackets)' : 'revenue'}: ${list}.`;
}

const nearest = {
  mix: 'the one whose needs are most like theirs',
  people: 'the one that people of the same managers serve, since nothing tells their needs apart',
  size: 'the next smallest, since nothing tells their needs apart',
  only: 'the only other one',
} as const;

const reason: Readonly<Record<MergeReason, (frame: Frame) => string>> = {
  small: ({ minimum }) =>
    `Groups that need fewer than ${counted(minimum, 'person', 'people')}, the smallest team, join`,
  people: () => 'There are not the people for a team each, so the smallest groups join',
  asked: () => 'Fewer clusters were asked for, so the smallest groups join',
};

/** Which group went into which, and why: one sentence for each kind of reason. */
function mergeSentences(frame: Frame, { merges }: ClusterNumber): string[] {
  const kinds = new Map<string, string[]>();
  for (const { from, into, because, nearestBy } of merges) {
    const lead = `${reason[because](frame)} ${nearest[nearestBy]}`;
    const moves = kinds.get(lead) ?? [];
    kinds.set(lead, moves);
    moves.push(
      `${from.name} (${brief(peopleFor(frame, from))}) → ${into.name} (${brief(peopleFor(frame, into))})`,
    );
  }
  return [...kinds].map(([lead, moves]) => `${lead}: ${listed(moves, '; ')}.`);
}

/** "2 support, 1 marketing and 1 of any of these". */
function hiresInWords(organisation: Organisation, { byCapability, ofAny }: Hires): string {
  const parts = [...byCapability].map(
    ([capability, count]) => `${grouped(count)} ${organisation.capabilities[capability]!.name}`,
  );
  if (ofAny > 0) parts.push(`${grouped(ofAny)} of any skill in a cluster`);
  return alternatives(parts, 'and');
}

/** The numbers of clusters that a reader asks about: those built, and those there would be with a team for every group. */
const asksAbout = (all: readonly Group[], { groups }: ClusterNumber) => [
  ...new Set([groups.length, all.length].sort((a, b) => a - b)),
];

/** Who is missing for the clusters that are built and, where that is more, for one for every group. */
export function hiresByNumber(
  { organisation, needs, minimum }: Frame,
  all: readonly Group[],
  numbered: ClusterNumber,
): readonly { readonly clusters: number; readonly hires: Hires }[] {
  return asksAbout(all, numbered).map((clusters) => ({
    clusters,
    hires: hiresFor(organisation, needs, minimum, clusters),
  }));
}

function numberSentence(
  { organisation, feasibility: { limit } }: Frame,
  { groups, large, limit: binding }: ClusterNumber,
  asked: number | undefined,
): string {
  const clusters = counted(groups.length, 'cluster');
  const why = explainLimit(organisation, limit, limit.most + 1);
  const there = `the people there could fill ${limit.most}: ${why}`;
  if (asked === groups.length) return `${clusters}, as asked for; ${there}.`;
  if (asked !== undefined)
    return `${clusters} where ${asked} were asked for: there are no more customers to divide; ${there}.`;
  if (groups.length < large && groups.length <= limit.most)
    return `${clusters} rather than ${large}: ${why}.`;
  if (groups.length <= limit.most) return `${clusters}, one for each group; ${there}.`;
  const filled = limit.most === 0 ? 'no cluster' : counted(limit.most, 'cluster');
  const more =
    groups.length < large ? `, not ${large}: ${explainLimit(organisation, binding, groups.length + 1)}` : '';
  return `The people there can fill ${filled}: ${why}. With the missing people hired there ${groups.length === 1 ? 'is' : 'are'} ${clusters}${more}.`;
}

/** Chance of missing cover with one and with two holders, and the clusters that the people there can fill with two. */
function coverSentence({ organisation, needs, minimum }: Frame): string {
  const { absence } = organisation.policy;
  const posts = clusterSize(needs, minimum);
  const two = withTwoHolders(organisation, needs, minimum);
  return `With one holder of each of ${posts} posts somebody is missing ${percent(missingCover(absence, 1, posts))} of the time (absence ${percent(absence)}); with two, ${percent(missingCover(absence, 2, posts))}, which the people there allow in ${counted(two, 'cluster')}.`;
}

/** Clusters that the people there can fill with two holders of each capability. */
export const withTwoHolders = (
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
): number =>
  feasibilityOf(
    organisation,
    new Map([...needs].map(([capability, need]) => [capability, need === 0 ? 0 : Math.max(2, need)])),
    minimum,
  ).limit.most;

/** How the number of clusters came about, for a reader to check by hand. */
export function explainNumber(
  frame: Frame,
  all: readonly Group[],
  numbered: ClusterNumber,
  asked: number | undefined,
): string[] {
  const hires = hiresByNumber(frame, all, numbered).filter(
    ({ hires: { byCapability, ofAny } }) => byCapability.size > 0 || ofAny > 0,
  );
  return [
    needSentence(frame, all),
    ...mergeSentences(frame, numbered),
    numberSentence(frame, numbered, asked),
    ...(numbered.groups.length === 1
      ? ['One cluster for all customers is one team with all the skills, not a division by customers.']
      : []),
    ...(hires.length === 0
      ? []
      : [
          `People to hire, heads aside: ${hires
            .map(
              ({ clusters, hires: of }) =>
                `for ${counted(clusters, 'cluster')} ${hiresInWords(frame.organisation, of)}`,
            )
            .join('; ')}.`,
        ]),
    coverSentence(frame),
  ];
}
