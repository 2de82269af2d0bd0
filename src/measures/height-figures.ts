import { type Accountability, cutAt } from '../model/accountability.ts';
import type { CustomerClass } from '../model/service.ts';
import type { View } from '../model/view.ts';
import { type Course, coursesOf, groupHours, handoffsOf, sharedKey } from './journey-figures.ts';
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

const known = new WeakMap<View, readonly HeightFigures[]>();

/** Mean silo figures with the chart cut at every management height, and before any descent. */
export function figuresByHeight(view: View): readonly HeightFigures[] {
  let found = known.get(view);
  if (found === undefined) {
    found = cutsOf(view).map((cut) => figuresAt(view, cut));
    known.set(view, found);
  }
  return found;
}

function cutsOf(view: View): readonly Accountability[] {
  const { before } = view.accountability();
  const { depth } = view.tree();
  const deepest = view.teams().reduce((most, { lead }) => Math.max(most, depth[lead]!), 0);
  const cuts: Accountability[] = before === null ? [] : [before];
  for (let level = 1; level <= deepest; level++) cuts.push(cutAt(view.organisation, level));
  return cuts;
}

function figuresAt(view: View, cut: Accountability): HeightFigures {
  const courses = coursesOf(view);
  const { classes } = view.service();
  const pairs = new PoolPairs(view.tree(), cut);
  const { membershipOf, mixed, units } = cut;
  // A mixed membership may meet itself in another pool, so there the person matters.
  const place = (seat: number) =>
    membershipOf[seat]! < units.length ? membershipOf[seat]! : units.length + mixed.length + seat;
  const worked = new Map<number | string, { count: number; effective: number; handoffs: number }>();
  const open = new Map<string, number>();
  let customers = 0;
  const sums = { count: 0, effective: 0, handoffs: 0 };
  for (const group of classes) {
    const key = sharedKey(group, place);
    let figures = worked.get(key);
    if (figures === undefined) {
      const course = courses[group.journey]!;
      figures = {
        count: countAt(group, pairs, units.length, open),
        effective: effectiveAt(group, course, pairs),
        handoffs: handoffsOf(group, course, pairs),
      };
      worked.set(key, figures);
    }
    customers += group.customers;
    sums.count += group.customers * figures.count;
    sums.effective += group.customers * figures.effective;
    sums.handoffs += group.customers * figures.handoffs;
  }
  return {
    height: cut.height,
    units: units.length,
    count: sums.count / customers,
    effective: sums.effective / customers,
    handoffs: sums.handoffs / customers,
  };
}

/** S0 = Σ_u (1 − Π (1 − p(u))); the part of the pools of several people is the same for many classes, and kept in `known`. */
function countAt(
  { groups }: CustomerClass,
  pairs: PoolPairs,
  size: number,
  known: Map<string, number>,
): number {
  const served = groups.flatMap(({ pool }) => pool ?? []);
  const many = served
    .filter((pool) => pool.seats.length > 1)
    .map((pool) => ({ pool, units: pairs.spread(pool) }));
  const key = many.map(({ pool }) => pool.id).join(',');
  let count = known.get(key);
  if (count === undefined) {
    const missed = new Float64Array(size).fill(1);
    for (const { units } of many) for (const [unit, p] of units) missed[unit]! *= 1 - p;
    count = 0;
    for (const miss of missed) count += 1 - miss;
    known.set(key, count);
  }
  const missed = new Map<number, number>();
  for (const pool of served)
    if (pool.seats.length === 1)
      for (const [unit, p] of pairs.spread(pool)) missed.set(unit, (missed.get(unit) ?? 1) * (1 - p));
  for (const [unit, miss] of missed)
    count += (1 - miss) * many.reduce((product, { units }) => product * (1 - (units.get(unit) ?? 0)), 1);
  return count + groups.length - served.length;
}

function effectiveAt(group: CustomerClass, course: Course, pairs: PoolPairs): number {
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
  return 1 / squares;
}
