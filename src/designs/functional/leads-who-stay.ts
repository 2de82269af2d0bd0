import { headsOf, within } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { descentOf, reportsOf, treeOf } from '../../model/tree.ts';
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
  for (const [capability, seats] of members) {
    const known = home.get(capability)!;
    const unit = known < 0 ? NOWHERE : known;
    const boss = unit < 0 ? -1 : above(unit);
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
  for (const seat of kept.keys()) if (isPinned(seat)) kept.delete(seat);
  return { kept, over, outside };
}

/** Share of the people of a function who must stand below an executive for its head to go on reporting there. */
const MOST_BELOW = 0.8;

/** Where somebody goes whose trade has no home yet. */
const NOWHERE = -2;
