import { numbersFrom } from './random.ts';

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
  readonly confidence: readonly (number | null)[];
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

/** Draws that are made together: one loop over many is faster than one call for each. */
const TOGETHER = 500;

/** Fills rows with weights that sum to 1. Sums, differences and quotients only, so the same on every platform. */
type WeightDrawer = (rows: Float64Array) => void;

/** Equally likely to be any weights: the gaps between sorted numbers. */
function anyWeights(criteria: number, fill: (into: Float64Array) => void): WeightDrawer {
  const numbers = new Float64Array(TOGETHER * (criteria - 1));
  return (rows) => {
    const count = rows.length / criteria;
    fill(numbers.subarray(0, count * (criteria - 1)));
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
  };
}

function weightsInOrder(order: readonly number[], fill: (into: Float64Array) => void): WeightDrawer {
  const criteria = order.length;
  const draw = anyWeights(criteria, fill);
  return (rows) => {
    draw(rows);
    for (let row = 0; row < rows.length; row += criteria) {
      const sorted = rows.slice(row, row + criteria).sort();
      for (let at = 0; at < criteria; at++) rows[row + at] = sorted[criteria - 1 - order[at]!]!;
    }
  };
}

/** Each from half to double of what it was beside the others; as often less as more. */
function weightsNear(weights: readonly number[], fill: (into: Float64Array) => void): WeightDrawer {
  const criteria = weights.length;
  const agreed = Float64Array.from(weights);
  return (rows) => {
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
  };
}

/** Adds up worths by weight: a row of totals of all alternatives for each row of weights, or for the only one there is. */
type Adder = (totals: Float64Array, weights: Float64Array) => void;

/** Worths are drawn anew for each row where they are not known. */
function adderOf(
  worths: readonly (readonly Worth[])[],
  fill: (into: Float64Array) => void,
): { readonly isOpen: boolean; readonly add: Adder } {
  const criteria = worths[0]?.length ?? 0;
  const flat = worths.flat();
  const drawn = Float64Array.from(flat, ({ low }) => low);
  const open = Int32Array.from(flat.flatMap(({ low, high }, at) => (high > low ? [at] : [])));
  const low = Float64Array.from(open, (at) => flat[at]!.low);
  const width = Float64Array.from(open, (at) => flat[at]!.high - flat[at]!.low);
  const numbers = new Float64Array(open.length);
  return {
    isOpen: open.length > 0,
    add: (totals, weights) => {
      const step = weights.length > criteria ? criteria : 0;
      for (let into = 0, from = 0; into < totals.length; from += step) {
        if (open.length > 0) fill(numbers);
        for (let at = 0; at < open.length; at++) drawn[open[at]!] = low[at]! + width[at]! * numbers[at]!;
        for (let place = 0; place < drawn.length; into++) {
          let sum = 0;
          for (let at = 0; at < criteria; at++, place++) sum += drawn[place]! * weights[from + at]!;
          totals[into] = sum;
        }
      }
    },
  };
}

/** How often each alternative took each rank, and the sums of the weights with which it took the first. */
interface Ranks {
  readonly taken: Float64Array;
  readonly central: Float64Array;
}

/** Adds the ranks that alternatives take with rows of totals; ties share theirs. */
function addRanks(
  { taken, central }: Ranks,
  totals: Float64Array,
  weights: Float64Array,
  alternatives: number,
): void {
  const criteria = central.length / alternatives;
  for (let row = 0, from = 0; row < totals.length; row += alternatives, from += criteria)
    for (let one = 0; one < alternatives; one++) {
      const own = totals[row + one]!;
      let better = 0;
      let alike = 0;
      for (let other = row; other < row + alternatives; other++) {
        const ahead = totals[other]! - own;
        if (ahead > TOLERANCE) better++;
        else if (ahead >= -TOLERANCE) alike++;
      }
      const share = 1 / alike;
      const rank = one * alternatives + better;
      for (let shared = rank; shared < rank + alike; shared++) taken[shared]! += share;
      if (better > 0) continue;
      for (let at = 0; at < criteria; at++) central[one * criteria + at]! += weights[from + at]! * share;
    }
}

/**
 * SMAA-2 (Lahdelma & Salminen 2001): how often each alternative takes each rank when all weights of the criteria are equally
 * likely, all that keep an agreed order, or all near agreed ones. Worths are added up by weight. The same seed gives the same result to the byte.
 * @param worths - By alternative, then by criterion; every row of the same length, at least 1.
 * Cost: draws × alternatives × (criteria + alternatives).
 */
export function acceptabilityOf(
  worths: readonly (readonly Worth[])[],
  { draws = DRAWS, seed = SEED, order, near }: Drawing = {},
): Acceptability {
  const alternatives = worths.length;
  const criteria = worths[0]?.length ?? 0;
  const fill = numbersFrom(seed);
  const draw =
    near !== undefined
      ? weightsNear(near, fill)
      : order !== undefined
        ? weightsInOrder(order, fill)
        : anyWeights(criteria, fill);
  const { add } = adderOf(worths, numbersFrom(seed + 1));
  const taken = new Float64Array(alternatives * alternatives);
  const central = new Float64Array(alternatives * criteria);
  const room = Math.min(draws, TOGETHER);
  const allWeights = new Float64Array(room * criteria);
  const allTotals = new Float64Array(room * alternatives);
  for (let left = draws; left > 0; left -= TOGETHER) {
    const rows = Math.min(left, TOGETHER);
    const weights = allWeights.subarray(0, rows * criteria);
    const totals = allTotals.subarray(0, rows * alternatives);
    draw(weights);
    add(totals, weights);
    addRanks({ taken, central }, totals, weights, alternatives);
  }
  const centralWeights = worths.map((_, one) => {
    const wins = taken[one * alternatives]!;
    return wins > 0
      ? Array.from({ length: criteria }, (_, at) => central[one * criteria + at]! / wins)
      : null;
  });
  return {
    ranks: worths.map((_, one) =>
      Array.from({ length: alternatives }, (_, rank) => taken[one * alternatives + rank]! / draws),
    ),
    centralWeights,
    confidence: centralWeights.map((at, one) => at && winsWith(at, one, worths, draws, seed)),
    draws,
    seed,
  };
}

/** Share of the draws of worths in which an alternative wins with these weights. */
function winsWith(
  weights: readonly number[],
  alternative: number,
  worths: readonly (readonly Worth[])[],
  draws: number,
  seed: number,
): number {
  const { isOpen, add } = adderOf(worths, numbersFrom(seed + 2));
  const times = isOpen ? draws : 1;
  const totals = new Float64Array(times * worths.length);
  add(totals, Float64Array.from(weights));
  let wins = 0;
  for (let row = 0; row < totals.length; row += worths.length) {
    const own = totals[row + alternative]! + TOLERANCE;
    let most = row;
    while (most < row + worths.length && totals[most]! <= own) most++;
    if (most === row + worths.length) wins++;
  }
  return wins / times;
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
