import { eachUnit } from '../../model/accountability.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';

/** Fte of each capability in each accountable unit, by membership. Seats counted, those without a capability left out. */
function fteByUnit(view: View): Map<Index, Map<Index, number>> {
  const { people, capabilities } = view.organisation;
  const { at } = view.accountability();
  // By spot first: there are far fewer of them than seats.
  const fte = new Float64Array(at.spots.count * capabilities.length);
  const seen = new Uint8Array(fte.length);
  for (let seat = 0; seat < people.count; seat++) {
    const capability = people.capability[seat]!;
    if (capability < 0) continue;
    const cell = at.spots.of[seat]! * capabilities.length + capability;
    fte[cell]! += people.fte[seat]!;
    seen[cell] = 1;
  }
  const found = new Map<Index, Map<Index, number>>();
  const add = (cell: number) => {
    const capability = cell % capabilities.length;
    const units = found.get(capability) ?? new Map<Index, number>();
    found.set(capability, units);
    eachUnit(at, at.membershipOfSpot[(cell - capability) / capabilities.length]!, (unit, share) => {
      units.set(unit, (units.get(unit) ?? 0) + share * fte[cell]!);
    });
  };
  for (let cell = 0; cell < seen.length; cell++) if (seen[cell] === 1) add(cell);
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

interface SingleHolder {
  readonly unit: Index;
  readonly capability: Index;
  readonly seat: Index;
}

const singleHolders = new WeakMap<View, readonly SingleHolder[]>();

/** Accountable units, by primary lines, in which a capability that serves customers has exactly one holder. */
export function singleHoldersOf(view: View): readonly SingleHolder[] {
  let found = singleHolders.get(view);
  if (found === undefined) {
    found = findSingleHolders(view);
    singleHolders.set(view, found);
  }
  return found;
}

function findSingleHolders(view: View): readonly SingleHolder[] {
  const { people, capabilities } = view.organisation;
  const { at } = view.accountability();
  const centre = view.organisation.units.map(({ kind }) => kind === 'centre-of-expertise');
  const serves = capabilities.map(({ role }) => role !== 'enabling' && role !== 'leadership');
  const holders = new Int32Array(at.size * capabilities.length);
  const last = new Int32Array(holders.length);
  for (let seat = 0; seat < people.count; seat++) {
    const capability = people.capability[seat]!;
    if (capability < 0 || people.vacant[seat] === 1 || !serves[capability]) continue;
    // A centre of expertise serves nobody: it is no cover.
    if (centre[view.organisation.unitOf[seat]!]) continue;
    const cell = at.unitOf(seat) * capabilities.length + capability;
    holders[cell]!++;
    last[cell] = seat;
  }
  const found: SingleHolder[] = [];
  holders.forEach((count, cell) => {
    if (count !== 1) return;
    const capability = cell % capabilities.length;
    found.push({ unit: (cell - capability) / capabilities.length, capability, seat: last[cell]! });
  });
  return found;
}
