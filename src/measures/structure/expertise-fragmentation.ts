import { eachUnit } from '../../model/accountability.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure } from '../measure.ts';

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

export const expertiseFragmentation = defineMeasure({
  id: 'expertise.fragmentation',
  label: 'Expertise fragments',
  summary:
    'Over how many accountable units the people of one capability are spread: the price of removing customer silos.',
  formula:
    'For each capability 1 / Σ q², q being the share of its fte in each accountable unit; mean over capabilities weighted by fte, leadership left out. People without a capability are left out. Nobody left: null.',
  unit: 'units',
  better: 'lower',
  source: 'Inverse Simpson index applied to capabilities; orgdesign.',
  change: 'Who belongs to which unit.',
  needs: ['capabilities'],
  take: (view) => {
    const found = fragmentationByCapability(view);
    const fte = found.reduce((sum, { fte: weight }) => sum + weight, 0);
    return fte > 0
      ? { value: found.reduce((sum, { fte: weight, effective }) => sum + weight * effective, 0) / fte }
      : { value: null, reason: 'No seat has a capability.' };
  },
});
