import { randomFrom } from './random.ts';

/** Draws of weights; with so many a share is known to half a point. */
export const DRAWS = 10_000;
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

export interface Drawing {
  readonly draws?: number;
  readonly seed?: number;
  /** Places of the criteria where an order is agreed, 0 for the most important: only weights that keep it are drawn. */
  readonly order?: readonly number[];
  /** Weights that are agreed: each is drawn from half to double of what it is. */
  readonly near?: readonly number[];
}

/** Fills a row with weights that sum to 1. Sums, differences and quotients only, so the same on every platform. */
type WeightDrawer = (into: Float64Array) => void;

/** Equally likely to be any weights: the gaps between sorted numbers. */
function anyWeights(random: () => number): WeightDrawer {
  return (into) => {
    const count = into.length;
    for (let at = 0; at < count - 1; at++) {
      const drawn = random();
      let place = at;
      for (; place > 0 && into[place - 1]! > drawn; place--) into[place] = into[place - 1]!;
      into[place] = drawn;
    }
    into[count - 1] = 1;
    for (let at = count - 1; at > 0; at--) into[at]! -= into[at - 1]!;
  };
}

function weightsInOrder(order: readonly number[], random: () => number): WeightDrawer {
  const sorted = new Float64Array(order.length);
  const draw = anyWeights(random);
  return (into) => {
    draw(sorted);
    sorted.sort();
    for (let at = 0; at < order.length; at++) into[at] = sorted[order.length - 1 - order[at]!]!;
  };
}

/** Each from half to double of what it was beside the others; as often less as more. */
function weightsNear(weights: readonly number[], random: () => number): WeightDrawer {
  return (into) => {
    let sum = 0;
    for (let at = 0; at < weights.length; at++) {
      const turn = 2 * random() - 1;
      const weight = weights[at]!;
      into[at] = turn < 0 ? weight / (1 - turn) : weight * (1 + turn);
      sum += into[at]!;
    }
    for (let at = 0; at < weights.length; at++) into[at]! /= sum;
  };
}

/** Worths of all alternatives in one row each, drawn anew where they are not known. */
function worthDrawer(worths: readonly (readonly Worth[])[], random: () => number) {
  const flat = worths.flat();
  const drawn = Float64Array.from(flat, ({ low }) => low);
  const open = Int32Array.from(flat.flatMap(({ low, high }, at) => (high > low ? [at] : [])));
  const low = Float64Array.from(open, (at) => flat[at]!.low);
  const width = Float64Array.from(open, (at) => flat[at]!.high - flat[at]!.low);
  return {
    drawn,
    isOpen: open.length > 0,
    draw() {
      for (let at = 0; at < open.length; at++) drawn[open[at]!] = low[at]! + width[at]! * random();
    },
  };
}

function totalsInto(totals: Float64Array, worths: Float64Array, weights: Float64Array): void {
  const criteria = weights.length;
  for (let one = 0; one < totals.length; one++) {
    let sum = 0;
    const row = one * criteria;
    for (let at = 0; at < criteria; at++) sum += worths[row + at]! * weights[at]!;
    totals[one] = sum;
  }
}

/** Adds the ranks that an alternative takes with these totals, and returns its share of the first. */
function rankInto(ranks: Float64Array, totals: Float64Array, one: number): number {
  const count = totals.length;
  const own = totals[one]!;
  let better = 0;
  let alike = 0;
  for (let other = 0; other < count; other++) {
    const ahead = totals[other]! - own;
    if (ahead > TOLERANCE) better++;
    else if (ahead >= -TOLERANCE) alike++;
  }
  const row = one * count + better;
  for (let rank = 0; rank < alike; rank++) ranks[row + rank]! += 1 / alike;
  return better === 0 ? 1 / alike : 0;
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
  const random = randomFrom(seed);
  const drawInto =
    near !== undefined
      ? weightsNear(near, random)
      : order !== undefined
        ? weightsInOrder(order, random)
        : anyWeights(random);
  const rows = worthDrawer(worths, randomFrom(seed + 1));
  const weights = new Float64Array(criteria);
  const totals = new Float64Array(alternatives);
  const ranks = new Float64Array(alternatives * alternatives);
  const central = new Float64Array(alternatives * criteria);
  for (let draw = 0; draw < draws; draw++) {
    drawInto(weights);
    rows.draw();
    totalsInto(totals, rows.drawn, weights);
    for (let one = 0; one < alternatives; one++) {
      const first = rankInto(ranks, totals, one);
      if (first > 0)
        for (let at = 0; at < criteria; at++) central[one * criteria + at]! += weights[at]! * first;
    }
  }
  const centralWeights = worths.map((_, one) => {
    const wins = ranks[one * alternatives]!;
    return wins > 0
      ? Array.from({ length: criteria }, (_, at) => central[one * criteria + at]! / wins)
      : null;
  });
  return {
    ranks: worths.map((_, one) =>
      Array.from({ length: alternatives }, (_, rank) => ranks[one * alternatives + rank]! / draws),
    ),
    centralWeights,
    confidence: centralWeights.map((at, one) => at && winsWith(at, one, worths, draws, seed)),
    draws,
    seed,
  };
}

function isFirst(totals: Float64Array, one: number): boolean {
  const own = totals[one]! + TOLERANCE;
  for (let other = 0; other < totals.length; other++) if (totals[other]! > own) return false;
  return true;
}

/** Share of the draws of worths in which an alternative wins with these weights. */
function winsWith(
  weights: readonly number[],
  alternative: number,
  worths: readonly (readonly Worth[])[],
  draws: number,
  seed: number,
): number {
  const rows = worthDrawer(worths, randomFrom(seed + 2));
  const fixed = Float64Array.from(weights);
  const totals = new Float64Array(worths.length);
  const times = rows.isOpen ? draws : 1;
  let wins = 0;
  for (let draw = 0; draw < times; draw++) {
    rows.draw();
    totalsInto(totals, rows.drawn, fixed);
    if (isFirst(totals, alternative)) wins++;
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
