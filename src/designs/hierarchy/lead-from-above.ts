import type { Index, Organisation } from '../../model/organisation.ts';
import { descentOf, treeOf } from '../../model/tree.ts';
import { bestMatching } from '../../numbers/matching.ts';
import { leadsWhosePeopleJoin } from './leads-without-trade.ts';
import { bySeniority, managerIn, mayLead, mostSenior } from './seniority.ts';

/**
 * Who is to lead units of whose members nobody leads anyone or has the title of a head: general managers whose people went there
 * (`joins`) and who would lead nobody, each where most of theirs are, the more senior first. Units that are no team are led by one
 * of their own. By place of the unit among `units`. Cost: linear but for units times managers.
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
  const managers = bySeniority(
    organisation,
    leadsWhosePeopleJoin(organisation, joins)
      .filter(({ seat, general }) => general && people.vacant[seat] === 0 && mayGo(seat))
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

/** What a unit is worth to a manager none of whose people are in it. */
const NEVER = -1e9;
