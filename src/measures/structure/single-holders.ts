import { memo } from '../../base/memo.ts';
import type { Accountability } from '../../model/accountability.ts';
import { haveSame, unlessAsToday } from '../../model/as-today.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { spotsOf } from '../../model/spots.ts';
import { descentOf, treeOf } from '../../model/tree.ts';
import type { View } from '../../model/view.ts';
import { firstFrom } from '../../numbers/sorted.ts';
import { withHeights } from '../journey/height-figures.ts';
import { defineMeasure } from '../measure.ts';

interface SingleHolder {
  readonly unit: Index;
  readonly capability: Index;
  readonly seat: Index;
}

/** People of one capability and one department on one primary line, who count in one unit wherever the chart is cut. */
interface Holders {
  readonly capability: Index;
  /** One of them. */
  readonly seat: Index;
  people: number;
}

const hasHoldersOfToday = (design: Organisation, today: Organisation): boolean =>
  haveSame(design, today, ['people', 'capabilities']) &&
  spotsOf(design) === spotsOf(today) &&
  design.units.every(({ kind }, unit) => kind === today.units[unit]!.kind);

/** Those with a capability that serves customers. Linear in the seats. */
const holdersOf = unlessAsToday(hasHoldersOfToday, (organisation): readonly Holders[] => {
  const { people, capabilities, units, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  const { asBoss } = spotsOf(organisation);
  const serves = capabilities.map(({ role }) => role !== 'enabling' && role !== 'leadership');
  const found = new Map<number, Holders>();
  for (let seat = 0; seat < people.count; seat++) {
    const capability = people.capability[seat]!;
    if (capability < 0 || people.vacant[seat] === 1 || !serves[capability]) continue;
    // A centre of expertise serves nobody: it is no cover.
    if (units[unitOf[seat]!]?.kind === 'centre-of-expertise') continue;
    const line = asBoss[seat]! >= 0 ? seat : boss[seat]!;
    const key = (line * (units.length + 1) + unitOf[seat]! + 1) * capabilities.length + capability;
    const holders = found.get(key);
    if (holders === undefined) found.set(key, { capability, seat, people: 1 });
    else holders.people++;
  }
  return [...found.values()];
});

/** Whether somebody stands above others of a capability, or of one that is part of it: these do the work. Cost: sorting holders once. */
function standsAboveHolders(organisation: Organisation): (seat: Index, capability: Index) => boolean {
  const { at, end } = descentOf(treeOf(organisation));
  const placesOf = memo((capability: Index) =>
    holdersOf(organisation)
      .filter(
        (one) =>
          one.capability === capability || organisation.capabilities[one.capability]!.of === capability,
      )
      .map(({ seat }) => at[seat]!)
      .sort((a, b) => a - b),
  );
  return (seat, capability) => {
    if (end[seat]! - at[seat]! < 2) return false;
    const places = placesOf(capability);
    return firstFrom(places, end[seat]!) > firstFrom(places, at[seat]! + 1);
  };
}

/**
 * Accountable units, by primary lines, in which a capability that serves customers has exactly one holder, who does not stand above
 * others; the root office, which answers for no work of its own, only where nobody else in the company is one.
 */
export const singleHoldersOf = memo((view: View) => singleHoldersAt(view, view.accountability().at));

function singleHoldersAt({ organisation }: View, at: Accountability): readonly SingleHolder[] {
  const { capabilities } = organisation;
  const count = new Int32Array(at.size * capabilities.length);
  const last = new Int32Array(count.length);
  const holders = holdersOf(organisation);
  for (let place = 0; place < holders.length; place++) {
    const { capability, seat, people } = holders[place]!;
    const cell = at.unitOf(seat) * capabilities.length + capability;
    count[cell]! += people;
    last[cell] = seat;
  }
  const rootOffice = at.size - 1;
  const isElsewhere = (capability: Index) => {
    for (let unit = 0; unit < rootOffice; unit++)
      if (count[unit * capabilities.length + capability]! > 0) return true;
    return false;
  };
  const leadsOthers = standsAboveHolders(organisation);
  const found: SingleHolder[] = [];
  for (let cell = 0; cell < count.length; cell++) {
    if (count[cell] !== 1) continue;
    const capability = cell % capabilities.length;
    const unit = (cell - capability) / capabilities.length;
    if (unit === rootOffice && isElsewhere(capability)) continue;
    if (!leadsOthers(last[cell]!, capability)) found.push({ unit, capability, seat: last[cell]! });
  }
  return found;
}

export const singleHolders = defineMeasure({
  id: 'cover.singleHolders',
  label: 'Skills that hang on one person',
  summary: 'How often a skill hangs on one person in an accountable unit.',
  formula:
    'Number of pairs of accountable unit and capability with exactly one person (primary line and capability, open seats not counted) who leads nobody else with it, in the root office only where nobody else has it; enabling functions, leadership and centres of expertise left out.',
  unit: 'pairs',
  better: 'lower',
  source:
    'orgdesign, model section 6: the chance that nobody is there is the absence rate to the power of the number of holders.',
  change: 'Capabilities of people, and their units.',
  needs: ['capabilities'],
  take: (view) =>
    withHeights({ value: singleHoldersOf(view).length }, view, (of, cut) => singleHoldersAt(of, cut).length),
});
