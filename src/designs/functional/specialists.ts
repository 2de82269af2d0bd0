import type { Index, Organisation } from '../../model/organisation.ts';
import { type FteByUnit, fteByUnit, homeOf, namedAfter, nearest } from './homes.ts';

/** Where the skills of a company are at home, and who has them. */
interface Homes {
  /** The seats of each skill; specialists of none of their own with those of the trade. */
  readonly holders: ReadonlyMap<Index, readonly Index[]>;
  /** The department of each, -1 for none. */
  readonly atHome: Map<Index, Index>;
  /** Specialisms that are one function with the trade that they are part of, and which. */
  readonly joining: ReadonlyMap<Index, Index>;
}

/**
 * The home of each skill. Specialists with no department of their own are one function with the trade that they are part of, whose home
 * is looked for with them in it: what is theirs together may be no one's alone. Too few for a team who sit in a function stay there.
 */
export function homesOf(organisation: Organisation, held: ReadonlyMap<Index, readonly Index[]>): Homes {
  const { capabilities, policy, unitOf } = organisation;
  const fte = fteByUnit(organisation);
  const parentOf = (capability: Index): Index => {
    const parent = capabilities[capability]?.of ?? -1;
    return held.has(parent) ? parent : -1;
  };
  const atHome = new Map(
    [...held.keys()].map((one) => {
      const isOwn = parentOf(one) < 0 ? undefined : ownOf(organisation, fte, one);
      return [one, homeOf(organisation, fte, one, isOwn)];
    }),
  );
  const functions = new Set(atHome.values());
  const functionOf = (seat: Index) => nearest(organisation, functions, unitOf[seat]!);
  const sitInOne = ([first, ...others]: readonly Index[]): boolean =>
    others.length + 1 < policy.minimumTeam &&
    functionOf(first!) >= 0 &&
    others.every((seat) => functionOf(seat) === functionOf(first!));
  const holders = new Map(held);
  const joining = new Map<Index, Index>();
  for (const [capability, seats] of held) {
    const parent = parentOf(capability);
    if (parent < 0 || atHome.get(capability)! >= 0 || sitInOne(seats)) continue;
    holders.set(
      parent,
      [...holders.get(parent)!, ...seats].sort((a, b) => a - b),
    );
    holders.delete(capability);
    joining.set(capability, parent);
  }
  for (const table of [fte.own, fte.below])
    for (const here of table)
      for (const [capability, parent] of joining) {
        here[parent]! += here[capability]!;
        here[capability] = 0;
      }
  for (const parent of new Set(joining.values())) atHome.set(parent, homeOf(organisation, fte, parent));
  return { holders, atHome, joining };
}

/**
 * Whether a department is one of the specialists' own: it says so, by its name too, or most of them are there, and neither is it named
 * after the trade that they are part of nor are most of that one there as well.
 */
function ownOf(
  organisation: Organisation,
  { own, below }: FteByUnit,
  capability: Index,
): (unit: Index) => boolean {
  const parent = organisation.capabilities[capability]!.of;
  const half = (one: Index) => own.reduce((sum, here) => sum + here[one]!, 0) / 2;
  const [ofThem, ofParent] = [half(capability), half(parent)];
  return (unit) => {
    const here = below[unit]!;
    if (here[capability]! <= 0) return false;
    const name = namedAfter(organisation, organisation.units[unit]!);
    return (
      name === capability || (name !== parent && here[capability]! > ofThem && here[parent]! <= ofParent)
    );
  };
}

/** Those of the seats who are in the unit in which most of them are; of all such units. */
export function mostTogether({ unitOf }: Organisation, seats: readonly Index[]): readonly Index[] {
  const count = new Map<Index, number>();
  for (const seat of seats) count.set(unitOf[seat]!, (count.get(unitOf[seat]!) ?? 0) + 1);
  const most = Math.max(...count.values());
  return seats.filter((seat) => count.get(unitOf[seat]!) === most);
}
