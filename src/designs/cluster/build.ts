import { sentenceCase, slug } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { built, type DesignResult, type OptionalSeat } from '../design.ts';
import { Draft } from '../draft.ts';
import { namedAfter } from '../functional/homes.ts';
import { executivesOver } from '../hierarchy/executives.ts';
import type { RebuiltUnit } from '../hierarchy/hierarchy.ts';
import { followReports } from '../hierarchy/leads-without-trade.ts';
import { keepRemainingUnits } from '../hierarchy/remaining-units.ts';
import { mayLead, mostSenior } from '../hierarchy/seniority.ts';
import { keepJobs, settle } from '../hierarchy/settle.ts';
import { isOperationsChief, TEAM_LEAD, titleRank } from '../hierarchy/title-rank.ts';
import { rootOf, topAbove } from '../hierarchy/who-stays.ts';
import { CLUSTER_SCORECARD, charterOf, scorecardOf, serviceCharter } from '../scorecards-and-charters.ts';
import { buildSentences, whyInGroup } from './build-sentences.ts';
import { remitOf } from './centre-remits.ts';
import { departmentsKept } from './departments-kept.ts';
import { centreSizeOf } from './number/needs.ts';
import { directorsOf } from './placing/directors.ts';
import { besideExecutive, chooseHeads, headsOfTradesAlone, NOBODY } from './placing/heads.ts';
import { LineKeeper, type LinesKept } from './placing/keep-lines.ts';
import { keepRelationships, placeInto, servesOf } from './placing/place-into.ts';
import type { Placement } from './placing/placement.ts';
import { pinnedGroups } from './placing/posts.ts';
import type { PlacingOptions } from './placing/worth.ts';
import type { ClusterPlan } from './plan.ts';

/**
 * The organisation as cross-functional teams, one for each group of the plan, with centres of expertise and common
 * services beside them.
 */
export function buildClusters(
  organisation: Organisation,
  plan: ClusterPlan,
  options: PlacingOptions,
): DesignResult {
  const draft = new Draft(organisation);
  const { pins } = pinnedGroups(organisation, plan.groups, options.pinned);
  const place = (aside: ReadonlySet<Index>) => {
    const heads = chooseHeads(organisation, plan, pins, options.mustStay.includes('location'), aside);
    const placed = placeInto(organisation, plan, options, heads);
    const keeper = new LineKeeper(organisation, placed, heads, plan.groups.length);
    const settled = () => {
      const lines = keeper.run();
      return { heads, lines, placement: withLines(placed, lines) };
    };
    return { keeper, settled };
  };
  const beside = besideExecutive(organisation, plan, pins);
  const aside = beside.size > 0 ? beside : headsOfTradesAlone(organisation, plan, pins);
  const { keeper, settled } = place(aside);
  const preferred = aside === beside || keeper.mayBeAside(aside) ? settled() : undefined;
  const leads = mayLead(organisation);
  /**
   * Whether all who lead no cluster come into a centre, or keep a team that stays; those beside an executive may come below no lower
   * grade. And whether nobody else who leads comes below a head who is less senior, and no post that is open, nor a team lead by the
   * title, leads in place of a head.
   */
  const haveAPlace = ({ heads, placement: { groupOf, posts } }: ReturnType<typeof settled>) => {
    const inCentres = new Set([...posts.centres.values()].flat());
    const isBelow = (seat: Index) => leads(heads.get(groupOf[seat]!) ?? -1, seat);
    const leading = new Set(heads.values());
    const isIn = (seat: Index) => groupOf[seat]! >= 0 && !inCentres.has(seat) && !leading.has(seat);
    const { boss } = treeOf(organisation);
    const { vacant, title } = organisation.people;
    const arePassedOver = aside !== beside && [...aside].some((seat) => titleRank(title[seat]!) > TEAM_LEAD);
    const isStandIn = (seat: Index) => vacant[seat] === 1 || titleRank(title[seat]!) === TEAM_LEAD;
    return (
      !(arePassedOver && [...leading].some(isStandIn)) &&
      [...aside].every((seat) => !isIn(seat) || (aside === beside && isBelow(seat))) &&
      boss.every((seat) => seat < 0 || vacant[seat] === 1 || !isIn(seat) || isBelow(seat))
    );
  };
  const { heads, lines, placement } =
    preferred !== undefined && haveAPlace(preferred) ? preferred : place(NOBODY).settled();
  const { groupOf } = placement;
  const members = plan.groups.map((): Index[] => []);
  const goesTo = groupOf.slice();
  for (const [at, seat] of heads) goesTo[seat] = at;
  const inCentre = new Set([...placement.posts.centres.values()].flat());
  const directed = new Map([...directorsOf(organisation, plan.groups)].map(([at, seat]) => [seat, at]));
  followReports(organisation, goesTo, {
    stays: (seat) => pins.has(seat),
    leaves: (seat) => inCentre.has(seat),
    // Who directs these customers, and does not head the cluster, is with them.
    homeOf: (seat) => directed.get(seat) ?? -1,
  });
  goesTo.forEach((at, seat) => {
    if (at >= 0) members[at]!.push(seat);
  });
  const kept = departmentsKept(organisation, members, inCentre, plan.groups);
  const added = plan.groups.map((_, at) =>
    addCluster(draft, plan, placement, at, {
      seats: members[at]!,
      leader: heads.get(at) ?? -1,
      kept: kept[at]!,
    }),
  );
  const executives = executivesOver(draft, added);
  const clusters = added.map((cluster, at): RebuiltUnit => {
    const executive = executives[at]!;
    return { ...cluster, reportsTo: executive < 0 ? topAbove(draft, cluster.head) : executive };
  });
  const stays = (seat: Index) => goesTo[seat]! < 0 && draft.unitOf[seat] === organisation.unitOf[seat];
  const chief = chiefOf(organisation, stays, placement.posts.centres.size);
  const centres = addCentres(draft, placement, chief);
  const rebuilt = [...clusters, ...centres];
  keepRemainingUnits(draft, rebuilt, { kind: 'common-service' });
  settle(draft, rebuilt, chief);
  keepJobs(draft);
  describe(draft, plan, clusters, centres);
  draft.relationships = keepRelationships(organisation, plan.groups, placement);
  const design = draft.finish({ minimumTeam: plan.minimum });
  return built(
    design,
    organisation,
    [
      ...plan.explanation,
      ...placement.explanation,
      ...buildSentences({ draft, design, plan, placement, lines, clusters, centres, chief }),
    ],
    {
      basis: plan.basis,
      assignment: placement.assignment,
      optionalSeats: optionalSeats(draft, plan, placement),
      why: whyInGroup(organisation, plan.groups, placement),
    },
  );
}

/** The placing once lines are kept: who is in which group, and who in the centres. */
function withLines(placed: Placement, { groupOf, centres }: LinesKept): Placement {
  const { posts } = placed;
  const holders = new Map(
    [...posts.holders].map(([capability, seats]) => {
      const inCentre = new Set(centres.get(capability));
      const all = [...seats, ...(posts.centres.get(capability) ?? [])];
      return [capability, all.filter((seat) => !inCentre.has(seat))];
    }),
  );
  return { ...placed, groupOf, posts: { ...posts, holders, centres } };
}

function addCluster(
  draft: Draft,
  plan: ClusterPlan,
  placement: Placement,
  at: number,
  { seats, leader, kept }: { seats: readonly Index[]; leader: Index; kept: Index },
): Omit<RebuiltUnit, 'reportsTo'> {
  const { capabilities } = draft.source;
  const group = plan.groups[at]!;
  const form = { kind: 'cluster', serves: servesOf(group, plan.attribute), accountable: true } as const;
  const unit =
    kept >= 0 ? kept : draft.addUnit({ id: `cluster/${slug(group.name)}`, name: group.name, ...form });
  if (kept >= 0) {
    // A team of all trades is not called after one; below a department that goes on it would be a part of that.
    const name = namedAfter(draft.source, draft.units[kept]!) >= 0 ? { name: group.name } : {};
    draft.changeUnit(kept, { ...form, ...name, parent: -1, phase: null, capability: -1 });
  }
  const members = [...seats];
  if (leader >= 0 && !seats.includes(leader)) members.push(leader);
  for (const seat of members) draft.unitOf[seat] = unit;
  for (const [capability, open] of placement.posts.hires)
    for (let n = 0; n < open[at]!; n++) {
      const { id, name } = capabilities[capability]!;
      const title = `${sentenceCase(name)}, ${group.name}`;
      members.push(
        draft.addSeat({ id: `hire/${id}/${slug(group.name)}`, title, capability, unit, lead: false }),
      );
    }
  let head = leader;
  if (head < 0) {
    const leadership = capabilities.findIndex(({ id }) => id === 'leadership');
    const title = `Customer Cluster VP, ${group.name}`;
    head = draft.addSeat({ id: `vp/${slug(group.name)}`, title, capability: leadership, unit, lead: true });
    members.push(head);
  }
  draft.changeUnit(unit, { head });
  return { unit, members, head };
}

function addCentres(draft: Draft, placement: Placement, chief: Index): readonly RebuiltUnit[] {
  return [...placement.posts.centres].map(([capability, seats]) => {
    const { id, name } = draft.source.capabilities[capability]!;
    const head = mostSenior(draft.source, seats);
    const unit = draft.addUnit({
      id: `centre/${id}`,
      name: `Centre of expertise, ${name}`,
      kind: 'centre-of-expertise',
      serves: { kind: 'none' },
      capability,
      head,
      ...remitOf(id),
    });
    for (const seat of seats) draft.unitOf[seat] = unit;
    // Who outranks the chief stays under the root.
    const reportsTo = mayLead(draft.source)(chief, head) ? chief : rootOf(draft);
    return { unit, members: [...seats], head, reportsTo };
  });
}

/** Posts of centres of expertise for which nobody can be spared: they are listed apart, and are no part of the design. */
function optionalSeats(
  draft: Draft,
  { needs, groups }: ClusterPlan,
  { posts }: Placement,
): readonly OptionalSeat[] {
  const { source } = draft;
  if (groups.length < 2) return [];
  return [...needs].flatMap(([capability, need]) => {
    if (need === 0) return [];
    const missing = centreSizeOf(source, capability) - (posts.centres.get(capability)?.length ?? 0);
    const { id } = source.capabilities[capability]!;
    return Array.from({ length: Math.max(0, missing) }, () => ({
      unit: `centre/${id}`,
      capability: id,
      cost: draft.costOf(capability),
    }));
  });
}

/** What clusters answer for and are to do, whom services work for, and what centres and clusters pass on. */
function describe(
  draft: Draft,
  plan: ClusterPlan,
  clusters: readonly RebuiltUnit[],
  centres: readonly RebuiltUnit[],
): void {
  const { source } = draft;
  clusters.forEach(({ unit, head }, at) => {
    const { customers, name, values } = plan.groups[at]!;
    // What a department of today that goes on says of itself stays.
    const { charter, scorecard = [] } = draft.units[unit]!;
    const lacking = CLUSTER_SCORECARD.filter((one) => !scorecard.some(({ metric }) => metric === one));
    draft.changeUnit(unit, {
      charter: { ...charterOf(source, { name, values, customers, attribute: plan.attribute }), ...charter },
      scorecard: [...scorecard, ...scorecardOf(source, lacking, customers, draft.idOf(head))],
    });
    for (const centre of centres) {
      draft.flows.push(
        {
          from: centre.unit,
          to: unit,
          what: 'common processes and systems, and what other clusters learned',
          kind: 'best-practice',
        },
        {
          from: unit,
          to: centre.unit,
          what: 'what works with its customers, and what does not',
          kind: 'best-practice',
        },
      );
    }
  });
  const charter = serviceCharter(clusters.map(({ unit }) => draft.units[unit]!.name));
  const servesUnits = clusters.map(({ unit }) => draft.units[unit]!.id);
  for (const { unit } of centres) draft.changeUnit(unit, { servesUnits });
  draft.units.forEach(({ kind, ...unit }, index) => {
    if (kind !== 'common-service') return;
    draft.changeUnit(index, {
      charter: unit.charter ?? charter,
      servesUnits:
        unit.servesUnits === undefined ? servesUnits : [...new Set([...unit.servesUnits, ...servesUnits])],
    });
  });
}

/**
 * The executive whom centres, and services without a head, report to: the chief of operations, else of finance, among the
 * reports of the root who stay where they are and have room for so many more; else the root.
 */
function chiefOf(organisation: Organisation, stays: (seat: Index) => boolean, more: number): Index {
  const { people, policy } = organisation;
  const tree = treeOf(organisation);
  const root = tree.roots[0] ?? -1;
  if (root < 0) return root;
  const below = [...tree.report.subarray(tree.reportStart[root]!, tree.reportStart[root + 1]!)].filter(
    (seat) => people.vacant[seat] === 0 && stays(seat) && reportsOf(tree, seat) + more <= policy.maximumSpan,
  );
  const titled = (is: (title: string) => boolean) => below.find((seat) => is(people.title[seat]!));
  return (
    titled(isOperationsChief) ?? titled((title) => /\b(chief financial officer|cfo)\b/i.test(title)) ?? root
  );
}
