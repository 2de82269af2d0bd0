import { lazy } from '../base/memo.ts';
import { type Fill, numbersFrom } from './random.ts';

/** Draws of weights; with so many a share is known to half a point. */
const DRAWS = 10_000;
const SEED = 1;
const TOLERANCE = 1e-12;

/** The worth of one alternative by one criterion, from 0 to 1; `low` and `high` differ where it is not known exactly. */
export interface Worth {
  readonly low: number;
  readonly high: number;
}

interface Acceptability {
  /** For each alternative the share of the draws in which it takes each rank, the first rank first; ties share their ranks. */
  readonly ranks: readonly (readonly number[])[];
  /** Mean of the weights with which each alternative wins; null where it never does. */
  readonly centralWeights: readonly (readonly number[] | null)[];
  /** Share of the draws of worths in which each alternative wins with its central weights; null where it has none. */
  readonly confidence: () => readonly (number | null)[];
  readonly draws: number;
  readonly seed: number;
}

interface Drawing {
  readonly draws?: number;
  readonly seed?: number;
  /** Places of the criteria where an order is agreed, 0 for the most important: only weights that keep it are drawn. */
  readonly order?: readonly number[];
  /** Weights that are agreed: each is drawn from half to double of what it is. */
  readonly near?: readonly number[];
}

// What draws weights fills rows, each of which sums to 1. Sums, differences and quotients only, so the same on every platform.

/** Equally likely to be any weights: the gaps between sorted numbers. */
function drawAny(criteria: number, rows: Float64Array, fill: Fill): void {
  const numbers = fill(new Float64Array((rows.length / criteria) * (criteria - 1)));
  for (let row = 0, from = 0; row < rows.length; row += criteria) {
    for (let at = 0; at < criteria - 1; at++, from++) {
      const drawn = numbers[from]!;
      let place = row + at;
      for (; place > row && rows[place - 1]! > drawn; place--) rows[place] = rows[place - 1]!;
      rows[place] = drawn;
    }
    rows[row + criteria - 1] = 1;
    for (let at = row + criteria - 1; at > row; at--) rows[at]! -= rows[at - 1]!;
  }
}

function drawInOrder(order: readonly number[], rows: Float64Array, fill: Fill): void {
  const criteria = order.length;
  drawAny(criteria, rows, fill);
  for (let row = 0; row < rows.length; row += criteria) {
    const sorted = rows.slice(row, row + criteria).sort();
    for (let at = 0; at < criteria; at++) rows[row + at] = sorted[criteria - 1 - order[at]!]!;
  }
}

/** Each from half to double of what it was beside the others; as often less as more. */
function drawNear(weights: readonly number[], rows: Float64Array, fill: Fill): void {
  const criteria = weights.length;
  const agreed = Float64Array.from(weights);
  fill(rows);
  for (let row = 0; row < rows.length; row += criteria) {
    let sum = 0;
    for (let at = 0; at < criteria; at++) {
      const turn = 2 * rows[row + at]! - 1;
      const weight = turn < 0 ? agreed[at]! / (1 - turn) : agreed[at]! * (1 + turn);
      rows[row + at] = weight;
      sum += weight;
    }
    for (let at = row; at < row + criteria; at++) rows[at]! /= sum;
  }
}

/** Worths of alternatives, row by row; what is open lies anywhere from its low worth up. */
interface Worths {
  readonly low: Float64Array;
  readonly open: Int32Array;
  /** How far up, of those that are open. */
  readonly width: Float64Array;
}

function inOneList(rows: readonly (readonly Worth[])[]): Worths {
  const all = rows.flat();
  const open = Int32Array.from(all.flatMap(({ low, high }, at) => (high > low ? [at] : [])));
  return {
    low: Float64Array.from(all, ({ low }) => low),
    open,
    width: Float64Array.from(open, (at) => all[at]!.high - all[at]!.low),
  };
}

interface Ranks {
  /** How often each alternative took each rank; ties share theirs. */
  readonly taken: Float64Array;
  /** How often nobody was ahead of it. */
  readonly unbeaten: Int32Array;
  /** The sums of the weights with which it took the first rank. */
  readonly central: Float64Array;
}

/**
 * The ranks that alternatives take by rows of weights. One loop, since it is over about when V8 has optimised it.
 * @param fill - Draws the worths that are open, anew for each row.
 */
function ranksBy(weights: Float64Array, { low, open, width }: Worths, criteria: number, fill: Fill): Ranks {
  const alternatives = low.length / criteria;
  const taken = new Float64Array(alternatives * alternatives);
  const unbeaten = new Int32Array(alternatives);
  const central = new Float64Array(low.length);
  const numbers = fill(new Float64Array((weights.length / criteria) * open.length));
  const worths = Float64Array.from(low);
  const totals = new Float64Array(alternatives);
  for (let row = 0, from = 0; row < weights.length; row += criteria) {
    for (let at = 0; at < open.length; at++, from++)
      worths[open[at]!] = low[open[at]!]! + width[at]! * numbers[from]!;
    for (let one = 0, place = 0; one < alternatives; one++) {
      let sum = 0;
      for (let at = row; at < row + criteria; at++, place++) sum += worths[place]! * weights[at]!;
      totals[one] = sum;
    }
    for (let one = 0; one < alternatives; one++) {
      const own = totals[one]!;
      let better = 0;
      let alike = 0;
      for (let other = 0; other < alternatives; other++) {
        const ahead = totals[other]! - own;
        if (ahead > TOLERANCE) better++;
        else if (ahead >= -TOLERANCE) alike++;
      }
      const share = 1 / alike;
      const rank = one * alternatives + better;
      for (let shared = rank; shared < rank + alike; shared++) taken[shared]! += share;
      if (better > 0) continue;
      unbeaten[one]!++;
      for (let at = 0; at < criteria; at++) central[one * criteria + at]! += weights[row + at]! * share;
    }
  }
  return { taken, unbeaten, central };
}

/**
 * SMAA-2 (Lahdelma & Salminen 2001): how often each alternative takes each rank when all weights of the criteria are equally
 * likely, all that keep an agreed order, or all near agreed ones. Worths are added up by weight. The same seed gives the same result to the byte.
 * @param rows - Worths by alternative, then by criterion; every row of the same length, at least 1.
 * Cost: draws × alternatives × (criteria + alternatives).
 */
export function acceptabilityOf(
  rows: readonly (readonly Worth[])[],
  { draws = DRAWS, seed = SEED, order, near }: Drawing = {},
): Acceptability {
  const alternatives = rows.length;
  const criteria = rows[0]?.length ?? 0;
  const worths = inOneList(rows);
  const fill = numbersFrom(seed);
  const weights = new Float64Array(draws * criteria);
  if (near !== undefined) drawNear(near, weights, fill);
  else if (order !== undefined) drawInOrder(order, weights, fill);
  else drawAny(criteria, weights, fill);
  const { taken, central } = ranksBy(weights, worths, criteria, numbersFrom(seed + 1));
  const centralWeights = rows.map((_, one) => {
    const wins = taken[one * alternatives]!;
    return wins > 0
      ? Array.from({ length: criteria }, (_, at) => central[one * criteria + at]! / wins)
      : null;
  });
  /** With these weights, and worths drawn anew. */
  const winsWith = (weights: readonly number[], one: number): number => {
    const times = worths.open.length > 0 ? draws : 1;
    const same = Float64Array.from({ length: times * criteria }, (_, at) => weights[at % criteria]!);
    return ranksBy(same, worths, criteria, numbersFrom(seed + 2)).unbeaten[one]! / times;
  };
  return {
    ranks: rows.map((_, one) =>
      Array.from({ length: alternatives }, (_, rank) => taken[one * alternatives + rank]! / draws),
    ),
    centralWeights,
    confidence: lazy(() => centralWeights.map((weights, one) => weights && winsWith(weights, one))),
    draws,
    seed,
  };
}

/** Worths added up by weight. */
export const totalOf = (worths: readonly number[], weights: readonly number[]): number =>
  worths.reduce((sum, worth, at) => sum + worth * weights[at]!, 0);

/** The first alternative of the highest total. */
export function winnerOf(worths: readonly (readonly number[])[], weights: readonly number[]): number {
  let best = 0;
  for (let one = 1; one < worths.length; one++)
    if (totalOf(worths[one]!, weights) > totalOf(worths[best]!, weights) + TOLERANCE) best = one;
  return best;
}

/** The weights with one of them set; the others keep their proportions, or share equally where they were all 0. */
export function withWeight(weights: readonly number[], criterion: number, value: number): number[] {
  const others = 1 - weights[criterion]!;
  return weights.map((weight, at) => {
    if (at === criterion) return value;
    return (1 - value) * (others > TOLERANCE ? weight / others : 1 / (weights.length - 1));
  });
}

interface Flip {
  readonly criterion: number;
  readonly from: number;
  readonly to: number;
  /** The alternative that draws level there, and wins beyond. */
  readonly winner: number;
}

/**
 * For each criterion the smallest change of its weight, the others keeping their proportions, at which another alternative wins;
 * the smallest change first, none for a criterion that cannot bring it about. Exact: totals are straight lines in one weight.
 */
export function flipsOf(worths: readonly (readonly number[])[], weights: readonly number[]): readonly Flip[] {
  const winner = winnerOf(worths, weights);
  const ends = (alternative: number, criterion: number) =>
    [0, 1].map((value) => totalOf(worths[alternative]!, withWeight(weights, criterion, value))) as [
      number,
      number,
    ];
  return weights
    .flatMap((from, criterion) => {
      const own = ends(winner, criterion);
      const found = worths.flatMap((_, other): Flip[] => {
        if (other === winner) return [];
        const [low, high] = ends(other, criterion);
        const lead = [own[0] - low, own[1] - high] as const;
        const slope = lead[1] - lead[0];
        // Who leads at no end, or is level all along, never takes over.
        if (Math.min(...lead) > -TOLERANCE || Math.abs(slope) < TOLERANCE) return [];
        return [{ criterion, from, to: Math.min(1, Math.max(0, -lead[0] / slope)), winner: other }];
      });
      return found.sort((a, b) => Math.abs(a.to - from) - Math.abs(b.to - from)).slice(0, 1);
    })
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from) || a.criterion - b.criterion);
}

/**
 * Weights where only the order of `count` criteria is known, the most important first: the mean of all that keep the order
 * (rank-order centroid, Barron & Barrett 1996).
 */
export const rankOrderCentroid = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => {
    let sum = 0;
    for (let place = at + 1; place <= count; place++) sum += 1 / place;
    return sum / count;
  });
