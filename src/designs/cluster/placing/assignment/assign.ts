import { bestByExchange } from './best-by-exchange.ts';
import { groupPrices, placingOf, programOf } from './linear-program.ts';
import {
  type AssignmentProblem,
  boundAt,
  complete,
  type Placing,
  type Prices,
  pricesOf,
  type Share,
} from './problem.ts';
import { Sieve, sampleOf } from './sieve.ts';
import type { LimitedSolver } from './solver.ts';

/**
 * How a placing was found: by the greedy way, shown to be a best one; by exchanges or the solver, shown to be a best one; or
 * not shown to be one.
 */
export type AssignmentMethod = 'greedy-proven' | 'solved' | 'time-limit' | 'unsolved';

interface AssignmentResult extends Placing {
  /** Proven: no placing gains more. */
  readonly bound: number;
  readonly method: AssignmentMethod;
}

/** Up to so many classes a problem is solved as a whole; a larger one is sieved, by a sample of about so many. */
const WHOLE = 1500;

/** The best that is known: it only gets better. */
class Best {
  constructor(
    private readonly problem: AssignmentProblem,
    private placing: Placing,
    private bound = boundAt(problem, pricesOf(problem, new Float64Array(problem.seats.length))),
  ) {}

  found(placing: Placing | null): void {
    if (placing !== null && placing.gain > this.placing.gain) this.placing = placing;
  }

  learn(prices: Prices | undefined): void {
    if (prices !== undefined) this.bound = Math.min(this.bound, boundAt(this.problem, prices));
  }

  isProven = () => this.placing.gain === this.bound;
  as = (method: AssignmentMethod): AssignmentResult => ({ ...this.placing, bound: this.bound, method });
}

/**
 * A best placing, or the best that was found in the time, with a proven bound. Where greedy placing reaches everybody's best
 * there is nothing to solve; a small problem is solved by exchanges, so that the solver need not be loaded; any other by the
 * solver.
 */
export function assign(problem: AssignmentProblem, solve: LimitedSolver): AssignmentResult {
  const greedy = greedyPlacing(problem);
  const best = new Best(problem, greedy);
  if (best.isProven()) return best.as('greedy-proven');
  const small = bestByExchange(problem, greedy);
  if (small !== null) {
    best.found(small.placing);
    best.learn(pricesOf(problem, small.prices));
    if (best.isProven()) return best.as('solved');
  }
  return solved(problem, best, solve, WHOLE);
}

/** The same by the solver alone, sieved where there are more classes than `whole`. */
export const assignBySolver = (
  problem: AssignmentProblem,
  solve: LimitedSolver,
  whole = WHOLE,
): AssignmentResult => solved(problem, new Best(problem, greedyPlacing(problem)), solve, whole);

function solved(
  problem: AssignmentProblem,
  best: Best,
  solve: LimitedSolver,
  whole: number,
): AssignmentResult {
  const ask = (part: AssignmentProblem) => {
    const answer = solve(programOf(part));
    return { ...answer, prices: answer.prices && pricesOf(part, groupPrices(part, answer.prices)) };
  };
  let first: Prices | null = null;
  if (problem.size.length > whole) {
    const { prices, over } = ask(sampleOf(problem, Math.ceil(problem.size.length / whole)));
    best.learn(prices);
    if (over || prices === undefined) return best.as(over ? 'time-limit' : 'unsolved');
    first = prices;
  }
  for (const sieve = new Sieve(problem, first); ; ) {
    const part = sieve.part();
    const { prices, columns, over } = ask(part);
    const placing = columns === undefined ? null : placingOf(part, columns);
    best.found(placing && sieve.whole(placing));
    best.learn(prices);
    if (best.isProven()) return best.as('solved');
    if (over) return best.as('time-limit');
    if (placing === null || prices === undefined || sieve.release(prices) === 0) return best.as('unsolved');
  }
}

/**
 * The placing that stands if nothing better is found: the greatest gain first (of equals the first class, then the first
 * group), as many people as there are seats; then everybody else in what is left. Not the best one in general: whoever
 * comes first takes a seat from those who have nowhere else to go. Cost: n log n in the gains.
 */
export function greedyPlacing(problem: AssignmentProblem): Placing {
  const { seats, size, start, group, gain, area, areaGain, areaStart, areaGroup, open } = problem;
  const room = Int32Array.from(seats);
  const left = Int32Array.from(size);
  const shares: Share[] = [];
  const take = (one: number, to: number) => {
    const people = Math.min(left[one]!, room[to]!);
    if (people <= 0) return;
    shares.push({ class: one, group: to, people });
    left[one]! -= people;
    room[to]! -= people;
  };

  // An option is a gain of a class, or, after those, the area of a class.
  const classOf = new Int32Array(group.length + size.length);
  for (let one = 0; one < size.length; one++) classOf.fill(one, start[one]!, start[one + 1]!);
  const options: number[] = [];
  for (let arc = 0; arc < group.length; arc++) options.push(arc);
  area.forEach((at, one) => {
    if (at < 0) return;
    classOf[group.length + one] = one;
    options.push(group.length + one);
  });
  const gainOf = (option: number) => (option < group.length ? gain[option]! : areaGain);
  options.sort((a, b) => gainOf(b) - gainOf(a) || classOf[a]! - classOf[b]! || a - b);

  // Seats only become fewer: what was full once need not be looked at again.
  const firstOf = Int32Array.from(areaStart);
  let firstOpen = 0;
  for (const option of options) {
    const one = classOf[option]!;
    if (left[one] === 0) continue;
    if (option < group.length) {
      take(one, group[option]!);
      continue;
    }
    const at = area[one]!;
    while (left[one]! > 0 && firstOf[at]! < areaStart[at + 1]!) {
      take(one, areaGroup[firstOf[at]!]!);
      if (room[areaGroup[firstOf[at]!]!] === 0) firstOf[at]!++;
    }
    while (left[one]! > 0 && firstOpen < open.length) {
      take(one, open[firstOpen]!);
      if (room[open[firstOpen]!] === 0) firstOpen++;
    }
  }
  return complete(problem, shares);
}
