import { given } from '../../base/given.ts';
import { memo } from '../../base/memo.ts';
import type { Accountability } from '../../model/accountability.ts';
import { haveSame, unlessAsToday } from '../../model/as-today.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { spotsOf } from '../../model/spots.ts';
import type { View } from '../../model/view.ts';
import { withHeights } from '../journey/height-figures.ts';
import { defineMeasure } from '../measure.ts';

/** Fte of the people of one capability in one spot. */
interface Cell {
  readonly spot: number;
  readonly capability: Index;
  fte: number;
}

const hasSpotsOfToday = (design: Organisation, today: Organisation): boolean =>
  haveSame(design, today, ['people', 'customers', 'journeys', 'capabilities']) &&
  spotsOf(design) === spotsOf(today);

/** Fte of each capability that works for customers, by spot: the same wherever the chart is cut. Linear in the seats. */
const fteBySpot = unlessAsToday(hasSpotsOfToday, (organisation): readonly Cell[] => {
  const { people, capabilities } = organisation;
  const { of } = spotsOf(organisation);
  const counted = workingForCustomers(organisation);
  const cells = new Map<number, Cell>();
  for (let seat = 0; seat < people.count; seat++) {
    const capability = people.capability[seat]!;
    if (!counted.has(capability)) continue;
    const key = of[seat]! * capabilities.length + capability;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { spot: of[seat]!, capability, fte: people.fte[seat]! });
    else cell.fte += people.fte[seat]!;
  }
  return [...cells.values()];
});

/** Fte of each capability in each accountable unit, by membership. Seats counted. */
function fteByUnit(organisation: Organisation, at: Accountability): ReadonlyMap<Index, Float64Array> {
  const found = new Map<Index, Float64Array>();
  const { size, mixed, membershipOfSpot } = at;
  const cells = fteBySpot(organisation);
  for (let at = 0; at < cells.length; at++) {
    const { spot, capability, fte } = cells[at]!;
    let units = found.get(capability);
    if (units === undefined) {
      units = new Float64Array(size);
      found.set(capability, units);
    }
    const membership = membershipOfSpot[spot]!;
    if (membership < size) units[membership]! += fte;
    else for (const [unit, share] of mixed[membership - size]!) units[unit]! += share * fte;
  }
  return found;
}

/** Capabilities that work for customers: they have a step, or effort that the file gives; enabling ones and leadership aside. */
function workingForCustomers({ journeys, customers, capabilities }: Organisation): ReadonlySet<Index> {
  const found = new Set(journeys.flatMap(({ steps }) => steps.map(({ capability }) => capability)));
  for (const [capability, hours] of customers.effort) if (hours.some((one) => one > 0)) found.add(capability);
  return new Set(
    [...found].filter((capability) => {
      const role = capabilities[capability]?.role;
      return role !== undefined && role !== 'enabling' && role !== 'leadership';
    }),
  );
}

interface Fragments {
  readonly capability: Index;
  readonly fte: number;
  readonly effective: number;
}

/** Effective number of accountable units over which each capability that works for customers is spread. */
function fragmentsAt({ organisation }: View, at: Accountability): readonly Fragments[] {
  return [...fteByUnit(organisation, at)].flatMap(([capability, units]) => {
    let fte = 0;
    for (let unit = 0; unit < units.length; unit++) fte += units[unit]!;
    if (fte === 0) return [];
    let squares = 0;
    for (let unit = 0; unit < units.length; unit++) squares += (units[unit]! / fte) ** 2;
    return [{ capability, fte, effective: 1 / squares }];
  });
}

/** Kept, since rules and risks ask for it when the units of a design are let go of. */
export const fragmentationByCapability = memo((view: View) => fragmentsAt(view, view.accountability().at));

/** Mean by fte; NaN for none. */
function meanOf(found: readonly Fragments[]): number {
  const fte = found.reduce((sum, { fte: weight }) => sum + weight, 0);
  return found.reduce((sum, { fte: weight, effective }) => sum + weight * effective, 0) / fte;
}

export const expertiseFragmentation = defineMeasure({
  id: 'expertise.fragmentation',
  label: 'Spread of each skill (units)',
  summary:
    'Over how many units the people of one skill that customers need are spread: the price of removing customer silos.',
  formula:
    'For each capability that has a step in a journey, or effort that the file gives, 1 / Σ q², q being the share of its fte in each accountable unit; mean over capabilities weighted by fte. Enabling capabilities and leadership are left out, and people without a capability. Nobody left: null.',
  unit: 'units',
  better: 'lower',
  source: 'Inverse Simpson index applied to capabilities; orgdesign.',
  change: 'Who belongs to which unit.',
  needs: ['capabilities'],
  take: (view) => {
    const { capabilities } = view.organisation;
    const found = fragmentationByCapability(view);
    if (found.length === 0)
      return { value: null, reason: 'Nobody has a capability that works for customers.' };
    const byCapability = Object.fromEntries(
      [...found]
        .sort((a, b) => a.capability - b.capability)
        .map(({ capability, effective }) => [capabilities[capability]!.id, effective]),
    );
    return withHeights(given({ value: meanOf(found), byCapability }), view, (of, cut) =>
      meanOf(fragmentsAt(of, cut)),
    );
  },
});
