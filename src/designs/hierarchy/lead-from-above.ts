import type { Index, Organisation } from '../../model/organisation.ts';
import { descentOf, treeOf } from '../../model/tree.ts';
import { bestMatching } from '../../numbers/matching.ts';
import { isOverFunctions } from './executives.ts';
import { leadsWithoutTrade, tradeLed } from './leads-without-trade.ts';
import { bySeniority, managerIn, mayLead, mostSenior } from './seniority.ts';
import { KEEPS_ITS_HEAD } from './who-stays.ts';

/**
 * Who is to lead units of whose members nobody leads anyone or has the title of a head: general managers whose people went there
 * (`joins`) and who would lead nobody, each where most of theirs are, the more senior first. Whoever keeps people of their own keeps
 * their seat. Units that are no team are led by one of their own. By place of the unit among `units`. Cost: linear but for units times managers.
 */
export function leadsFromAbove(
  organisation: Organisation,
  units: readonly (readonly Index[])[],
  joins: (seat: Index) => boolean,
  mayGo: (seat: Index) => boolean = () => true,
): ReadonlyMap<number, Index> {
  const { people, policy } = organisation;
  const unled = units.flatMap((seats, at) => {
    const first = mostSenior(organisation, seats);
    return seats.length >= policy.minimumTeam && !managerIn(organisation)(first)
      ? [{ at, seats, first }]
      : [];
  });
  if (unled.length === 0) return new Map();
  const { boss } = treeOf(organisation);
  const staying = new Int32Array(people.count);
  for (let seat = 0; seat < people.count; seat++)
    if (boss[seat]! >= 0 && people.vacant[seat] === 0 && !joins(seat)) staying[boss[seat]!]!++;
  const mayLeave = (seat: Index) => staying[seat]! < STILL_A_TEAM && mayGo(seat);
  const managers = bySeniority(
    organisation,
    leadsWhosePeopleJoin(organisation, joins)
      .candidates.filter(({ seat, general }) => general && people.vacant[seat] === 0 && mayLeave(seat))
      .map(({ seat }) => seat),
  );
  const { at: place, end } = descentOf(treeOf(organisation));
  const leads = mayLead(organisation);
  const value = (unit: number, manager: number): number => {
    const { seats, first } = unled[unit]!;
    const lead = managers[manager]!;
    const own = seats.filter((seat) => place[seat]! > place[lead]! && place[seat]! < end[lead]!).length;
    return own > 0 && leads(lead, first) ? own - manager / (managers.length + 1) : NEVER;
  };
  const found = new Map<number, Index>();
  bestMatching(unled.length, managers.length, value).forEach((manager, unit) => {
    if (manager >= 0 && value(unit, manager) > 0) found.set(unled[unit]!.at, managers[manager]!);
  });
  return found;
}

/** With so many people who stay a manager goes on leading them: the department needs its head, and would be given one of them. */
const STILL_A_TEAM = 2;

/** What a unit is worth to a manager none of whose people are in it. */
const NEVER = -1e9;

/** Those above whom people join what a design makes. */
interface LeadsAbove {
  /** Most of whose people join, so that they would lead nobody; `general` are those whose people have several trades. */
  readonly candidates: readonly { readonly seat: Index; readonly general: boolean }[];
  /** The lowest executive over several functions with four fifths of all who join below, who is above these units; -1 for none. */
  readonly overAll: Index;
}

/**
 * Leads without a trade, and executives over several functions, most of whose people join what a design makes (`joins`): they would
 * lead nobody, and are candidates for its heads as its members are, as a director of a region or a subsidiary is.
 * Whoever has four fifths of all who join below, or two general managers of those, is above these units and none of theirs. Linear.
 */
export function leadsWhosePeopleJoin(
  organisation: Organisation,
  joins: (seat: Index) => boolean,
): LeadsAbove {
  const { boss, order } = treeOf(organisation);
  const led = tradeLed(organisation);
  const all = new Int32Array(order.length);
  const joining = new Int32Array(order.length);
  const managers = new Int32Array(order.length);
  let everybody = 0;
  for (const seat of order) if (joins(seat)) everybody++;
  const candidates: { seat: Index; general: boolean }[] = [];
  let overAll = -1;
  // Bosses come first in the order, so from the end all below are known.
  for (const seat of order.toReversed()) {
    const general = led[seat]! < 0;
    const isOver = isOverFunctions(organisation, seat);
    const isOverAll = joining[seat]! >= KEEPS_ITS_HEAD * everybody;
    if (isOver && isOverAll && overAll < 0) overAll = seat;
    const isCandidate =
      (isOver || leadsWithoutTrade(organisation, seat)) && joining[seat]! * 2 > all[seat]! && !isOverAll;
    if (isCandidate && !(general && managers[seat]! > 1)) candidates.push({ seat, general });
    const above = boss[seat]!;
    if (above < 0) continue;
    all[above]! += all[seat]! + 1;
    joining[above]! += joining[seat]! + (joins(seat) ? 1 : 0);
    managers[above]! += isCandidate && general ? 1 : managers[seat]!;
  }
  return { candidates, overAll };
}
