import type { Index, Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';

export interface SizedUnit {
  readonly unit: Index;
  /** People and open seats, those of the units below counted; in a cluster without its head. */
  readonly people: number;
  readonly open: number;
}

const found = new WeakMap<View, readonly SizedUnit[]>();

/** Clusters and phases with fewer people than the minimum. Linear in their members. */
export function smallUnits(view: View): readonly SizedUnit[] {
  const known = found.get(view);
  if (known !== undefined) return known;
  const { organisation } = view;
  const { units, policy } = organisation;
  const whole = units.flatMap(({ kind }, unit) => (kind === 'cluster' || kind === 'phase' ? [unit] : []));
  const result = whole.map((unit) => sizeOf(view, unit)).filter(({ people }) => people < policy.minimumTeam);
  found.set(view, result);
  return result;
}

function sizeOf(view: View, unit: Index): SizedUnit {
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

const children = new WeakMap<Organisation, ReadonlyMap<Index, readonly Index[]>>();

function childrenOf(organisation: Organisation): ReadonlyMap<Index, readonly Index[]> {
  let below = children.get(organisation);
  if (below === undefined) {
    const lists = new Map<Index, Index[]>();
    organisation.units.forEach(({ parent }, unit) => {
      if (parent >= 0) lists.set(parent, [...(lists.get(parent) ?? []), unit]);
    });
    below = lists;
    children.set(organisation, below);
  }
  return below;
}

/** Seats of a unit and of all units below it. */
export function* membersBelow(view: View, unit: Index): Iterable<Index> {
  const { start, seat } = view.members();
  const below = childrenOf(view.organisation);
  const open = [unit];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    yield* seat.subarray(start[at]!, start[at + 1]!);
    open.push(...(below.get(at) ?? []));
  }
}

/** Whether a unit is one of the given ones or lies below one. */
export function isBelow(organisation: Organisation, unit: Index, above: ReadonlySet<Index>): boolean {
  if (above.size === 0) return false;
  for (let at = unit; at >= 0; at = organisation.units[at]!.parent) if (above.has(at)) return true;
  return false;
}
