import {
  AREA,
  type AssignmentProblem,
  choiceOf,
  complete,
  ELSEWHERE,
  type Placing,
  type Prices,
  type Share,
} from './problem.ts';

/** Share of the classes that stay free at first: those that are nearest to another choice. */
const UNDECIDED = 0.1;

/** Every n-th person of a problem, and seats in proportion: small, and its prices are near those of the whole. */
export function sampleOf(problem: AssignmentProblem, every: number): AssignmentProblem {
  const classes: number[] = [];
  const sizes: number[] = [];
  let people = 0;
  problem.size.forEach((size, one) => {
    const drawn = Math.floor((people + size) / every) - Math.floor(people / every);
    people += size;
    if (drawn === 0) return;
    classes.push(one);
    sizes.push(drawn);
  });
  return subset(
    problem,
    classes,
    sizes,
    problem.seats.map((seats) => Math.round(seats / every)),
  );
}

/** Some classes of a problem, of these sizes, and further ones that have an area but no gains of their own. */
function subset(
  problem: AssignmentProblem,
  classes: readonly number[],
  sizes: readonly number[],
  seats: Int32Array,
  merged: readonly { area: number; mayStayOut: number }[] = [],
): AssignmentProblem {
  const count = classes.length + merged.length;
  const start = new Int32Array(count + 1);
  classes.forEach((one, at) => {
    start[at + 1] = start[at]! + problem.start[one + 1]! - problem.start[one]!;
  });
  const arcs = start[classes.length]!;
  start.fill(arcs, classes.length);
  const group = new Int32Array(arcs);
  const gain = new Float64Array(arcs);
  classes.forEach((one, at) => {
    group.set(problem.group.subarray(problem.start[one]!, problem.start[one + 1]!), start[at]!);
    gain.set(problem.gain.subarray(problem.start[one]!, problem.start[one + 1]!), start[at]!);
  });
  const of = (pick: (one: number) => number, last: (one: (typeof merged)[number]) => number) => [
    ...classes.map(pick),
    ...merged.map(last),
  ];
  return {
    ...problem,
    seats,
    size: Int32Array.from(sizes),
    start,
    group,
    gain,
    area: Int32Array.from(
      of(
        (one) => problem.area[one]!,
        ({ area }) => area,
      ),
    ),
    mayStayOut: Uint8Array.from(
      of(
        (one) => problem.mayStayOut[one]!,
        ({ mayStayOut }) => mayStayOut,
      ),
    ),
  };
}

/**
 * A large problem, solved in parts. At prices that are about right most classes clearly prefer one place. They are put
 * there, and only the others are left to the solver. Its prices then show who of those put somewhere would rather go
 * elsewhere: these are set free, and so on until nobody would. Then the whole is solved (complementary slackness): what the
 * prices prove for everyone is reached. In the worst case everyone is set free, and the last part is the whole.
 */
export class Sieve {
  private readonly option: Int32Array;
  private readonly free: Uint8Array;
  /** Classes of the part in their order; those put into an area are merged there, by area. */
  private classes: number[] = [];
  private merged: { area: number; mayStayOut: number; classes: number[]; people: number }[] = [];

  constructor(
    private readonly problem: AssignmentProblem,
    prices: Prices | null,
  ) {
    const count = problem.size.length;
    this.option = new Int32Array(count);
    this.free = new Uint8Array(count).fill(1);
    if (prices === null) return;
    const margin = new Float64Array(count);
    for (let one = 0; one < count; one++) {
      const choice = choiceOf(problem, prices, one);
      this.option[one] = choice.option;
      margin[one] = choice.margin;
    }
    const room = Int32Array.from(problem.seats);
    const order = Array.from(margin.keys()).sort((a, b) => margin[b]! - margin[a]! || a - b);
    for (const one of order.slice(0, Math.floor((1 - UNDECIDED) * count))) {
      const arc = this.option[one]!;
      if (arc >= 0) {
        if (room[problem.group[arc]!]! < problem.size[one]!) continue;
        room[problem.group[arc]!]! -= problem.size[one]!;
      }
      this.free[one] = 0;
    }
  }

  /** The problem that is left of the classes that are free. */
  part(): AssignmentProblem {
    const { problem, free, option } = this;
    const seats = Int32Array.from(problem.seats);
    this.classes = [];
    const merged = new Map<number, (typeof this.merged)[number]>();
    problem.size.forEach((people, one) => {
      const chosen = option[one]!;
      if (free[one] === 1) this.classes.push(one);
      else if (chosen >= 0) seats[problem.group[chosen]!]! -= people;
      else if (chosen === AREA) {
        const [area, mayStayOut] = [problem.area[one]!, problem.mayStayOut[one]!];
        const found = merged.get(2 * area + mayStayOut);
        if (found === undefined)
          merged.set(2 * area + mayStayOut, { area, mayStayOut, classes: [one], people });
        else {
          found.classes.push(one);
          found.people += people;
        }
      }
    });
    this.merged = [...merged.values()];
    const sizes = [
      ...this.classes.map((one) => problem.size[one]!),
      ...this.merged.map(({ people }) => people),
    ];
    return this.classes.length === problem.size.length
      ? problem
      : subset(problem, this.classes, sizes, seats, this.merged);
  }

  /** The placing of everyone that follows from one of the last part. */
  whole({ shares }: Placing): Placing {
    const { problem, free, option, classes, merged } = this;
    const all: Share[] = [];
    problem.size.forEach((people, one) => {
      const chosen = option[one]!;
      if (free[one] === 0 && chosen >= 0) all.push({ class: one, group: problem.group[chosen]!, people });
    });
    const members = merged.map((one) => ({ at: 0, used: 0, classes: one.classes }));
    for (const share of shares) {
      if (share.class < classes.length) {
        all.push({ ...share, class: classes[share.class]! });
        continue;
      }
      const of = members[share.class - classes.length]!;
      for (let { people } = share; people > 0; ) {
        const one = of.classes[of.at]!;
        const some = Math.min(people, problem.size[one]! - of.used);
        all.push({ class: one, group: share.group, people: some });
        people -= some;
        of.used += some;
        if (of.used === problem.size[one]) {
          of.at++;
          of.used = 0;
        }
      }
    }
    return complete(problem, all);
  }

  /** Sets those free who would rather go elsewhere at these prices; says how many. */
  release(prices: Prices): number {
    const { problem, free, option } = this;
    let released = 0;
    for (let one = 0; one < free.length; one++) {
      if (free[one] === 1) continue;
      const chosen = option[one]!;
      const profit =
        chosen >= 0
          ? problem.gain[chosen]! - prices.group[problem.group[chosen]!]!
          : chosen === ELSEWHERE
            ? 0
            : problem.areaGain - prices.area[problem.area[one]!]!;
      if (profit >= choiceOf(problem, prices, one).profit) continue;
      free[one] = 1;
      released++;
    }
    return released;
  }
}
