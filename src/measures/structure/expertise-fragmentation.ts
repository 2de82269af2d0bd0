import { given } from '../../base/given.ts';
import { type Accountability, eachUnit } from '../../model/accountability.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { withHeights } from '../journey/height-figures.ts';
import { defineMeasure } from '../measure.ts';

/** Fte of each capability in each accountable unit, by membership. Seats counted, those without a capability left out. */
function fteByUnit(
  { people, capabilities }: Organisation,
  at: Accountability,
): Map<Index, Map<Index, number>> {
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
  const counted = workingForCustomers(organisation);
  return [...fteByUnit(organisation, at)].flatMap(([capability, units]) => {
    const fte = [...units.values()].reduce((a, b) => a + b, 0);
    if (fte === 0 || !counted.has(capability)) return [];
    const squares = [...units.values()].reduce((sum, part) => sum + (part / fte) ** 2, 0);
    return [{ capability, fte, effective: 1 / squares }];
  });
}

export const fragmentationByCapability = (view: View) => fragmentsAt(view, view.accountability().at);

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
