import { byText } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { Roles } from './schedule.ts';

/** What it takes to let one unit of the design begin to work. */
export interface Candidate {
  /** The unit, by index in the design. */
  readonly unit: Index;
  readonly id: string;
  readonly name: string;
  /** People who change their department for it, the head counted. */
  readonly moves: number;
  /** Of them those who move when it begins to work: heads are there before. */
  readonly joining: number;
  readonly newManagers: number;
  /** Seats of it that nobody fills. */
  readonly open: number;
  /** Share of the pairs of person and customer that its customers keep; null where it has none of its own. */
  readonly relationshipsKept: number | null;
}

/** Share of today's relationships of each formed unit's customers that the design keeps. Linear in relationships. */
function kept(before: Organisation, design: Organisation, unit: Index): number | null {
  const { serves } = design.units[unit]!;
  if (serves.kind !== 'some') return null;
  let all = 0;
  let still = 0;
  for (const customer of serves.customers) {
    const seats = (of: Organisation) =>
      of.relationships.seat.subarray(
        of.relationships.start[customer]!,
        of.relationships.start[customer + 1]!,
      );
    const now = new Set(seats(design));
    for (const seat of seats(before)) {
      all++;
      if (now.has(seat)) still++;
    }
  }
  return all === 0 ? null : still / all;
}

/**
 * The units that a design forms, the one that is easiest to begin with first: fewest people moved, then most relationships
 * kept, then fewest open seats, then by id. Where nobody but a head moves nothing is tried out, so these units come last.
 */
export function candidatesOf(before: Organisation, design: Organisation, roles: Roles): readonly Candidate[] {
  const [was, is] = [treeOf(before), treeOf(design)];
  const found = new Map(
    roles.formed.map((unit) => [unit, { moves: 0, joining: 0, newManagers: 0, open: 0 }]),
  );
  for (let seat = 0; seat < design.people.count; seat++) {
    const counts = found.get(roles.target[seat]!);
    if (counts === undefined) continue;
    if (design.people.vacant[seat] === 1) counts.open++;
    else {
      if (roles.isMoved(seat)) counts.moves++;
      if (roles.isMoved(seat) && roles.head[roles.target[seat]!] !== seat) counts.joining++;
      if (was.boss[seat] !== is.boss[seat]) counts.newManagers++;
    }
  }
  return [...found]
    .map(
      ([unit, counts]): Candidate => ({
        unit,
        id: design.units[unit]!.id,
        name: design.units[unit]!.name,
        ...counts,
        relationshipsKept: kept(before, design, unit),
      }),
    )
    .sort(
      (a, b) =>
        Number(a.joining === 0) - Number(b.joining === 0) ||
        a.moves - b.moves ||
        (b.relationshipsKept ?? 1) - (a.relationshipsKept ?? 1) ||
        a.open - b.open ||
        byText(a.id, b.id),
    );
}
