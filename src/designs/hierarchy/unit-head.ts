import { lazy, memo } from '../../base/memo.ts';
import { headsOf, within } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { descentOf, reportsOf, treeOf } from '../../model/tree.ts';
import { leaveTheLead, mayLead, mostSenior, standingsOf } from './seniority.ts';
import { isExecutive, KEEPS_ITS_HEAD } from './who-stays.ts';

/** Share of its people that must come from a branch for a unit to stay there. */
const STAYS_IN_BRANCH = 0.8;

/** Whether those of the seats who have no manager among them, and stand above `head`, leave it to `head` to lead. */
export function mayLeadUnit(organisation: Organisation, head: Index, seats: readonly Index[]): boolean {
  const { boss } = treeOf(organisation);
  const leads = mayLead(organisation);
  const inside = lazy(() => new Set(seats));
  const above = seats.filter((seat) => seat !== head && !leads(head, seat) && !inside().has(boss[seat]!));
  return above.length === 0 || leaveTheLead(organisation, above, head, seats.length);
}

/** Whether more than half of the seats stand below somebody today. */
export function leadsMostOf(organisation: Organisation, boss: Index, seats: readonly Index[]): boolean {
  const { at, end } = descentOf(treeOf(organisation));
  return seats.filter((seat) => at[seat]! >= at[boss]! && at[seat]! < end[boss]!).length * 2 > seats.length;
}

/** Seats of each unit and of those below it. Linear in seats, and in units times their levels. */
export const membersOf = memo(({ units, unitOf }: Organisation): Int32Array => {
  const own = new Int32Array(units.length);
  for (let seat = 0; seat < unitOf.length; seat++) if (unitOf[seat]! >= 0) own[unitOf[seat]!]!++;
  const all = new Int32Array(units.length);
  for (let unit = 0; unit < units.length; unit++)
    for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
      all[at]! += own[unit]!;
  return all;
});

/** Whether four fifths of a unit's members of today are among the seats. */
function keeps(organisation: Organisation, unit: Index, seats: readonly Index[]): boolean {
  let staying = 0;
  for (const seat of seats) if (within(organisation, organisation.unitOf[seat]!, unit)) staying++;
  return staying >= KEEPS_ITS_HEAD * membersOf(organisation)[unit]!;
}

/**
 * Who leads a unit of today with these seats: its head, where four fifths of its members stay and nobody comes under somebody
 * less senior by that; else the most senior, of equals by trade, or who leads that one from inside today though they are no
 * candidate: an open seat, or one of `leads` (`leadsInside`). -1 for nobody. Linear.
 */
export function headOfUnit(
  organisation: Organisation,
  unit: Index,
  seats: readonly Index[],
  trades: readonly Index[] = [],
  leads: ReadonlySet<Index> = new Set(),
): Index {
  const { people } = organisation;
  const everyone = leads.size === 0 ? seats : [...seats, ...leads];
  const today = headsOf(organisation).head[unit] ?? -1;
  // Who is alone in a unit heads nobody.
  if (today >= 0 && membersOf(organisation)[unit]! > 1 && everyone.includes(today)) {
    if (keeps(organisation, unit, everyone) && mayLeadUnit(organisation, today, everyone)) return today;
  }
  const first = mostSenior(organisation, seats, seats, trades);
  const { boss } = treeOf(organisation);
  const isNoCandidate = (seat: Index) =>
    leads.has(seat) || (people.vacant[seat] === 1 && seats.includes(seat));
  let top = first;
  while (isNoCandidate(boss[top]!)) top = boss[top]!;
  const goesOn = top !== first && !seats.includes(boss[top]!) && mayLeadUnit(organisation, top, everyone);
  return goesOn ? top : first;
}

/**
 * The executive without a trade who leads such seats rather than `head`: that one's boss below the top, as of others there who lead
 * people and are equals, with four fifths of the seats below. One of them would come to lead the others, and the executive who leads them all would be
 * left aside. -1 for none, and where `head` keeps the unit of today with four fifths of its people. Linear.
 */
export function executiveOverEquals(
  organisation: Organisation,
  unit: Index,
  head: Index,
  seats: readonly Index[],
): Index {
  const tree = treeOf(organisation);
  const chief = tree.boss[head] ?? -1;
  if (chief < 0 || tree.boss[chief]! < 0 || !isExecutive(organisation, chief)) return -1;
  const { at, end } = descentOf(tree);
  const standing = standingsOf(organisation);
  const isEqual = (seat: Index) =>
    seat !== head &&
    tree.boss[seat] === chief &&
    standing[seat] === standing[head] &&
    reportsOf(tree, seat) > 0;
  if (reportsOf(tree, head) === 0 || !seats.some(isEqual)) return -1;
  if (headsOf(organisation).head[unit] === head && keeps(organisation, unit, seats)) return -1;
  const below = seats.filter((seat) => at[seat]! > at[chief]! && at[seat]! < end[chief]!).length;
  return below >= KEEPS_ITS_HEAD * seats.length ? chief : -1;
}

/**
 * The highest department above a unit in which fewer than four fifths of its people sit today: the branch that the unit leaves,
 * as it draws from others too. -1 for none. Cost: seats, and their units times levels.
 */
export function branchLeft({ units, unitOf }: Organisation, unit: Index, seats: readonly Index[]): Index {
  const own = new Map<Index, number>();
  for (const seat of seats) own.set(unitOf[seat]!, (own.get(unitOf[seat]!) ?? 0) + 1);
  const inside = new Map<Index, number>();
  for (const [from, people] of own)
    for (let at = from, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
      inside.set(at, (inside.get(at) ?? 0) + people);
  let left = -1;
  for (let at = units[unit]?.parent ?? -1, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
    if ((inside.get(at) ?? 0) < STAYS_IN_BRANCH * seats.length) left = at;
  return left;
}
