import type { Index, Organisation, Relationships, Serves } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { DesignResult } from '../design.ts';
import { Draft } from '../draft.ts';
import { slug } from '../numbers.ts';
import { bySeniority, mostSenior } from '../seniority.ts';
import { keepRest, type Rebuilt, rootOf, settle, staysPut } from '../settle.ts';
import type { Group } from './groups.ts';
import { placePeople } from './place.ts';
import type { ClusterPlan } from './plan.ts';
import { dividePosts, type Posts } from './seats.ts';

/** The groups, and who is placed in which. */
export interface Placement {
  readonly posts: Posts;
  readonly groupOf: ReadonlyMap<Index, number>;
  /** Capability of the post that each seat fills. */
  readonly postOf: ReadonlyMap<Index, Index>;
}

/** Pinned seats and their groups: a pin names the cluster's id, or a value or the name of its group. */
function pinnedGroups(
  organisation: Organisation,
  groups: readonly Group[],
  pinned: Readonly<Record<string, string>>,
) {
  const found = new Map<Index, number>();
  const wanted = Object.entries(pinned);
  if (wanted.length === 0) return found;
  const index = new Map(organisation.people.id.map((id, seat) => [id, seat]));
  for (const [id, target] of wanted) {
    const seat = index.get(id);
    const at = groups.findIndex(
      (group) =>
        target === group.name || target === `cluster/${slug(group.name)}` || group.values.includes(target),
    );
    if (seat !== undefined && at >= 0) found.set(seat, at);
  }
  return found;
}

const placements = new WeakMap<Pick<ClusterPlan, 'groups'>, { key: string; placement: Placement }>();

/** Places people into the groups of a plan; cluster and matrix share the plan, and so the placement. */
export function placeInto(
  draft: Draft,
  plan: Pick<ClusterPlan, 'groups' | 'needs' | 'minimum'>,
  pinned: Readonly<Record<string, string>>,
): Placement {
  const key = JSON.stringify(pinned);
  const known = placements.get(plan);
  if (known?.key === key) return known.placement;
  const pins = pinnedGroups(draft.source, plan.groups, pinned);
  const posts = dividePosts(
    draft.source,
    plan.groups,
    plan.needs,
    plan.minimum,
    (seat) => !staysPut(draft, seat),
    (seat) => pins.has(seat),
  );
  const postOf = new Map<Index, Index>();
  for (const [capability, seats] of posts.holders) for (const seat of seats) postOf.set(seat, capability);
  const placement = { posts, postOf, groupOf: placePeople(draft.source, plan.groups, posts, pins) };
  placements.set(plan, { key, placement });
  return placement;
}

export const servesOf = (group: Group, attribute: string): Serves => ({
  kind: 'some',
  customers: Int32Array.from([...group.customers].sort((a, b) => a - b)),
  ...(group.values.length > 0 ? { where: { [attribute]: group.values } } : {}),
});

/** The relationships in which the person sits in the cluster of the customer; people outside clusters keep theirs. */
export function keepRelationships(
  organisation: Organisation,
  groups: readonly Group[],
  groupOf: ReadonlyMap<Index, number>,
): Relationships {
  const { relationships, customers } = organisation;
  const ofCustomer = new Int32Array(customers.count).fill(-1);
  groups.forEach((group, at) => {
    for (const customer of group.customers) ofCustomer[customer] = at;
  });
  const start = new Int32Array(customers.count + 1);
  const seats: Index[] = [];
  for (let customer = 0; customer < customers.count; customer++) {
    for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++) {
      const seat = relationships.seat[k]!;
      const at = groupOf.get(seat);
      if (at === undefined || at === ofCustomer[customer]) seats.push(seat);
    }
    start[customer + 1] = seats.length;
  }
  return { start, seat: Int32Array.from(seats) };
}

/**
 * Whoever can lead a team: managers of today by seniority, as long as the rest still have the minimum and what is
 * needed of each capability.
 */
function chooseHead(
  draft: Draft,
  members: readonly Index[],
  placement: Placement,
  plan: Pick<ClusterPlan, 'needs' | 'minimum'>,
): Index {
  const { people } = draft.source;
  const tree = treeOf(draft.source);
  const present = members.filter((seat) => people.vacant[seat] === 0);
  if (present.length <= plan.minimum) return -1;
  const filling = new Map<Index, number>();
  for (const seat of present) {
    const capability = placement.postOf.get(seat)!;
    filling.set(capability, (filling.get(capability) ?? 0) + 1);
  }
  const canBeSpared = (seat: Index) => {
    const capability = placement.postOf.get(seat)!;
    return filling.get(capability)! > plan.needs.get(capability)!;
  };
  return mostSenior(
    draft.source,
    present.filter((seat) => reportsOf(tree, seat) > 0 && canBeSpared(seat)),
  );
}

/**
 * The organisation as cross-functional teams, one for each group, with centres of expertise and common services beside
 * them. `kind` is what the teams are called in ids and titles.
 */
export function buildClusters(
  organisation: Organisation,
  plan: ClusterPlan,
  pinned: Readonly<Record<string, string>>,
): DesignResult {
  const draft = new Draft(organisation);
  const placement = placeInto(draft, plan, pinned);
  const { posts, groupOf } = placement;
  const { capabilities } = organisation;
  const leadership = capabilities.findIndex(({ id }) => id === 'leadership');
  const hires = new Map<string, number>();
  const hire = (capability: Index) => {
    const { id } = capabilities[capability]!;
    hires.set(id, (hires.get(id) ?? 0) + 1);
  };
  const members = plan.groups.map((): Index[] => []);
  for (const [seat, at] of groupOf) members[at]!.push(seat);
  const rebuilt: Rebuilt[] = [];
  const root = rootOf(draft);
  let fromManagers = 0;
  plan.groups.forEach((group, at) => {
    const unit = draft.addUnit({
      id: freeUnitId(draft, `cluster/${slug(group.name)}`),
      name: group.name,
      kind: 'cluster',
      serves: servesOf(group, plan.attribute),
      accountable: true,
    });
    const seats = members[at]!.sort((a, b) => a - b);
    for (const seat of seats) draft.unitOf[seat] = unit;
    for (const [capability, open] of posts.hires)
      for (let n = 0; n < open[at]!; n++) {
        const { id, name } = capabilities[capability]!;
        seats.push(
          draft.addSeat({
            id: `hire/${id}/${slug(group.name)}`,
            title: `${capital(name)}, ${group.name}`,
            capability,
            unit,
            lead: false,
          }),
        );
        hire(capability);
      }
    let head = chooseHead(
      draft,
      members[at]!.filter((seat) => seat < organisation.people.count),
      placement,
      plan,
    );
    if (head >= 0) fromManagers++;
    else {
      head = draft.addSeat({
        id: `vp/${slug(group.name)}`,
        title: `Customer Cluster VP, ${group.name}`,
        capability: leadership,
        unit,
        lead: true,
      });
      seats.push(head);
      hire(leadership);
    }
    draft.changeUnit(unit, { head });
    rebuilt.push({ unit, members: seats, head, reportsTo: root });
  });
  for (const [capability, seats] of posts.centres) {
    const { id, name } = capabilities[capability]!;
    const unit = draft.addUnit({
      id: freeUnitId(draft, `centre/${id}`),
      name: `Centre of expertise, ${name}`,
      kind: 'centre-of-expertise',
      serves: { kind: 'none' },
      capability,
    });
    for (const seat of seats) draft.unitOf[seat] = unit;
    const head = bySeniority(organisation, seats)[0]!;
    draft.changeUnit(unit, { head });
    rebuilt.push({ unit, members: [...seats], head, reportsTo: chiefOf(draft) });
  }
  keepRest(draft, rebuilt, 'common-service');
  settle(draft, rebuilt);
  draft.relationships = keepRelationships(organisation, plan.groups, groupOf);
  const design = draft.finish();
  return {
    status: hires.size > 0 ? 'needs-hires' : 'staffed',
    organisation: design,
    hires,
    missing: [],
    explanation: [
      ...plan.explanation,
      ...headSentences(plan, fromManagers, posts, organisation),
      `The root then has ${reportsOf(treeOf(design), root)} direct reports, ${reportsOf(treeOf(organisation), root)} today.`,
    ],
    basis: plan.basis,
  };
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function freeUnitId(draft: Draft, wanted: string): string {
  let id = wanted;
  for (let n = 2; draft.units.some((unit) => unit.id === id); n++) id = `${wanted}-${n}`;
  return id;
}

/** The executive whom centres report to: whoever runs operations, else any executive below the root, else the root. */
function chiefOf(draft: Draft): Index {
  const { people, capabilities } = draft.source;
  const root = rootOf(draft);
  const tree = treeOf(draft.source);
  const executives: Index[] = [];
  for (let k = tree.reportStart[root]!; k < tree.reportStart[root + 1]!; k++) {
    const seat = tree.report[k]!;
    const capability = people.capability[seat]!;
    if (capability >= 0 && capabilities[capability]!.role === 'leadership' && people.vacant[seat] === 0)
      executives.push(seat);
  }
  const operating = executives.find((seat) => /operat|coo/i.test(people.title[seat]!));
  return operating ?? bySeniority(draft.source, executives)[0] ?? root;
}

function headSentences(
  plan: ClusterPlan,
  fromManagers: number,
  posts: Posts,
  organisation: Organisation,
): string[] {
  const found: string[] = [];
  if (fromManagers > 0)
    found.push(
      `${fromManagers} of ${plan.groups.length} Customer Cluster VPs are managers of today, the most senior in their cluster who can be spared.`,
    );
  const without = [...plan.needs.keys()].filter((capability) => !posts.centres.has(capability));
  if (without.length > 0 && organisation.policy.centreSize > 0)
    found.push(
      `There is nobody to spare for a centre of expertise in ${without.map((capability) => organisation.capabilities[capability]!.name).join(', ')}.`,
    );
  return found;
}
