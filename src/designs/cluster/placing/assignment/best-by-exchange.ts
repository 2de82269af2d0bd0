import { type AssignmentProblem, complete, gainIn, type Placing, type Share } from './problem.ts';

/** Classes times groups squared up to which exchanges are tried: beyond, the solver is faster. */
const SMALL = 50_000;
/** Exchanges after which the solver takes over. */
const MOST = 300;

/** A placing that no exchange improves, with prices of the groups' seats that show it. */
interface ExchangeResult {
  readonly placing: Placing;
  readonly prices: Float64Array;
}

/** So many of each class in each group; the last class are the free seats, and the last group is outside. */
type Places = readonly Float64Array[];

/**
 * Improves a placing by exchanges: as long as there is a round of groups such that somebody of each goes on to the next and
 * all of them together gain, they do. When there is none, the placing is a best one (Klein 1967), and what the way to a
 * group gains at most is the price of its seats. Free seats go round like people who gain nothing anywhere; staying out is
 * one more group. null for a problem that is not small. Cost of an exchange: classes times groups squared.
 */
export function bestByExchange(problem: AssignmentProblem, from: Placing): ExchangeResult | null {
  const { seats, size, mayStayOut } = problem;
  const outside = seats.length;
  if ((size.length + 1) * (outside + 1) ** 2 > SMALL) return null;
  const gains = Array.from(size, (_, one) =>
    Float64Array.from({ length: outside + 1 }, (__, group) => {
      const gain = group < outside ? gainIn(problem, one, group) : 0;
      // Who gains nothing stays out if they may, and is somewhere if not.
      const barred = gain === 0 && (mayStayOut[one] === 1) === group < outside;
      return barred ? Number.NEGATIVE_INFINITY : gain;
    }),
  );
  gains.push(new Float64Array(outside + 1));
  const places = placesOf(problem, from);
  for (let n = 0; n <= MOST; n++) {
    const ways = waysOf(places, gains);
    const { price, round } = longestWays(ways);
    if (round === null) {
      const prices = price.slice(0, outside).map((one) => one - price[outside]!);
      return { placing: complete(problem, sharesOf(places, size.length, outside)), prices };
    }
    const count = Math.min(...round.map(({ from: at, to }) => places[ways[at]![to]!.one]![at]!));
    for (const { from: at, to } of round) {
      const row = places[ways[at]![to]!.one]!;
      row[at]! -= count;
      row[to]! += count;
    }
  }
  return null;
}

function placesOf({ seats, size, mayStayOut }: AssignmentProblem, { shares }: Placing): Places {
  const outside = seats.length;
  const places = Array.from({ length: size.length + 1 }, () => new Float64Array(outside + 1));
  const free = places[size.length]!;
  free.set(seats);
  // Room outside for everyone who may go there, and one more, so that it never has a price.
  free[outside] = 1;
  size.forEach((people, one) => {
    if (mayStayOut[one] === 1) free[outside]! += people;
    places[one]![outside] = people;
  });
  for (const { class: one, group, people } of shares) {
    places[one]![group]! += people;
    places[one]![outside]! -= people;
    free[group]! -= people;
  }
  return places;
}

function sharesOf(places: Places, classes: number, groups: number): Share[] {
  const shares: Share[] = [];
  for (let one = 0; one < classes; one++)
    for (let group = 0; group < groups; group++) {
      const people = places[one]![group]!;
      if (people > 0) shares.push({ class: one, group, people });
    }
  return shares;
}

/** What going from one group to another gains at most, and for which class. */
type Way = { readonly gain: number; readonly one: number };

function waysOf(places: Places, gains: readonly Float64Array[]): readonly (readonly Way[])[] {
  const nodes = gains[0]!.length;
  return Array.from({ length: nodes }, (_, from) => {
    const best = Array.from({ length: nodes }, () => ({ gain: Number.NEGATIVE_INFINITY, one: -1 }));
    places.forEach((row, one) => {
      if (row[from] === 0) return;
      for (let to = 0; to < nodes; to++) {
        const gain = gains[one]![to]! - gains[one]![from]!;
        if (gain > best[to]!.gain) best[to] = { gain, one };
      }
    });
    return best;
  });
}

/** The longest way to each group from anywhere (Bellman and Ford), or a round that gains for ever. */
function longestWays(ways: readonly (readonly Way[])[]): {
  price: Float64Array;
  round: readonly { from: number; to: number }[] | null;
} {
  const nodes = ways.length;
  const price = new Float64Array(nodes);
  const before = new Int32Array(nodes).fill(-1);
  for (let pass = 0, last = 0; last >= 0; pass++) {
    last = -1;
    for (let from = 0; from < nodes; from++)
      for (let to = 0; to < nodes; to++) {
        if (price[from]! + ways[from]![to]!.gain <= price[to]!) continue;
        price[to] = price[from]! + ways[from]![to]!.gain;
        before[to] = from;
        last = to;
      }
    if (pass < nodes || last < 0) continue;
    // After as many steps back as there are groups it is on the round.
    let at = last;
    for (let step = 0; step < nodes; step++) at = before[at]!;
    const round = [{ from: before[at]!, to: at }];
    while (round.at(-1)!.from !== at) {
      const to = round.at(-1)!.from;
      round.push({ from: before[to]!, to });
    }
    return { price, round };
  }
  return { price, round: null };
}
