/**
 * Whole seats by Sainte-Laguë: each next seat goes to the share with the greatest share / (2 · seats + 1), ties to the
 * first. One more seat in all never takes a seat from anyone. Shares of 0 get nothing; if all are 0 the seats are spread
 * evenly. Webster 1832, Sainte-Laguë 1910. Cost: seats times shares.
 */
export function sainteLague(shares: readonly number[], seats: number, atLeast: AtLeast = 0): number[] {
  const weights = shares.some((share) => share > 0) ? shares : shares.map(() => 1);
  const given = new Array<number>(weights.length).fill(0);
  let left = seats;
  const most = typeof atLeast === 'number' ? atLeast : Math.max(0, ...atLeast);
  for (let round = 0; round < most; round++)
    for (let at = 0; at < weights.length && left > 0; at++) {
      if (round >= leastOf(atLeast, at)) continue;
      given[at]!++;
      left--;
    }
  while (left-- > 0) {
    let best = 0;
    for (let at = 1; at < weights.length; at++)
      if (weights[at]! * (2 * given[best]! + 1) > weights[best]! * (2 * given[at]! + 1)) best = at;
    given[best]!++;
  }
  return given;
}

/** Seats that every place needs, or each of them. */
type AtLeast = number | readonly number[];

const leastOf = (atLeast: AtLeast, place: number): number =>
  typeof atLeast === 'number' ? atLeast : atLeast[place]!;

/** One kind of seat to be divided: how many, the shares, and how many places need at least. */
export interface Division {
  readonly seats: number;
  readonly shares: readonly number[];
  readonly atLeast?: AtLeast;
}

/** Nothing but the order of summing makes two sums of costs differ by so little of themselves. */
const ROUNDING = 1e-9;

/**
 * Divides several kinds of seats over the same places, each by Sainte-Laguë, then moves seats so that every place reaches
 * `minimum` in all, wherever a division exists in which it does; else as nearly as one can. A seat goes only to a place
 * with a share of its kind, and a place keeps `atLeast` of each kind. A place may give a seat of one kind on and get one of
 * another, along a chain. Of all such divisions the result is the one nearest to the shares, in the measure that
 * Sainte-Laguë makes least: Σ (seats − quota)² / quota. By shortest paths, one for each seat that is missing (minimum-cost
 * flow with convex costs); cost: missing seats × kinds × places, times the length of the chains. Returns seats by kind and
 * place.
 */
export function divideJointly(divisions: readonly Division[], minimum: number): number[][] {
  const given = divisions.map((division) => sainteLague(division.shares, division.seats, division.atLeast));
  const places = divisions[0]?.shares.length ?? 0;
  const totals = Array.from({ length: places }, (_, place) =>
    given.reduce((sum, seats) => sum + seats[place]!, 0),
  );
  const quotas = divisions.map(({ shares, seats }) => {
    const sum = shares.reduce((a, b) => a + b, 0);
    return shares.map((share) => (sum > 0 ? (share * seats) / sum : seats / shares.length));
  });
  while (totals.some((total) => total < minimum)) {
    const chain = cheapestChain(divisions, given, quotas, totals, minimum);
    if (chain === null) break;
    for (const { kind, from, to } of chain) {
      given[kind]![from]!--;
      given[kind]![to]!++;
    }
    totals[chain[0]!.from]!--;
    totals[chain.at(-1)!.to]!++;
  }
  return given;
}

interface Move {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The moves, each from the place to which the one before it went, that bring a seat from a place above the minimum to one
 * below it at the least cost; null where none do. Bellman and Ford, since giving up a seat may cost less than nothing.
 */
function cheapestChain(
  divisions: readonly Division[],
  given: readonly (readonly number[])[],
  quotas: readonly (readonly number[])[],
  totals: readonly number[],
  minimum: number,
): readonly Move[] | null {
  const cost = totals.map((total) => (total > minimum ? 0 : Number.POSITIVE_INFINITY));
  const kindCost = divisions.map(() => Number.POSITIVE_INFINITY);
  const giver = divisions.map(() => -1);
  const via = totals.map(() => -1);
  const isLess = (a: number, b: number) =>
    a < b - (Number.isFinite(b) ? ROUNDING * Math.max(1, Math.abs(b)) : 0);
  for (let round = 0, better = true; better && round <= totals.length + divisions.length; round++) {
    better = false;
    for (let kind = 0; kind < divisions.length; kind++) {
      const { atLeast = 0 } = divisions[kind]!;
      for (let from = 0; from < totals.length; from++) {
        const seats = given[kind]![from]!;
        if (seats <= leastOf(atLeast, from) || cost[from] === Number.POSITIVE_INFINITY) continue;
        const giving = cost[from]! - (2 * seats - 1) / quotas[kind]![from]!;
        if (!isLess(giving, kindCost[kind]!)) continue;
        kindCost[kind] = giving;
        giver[kind] = from;
        better = true;
      }
      if (giver[kind]! < 0) continue;
      for (let to = 0; to < totals.length; to++) {
        if (!(quotas[kind]![to]! > 0)) continue;
        const getting = kindCost[kind]! + (2 * given[kind]![to]! + 1) / quotas[kind]![to]!;
        if (!isLess(getting, cost[to]!)) continue;
        cost[to] = getting;
        via[to] = kind;
        better = true;
      }
    }
  }
  let poor = -1;
  totals.forEach((total, place) => {
    if (total < minimum && cost[place]! < (poor < 0 ? Number.POSITIVE_INFINITY : cost[poor]!)) poor = place;
  });
  if (poor < 0) return null;
  const moves: Move[] = [];
  for (let to = poor; via[to]! >= 0 && moves.length < totals.length; to = moves[0]!.from)
    moves.unshift({ kind: via[to]!, from: giver[via[to]!]!, to });
  return moves;
}
