import { addTo } from '../../base/groups.ts';
import { memo } from '../../base/memo.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';

interface UnitSize {
  readonly unit: Index;
  /** People and open seats, those of the units below counted; in a cluster without its head. */
  readonly people: number;
  readonly open: number;
}

/** Clusters and phases with fewer people than the minimum. Linear in their members. */
export const smallUnits = memo((view: View): readonly UnitSize[] => {
  const { units, policy } = view.organisation;
  const whole = units.flatMap(({ kind }, unit) => (kind === 'cluster' || kind === 'phase' ? [unit] : []));
  return whole.map((unit) => sizeOf(view, unit)).filter(({ people }) => people < policy.minimumTeam);
});

function sizeOf(view: View, unit: Index): UnitSize {
  const { units, people } = view.organisation;
  const head = units[unit]!.kind === 'cluster' ? view.heads().head[unit]! : -1;
  const size = { unit, people: 0, open: 0 };
  for (const seat of membersBelow(view, unit)) {
    if (seat === head) continue;
    if (people.vacant[seat] === 1) size.open++;
    else size.people++;
  }
  return size;
}

const childrenOf = memo(({ units }: Organisation): ReadonlyMap<Index, readonly Index[]> => {
  const below = new Map<Index, Index[]>();
  units.forEach(({ parent }, unit) => {
    if (parent >= 0) addTo(below, parent, unit);
  });
  return below;
});

/** Seats of a unit and of all units below it. */
export function membersBelow(view: View, unit: Index): readonly Index[] {
  const { start, seat } = view.members();
  const below = childrenOf(view.organisation);
  const found: Index[] = [];
  const open = [unit];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (let k = start[at]!; k < start[at + 1]!; k++) found.push(seat[k]!);
    open.push(...(below.get(at) ?? []));
  }
  return found;
}

/** Whether a unit is one of the given ones or lies below one. */
export function isBelow(organisation: Organisation, unit: Index, above: ReadonlySet<Index>): boolean {
  if (above.size === 0) return false;
  for (let at = unit; at >= 0; at = organisation.units[at]!.parent) if (above.has(at)) return true;
  return false;
}
