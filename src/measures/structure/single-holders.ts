import { memo } from '../../base/memo.ts';
import type { Accountability } from '../../model/accountability.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { withHeights } from '../journey/height-figures.ts';
import { defineMeasure } from '../measure.ts';

interface SingleHolder {
  readonly unit: Index;
  readonly capability: Index;
  readonly seat: Index;
}

/** Accountable units, by primary lines, in which a capability that serves customers has exactly one holder. */
export const singleHoldersOf = memo((view: View) => singleHoldersAt(view, view.accountability().at));

function singleHoldersAt(view: View, at: Accountability): readonly SingleHolder[] {
  const { people, capabilities } = view.organisation;
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

export const singleHolders = defineMeasure({
  id: 'cover.singleHolders',
  label: 'Skills that hang on one person',
  summary: 'How often a skill hangs on one person in an accountable unit.',
  formula:
    'Number of pairs of accountable unit and capability with exactly one person (primary line and capability, open seats not counted); enabling functions, leadership and centres of expertise left out.',
  unit: 'pairs',
  better: 'lower',
  source:
    'orgdesign, model section 6: the chance that nobody is there is the absence rate to the power of the number of holders.',
  change: 'Capabilities of people, and their units.',
  needs: ['capabilities'],
  take: (view) =>
    withHeights({ value: singleHoldersOf(view).length }, view, (of, cut) => singleHoldersAt(of, cut).length),
});
