import { boundAt, type Prices, pricesOf } from './bound.ts';
import { exchanged } from './exchange.ts';
import { greedyPlacing } from './greedy.ts';
import { groupPrices, placingOf, programOf } from './linear-program.ts';
import type { AssignmentProblem, Placing } from './problem.ts';
import { Sieve, sampleOf } from './sieve.ts';
import type { LimitedSolver } from './solver.ts';

/**
 * How a placing was found: by the greedy way, shown to be a best one; by exchanges or the solver, shown to be a best one; or
 * not shown to be one.
 */
export type AssignmentMethod = 'greedy-proven' | 'solved' | 'time-limit' | 'unsolved';

export interface Assigned extends Placing {
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
  as = (method: AssignmentMethod): Assigned => ({ ...this.placing, bound: this.bound, method });
}

/**
 * A best placing, or the best that was found in the time, with a proven bound. Where greedy placing reaches everybody's best
 * there is nothing to solve; a small problem is solved by exchanges, so that the solver need not be loaded; any other by the
 * solver.
 */
export function assign(problem: AssignmentProblem, solve: LimitedSolver): Assigned {
  const greedy = greedyPlacing(problem);
  const best = new Best(problem, greedy);
  if (best.isProven()) return best.as('greedy-proven');
  const small = exchanged(problem, greedy);
  if (small !== null) {
    best.found(small.placing);
    best.learn(pricesOf(problem, small.prices));
    if (best.isProven()) return best.as('solved');
  }
  return solved(problem, best, solve, WHOLE);
}

/** The same by the solver alone, sieved where there are more classes than `whole`. */
export const assignBySolver = (problem: AssignmentProblem, solve: LimitedSolver, whole = WHOLE): Assigned =>
  solved(problem, new Best(problem, greedyPlacing(problem)), solve, whole);

function solved(problem: AssignmentProblem, best: Best, solve: LimitedSolver, whole: number): Assigned {
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
