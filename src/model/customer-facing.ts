import { memo } from '../base/memo.ts';
import type { Capability, Index, Organisation } from './organisation.ts';
import type { View } from './view.ts';

const FACING: ReadonlySet<Capability['role']> = new Set(['essential', 'joins', 'joins-if-enough']);
/** Share of the customer-facing fte that must be below one head for that head to answer for all. A judgement. */
export const OFFICER_REACH = 0.9;
const TOLERANCE = 1e-9;

/** A unit most of whose work is with customers. */
export interface FacingUnit {
  readonly id: string;
  readonly name: string;
  readonly head: Index;
}

/** The part of an organisation that customers meet. */
interface CustomerFacing {
  /** 1 for a seat with a skill that belongs in clusters, or that leads a unit of which such are the most. */
  readonly seats: Uint8Array;
  /** Of all these seats, open ones included. */
  readonly fte: number;
  /** The same at and below each seat, on primary lines. */
  readonly below: Float64Array;
  /** The accountable units, the root's office aside, where more than half of the fte faces customers. */
  readonly units: readonly FacingUnit[];
  /** The lowest manager with nine tenths of that fte, else with all these units below; -1 where only a top has them, or nobody. */
  readonly head: Index;
}

/** Worked out once for each view. Linear in the seats. */
export const customerFacing = memo((view: View): CustomerFacing => {
  const { people, capabilities } = view.organisation;
  const tree = view.tree();
  const seats = new Uint8Array(people.count);
  const { at } = view.accountability();
  const all = new Float64Array(at.size);
  const own = new Float64Array(at.size);
  const isFacing = capabilities.map(({ role }) => FACING.has(role));
  const { heads, size, mixed, membershipOfSpot, spots } = at;
  const add = (seat: Index, unit: Index, fte: number) => {
    // Who leads a unit is told from those who are led.
    if (heads[unit] === seat) return;
    all[unit]! += fte;
    if (seats[seat] === 1) own[unit]! += fte;
  };
  for (let seat = 0; seat < people.count; seat++) {
    const fte = people.fte[seat]!;
    if (people.capability[seat]! >= 0 && isFacing[people.capability[seat]!]) seats[seat] = 1;
    const membership = membershipOfSpot[spots.of[seat]!]!;
    if (membership < size) add(seat, membership, fte);
    else {
      const shares = mixed[membership - size]!;
      for (let k = 0; k < shares.length; k++) add(seat, shares[k]![0], shares[k]![1] * fte);
    }
  }
  const root = tree.roots[0] ?? -1;
  const units = at.units.slice(0, -1).flatMap((unit, index) => {
    if (unit.head === root || own[index]! <= all[index]! / 2) return [];
    seats[unit.head] = 1;
    return [{ id: unit.id, name: unit.name, head: unit.head }];
  });
  const below = new Float64Array(people.count);
  for (let k = people.count - 1; k >= 0; k--) {
    const seat = tree.order[k]!;
    if (seats[seat] === 1) below[seat]! += people.fte[seat]!;
    const boss = tree.boss[seat]!;
    if (boss >= 0) below[boss]! += below[seat]!;
  }
  const fte = tree.roots.reduce((sum, seat) => sum + below[seat]!, 0);
  const most = lowest(view, below, OFFICER_REACH * fte);
  return { seats, fte, below, units, head: most >= 0 ? most : above(view, units) };
});

/** The lowest manager whom all of several units answer to, directly or not; -1 where that is a top, or there are not several. */
function above(view: View, units: readonly FacingUnit[]): Index {
  const { boss, depth } = view.tree();
  const heads = units.map(({ head }) => head).filter((head) => head >= 0);
  if (heads.length < 2 || heads.length < units.length) return -1;
  const common = heads.reduce((one, other) => {
    let [a, b] = [one, other];
    while (a !== b && a >= 0 && b >= 0) {
      if (depth[a]! >= depth[b]!) a = boss[a]!;
      else b = boss[b]!;
    }
    return a === b ? a : -1;
  });
  return common >= 0 && depth[common]! > 0 ? common : -1;
}

/** The lowest seat with at least this much at and below it that leads somebody; -1 for a top. */
function lowest(view: View, below: Float64Array, least: number): Index {
  const { depth, reportStart } = view.tree();
  let found = -1;
  // Bosses come first: what is enough is on one path, except where nobody faces customers at all.
  if (least <= 0) return found;
  for (const seat of view.accountability().at.spots.anchors) {
    const leads = reportStart[seat + 1]! > reportStart[seat]!;
    if (leads && depth[seat]! > 0 && below[seat]! >= least - TOLERANCE) found = seat;
  }
  return found;
}

const INSIGHT: ReadonlySet<string> = new Set(['customer-insight', 'market-research']);

/** Whether a seat is to find out what customers do and think. */
export const isInsight = ({ people, capabilities }: Organisation, seat: Index): boolean =>
  people.capability[seat]! >= 0 && INSIGHT.has(capabilities[people.capability[seat]!]!.id);

/** People who are there and find out what customers do and think; open seats left out. */
export function insightSeats(organisation: Organisation): readonly Index[] {
  const { count, vacant } = organisation.people;
  const found: Index[] = [];
  for (let seat = 0; seat < count; seat++)
    if (vacant[seat] === 0 && isInsight(organisation, seat)) found.push(seat);
  return found;
}
