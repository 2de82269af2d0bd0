import { memo } from '../../base/memo.ts';
import { type Accountability, cutAt, eachUnit } from '../../model/accountability.ts';
import type { CustomerClass, Group } from '../../model/service.ts';
import type { View } from '../../model/view.ts';
import type { MeasureResult } from '../measure.ts';
import { type Course, coursesOf, groupHours } from './courses.ts';
import { differ, handoffsOf, sharedKey } from './journey-figures.ts';
import { PoolPairs } from './pools.ts';

export interface HeightFigures {
  readonly height: string;
  readonly units: number;
  /** S0 as at the height that counts. */
  readonly count: number;
  /** 1 / E[Σ s²], slightly below S2 = E[1 / Σ s²], and of the order of the groups squared to compute. */
  readonly effective: number;
  readonly handoffs: number;
}

/** Mean silo figures with the chart cut at every management height, and before any descent. */
export const figuresByHeight = memo((view: View): readonly HeightFigures[] =>
  cutsOf(view).map((cut) => figuresAt(view, cut)),
);

/** A figure with what it is at other heights, which is worked out only where somebody looks at it. */
export const withHeights = (
  result: MeasureResult,
  view: View,
  figure: (figures: HeightFigures) => number,
): MeasureResult => ({
  ...result,
  get heights() {
    return figuresByHeight(view).map((one) => ({ height: one.height, units: one.units, value: figure(one) }));
  },
});

function cutsOf(view: View): readonly Accountability[] {
  const { before } = view.accountability();
  const { depth } = view.tree();
  const deepest = view.spans().reduce((most, { lead }) => Math.max(most, depth[lead]!), 0);
  const cuts: Accountability[] = before === null ? [] : [before];
  for (let level = 1; level <= deepest; level++) cuts.push(cutAt(view.organisation, level));
  return cuts;
}

interface Figures {
  readonly count: number;
  readonly effective: number;
  readonly handoffs: number;
}

function figuresAt(view: View, cut: Accountability): HeightFigures {
  const courses = coursesOf(view);
  const { classes } = view.service();
  const pairs = new PoolPairs(view.tree(), cut);
  const { mixed, size } = cut;
  const patterns = classes.reduce((most, { pattern }) => Math.max(most, pattern + 1), 0);
  // A mixed membership may meet itself in another pool, so there the person matters.
  const place = (seat: number) =>
    cut.membershipOf(seat) < size ? cut.membershipOf(seat) : size + mixed.length + seat;
  const known = new Map<number | string, Figures>();
  const around: (Surroundings | undefined)[] = [];
  let customers = 0;
  const sums = { count: 0, effective: 0, handoffs: 0 };
  for (const group of classes) {
    const key = sharedKey(group, patterns, place);
    let figures = known.get(key);
    if (figures === undefined) {
      const course = courses[group.journey]!;
      if (isOneApart(group, cut, pairs)) {
        around[group.pattern] ??= surroundingsOf(group, course, pairs);
        figures = withOnePerson(around[group.pattern]!, cut, cut.membershipOf(group.singles[0]!));
      } else
        figures = {
          count: countAt(group, pairs),
          effective: 1 / squaresAt(group, course, pairs),
          handoffs: handoffsOf(group, course, pairs),
        };
      known.set(key, figures);
    }
    customers += group.customers;
    sums.count += group.customers * figures.count;
    sums.effective += group.customers * figures.effective;
    sums.handoffs += group.customers * figures.handoffs;
  }
  return {
    height: cut.height,
    units: size,
    count: sums.count / customers,
    effective: sums.effective / customers,
    handoffs: sums.handoffs / customers,
  };
}

/** What classes of one pattern with one single person have in common, and how that person's unit comes in. */
interface Surroundings {
  /** S0, Σ s² and hand-offs if the person were in a unit that no pool reaches. */
  readonly apart: { readonly count: number; readonly squares: number; readonly handoffs: number };
  /** Each pool: its chance of each unit, twice the product of the hours, and the moves between it and the person. */
  readonly pools: readonly {
    readonly units: ReadonlyMap<number, number>;
    readonly square: number;
    readonly moves: number;
  }[];
}

function surroundingsOf(group: CustomerClass, course: Course, pairs: PoolPairs): Surroundings {
  const hours = groupHours(group, course);
  const isPerson = ({ pool }: Group) => pool !== null && pool.seats.length === 1;
  const others = { ...group, groups: group.groups.filter((one) => !isPerson(one)) };
  const ownHours = group.groups.reduce((sum, one, at) => sum + (isPerson(one) ? hours[at]! : 0), 0);
  const between = new Map<Group, number>();
  let handoffs = 0;
  for (const [from, to, times] of course.moves) {
    const [a, b] = [group.groups[group.groupOfStep[from]!]!, group.groups[group.groupOfStep[to]!]!];
    if (isPerson(a) !== isPerson(b)) {
      const other = isPerson(a) ? b : a;
      between.set(other, (between.get(other) ?? 0) + times);
      handoffs += times;
    } else if (!isPerson(a)) handoffs += times * differ(pairs, a, b);
  }
  let squares = ownHours ** 2;
  group.groups.forEach((a, i) => {
    if (isPerson(a)) return;
    squares += hours[i]! ** 2;
    for (let j = 0; j < i; j++) {
      const b = group.groups[j]!;
      if (!isPerson(b) && a.pool !== null && b.pool !== null)
        squares += 2 * hours[i]! * hours[j]! * pairs.sameUnit(a.pool, b.pool);
    }
  });
  return {
    apart: { count: countAt(others, pairs) + 1, squares, handoffs },
    pools: group.groups.flatMap((one, at) =>
      isPerson(one) || one.pool === null
        ? []
        : [
            {
              units: pairs.spread(one.pool),
              square: 2 * ownHours * hours[at]!,
              moves: between.get(one) ?? 0,
            },
          ],
    ),
  };
}

/** Whether a class has one single person who is in none of its other pools, or sure to be in one unit. */
function isOneApart({ groups, singles }: CustomerClass, cut: Accountability, pairs: PoolPairs): boolean {
  const [seat] = singles;
  if (seat === undefined || singles.length > 1) return false;
  if (cut.membershipOf(seat) < cut.size) return true;
  return groups.every(
    ({ pool }) => pool === null || pool.seats.length === 1 || pairs.shareOf(pool, seat) === 0,
  );
}

/** The figures with the person in place: with the chance that a pool draws the same unit they fall together. */
function withOnePerson({ apart, pools }: Surroundings, cut: Accountability, membership: number): Figures {
  let { squares, handoffs } = apart;
  let count = apart.count - 1;
  eachUnit(cut, membership, (unit, share) => {
    let missed = share;
    for (const { units, square, moves } of pools) {
      const chance = units.get(unit) ?? 0;
      missed *= 1 - chance;
      squares += square * share * chance;
      handoffs -= moves * share * chance;
    }
    count += missed;
  });
  return { count, effective: 1 / squares, handoffs };
}

/** S0 = Σ_u (1 − Π (1 − p(u))), and one for each capability that nobody serves. */
function countAt({ groups }: Pick<CustomerClass, 'groups'>, pairs: PoolPairs): number {
  const missed = new Map<number, number>();
  let count = 0;
  for (const { pool } of groups) {
    if (pool === null) count++;
    else for (const [unit, p] of pairs.spread(pool)) missed.set(unit, (missed.get(unit) ?? 1) * (1 - p));
  }
  for (const miss of missed.values()) count += 1 - miss;
  return count;
}

/** E[Σ s²]: the squares, and twice the product of the hours of each two that fall into one unit. */
function squaresAt(group: CustomerClass, course: Course, pairs: PoolPairs): number {
  const hours = groupHours(group, course);
  let squares = 0;
  group.groups.forEach((a, i) => {
    squares += hours[i]! ** 2;
    for (let j = 0; j < i; j++) {
      const b = group.groups[j]!;
      if (a.pool !== null && b.pool !== null)
        squares += 2 * hours[i]! * hours[j]! * pairs.sameUnit(a.pool, b.pool);
    }
  });
  return squares;
}
