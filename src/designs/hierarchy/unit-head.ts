import { lazy } from '../../base/memo.ts';
import { headsOf, within } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { mayLead, mostSenior } from './seniority.ts';

/** Share of its members that a unit has to keep for its head to stay. */
const KEEPS_ITS_HEAD = 0.8;

/** Whether nobody whose manager is not among the seats would come under somebody less senior if `head` led them. */
export function mayLeadUnit(organisation: Organisation, head: Index, seats: readonly Index[]): boolean {
  const { boss } = treeOf(organisation);
  const leads = mayLead(organisation);
  const inside = lazy(() => new Set(seats));
  return seats.every((seat) => seat === head || leads(head, seat) || inside().has(boss[seat]!));
}

/**
 * Who leads a unit of today with these seats: its head, where four fifths of its members stay and nobody comes under somebody
 * less senior by that; else the most senior, of equals by trade. -1 for nobody. Linear.
 */
export function headOfUnit(
  organisation: Organisation,
  unit: Index,
  seats: readonly Index[],
  trades: readonly Index[] = [],
): Index {
  const { units, unitOf, people } = organisation;
  const today = headsOf(organisation).head[unit] ?? -1;
  if (today >= 0 && people.vacant[today] === 0 && seats.includes(today)) {
    const isInside = Uint8Array.from(units, (_, at) => (within(organisation, at, unit) ? 1 : 0));
    let members = 0;
    for (const at of unitOf) if (isInside[at] === 1) members++;
    let staying = 0;
    for (const seat of seats) if (isInside[unitOf[seat]!] === 1) staying++;
    if (staying >= KEEPS_ITS_HEAD * members && mayLeadUnit(organisation, today, seats)) return today;
  }
  return mostSenior(organisation, seats, seats, trades);
}
