import { lazy } from '../../../base/memo.ts';
import type { Index, Organisation } from '../../../model/organisation.ts';
import { reportsOf, treeOf } from '../../../model/tree.ts';
import { bySeniority, mostSenior, mostStanding } from '../../hierarchy/seniority.ts';
import { demandOf, type Group } from '../groups.ts';
import { type AssignmentProblem, gainIn } from './assignment/problem.ts';
import { leadsNeeded } from './inner-lines.ts';
import type { PostDivision } from './placement.ts';

/**
 * Whom a centre of expertise takes of people who are as good for it: first who would come below somebody less senior in a cluster, then the head of the trade, where no cluster needs
 * them for a team lead, no customer would lose them, and their team is too large for one cluster anyway; then who serves fewest customers by name, of equals who leads fewest
 * people, then the more senior; those whom clusters need for team leads last. The function returned puts so many of
 * the holders of a capability into this order. Cost: people, and n log n for the holders.
 */
export function preferredForCentres(
  organisation: Organisation,
  { holders, centreSeats, posts, outranks }: PostDivision,
  groups: readonly Group[],
): (capability: Index, from: readonly Index[]) => readonly Index[] {
  const tree = treeOf(organisation);
  const { vacant } = organisation.people;
  const served = new Int32Array(organisation.people.count);
  for (const seat of organisation.relationships.seat) served[seat]!++;
  const isThere = (seat: Index) => vacant[seat] === 0;
  const reserved = lazy(() => {
    const there = [...holders.values()].flat().filter(isThere);
    const inCentres = [...centreSeats.values()].reduce((sum, seats) => sum + seats, 0);
    return leadersNeeded(organisation, there, inCentres, groups);
  });
  return (capability, from) => {
    const own = holders.get(capability)!.filter(isThere);
    const top = mostSenior(organisation, own);
    // A team that has room in one cluster keeps its lead.
    const largest = Math.max(0, ...(posts.get(capability) ?? []));
    const staysAsLead = (seat: Index) =>
      reportsOf(tree, seat) > 0 && (reportsOf(tree, seat) < largest || reserved().has(seat));
    const rank = (seat: Index) => {
      if (outranks?.(seat)) return -1;
      return staysAsLead(seat) ? 2 : seat === top && served[seat] === 0 ? 0 : 1;
    };
    // Sorting is stable: what is equal stays in the order of seniority.
    return bySeniority(organisation, from.filter(isThere), own).sort(
      (a, b) => rank(a) - rank(b) || served[a]! - served[b]! || reportsOf(tree, a) - reportsOf(tree, b),
    );
  };
}

/**
 * Who goes to the centre in a best placing: so many of each class as it says, those first who are preferred; then whoever is
 * preferred to somebody in the centre changes places with them, where the placing is worth the same. Takes the centre out
 * of `places`. Cost: people times the seats of the centre.
 */
export function chooseForCentre(
  problem: AssignmentProblem,
  members: readonly (readonly Index[])[],
  places: { group: number; people: number }[][],
  centre: number,
  preferred: readonly Index[],
): ReadonlySet<Index> {
  const classOf = new Map(members.flatMap((list, one) => list.map((seat) => [seat, one] as const)));
  const wanted = places.map((list) => list.find(({ group }) => group === centre)?.people ?? 0);
  places.forEach((list, one) => {
    places[one] = list.filter(({ group }) => group !== centre);
  });
  const chosen = new Set<Index>();
  for (const seat of preferred) {
    const one = classOf.get(seat)!;
    if (wanted[one] === 0) continue;
    wanted[one]!--;
    chosen.add(seat);
  }
  const put = (one: number, group: number, people: number) => {
    const place = places[one]!.find((each) => each.group === group);
    if (place === undefined) places[one]!.push({ group, people });
    else place.people += people;
  };
  const order = new Map(preferred.map((seat, at) => [seat, at]));
  /** Somebody who can come out of the centre, into a place of the class of who comes in; the least preferred first. */
  const exchangeFor = (seat: Index) => {
    const one = classOf.get(seat)!;
    const inside = [...chosen].sort((a, b) => order.get(b)! - order.get(a)!);
    for (const out of inside) {
      if (order.get(out)! < order.get(seat)!) return undefined;
      const other = classOf.get(out)!;
      const change = gainIn(problem, one, centre) - gainIn(problem, other, centre);
      for (const { group, people } of places[one]!)
        if (people > 0 && change === gainIn(problem, one, group) - gainIn(problem, other, group))
          return { out, other, group };
    }
    return undefined;
  };
  for (const seat of preferred) {
    if (chosen.has(seat)) continue;
    const found = exchangeFor(seat);
    if (found === undefined) continue;
    chosen.delete(found.out);
    chosen.add(seat);
    put(classOf.get(seat)!, found.group, -1);
    put(found.other, found.group, 1);
  }
  places.forEach((list, one) => {
    places[one] = list.filter(({ people }) => people > 0).sort((a, b) => a.group - b.group);
  });
  return chosen;
}

/** Managers whom clusters need beside their heads, as team leads where a group is too large for one manager. */
function leadersNeeded(
  organisation: Organisation,
  there: readonly Index[],
  inCentres: number,
  groups: readonly Group[],
): ReadonlySet<Index> {
  const tree = treeOf(organisation);
  const { policy } = organisation;
  const demand = groups.map(demandOf);
  const all = demand.reduce((a, b) => a + b, 0);
  const staff = there.length - inCentres;
  let needed = 0;
  if (all > 0) for (const part of demand) needed += leadsNeeded(Math.round((staff * part) / all), policy);
  const managers = there.filter((seat) => reportsOf(tree, seat) > 0);
  const first = mostStanding(organisation, managers, needed);
  return new Set(bySeniority(organisation, first, there).slice(0, needed));
}
