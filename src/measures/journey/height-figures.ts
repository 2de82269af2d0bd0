import { lazy, passingMemo } from '../../base/memo.ts';
import { type Accountability, cutAt, leadersDownTo } from '../../model/accountability.ts';
import { unlessAsToday } from '../../model/as-today.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { CustomerClass, Group } from '../../model/service.ts';
import { isOnOneLine, spotsOf } from '../../model/spots.ts';
import { spansOf } from '../../model/teams.ts';
import { treeOf } from '../../model/tree.ts';
import { ofWork, sameWork, type View } from '../../model/view.ts';
import { Lists } from '../../numbers/lists.ts';
import type { MeasureResult } from '../measure.ts';
import { blocksOf } from './blocks.ts';
import { type Course, coursesOf, groupHours } from './courses.ts';
import { kindsOf } from './customer-kinds.ts';
import { expectUnits } from './draws.ts';
import { differ, handoffsBy, handoffsOf, sharedKey } from './journey-figures.ts';
import { PoolPairs, pairsOf } from './pools.ts';

/** Fewest units at which a cut of the chart is looked at, and the most, as a share of the people. */
const FEWEST_UNITS = 3;
const MOST_UNITS = 1 / 3;
/** Heights that a figure is told at, from the top: more than companies have, and each costs as much as the figure. */
const MOST_HEIGHTS = 16;

const hasCutsOfToday = (design: Organisation, today: Organisation): boolean =>
  design.people === today.people &&
  spansOf(design) === spansOf(today) &&
  spotsOf(design) === spotsOf(today) &&
  // Where nobody leads anybody the root office has the name of a unit.
  (design.units === today.units || spansOf(design).length > 0);

/** The chart cut at each management level that makes between three units and a third of the people. */
const cutsOf = unlessAsToday(hasCutsOfToday, (organisation): readonly Accountability[] => {
  const { depth } = treeOf(organisation);
  const deepest = spansOf(organisation).reduce((most, { lead }) => Math.max(most, depth[lead]!), 0);
  const cuts: Accountability[] = [];
  for (let level = 1; level <= deepest && cuts.length < MOST_HEIGHTS; level++) {
    // The root office is one of them.
    const units = leadersDownTo(organisation, level).length + 1;
    if (units >= FEWEST_UNITS && units <= MOST_UNITS * organisation.people.count)
      cuts.push(cutAt(organisation, level));
  }
  return cuts;
});

/** A figure with what it is at other heights, which is worked out only where somebody looks at it, and once. */
export function withHeights(
  result: MeasureResult,
  view: View,
  figure: (view: View, cut: Accountability) => number,
): MeasureResult {
  const heights = lazy(() =>
    cutsOf(view.organisation).map((cut) => {
      const value = figure(view, cut);
      return { height: cut.height, units: cut.size, value: Number.isNaN(value) ? null : value };
    }),
  );
  return {
    ...result,
    get heights() {
      return heights();
    },
  };
}

interface Figures {
  /** S0 as at the height that counts. */
  readonly count: number;
  /** 1 / E[Σ s²], slightly below S2 = E[1 / Σ s²], and of the order of the groups squared to compute. */
  readonly effective: number;
  readonly handoffs: number;
}

/** Mean figures of the journey with the chart cut in this way; NaN without customers. */
export const journeyFiguresAt = (view: View, cut: Accountability): Figures => figuresAt(sameWork(view), cut);

/** Classes that have the same figures wherever the chart is cut: of one pattern, their single people in the same spots. */
const alikeAtAnyHeight = ofWork((view) => {
  const { spots } = view.accountability().at;
  const pairs = pairsOf(view);
  // Between bosses it matters who it is: who counts in several units may meet themselves in another pool.
  const spotOf = (group: CustomerClass, seat: Index) =>
    isOnOneLine(spots, spots.of[seat]!) || (group.singles.length === 1 && isInNoOther(group, seat, pairs))
      ? spots.of[seat]!
      : spots.count + seat;
  return kindsOf(view.service(), spotOf, (group) => group);
});

const figuresAt = passingMemo((view: View, cut: Accountability): Figures => {
  const courses = coursesOf(view);
  const { classes, patterns } = view.service();
  const pairs = new PoolPairs(view.tree(), cut);
  const { mixed, size } = cut;
  // A mixed membership may meet itself in another pool, so there the person matters.
  const place = (seat: number) =>
    cut.membershipOf(seat) < size ? cut.membershipOf(seat) : size + mixed.length + seat;
  const unitsKey = singleUnitsKey(cut, pairs, patterns);
  const known = new Map<number | string, Figures>();
  const around: (Surroundings | undefined)[] = [];
  const { kinds, kindOf } = alikeAtAnyHeight(view);
  const figuresOf = kinds.map(({ figures: group }) => {
    const isApart = isOneApart(group, cut, pairs);
    const key = isApart
      ? -1 - group.pattern - patterns * cut.membershipOf(group.singles[0]!)
      : (unitsKey(group) ?? sharedKey(group, patterns, place));
    let figures = known.get(key);
    if (figures === undefined) {
      const course = courses[group.journey]!;
      if (isApart) {
        around[group.pattern] ??= surroundingsOf(group, course, pairs);
        figures = withOnePerson(around[group.pattern]!, cut, cut.membershipOf(group.singles[0]!));
      } else
        figures = {
          count: countAt(group, course, pairs),
          effective: effectiveAt(group, course, pairs),
          handoffs: handoffsOf(group, course, pairs),
        };
      known.set(key, figures);
    }
    return figures;
  });
  let [customers, met, count, effective, handoffs] = [0, 0, 0, 0, 0];
  for (let at = 0; at < classes.length; at++) {
    const own = classes[at]!.customers;
    const figures = figuresOf[kindOf[at]!]!;
    customers += own;
    handoffs += own * figures.handoffs;
    if (Number.isNaN(figures.effective)) continue;
    met += own;
    count += own * figures.count;
    effective += own * figures.effective;
  }
  return { count: count / met, effective: effective / met, handoffs: handoffs / customers };
});

/**
 * A number, above those of patterns, that classes of several single people share whose figures are the same: those of one pattern
 * whose single people are in the same units, where a unit that no pool of several reaches is any other such unit. Undefined where
 * one of them counts in several units, or there is only one of them.
 */
function singleUnitsKey(
  cut: Accountability,
  pairs: PoolPairs,
  patterns: number,
): (group: CustomerClass) => number | undefined {
  const lists = new Lists();
  const reached: (ReadonlySet<number> | undefined)[] = [];
  return ({ groups, singles, pattern }) => {
    if (singles.length < 2) return undefined;
    reached[pattern] ??= new Set(
      groups.flatMap(({ pool }) =>
        pool === null || pool.seats.length === 1 ? [] : [...pairs.spread(pool).keys()],
      ),
    );
    const apart: number[] = [];
    let list = lists.with(0, pattern);
    for (let k = 0; k < singles.length; k++) {
      const unit = cut.membershipOf(singles[k]!);
      if (unit >= cut.size) return undefined;
      if (reached[pattern].has(unit)) list = lists.with(list, unit);
      else {
        const place = apart.indexOf(unit);
        list = lists.with(list, -(place < 0 ? apart.push(unit) : place + 1));
      }
    }
    return patterns + list;
  };
}

/** What classes of one pattern with one single person have in common, and how that person's unit comes in. */
interface Surroundings {
  /** S0, Σ h² and hand-offs if the person were in a unit that no pool reaches. */
  readonly apart: { readonly count: number; readonly squares: number; readonly handoffs: number };
  /** Served contact hours, and those of the person. */
  readonly served: number;
  readonly own: number;
  /** Each pool: its chance of each unit, its contact hours, and the moves between it and the person. */
  readonly pools: readonly {
    readonly units: ReadonlyMap<number, number>;
    readonly hours: number;
    readonly moves: number;
  }[];
}

const isPerson = ({ pool }: Group) => pool !== null && pool.seats.length === 1;

function surroundingsOf(group: CustomerClass, course: Course, pairs: PoolPairs): Surroundings {
  const hours = groupHours(group, course, course.contact);
  const sumOf = (which: (one: Group) => boolean) =>
    group.groups.reduce((sum, one, at) => (which(one) ? sum + hours[at]! : sum), 0);
  const own = sumOf(isPerson);
  const between = new Map<Group, number>();
  const handoffs = handoffsBy(group, course, (a, b) =>
    isPerson(a) !== isPerson(b) ? 1 : isPerson(a) ? 0 : differ(pairs, a, b),
  );
  for (const [from, to, times] of course.moves) {
    const [a, b] = [group.groups[group.groupOfStep[from]!]!, group.groups[group.groupOfStep[to]!]!];
    if (isPerson(a) === isPerson(b)) continue;
    const other = isPerson(a) ? b : a;
    between.set(other, (between.get(other) ?? 0) + times);
  }
  const withoutPerson = hours.map((part, at) => (isPerson(group.groups[at]!) ? 0 : part));
  return {
    apart: {
      count: expectUnits(blocksOf(group, withoutPerson, pairs)) + Number(own > 0),
      squares: own ** 2 + squaresOf(group, withoutPerson, pairs),
      handoffs,
    },
    served: sumOf(({ pool }) => pool !== null),
    own,
    pools: group.groups.flatMap((one, at) =>
      isPerson(one) || one.pool === null
        ? []
        : [{ units: pairs.spread(one.pool), hours: hours[at]!, moves: between.get(one) ?? 0 }],
    ),
  };
}

/** Whether a class has one single person who is in none of its other pools, or sure to be in one unit. */
const isOneApart = (group: CustomerClass, cut: Accountability, pairs: PoolPairs): boolean =>
  group.singles.length === 1 &&
  (cut.membershipOf(group.singles[0]!) < cut.size || isInNoOther(group, group.singles[0]!, pairs));

/** Whether a single person is in none of the pools of several. */
const isInNoOther = ({ groups }: CustomerClass, seat: Index, pairs: PoolPairs): boolean =>
  groups.every(({ pool }) => pool === null || pool.seats.length === 1 || pairs.shareOf(pool, seat) === 0);

/** The figures with the person in place: with the chance that a pool draws the same unit they fall together. */
function withOnePerson(
  { apart, served, own, pools }: Surroundings,
  cut: Accountability,
  membership: number,
): Figures {
  let { squares, handoffs } = apart;
  let count = apart.count - Number(own > 0);
  for (const [unit, share] of membership < cut.size
    ? [[membership, 1] as const]
    : cut.mixed[membership - cut.size]!) {
    let missed = share;
    for (const { units, hours, moves } of pools) {
      const chance = units.get(unit) ?? 0;
      if (hours > 0) missed *= 1 - chance;
      squares += 2 * own * hours * share * chance;
      handoffs -= moves * share * chance;
    }
    if (own > 0) count += missed;
  }
  return { count, effective: served > 0 ? served ** 2 / squares : Number.NaN, handoffs };
}

const countAt = (group: CustomerClass, course: Course, pairs: PoolPairs): number =>
  expectUnits(blocksOf(group, groupHours(group, course, course.contact), pairs));

/** 1 / E[Σ s²] over the served contact hours. */
function effectiveAt(group: CustomerClass, course: Course, pairs: PoolPairs): number {
  const hours = groupHours(group, course, course.contact);
  const served = group.groups.reduce((sum, { pool }, at) => (pool === null ? sum : sum + hours[at]!), 0);
  return served > 0 ? served ** 2 / squaresOf(group, hours, pairs) : Number.NaN;
}

/** E[Σ h²]: the squares, and twice the product of the hours of each two that fall into one unit. */
function squaresOf({ groups }: CustomerClass, hours: readonly number[], pairs: PoolPairs): number {
  let squares = 0;
  groups.forEach((a, i) => {
    if (a.pool === null) return;
    squares += hours[i]! ** 2;
    for (let j = 0; j < i; j++) {
      const b = groups[j]!;
      if (b.pool !== null && hours[i]! * hours[j]! > 0)
        squares += 2 * hours[i]! * hours[j]! * (1 - differ(pairs, a, b));
    }
  });
  return squares;
}
