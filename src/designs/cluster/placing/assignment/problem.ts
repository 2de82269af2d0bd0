import { indexIn } from '../../../../numbers/sorted.ts';

/**
 * Who goes to which group. People are taken in classes of whom each is as good as the other; a class gains something in some
 * groups, and nothing elsewhere. Gains are whole numbers, so that sums and proofs are exact; none is negative.
 *
 * A group takes at most its seats; everybody is placed, but for classes that may stay out. There are seats for all together:
 * so whoever gains nothing needs no seat in any sum, since one is left.
 *
 * An area is a set of groups in which whole classes gain the same: it keeps the description small where people differ only
 * by where they work. Open groups belong to every area.
 */
export interface AssignmentProblem {
  /** Seats of each group. */
  readonly seats: Int32Array;
  /** Number of people in each class. */
  readonly size: Int32Array;
  /** Groups in which a class gains, with the gain: those of class `i` are `start[i]` to `start[i + 1] - 1`, by group. */
  readonly start: Int32Array;
  readonly group: Int32Array;
  readonly gain: Float64Array;
  /** Area of each class, -1 for none. */
  readonly area: Int32Array;
  /** What a class gains in a group of its area for which it has no gain of its own; such a gain is never less. */
  readonly areaGain: number;
  /** Groups of each area but for the open ones, in their order: those of area `a` are `areaStart[a]` to `areaStart[a + 1] - 1`. */
  readonly areaStart: Int32Array;
  readonly areaGroup: Int32Array;
  /** Groups that belong to every area, in their order. */
  readonly open: Int32Array;
  /** 1 = a class whose people are left out where they gain nothing, rather than placed anywhere. */
  readonly mayStayOut: Uint8Array;
}

/** So many people of a class in a group. */
export interface Share {
  readonly class: number;
  readonly group: number;
  readonly people: number;
}

/** Everybody's place. */
export interface Placing {
  /** In the order of classes, then groups; each pair once. */
  readonly shares: readonly Share[];
  readonly gain: number;
}

/** What one person of a class gains in a group. Logarithmic in the groups. */
export function gainIn(problem: AssignmentProblem, one: number, group: number): number {
  const arc = indexIn(problem.group, group, problem.start[one]!, problem.start[one + 1]!);
  if (arc >= 0) return problem.gain[arc]!;
  const area = problem.area[one]!;
  if (area < 0) return 0;
  const { areaStart, areaGroup, open } = problem;
  const inside =
    indexIn(areaGroup, group, areaStart[area]!, areaStart[area + 1]!) >= 0 || indexIn(open, group) >= 0;
  return inside ? problem.areaGain : 0;
}

/**
 * Completes a placing: whoever has no place yet, and may not stay out, takes the seats that are left, in the order of classes
 * and groups. Shares of the same class and group are added up.
 */
export function complete(problem: AssignmentProblem, shares: readonly Share[]): Placing {
  const { seats, size, mayStayOut } = problem;
  const room = Int32Array.from(seats);
  const left = Int32Array.from(size);
  const all = [...shares];
  for (const share of shares) {
    room[share.group]! -= share.people;
    left[share.class]! -= share.people;
  }
  let group = 0;
  for (let one = 0; one < size.length; one++) {
    if (mayStayOut[one] === 1) continue;
    while (left[one]! > 0) {
      while (group < room.length && room[group]! <= 0) group++;
      if (group === room.length) throw new Error('More people than seats.');
      const people = Math.min(left[one]!, room[group]!);
      all.push({ class: one, group, people });
      left[one]! -= people;
      room[group]! -= people;
    }
  }
  all.sort((a, b) => a.class - b.class || a.group - b.group);
  const merged: { class: number; group: number; people: number }[] = [];
  let gain = 0;
  for (const share of all) {
    gain += share.people * gainIn(problem, share.class, share.group);
    const last = merged.at(-1);
    if (last !== undefined && last.class === share.class && last.group === share.group)
      last.people += share.people;
    else merged.push({ ...share });
  }
  return { shares: merged, gain };
}

/** What each class gains at best when a seat has its price; and the lowest price of a seat in each area. */
export interface Prices {
  readonly group: Float64Array;
  readonly area: Float64Array;
}

/** Prices of the areas, from those of the groups. */
export function pricesOf(problem: AssignmentProblem, group: Float64Array): Prices {
  const { areaStart, areaGroup, open } = problem;
  const cheapest = (list: Int32Array, from: number, to: number, least: number) => {
    let price = least;
    for (let k = from; k < to; k++) price = Math.min(price, group[list[k]!]!);
    return price;
  };
  const openPrice = cheapest(open, 0, open.length, Number.POSITIVE_INFINITY);
  const area = new Float64Array(areaStart.length - 1);
  for (let at = 0; at < area.length; at++)
    area[at] = cheapest(areaGroup, areaStart[at]!, areaStart[at + 1]!, openPrice);
  return { group, area };
}

/** Where a class would go by itself at these prices: an index into its gains, AREA, or ELSEWHERE; and by how much it prefers that. */
interface Choice {
  readonly option: number;
  readonly profit: number;
  /** Profit over that of the next best option. */
  readonly margin: number;
}

export const ELSEWHERE = -1;
export const AREA = -2;

export function choiceOf(problem: AssignmentProblem, { group, area }: Prices, one: number): Choice {
  let [option, profit, next] = [ELSEWHERE, 0, Number.NEGATIVE_INFINITY];
  const offer = (another: number, worth: number) => {
    if (worth > profit) [option, profit, next] = [another, worth, profit];
    else if (worth > next) next = worth;
  };
  for (let arc = problem.start[one]!; arc < problem.start[one + 1]!; arc++)
    offer(arc, problem.gain[arc]! - group[problem.group[arc]!]!);
  const at = problem.area[one]!;
  if (at >= 0) offer(AREA, problem.areaGain - area[at]!);
  return { option, profit, margin: profit - next };
}

/**
 * A gain that no placing exceeds, by weak duality of linear programmes: let a seat of group j cost any price p_j ≥ 0. Then no
 * placing gains more than what each person would by choosing freely at these prices, plus what all seats cost. At prices of
 * 0 this is the sum of everybody's best. The proof does not depend on where the prices come from; with whole prices the sum
 * is exact. Linear in the gains.
 */
export function boundAt(problem: AssignmentProblem, prices: Prices): number {
  let bound = 0;
  for (let one = 0; one < problem.size.length; one++)
    bound += problem.size[one]! * choiceOf(problem, prices, one).profit;
  for (let at = 0; at < problem.seats.length; at++) bound += problem.seats[at]! * prices.group[at]!;
  return bound;
}
