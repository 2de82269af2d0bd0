import { type AssignmentProblem, complete, gainIn, type Placing, type Share } from './problem.ts';

/** Classes times groups up to which exchanges are tried: beyond, the solver is faster. */
const SMALL = 60_000;
/** Classes times groups looked at, in all exchanges together, after which the solver takes over. */
const MOST = 20_000_000;

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
 * one more group. Of several best placings it is the one that the exchanges from the first lead to, classes and groups taken
 * in their order. null for a problem that is not small. Cost of an exchange: classes times groups, and groups cubed at worst.
 */
export function bestByExchange(problem: AssignmentProblem, from: Placing): ExchangeResult | null {
  const { seats, size, mayStayOut } = problem;
  const outside = seats.length;
  const cells = (size.length + 1) * (outside + 1);
  if (cells > SMALL) return null;
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
  const ways = new Ways(places, gains);
  for (let looked = 0; looked <= MOST; looked += cells) {
    const { price, round } = longestWays(ways);
    if (round === null) {
      const prices = price.slice(0, outside).map((one) => one - price[outside]!);
      return { placing: complete(problem, sharesOf(places, size.length, outside)), prices };
    }
    const count = Math.min(...round.map(({ from: at, to }) => places[ways.classOf(at, to)]![at]!));
    for (const { from: at, to } of round) {
      const row = places[ways.classOf(at, to)]!;
      row[at]! -= count;
      row[to]! += count;
    }
    for (const { from: at } of round) ways.lookAgain(at);
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

/** What going from one group to another gains at most, and for which class: of equals the first. */
class Ways {
  readonly groups: number;
  /** From group `i` to group `j` at `i * groups + j`. */
  readonly gain: Float64Array;
  private readonly of: Int32Array;

  constructor(
    private readonly places: Places,
    private readonly gains: readonly Float64Array[],
  ) {
    this.groups = gains[0]!.length;
    this.gain = new Float64Array(this.groups ** 2);
    this.of = new Int32Array(this.groups ** 2);
    for (let from = 0; from < this.groups; from++) this.lookAgain(from);
  }

  classOf = (from: number, to: number) => this.of[from * this.groups + to]!;

  /** The ways from a group where people came or went. */
  lookAgain(from: number): void {
    const { places, gains, groups, gain, of } = this;
    const first = from * groups;
    gain.fill(Number.NEGATIVE_INFINITY, first, first + groups);
    for (let one = 0; one < places.length; one++) {
      if (places[one]![from] === 0) continue;
      const own = gains[one]!;
      const here = own[from]!;
      for (let to = 0; to < groups; to++) {
        const more = own[to]! - here;
        if (more <= gain[first + to]!) continue;
        gain[first + to] = more;
        of[first + to] = one;
      }
    }
  }
}

/** The longest way to each group from anywhere (Bellman and Ford), or a round that gains for ever. */
function longestWays({ groups, gain }: Ways): {
  price: Float64Array;
  round: readonly { from: number; to: number }[] | null;
} {
  const price = new Float64Array(groups);
  const before = new Int32Array(groups).fill(-1);
  for (let pass = 0, last = 0; last >= 0; pass++) {
    last = -1;
    for (let from = 0; from < groups; from++)
      for (let to = 0; to < groups; to++) {
        const reached = price[from]! + gain[from * groups + to]!;
        if (reached <= price[to]!) continue;
        price[to] = reached;
        before[to] = from;
        last = to;
      }
    if (pass < groups || last < 0) continue;
    // After as many steps back as there are groups it is on the round.
    let at = last;
    for (let step = 0; step < groups; step++) at = before[at]!;
    const round = [{ from: before[at]!, to: at }];
    while (round.at(-1)!.from !== at) {
      const to = round.at(-1)!.from;
      round.push({ from: before[to]!, to });
    }
    return { price, round };
  }
  return { price, round: null };
}
