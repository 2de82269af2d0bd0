import { eachUnit } from '../model/accountability.ts';
import type { Index } from '../model/organisation.ts';
import type { View } from '../model/view.ts';

/** Fte of each capability in each accountable unit, by membership. Seats counted, those without a capability left out. */
function fteByUnit(view: View): Map<Index, Map<Index, number>> {
  const { people } = view.organisation;
  const { at } = view.accountability();
  const found = new Map<Index, Map<Index, number>>();
  for (let seat = 0; seat < people.count; seat++) {
    const capability = people.capability[seat]!;
    if (capability < 0) continue;
    let units = found.get(capability);
    if (units === undefined) {
      units = new Map();
      found.set(capability, units);
    }
    const sums = units;
    eachUnit(at, at.membershipOf[seat]!, (unit, share) => {
      sums.set(unit, (sums.get(unit) ?? 0) + share * people.fte[seat]!);
    });
  }
  return found;
}

/** Effective number of accountable units over which each capability is spread, leadership left out. */
export function fragmentationByCapability(
  view: View,
): readonly { capability: Index; fte: number; effective: number }[] {
  const { capabilities } = view.organisation;
  return [...fteByUnit(view)].flatMap(([capability, units]) => {
    const fte = [...units.values()].reduce((a, b) => a + b, 0);
    if (fte === 0 || capabilities[capability]!.role === 'leadership') return [];
    const squares = [...units.values()].reduce((sum, part) => sum + (part / fte) ** 2, 0);
    return [{ capability, fte, effective: 1 / squares }];
  });
}

/** Accountable units, by primary lines, in which a capability that serves customers has exactly one holder. */
export function singleHoldersOf(view: View): readonly { unit: Index; capability: Index; seat: Index }[] {
  const { people, capabilities } = view.organisation;
  const { unitOf } = view.accountability().at;
  const holders = new Map<number, { seats: number; seat: Index }>();
  for (let seat = 0; seat < people.count; seat++) {
    const capability = people.capability[seat]!;
    if (capability < 0 || people.vacant[seat] === 1) continue;
    const { role } = capabilities[capability]!;
    if (role === 'enabling' || role === 'leadership') continue;
    // A centre of expertise serves nobody: it is no cover.
    if (view.organisation.units[view.organisation.unitOf[seat]!]?.kind === 'centre-of-expertise') continue;
    const key = unitOf[seat]! * capabilities.length + capability;
    holders.set(key, { seats: (holders.get(key)?.seats ?? 0) + 1, seat });
  }
  return [...holders]
    .filter(([, { seats }]) => seats === 1)
    .map(([key, { seat }]) => ({
      unit: Math.floor(key / capabilities.length),
      capability: key % capabilities.length,
      seat,
    }));
}
