import { rowsById } from '../../../base/columns.ts';
import { slug } from '../../../base/text.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { treeOf } from '../../../model/tree.ts';
import { divideJointly } from '../../../numbers/apportionment.ts';
import { groupServed } from '../departments-kept.ts';
import { demandOf, type Group } from '../groups.ts';
import { fillPosts } from '../number/fill-posts.ts';
import { centreSizeOf, fullTimeNeeded, spareable, sparedBy } from '../number/needs.ts';
import type { IdlePin, PostDivision } from './placement.ts';
import { type Ties, tiesOf } from './ties.ts';

/**
 * Posts: whoever has a clustered capability as the primary one fills a post of it. Where that leaves fewer than every group
 * needs, people who hold it as a second capability fill in; the rest, and what a group lacks to the minimum, is hired. A
 * centre of expertise takes people only where every group still has what it needs and the rest still cover the hours of the
 * customers, never where a post of its capability is open, nor for those in `without`. Posts are divided over the groups by
 * the hours their customers need (Sainte-Laguë), jointly so that every group reaches the minimum; where no hours of a
 * capability are given, by whose customers its holders know by name, since hours that are merely assumed move nobody; or by the
 * `equity` of the groups, where the options ask for it.
 */
export function dividePosts(
  organisation: Organisation,
  groups: readonly Group[],
  needs: ReadonlyMap<Index, number>,
  minimum: number,
  movable: (seat: Index) => boolean,
  pinned: (seat: Index) => boolean,
  heads: ReadonlyMap<number, Index> = new Map(),
  without: ReadonlySet<Index> = new Set(),
  equity: readonly number[] | null = null,
): PostDivision {
  const { people } = organisation;
  const ties = tiesOf(organisation, groups, needs);
  const required = (capability: Index) => needs.get(capability)! * groups.length;
  const holders = fillPosts(
    organisation,
    new Map([...needs.keys()].map((one) => [one, required(one)])),
    movable,
    groups.length * minimum,
    inTurn(organisation, groups, ties),
  );

  const centreSeats = new Map<Index, number>();
  const headsOfTrade = (capability: Index) =>
    [...heads.values()].filter((seat) => organisation.people.capability[seat] === capability);
  // A cluster needs a head beside the minimum; those that have one have taken it already.
  let spare = -groups.length * minimum - (groups.length - heads.size);
  for (const seats of holders.values()) spare += seats.length;
  for (const [capability, own] of holders) {
    // One cluster has nothing in common with others; a specialism shares the centre of its parent.
    if (groups.length < 2 || needs.get(capability) === 0 || without.has(capability)) continue;
    if (own.some((seat) => organisation.people.vacant[seat] === 1)) continue;
    const isSpare = spareable(organisation, own, groups);
    const size = Math.min(
      centreSizeOf(organisation, capability),
      own.length - required(capability),
      sparedBy(organisation, [...own, ...headsOfTrade(capability)], fullTimeNeeded(organisation, capability)),
      own.filter((seat) => !pinned(seat) && isSpare(seat)).length,
      spare,
    );
    if (size <= 0) continue;
    centreSeats.set(capability, size);
    spare -= size;
  }

  const hires = new Map<Index, readonly number[]>();
  const kinds = [...needs.keys()];
  const filled = (capability: Index) => holders.get(capability)!.length - (centreSeats.get(capability) ?? 0);
  const divisions = kinds.map((capability) => {
    const need = needs.get(capability)!;
    const known = knownBy(organisation, groups, ties, capability, holders.get(capability)!);
    const hours = equity ?? known ?? groups.map((group) => group.hours.get(capability)!);
    // Nobody is moved for hours that are assumed where the head of the cluster has the trade.
    const atLeast = groups.map((_, at) => {
      const head = heads.get(at) ?? -1;
      const isLed = known !== undefined && known[at]! < need && people.capability[head] === capability;
      return isLed ? Math.max(0, need - 1) : need;
    });
    const shares = hours.some((value) => value > 0)
      ? hours
      : groups.map((group) => Math.max(demandOf(group), 1e-9));
    const seats = Math.max(
      filled(capability),
      atLeast.reduce((a, b) => a + b, 0),
    );
    return { seats, shares: shares.map((share) => Math.max(share, 1e-9)), atLeast };
  });
  const divided = divideJointly(divisions, minimum);
  addToMinimum(groups, kinds, divided, minimum);
  const posts = new Map(kinds.map((capability, kind) => [capability, divided[kind]!]));
  for (const capability of kinds) {
    let missing = posts.get(capability)!.reduce((a, b) => a + b, 0) - filled(capability);
    missing -= filledByHeads(organisation, posts, capability, missing, heads, minimum);
    if (missing <= 0) continue;
    const open = groups.map(() => 0);
    // The largest need is staffed first, so the least stays open.
    const order = groups
      .map((_, at) => at)
      .sort((a, b) => demandOf(groups[a]!) - demandOf(groups[b]!) || b - a);
    for (let round = 0; missing > 0; round++) {
      const at = order[round % order.length]!;
      if (open[at]! >= posts.get(capability)![at]!) continue;
      open[at]!++;
      missing--;
    }
    hires.set(capability, open);
  }
  return { holders, centreSeats, posts, hires };
}

/**
 * How many holders of a capability the groups have today, by whose customers they know by name, those who know nobody by hours;
 * undefined where hours of the capability are given, or nobody knows any customer. Linear in holders and their ties.
 */
function knownBy(
  { customers }: Organisation,
  groups: readonly Group[],
  { start, group, share }: Ties,
  capability: Index,
  holders: readonly Index[],
): number[] | undefined {
  if (customers.effort.get(capability)?.some((hours) => !Number.isNaN(hours))) return undefined;
  const found = groups.map(() => 0);
  let unknown = 0;
  for (const seat of holders) {
    if (start[seat] === start[seat + 1]) unknown++;
    for (let k = start[seat]!; k < start[seat + 1]!; k++) found[group[k]!]! += share[k]!;
  }
  if (unknown === holders.length) return undefined;
  const all = groups.reduce((sum, { hours }) => sum + hours.get(capability)!, 0);
  return found.map((own, at) => own + (all > 0 ? (unknown * groups[at]!.hours.get(capability)!) / all : 0));
}

/**
 * Order in which people take over posts of a second capability: in turn somebody whose customers are mostly in each group, so that
 * each group finds somebody who knows it. Linear in people and their ties, and n log n for the order.
 */
function inTurn(
  organisation: Organisation,
  groups: readonly Group[],
  { start, group, share }: Ties,
): (seat: Index) => number {
  const turns = groups.map(() => 0);
  const turn = new Map<Index, number>();
  for (const seat of [...organisation.people.secondary.keys()].sort((a, b) => a - b)) {
    let most = -1;
    for (let k = start[seat]!; k < start[seat + 1]!; k++) if (most < 0 || share[k]! > share[most]!) most = k;
    if (most >= 0) turn.set(seat, turns[group[most]!]!++);
  }
  return (seat) => turn.get(seat) ?? organisation.people.count;
}

/** Takes away posts that nobody else there could fill and the head of the group can; returns how many. */
function filledByHeads(
  { people }: Organisation,
  posts: ReadonlyMap<Index, number[]>,
  capability: Index,
  missing: number,
  heads: ReadonlyMap<number, Index>,
  minimum: number,
): number {
  const counts = posts.get(capability)!;
  let filled = 0;
  for (const [at, head] of heads) {
    const size = [...posts.values()].reduce((sum, list) => sum + list[at]!, 0);
    if (filled >= missing || counts[at]! !== 1 || size <= minimum) continue;
    if (people.capability[head] !== capability && !people.secondary.get(head)?.includes(capability)) continue;
    counts[at]!--;
    filled++;
  }
  return filled;
}

/** Opens posts where a group stays below the minimum: each of the capability with most hours for every post there is. */
function addToMinimum(
  groups: readonly Group[],
  kinds: readonly Index[],
  divided: readonly number[][],
  minimum: number,
): void {
  groups.forEach((group, at) => {
    for (let size = divided.reduce((sum, posts) => sum + posts[at]!, 0); size < minimum; size++) {
      let most = 0;
      const load = (kind: number) => (group.hours.get(kinds[kind]!) ?? 0) / (divided[kind]![at]! + 1);
      for (let kind = 1; kind < kinds.length; kind++) if (load(kind) > load(most)) most = kind;
      divided[most]![at]!++;
    }
  });
}

/** Pinned seats and their groups: a pin names the id of the cluster, its name, a value of the basis in it, or the id or name of a department of today that serves these customers, which may go on as the cluster. */
export function pinnedGroups(
  organisation: Organisation,
  groups: readonly Group[],
  pinned: Readonly<Record<string, string>>,
): { pins: ReadonlyMap<Index, number>; idle: readonly IdlePin[] } {
  const wanted = Object.entries(pinned);
  const pins = new Map<Index, number>();
  const idle: IdlePin[] = [];
  if (wanted.length === 0) return { pins, idle };
  const index = rowsById(organisation.people.id);
  const named = new Map<string, number>();
  groups.forEach((group, at) => {
    for (const name of [group.name, `cluster/${slug(group.name)}`, ...group.sources])
      if (!named.has(name)) named.set(name, at);
  });
  const { boss } = treeOf(organisation);
  if (wanted.some(([, target]) => !named.has(target))) {
    const servedMost = groupServed(organisation, groups);
    organisation.units.forEach((unit, place) => {
      const at = servedMost(place);
      for (const name of at < 0 ? [] : [unit.id, unit.name]) if (!named.has(name)) named.set(name, at);
    });
  }
  for (const [id, target] of wanted) {
    const seat = index.get(id);
    const at = named.get(target);
    // The top stays at the top.
    if (seat !== undefined && at !== undefined && boss[seat]! >= 0) {
      pins.set(seat, at);
      continue;
    }
    idle.push({ id, target, because: seat === undefined ? 'nobody' : at === undefined ? 'nowhere' : 'top' });
  }
  return { pins, idle };
}

/**
 * The posts, where pins put more people into a group than it has posts for people who are there. It gets these posts. As
 * many are taken where there are most beyond what a group needs; where there are none, a post is to be hired instead.
 */
export function yieldToPins(
  divided: PostDivision,
  pins: ReadonlyMap<Index, number>,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
): PostDivision {
  if (pins.size === 0) return divided;
  const { holders, posts, hires } = divided;
  const counts = new Map([...posts].map(([capability, list]) => [capability, [...list]]));
  const open = new Map([...hires].map(([capability, list]) => [capability, [...list]]));
  const total = (at: number) => [...counts.values()].reduce((sum, list) => sum + list[at]!, 0);
  for (const [capability, seats] of holders) {
    const post = counts.get(capability)!;
    const hire = open.get(capability) ?? post.map(() => 0);
    const taken = post.map(() => 0);
    for (const seat of seats) if (pins.has(seat)) taken[pins.get(seat)!]!++;
    const room = (at: number) => post[at]! - hire[at]! - taken[at]!;
    for (let to = 0; to < post.length; to++)
      while (room(to) < 0) {
        let from = -1;
        const spare = (at: number) => post[at]! - needs.get(capability)!;
        for (let at = 0; at < post.length; at++)
          if (room(at) > 0 && (from < 0 || spare(at) > spare(from))) from = at;
        if (spare(from) > 0 && total(from) > minimum) post[from]!--;
        else hire[from]!++;
        if (hire[to]! > 0) hire[to]!--;
        else post[to]!++;
      }
    if (hire.some((count) => count > 0)) open.set(capability, hire);
    else open.delete(capability);
  }
  return { ...divided, posts: counts, hires: open };
}
