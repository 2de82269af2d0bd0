import { memo, passingMemo } from '../base/memo.ts';
import { byWhatTellsApart } from './likeness.ts';
import type { Index, Organisation } from './organisation.ts';
import { treeOf } from './tree.ts';

/** Members of each unit in compressed rows. */
export const membersOf = passingMemo(
  (organisation: Organisation): { start: Int32Array; seat: Int32Array } => {
    const { units, unitOf, people } = organisation;
    const start = new Int32Array(units.length + 1);
    for (let seat = 0; seat < people.count; seat++) if (unitOf[seat]! >= 0) start[unitOf[seat]! + 1]!++;
    for (let unit = 0; unit < units.length; unit++) start[unit + 1]! += start[unit]!;
    const next = start.slice();
    const seats = new Int32Array(start[units.length]!);
    for (let seat = 0; seat < people.count; seat++)
      if (unitOf[seat]! >= 0) seats[next[unitOf[seat]!]!++] = seat;
    return { start, seat: seats };
  },
);

/** The head of each unit, -1 for none, and the seats that head one side by side. */
export interface Heads {
  readonly head: Int32Array;
  readonly joint: ReadonlyMap<Index, readonly Index[]>;
}

/** Several at the head of a unit side by side: whether they lead anybody, and to whom all answer; -1 where to several or nobody. */
export interface Abreast {
  readonly seats: readonly Index[];
  readonly lead: boolean;
  readonly above: Index;
}

/** Who heads a unit side by side, null where one does or nobody. */
export function abreastOf(organisation: Organisation, unit: Index): Abreast | null {
  const seats = headsOf(organisation).joint.get(unit);
  if (seats === undefined) return null;
  const { boss, reportStart } = treeOf(organisation);
  const above = boss[seats[0]!]!;
  return {
    seats,
    lead: seats.some((seat) => reportStart[seat + 1]! > reportStart[seat]!),
    above: seats.every((seat) => boss[seat] === above) ? above : -1,
  };
}

/**
 * The head of each unit: the declared one, else the member who reports outside the unit (to nobody counts as outside).
 * Several such are joint tops; of those who lead anyone, else of all, the one nearest the top, then the first by what tells them apart
 * stands as head. A unit without
 * members and declared head has none (-1), and neither has one that governs itself. Kept: the report lists units with their heads.
 */
export const headsOf = memo((organisation: Organisation): Heads => {
  const { units, unitOf, people } = organisation;
  const tree = treeOf(organisation);
  const head = Int32Array.from(units, (unit) => unit.head);
  const tops = new Map<Index, Index[]>();
  for (let seat = 0; seat < people.count; seat++) {
    const unit = unitOf[seat]!;
    const boss = tree.boss[seat]!;
    if (unit < 0 || (boss >= 0 && unitOf[boss] === unit)) continue;
    if (units[unit]!.head >= 0 || units[unit]!.selfGoverning === true) continue;
    if (boss >= 0 && within(organisation, unitOf[boss]!, unit)) continue;
    const list = tops.get(unit);
    if (list === undefined) tops.set(unit, [seat]);
    else list.push(seat);
  }
  const joint = new Map<Index, readonly Index[]>();
  const apart = byWhatTellsApart(organisation);
  for (const [unit, seats] of tops) {
    const leads = (seat: Index) => tree.reportStart[seat + 1]! > tree.reportStart[seat]!;
    const leaders = seats.filter(leads);
    const candidates = leaders.length > 0 ? leaders : seats;
    // Not by index: the seats that a design adds come last, and stand among the others when its file is read.
    head[unit] = candidates.reduce((a, b) => ((tree.depth[b]! - tree.depth[a]! || apart(b, a)) < 0 ? b : a));
    // Staff who report elsewhere beside one leader do not make the leadership unclear.
    if (leaders.length > 1 || (leaders.length === 0 && seats.length > 1))
      joint.set(unit, leaders.length > 1 ? leaders : seats);
  }
  return { head, joint };
});

/** Whether `unit` is `above` or lies somewhere below it. */
export function within(organisation: Organisation, unit: Index, above: Index): boolean {
  for (let at = unit, guard = 0; at >= 0 && guard < 64; at = organisation.units[at]!.parent, guard++)
    if (at === above) return true;
  return false;
}
