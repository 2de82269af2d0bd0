import { memo } from '../../../base/memo.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { descentOf, reportsOf, treeOf } from '../../../model/tree.ts';
import { bestMatching } from '../../../numbers/matching.ts';
import { joiningNoCluster } from '../../hierarchy/executives.ts';
import { leadsWhosePeopleJoin } from '../../hierarchy/lead-from-above.ts';
import {
  bySeniority,
  leaveTheLead,
  managerIn,
  mostStanding,
  standingsOf,
} from '../../hierarchy/seniority.ts';
import { isOperationsChief, titleRank } from '../../hierarchy/title-rank.ts';
import { demandOf, type Group } from '../groups.ts';
import { fullTimeNeeded, sparedBy } from '../number/needs.ts';
import type { ClusterPlan } from '../plan.ts';
import { type CustomersBelow, customersBelow, directorsOf } from './directors.ts';
import { crosses, tiesOf } from './ties.ts';

/** Who is asked to lead a cluster, and what speaks for it: everyone who fills a post of a clustered capability, directors, and who is pinned. */
interface Candidates {
  /** The most senior first, as many of them as could be asked. */
  readonly order: readonly Index[];
  /** How many there are in all. */
  readonly count: number;
  /** So many, from the first, lead a cluster whatever customers they know. */
  readonly sure: number;
  /** So many are equals of the last who leads one. */
  readonly possible: number;
  /** Customers of each group that they know, themselves or through people below. */
  readonly known: CustomersBelow;
}

/**
 * The head of each group: as many of the most senior as there are groups, those who direct the customers of a group before
 * their equals, but nobody who leads nobody and has no leading title where that puts no leader in their place; given to the groups so that most customers are directed or known by name. Who is pinned leads where they are
 * pinned, with `mustStay` nobody crosses to another location, and those `aside` lead none. A group that nobody is left for has no entry. Cost: people,
 * relationships times the levels above, and groups squared times the candidates.
 */
export function chooseHeads(
  organisation: Organisation,
  { groups, needs }: Pick<ClusterPlan, 'groups' | 'needs'>,
  pins: ReadonlyMap<Index, number>,
  mustStay: boolean,
  aside: ReadonlySet<Index> = NOBODY,
): ReadonlyMap<number, Index> {
  const directors = directorsOf(organisation, groups);
  const candidates = candidatesFor(organisation, needs, directors, groups, pins, aside);
  const { order, count, sure, possible } = candidates;
  const known = new Map(order.slice(0, possible).map((seat) => [seat, candidates.known.get(seat)!]));
  for (const [at, seat] of directors) {
    if (!known.has(seat)) continue;
    const directed = groups[at]!.customers.reduce(
      (sum, customer) => sum + organisation.customers.customers[customer]!,
      0,
    );
    known.set(seat, new Map(known.get(seat)).set(at, directed));
  }
  const ties = tiesOf(organisation, groups, needs);
  const demand = groups.map(demandOf);
  const bySize = groups.map((_, at) => at).sort((a, b) => demand[b]! - demand[a]! || a - b);
  const sizeRank = new Map(bySize.map((at, rank) => [at, rank]));
  const step = 0.25 / (groups.length * groups.length * Math.max(1, count));
  const most = organisation.customers.customers.reduce((a, b) => a + b, 1);
  const standing = standingsOf(organisation);
  const firstOf = new Map<number, number>();
  order.forEach((seat, candidate) => {
    if (!firstOf.has(standing[seat]!)) firstOf.set(standing[seat]!, candidate);
  });
  const rankOf = (candidate: number) => firstOf.get(standing[order[candidate]!]!)! + candidate / (8 * count);
  const value = (at: number, candidate: number): number => {
    const seat = order[candidate]!;
    const pin = pins.get(seat);
    const crossing = crosses(ties, ties.area[seat]!, at);
    if ((pin !== undefined && pin !== at) || (mustStay && crossing)) return NEVER;
    return (
      (candidate < sure ? most * groups.length : 0) +
      (known.get(seat)?.get(at) ?? 0) -
      (crossing ? 0.25 : 0) +
      // Where customers say nothing, the more senior lead the larger; of equals the first.
      step * (groups.length - sizeRank.get(at)!) * (count - rankOf(candidate))
    );
  };
  const asked = shortlist(groups.length, sure, possible, order.length, value);
  const found = bestMatching(groups.length, asked.length, (at, place) => value(at, asked[place]!));
  const heads = new Map<number, Index>();
  found.forEach((place, at) => {
    if (place >= 0 && value(at, asked[place]!) > NEVER / 2) heads.set(at, order[asked[place]!]!);
  });
  return heads;
}

export const NOBODY: ReadonlySet<Index> = new Set();

/**
 * Who leads no cluster since an executive has four fifths of all who join below, and stands above the clusters: everybody who is not
 * below that one, where enough who lead are. Linear.
 */
export function besideExecutive(
  organisation: Organisation,
  { groups, needs }: Pick<ClusterPlan, 'groups' | 'needs'>,
  pins: ReadonlyMap<Index, number>,
): ReadonlySet<Index> {
  const { people } = organisation;
  const stays = joiningNoCluster(organisation);
  const joins = (seat: Index) => stays[seat] === 0 && needs.has(people.capability[seat]!);
  const { candidates, overAll } = leadsWhosePeopleJoin(organisation, joins);
  if (overAll < 0) return NOBODY;
  const tree = treeOf(organisation);
  const { at, end } = descentOf(tree);
  const isBelow = (seat: Index) => at[seat]! > at[overAll]! && at[seat]! < end[overAll]!;
  const beside = new Set<Index>();
  let leading = 0;
  const tell = (seat: Index) => {
    if (!isBelow(seat) && !pins.has(seat)) beside.add(seat);
    else if (reportsOf(tree, seat) > 0) leading++;
  };
  for (let seat = 0; seat < people.count; seat++) if (joins(seat)) tell(seat);
  for (const { seat } of candidates) tell(seat);
  return beside.size > 0 && leading >= groups.length ? beside : NOBODY;
}

/**
 * Heads of a trade who would lead a cluster by rank alone: they direct no customers and know none, themselves or through people
 * below, where as many others lead people who do. The centre of expertise of their trade is the place for them, if there is one to
 * spare. Cost: as `chooseHeads`.
 */
export function headsOfTradesAlone(
  organisation: Organisation,
  { groups, needs }: Pick<ClusterPlan, 'groups' | 'needs'>,
  pins: ReadonlyMap<Index, number>,
): ReadonlySet<Index> {
  const count = groups.length;
  if (count < 2) return NOBODY;
  const directors = directorsOf(organisation, groups);
  const directing = new Set(directors.values());
  const { order, known } = candidatesFor(organisation, needs, directors, groups, pins, NOBODY);
  const asked = order.slice(0, MOST_ASKED * count);
  const knows = (seat: Index) => directing.has(seat) || known.get(seat)!.size > 0;
  const tree = treeOf(organisation);
  const others = asked.slice(count).filter((seat) => knows(seat) && reportsOf(tree, seat) > 0);
  const { people } = organisation;
  const none = joiningNoCluster(organisation);
  const hasCentre = memo((capability: Index) => {
    const holders: Index[] = [];
    for (let seat = 0; seat < people.count; seat++)
      if (people.capability[seat] === capability && people.vacant[seat] === 0 && none[seat] === 0)
        holders.push(seat);
    return (
      (needs.get(capability) ?? 0) > 0 &&
      holders.length > needs.get(capability)! * count &&
      sparedBy(organisation, holders, fullTimeNeeded(organisation, capability)) > 0
    );
  });
  const alone = asked
    .slice(0, count)
    .filter(
      (seat) =>
        people.vacant[seat] === 0 && !knows(seat) && !pins.has(seat) && hasCentre(people.capability[seat]!),
    );
  return alone.length === 0 || alone.length > others.length ? NOBODY : new Set(alone);
}

/** What a placing that is out of the question is worth. */
const NEVER = -1e15;

/** Those who lead for sure, and of their equals those with most customers in some group, and the first. */
function shortlist(
  groups: number,
  sure: number,
  possible: number,
  all: number,
  value: (at: number, candidate: number) => number,
): readonly number[] {
  // A few more than needed, for pins and locations that forbid one.
  const chosen = new Set(Array.from({ length: Math.min(all, Math.max(sure, 0) + groups) }, (_, at) => at));
  const equals = Array.from({ length: possible - sure }, (_, at) => sure + at);
  for (let at = 0; at < groups; at++) {
    const worth = equals.map((candidate) => ({ candidate, value: value(at, candidate) }));
    worth.sort((a, b) => b.value - a.value || a.candidate - b.candidate);
    for (const { candidate } of worth.slice(0, groups)) chosen.add(candidate);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Candidates that are looked at for each group, but for the equals of the last of them. */
const MOST_ASKED = 3;

/**
 * The candidates without those who stand above the managers who are needed, but lead nobody and leave the lead to them: as few
 * as are no half of any cluster, whoever comes there.
 */
function withoutStaff(
  organisation: Organisation,
  pool: readonly Index[],
  named: ReadonlySet<Index>,
  groups: number,
): readonly Index[] {
  const standing = standingsOf(organisation);
  const isManager = managerIn(organisation);
  const isAble = (seat: Index) => named.has(seat) || isManager(seat);
  const managers = mostStanding(organisation, pool.filter(isAble), groups);
  if (managers.length < groups) return pool;
  const last = managers.reduce((a, b) => (standing[b]! < standing[a]! ? b : a));
  const staff = pool.filter((seat) => !isAble(seat) && standing[seat]! > standing[last]!);
  if (!leaveTheLead(organisation, staff, last, organisation.policy.minimumTeam + 1)) return pool;
  const left = new Set(staff);
  return pool.filter((seat) => !left.has(seat));
}

const candidatesFor = memo(
  (
    organisation: Organisation,
    needs: ReadonlyMap<Index, number>,
    directors: ReadonlyMap<number, Index>,
    parts: readonly Group[],
    pins: ReadonlyMap<Index, number>,
    aside: ReadonlySet<Index>,
  ): Candidates => {
    const { people } = organisation;
    const groups = parts.length;
    const standing = standingsOf(organisation);
    const stays = joiningNoCluster(organisation);
    const directing = new Set(directors.values());
    // Of several who are pinned to one group the others come below the most senior.
    const pinned = new Map<number, Index>();
    for (const seat of bySeniority(organisation, [...pins.keys()]))
      if (!pinned.has(pins.get(seat)!)) pinned.set(pins.get(seat)!, seat);
    const named = new Set([...directing, ...pinned.values()]);
    const joins = (seat: Index) => stays[seat] === 0 && needs.has(people.capability[seat]!);
    const all = [...named];
    for (const { seat } of leadsWhosePeopleJoin(organisation, joins).candidates) {
      if (named.has(seat) || people.vacant[seat] === 1 || pins.has(seat) || aside.has(seat)) continue;
      // Who is to lead services and centres leads no cluster.
      if (!isOperationsChief(people.title[seat]!)) all.push(seat);
    }
    for (let seat = 0; seat < people.count; seat++)
      if (joins(seat) && !pins.has(seat) && !aside.has(seat)) all.push(seat);
    const pool = withoutStaff(organisation, all, named, groups);
    const tree = treeOf(organisation);
    const leads = (seat: Index) => reportsOf(tree, seat) > 0 || titleRank(people.title[seat]!) > 0;
    // Sorting is stable: what is equal stays in the order of seniority.
    const highest = mostStanding(organisation, pool, MOST_ASKED * groups);
    const known = customersBelow(organisation, parts, new Set(highest));
    const leadsToCustomers = (seat: Index) => known.get(seat)!.size > 0 && reportsOf(tree, seat) > 0;
    // Of those who lead nobody, whose trade is part of another one's comes after these.
    const isSpecialist = (seat: Index) =>
      reportsOf(tree, seat) === 0 && (organisation.capabilities[people.capability[seat]!]?.of ?? -1) >= 0;
    const ranked = bySeniority(organisation, highest, pool).sort(
      (a, b) =>
        (standing[a] === standing[b] ? 0 : standing[b]! - standing[a]!) ||
        people.vacant[a]! - people.vacant[b]! ||
        Number(directing.has(b)) - Number(directing.has(a)) ||
        Number(leads(b)) - Number(leads(a)) ||
        Number(leadsToCustomers(b)) - Number(leadsToCustomers(a)) ||
        Number(isSpecialist(a)) - Number(isSpecialist(b)),
    );
    let wanted = Math.min(groups, ranked.length);
    while (wanted > 0 && !directing.has(ranked[wanted - 1]!) && !leads(ranked[wanted - 1]!)) wanted--;
    if (wanted < groups)
      return { order: ranked.slice(0, wanted), count: wanted, sure: wanted, possible: wanted, known };
    const last = ranked[groups - 1]!;
    const isEqual = (seat: Index) =>
      standing[seat] === standing[last] &&
      people.vacant[seat] === people.vacant[last] &&
      directing.has(seat) === directing.has(last) &&
      leads(seat) === leads(last) &&
      leadsToCustomers(seat) === leadsToCustomers(last) &&
      isSpecialist(seat) === isSpecialist(last) &&
      titleRank(people.title[seat]!) === titleRank(people.title[last]!);
    let sure = groups - 1;
    while (sure > 0 && isEqual(ranked[sure - 1]!)) sure--;
    let possible = groups;
    while (possible < ranked.length && isEqual(ranked[possible]!)) possible++;
    return { order: ranked, count: pool.length, sure, possible, known };
  },
);
