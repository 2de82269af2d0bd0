import type { AssignmentProblem } from './problem.ts';

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
export interface Choice {
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
