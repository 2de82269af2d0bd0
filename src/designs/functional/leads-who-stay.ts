import { lazy } from '../../base/memo.ts';
import { headsOf, within } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { descentOf, type ReportingTree, reportsOf, treeOf } from '../../model/tree.ts';
import { firstFrom } from '../../numbers/sorted.ts';
import { isOverFunctions } from '../hierarchy/executives.ts';
import { CountsBelow } from '../hierarchy/leads-without-trade.ts';
import { isDeputy } from '../hierarchy/title-rank.ts';
import { KEEPS_ITS_HEAD, withTheirPeople } from '../hierarchy/who-stays.ts';
import { nearest } from './homes.ts';

/** Who stays beside those who go where their trade is at home. */
interface Staying {
  /** With the function in which each is, -1 for none. */
  readonly kept: ReadonlyMap<Index, Index>;
  /** By function: the executive to whom its head goes on reporting. */
  readonly over: ReadonlyMap<Index, Index>;
  /** Those who sit in no function and lead people of another trade: these go on reporting to them. */
  readonly outside: ReadonlySet<Index>;
  /** Those who go with a team of another trade that goes as a whole, by its trade. */
  readonly following: ReadonlyMap<Index, Index>;
  /** Executives who stay above functions that have no department yet. */
  readonly above: ReadonlySet<Index>;
}

/**
 * Whom functions leave where they are though their trade is at home elsewhere: who leads people that stay, in their department or beside
 * it, with whoever stands in for them, and executives over
 * several functions beside their own, or over one that is part of their department. Such an executive has four fifths of the
 * people of each below them, and its head reports to them: they go on doing so.
 */
export function leadsWhoStay(
  organisation: Organisation,
  members: ReadonlyMap<Index, readonly Index[]>,
  home: ReadonlyMap<Index, Index>,
  isPinned: (seat: Index) => boolean,
): Staying {
  const { units, unitOf, people } = organisation;
  const tree = treeOf(organisation);
  const { at, end } = descentOf(tree);
  const { head } = headsOf(organisation);
  const homes = new Set([...home.values()].filter((unit) => unit >= 0));
  const homeHere = Int32Array.from(units, (_, unit) => nearest({ units }, homes, unit));
  const here = (seat: Index) => homeHere[unitOf[seat]!] ?? -1;
  const above = (unit: Index) => (head[unit]! < 0 ? -1 : tree.boss[head[unit]!]!);
  const goesTo = new Int32Array(people.count).fill(-1);
  const all = new Map<Index, number>();
  const below = new Map<Index, number>();
  // A trade without a home yet is a place of its own.
  const placeOf = (capability: Index) =>
    home.get(capability)! < 0 ? units.length + capability : home.get(capability)!;
  for (const [capability, seats] of members) {
    const known = home.get(capability)!;
    const unit = placeOf(capability);
    const boss = known < 0 ? -1 : above(unit);
    const led =
      boss < 0 ? 0 : seats.filter((seat) => at[seat]! >= at[boss]! && at[seat]! < end[boss]!).length;
    all.set(unit, (all.get(unit) ?? 0) + seats.length);
    below.set(unit, (below.get(unit) ?? 0) + led);
    for (const seat of seats) goesTo[seat] = unit;
  }
  const isStaying = (seat: Index) => goesTo[seat] === -1 || goesTo[seat] === here(seat);
  const isInside = (seat: Index, lead: Index) => here(seat) >= 0 && here(seat) === here(lead);
  const kept = new Map<Index, Index>();
  // Who stands in for somebody of their own trade stays with them, or goes.
  const standsIn = (seat: Index) =>
    people.capability[seat] === people.capability[tree.boss[seat]!] &&
    isInside(seat, tree.boss[seat]!) &&
    isDeputy(people.title[seat]!);
  const may = withTheirPeople(organisation, isInside, (seat) => isStaying(seat) || standsIn(seat));
  const staysBeside = (seat: Index) => may.has(tree.boss[seat]!) && standsIn(seat);
  const stays = (seat: Index) => isStaying(seat) || staysBeside(seat);
  for (const seat of withTheirPeople(organisation, isInside, stays)) kept.set(seat, here(seat));
  for (const seats of members.values())
    for (const seat of seats) if (kept.has(tree.boss[seat]!) && standsIn(seat)) kept.set(seat, here(seat));
  const outside = new Set<Index>();
  for (const seats of members.values())
    for (const seat of seats) {
      if (here(seat) >= 0 || isStaying(seat) || isPinned(seat)) continue;
      let led = 0;
      for (const one of tree.report.subarray(tree.reportStart[seat]!, tree.reportStart[seat + 1]!))
        if (isStaying(one) && here(one) !== goesTo[seat] && reportsOf(tree, one) === 0) led++;
      if (led > 0 && led >= KEEPS_ITS_HEAD * (end[seat]! - at[seat]!)) outside.add(seat);
    }
  const over = new Map<Index, Index>();
  const led = new Map<Index, number>();
  for (const unit of homes) {
    const boss = above(unit);
    if (boss < 0 || boss === tree.roots[0] || here(boss) === unit) continue;
    if (below.get(unit)! < MOST_BELOW * all.get(unit)!) continue;
    over.set(unit, boss);
    led.set(boss, (led.get(boss) ?? 0) + 1);
  }
  const isPartOf = (unit: Index, whole: Index) => unit !== whole && within(organisation, unit, whole);
  for (const [unit, boss] of over) {
    // Who sits beside the department that they lead goes there, and is above what is part of it.
    const goesAbove = isPartOf(unit, goesTo[boss]!);
    const isAbove = goesTo[boss] !== unit && within(organisation, unit, unitOf[boss]!);
    if (led.get(boss)! < 2 && !isAbove && !goesAbove) over.delete(unit);
    else if (!isStaying(boss) && !goesAbove && !kept.has(boss)) kept.set(boss, -1);
  }
  for (const seat of outside) kept.set(seat, -1);
  const executives = new Set(
    executivesAbove(organisation, goesTo).filter((seat) => !isStaying(seat) && !kept.has(seat)),
  );
  for (const seat of executives) kept.set(seat, -1);
  for (const seat of kept.keys()) if (isPinned(seat)) kept.delete(seat);
  const mayFollow = (seat: Index) => goesTo[seat] !== -1 && !kept.has(seat) && !isPinned(seat);
  const places = withTeams(tree, goesTo, mayFollow, standsIn);
  const tradeAt = new Map([...members.keys()].map((one) => [placeOf(one), one]));
  const following = new Map([...places].map(([seat, place]) => [seat, tradeAt.get(place)!]));
  return { kept, over, outside, following, above: executives };
}

/**
 * Executives over several functions, whatever their own trade, with four fifths of the people of two or more below them, and of their own trade
 * somebody who leads most: else they are its head. Cost: sorting seats, and such executives times functions.
 */
function executivesAbove(organisation: Organisation, goesTo: Int32Array): readonly Index[] {
  const tree = treeOf(organisation);
  const { at, end } = descentOf(tree);
  const found: Index[] = [];
  const places = lazy(() => {
    const all = new Map<Index, number[]>();
    goesTo.forEach((place, seat) => {
      const known = all.get(place);
      if (known !== undefined) known.push(at[seat]!);
      else if (place !== -1) all.set(place, [at[seat]!]);
    });
    for (const list of all.values()) list.sort((a, b) => a - b);
    return all;
  });
  goesTo.forEach((own, seat) => {
    if (own === -1 || !isOverFunctions(organisation, seat)) return;
    const below = (list: readonly number[], from: Index) =>
      firstFrom(list, end[from]!) - firstFrom(list, at[from]!);
    const theirs = [...places()].filter(([, list]) => below(list, seat) >= MOST_BELOW * list.length);
    const trade = places().get(own)!;
    const leadsMost = (one: Index) => goesTo[one] === own && below(trade, one) * 2 >= trade.length;
    const reports = tree.report.subarray(tree.reportStart[seat]!, tree.reportStart[seat + 1]!);
    if (theirs.length > 1 && reports.some(leadsMost)) found.push(seat);
  });
  return found;
}

/**
 * Who goes with the people they lead, and where: whoever leads people of whom so many go to one function of another trade that these are four
 * fifths of them all, the lead and whoever stands in for them counted. The team keeps its head. Linear.
 */
function withTeams(
  tree: ReportingTree,
  goesTo: Int32Array,
  mayFollow: (seat: Index) => boolean,
  standsIn: (seat: Index) => boolean,
): ReadonlyMap<Index, Index> {
  const { at, end } = descentOf(tree);
  const below = new CountsBelow(tree.boss);
  const found = new Map<Index, Index>();
  const deputies = new Map<Index, Index[]>();
  // Bosses come first in the order, so from the end all below are known.
  for (const seat of tree.order.toReversed()) {
    let place = goesTo[seat]!;
    if (standsIn(seat)) deputies.set(tree.boss[seat]!, [...(deputies.get(tree.boss[seat]!) ?? []), seat]);
    if (mayFollow(seat) && reportsOf(tree, seat) > 0) {
      const { value, count } = below.mostBelow(seat);
      const others = deputies.get(seat) ?? [];
      if (
        value !== -1 &&
        value !== place &&
        count + others.length >= KEEPS_ITS_HEAD * (end[seat]! - at[seat]!)
      ) {
        for (const one of [seat, ...others]) found.set(one, value);
        place = value;
      }
    }
    below.tell(seat, place);
  }
  return found;
}

/** Share of the people of a function who must stand below an executive for its head to go on reporting there. */
const MOST_BELOW = 0.8;
