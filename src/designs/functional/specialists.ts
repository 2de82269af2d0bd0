import type { Index, Organisation } from '../../model/organisation.ts';
import { nearest } from './homes.ts';

/**
 * The seats of each capability, specialists whose own one is at home in no department with those of the trade that it is part of: they
 * are one function; and which capabilities join which so. Too few for a team who sit in a function stay there.
 */
export function withSpecialists(
  organisation: Organisation,
  holders: ReadonlyMap<Index, readonly Index[]>,
  atHome: ReadonlyMap<Index, Index>,
): { holders: ReadonlyMap<Index, readonly Index[]>; joining: ReadonlyMap<Index, Index> } {
  const { capabilities, policy, unitOf } = organisation;
  const functions = new Set(atHome.values());
  const functionOf = (seat: Index) => nearest(organisation, functions, unitOf[seat]!);
  const sitInOne = ([first, ...others]: readonly Index[]): boolean =>
    others.length + 1 < policy.minimumTeam &&
    functionOf(first!) >= 0 &&
    others.every((seat) => functionOf(seat) === functionOf(first!));
  const together = new Map(holders);
  const joining = new Map<Index, Index>();
  for (const [capability, seats] of holders) {
    const parent = capabilities[capability]?.of ?? -1;
    if (parent < 0 || atHome.get(capability)! >= 0 || !holders.has(parent) || sitInOne(seats)) continue;
    together.set(
      parent,
      [...together.get(parent)!, ...seats].sort((a, b) => a - b),
    );
    together.delete(capability);
    joining.set(capability, parent);
  }
  return { holders: together, joining };
}

/** Those of the seats who are in the unit in which most of them are; of all such units. */
export function mostTogether({ unitOf }: Organisation, seats: readonly Index[]): readonly Index[] {
  const count = new Map<Index, number>();
  for (const seat of seats) count.set(unitOf[seat]!, (count.get(unitOf[seat]!) ?? 0) + 1);
  const most = Math.max(...count.values());
  return seats.filter((seat) => count.get(unitOf[seat]!) === most);
}
