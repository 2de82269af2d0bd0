import { memo } from '../../base/memo.ts';
import type { CustomerClass, Group, Pool } from '../../model/service.ts';
import type { View } from '../../model/view.ts';
import { type Course, coursesOf, groupHours } from './courses.ts';
import { type Block, type DrawFigures, expectDraws } from './draws.ts';
import { type PoolPairs, pairsOf } from './pools.ts';

/** What a customer of one class meets on the journey. */
export interface ClassFigures extends DrawFigures {
  /** Share of the journey hours that somebody serves. */
  readonly coverage: number;
  /** Expected moves from one accountable unit to another. */
  readonly handoffs: number;
  /** Expected moves from one person to another inside a unit. */
  readonly inside: number;
  /** Expected sum of the escalation distances of the hand-offs between people. */
  readonly escalation: number;
  /** Hand-offs with a person on both sides: those to or from unserved work have nobody to escalate. */
  readonly servedHandoffs: number;
  /** Expected number of people met. */
  readonly contacts: number;
  /** Share of the phase changes at which the main contact stays; NaN in a journey of one phase. */
  readonly kept: number;
}

/** Customers of one or several classes who meet the same. */
export interface CustomerKind {
  readonly figures: ClassFigures;
  customers: number;
  rows: number;
  rowsWithRevenue: number;
  revenue: number;
}

export interface JourneyFigures {
  readonly kinds: readonly CustomerKind[];
  /** Share of the journey hours of all customers that somebody serves; null without customers. */
  readonly coverage: number | null;
  /** Share of those hours that come from an assumed journey. */
  readonly assumedShare: number;
}

/**
 * Two classes whose blocks fall together with the same probabilities have the same figures, whoever serves them: a
 * sure unit is told by the chance that each open pool draws it, so that all account owners in teams of their own are
 * worked out once.
 */
function drawKey(group: CustomerClass, pairs: PoolPairs): string {
  const spreads = group.groups.map(({ pool }) => (pool === null ? null : pairs.spread(pool)));
  const labels = new Map<number, number>();
  const parts = spreads.map((spread, at) => {
    if (spread === null) return '-';
    if (spread.size > 1) return `p${group.groups[at]!.pool!.id}`;
    const unit = spread.keys().next().value!;
    if (!labels.has(unit)) labels.set(unit, labels.size);
    const chances = spreads.map((other) => (other !== null && other.size > 1 ? (other.get(unit) ?? 0) : 0));
    return `u${labels.get(unit)}${chances.some((chance) => chance > 0) ? chances.join(',') : ''}`;
  });
  return `${group.journey}|${group.groupOfStep.join(',')}|${parts.join(';')}`;
}

/** A number or text that classes share whose single people are alike to `place`. */
export function sharedKey(
  { singles, pattern }: CustomerClass,
  patterns: number,
  place: (seat: number) => number | string,
): number | string {
  if (singles.length === 0) return pattern;
  const only = singles.length === 1 ? place(singles[0]!) : '';
  if (typeof only === 'number') return -1 - pattern - patterns * only;
  return `${pattern}|${singles.map(place).join(',')}`;
}

export const handoffsOf = (
  { groups, groupOfStep }: CustomerClass,
  course: Course,
  pairs: PoolPairs,
): number =>
  course.moves.reduce(
    (sum, [from, to, times]) =>
      sum + times * differ(pairs, groups[groupOfStep[from]!]!, groups[groupOfStep[to]!]!),
    0,
  );

/** Blocks to draw: what one and the same person does for a customer is drawn into one unit. */
function blocksOf(group: CustomerClass, hours: readonly number[], pairs: PoolPairs): readonly Block[] {
  const ofPerson = new Map<number, Block>();
  const blocks: Block[] = [];
  group.groups.forEach(({ pool }, at) => {
    const units = pool === null ? null : pairs.spread(pool);
    if (pool === null || pool.seats.length > 1) blocks.push({ hours: hours[at]!, units });
    else {
      const seat = pool.seats[0]!;
      ofPerson.set(seat, { hours: (ofPerson.get(seat)?.hours ?? 0) + hours[at]!, units });
    }
  });
  return [...blocks, ...ofPerson.values()];
}

function workOut(
  group: CustomerClass,
  course: Course,
  pairs: PoolPairs,
  drawn: Map<string, DrawFigures>,
): ClassFigures {
  const hours = groupHours(group, course);
  const key = drawKey(group, pairs);
  let draws = drawn.get(key);
  if (draws === undefined) {
    draws = expectDraws(blocksOf(group, hours, pairs));
    drawn.set(key, draws);
  }
  return {
    ...draws,
    coverage: group.groups.reduce((sum, { pool }, at) => sum + (pool === null ? 0 : hours[at]!), 0),
    handoffs: handoffsOf(group, course, pairs),
    ...moreOf(group, course, pairs),
  };
}

/** Probability that a move between two groups crosses from one unit to another; unserved work is a unit of its own. */
export function differ(pairs: PoolPairs, a: Group, b: Group): number {
  if (a === b) return 0;
  if (a.pool === null || b.pool === null) return 1;
  const { person, personAndUnit } = pairs.samePerson(a.pool, b.pool);
  return Math.max(0, 1 - pairs.sameUnit(a.pool, b.pool) - (person - personAndUnit));
}

function moreOf(
  group: CustomerClass,
  course: Course,
  pairs: PoolPairs,
): Pick<ClassFigures, 'inside' | 'escalation' | 'servedHandoffs' | 'contacts' | 'kept'> {
  let inside = 0;
  let escalation = 0;
  let servedHandoffs = 0;
  for (const [from, to, times] of course.moves) {
    const a = group.groups[group.groupOfStep[from]!]!;
    const b = group.groups[group.groupOfStep[to]!]!;
    if (a === b || a.pool === null || b.pool === null) continue;
    inside +=
      times * Math.max(0, pairs.sameUnit(a.pool, b.pool) - pairs.samePerson(a.pool, b.pool).personAndUnit);
    const apart = differ(pairs, a, b);
    if (apart <= 0) continue;
    servedHandoffs += times * apart;
    escalation += times * apart * pairs.distance(a.pool, b.pool);
  }
  const main = course.phaseSteps.map((steps) => {
    const inPhase = new Map<Group, number>();
    for (const step of steps) {
      const found = group.groups[group.groupOfStep[step]!]!;
      if (found.pool !== null) inPhase.set(found, (inPhase.get(found) ?? 0) + course.share[step]!);
    }
    return [...inPhase].reduce<[Group | null, number]>(
      (a, b) => (b[1] > a[1] + 1e-12 ? b : a),
      [null, -1],
    )[0];
  });
  let kept = 0;
  for (let at = 1; at < main.length; at++) {
    const [before, after] = [main[at - 1]!, main[at]!];
    if (before === null || after === null) continue;
    kept += before === after ? 1 : pairs.samePerson(before.pool!, after.pool!).person;
  }
  return {
    inside,
    escalation,
    servedHandoffs,
    contacts: contactsOf(group, pairs),
    kept: main.length > 1 ? kept / (main.length - 1) : NaN,
  };
}

/** E[number of different people] = Σ over people of 1 − Π (1 − chance to be drawn by each pool). */
function contactsOf(group: CustomerClass, pairs: PoolPairs): number {
  const pools = group.groups.flatMap(({ pool }) => (pool === null ? [] : [pool]));
  const overlapping = new Set<Pool>();
  pools.forEach((a, i) => {
    for (const b of pools.slice(i + 1))
      if (pairs.samePerson(a, b).person > 0) {
        overlapping.add(a);
        overlapping.add(b);
      }
  });
  let contacts = pools.length - overlapping.size;
  const missed = new Map<number, number>();
  for (const pool of overlapping)
    pool.seats.forEach((seat, k) => {
      missed.set(seat, (missed.get(seat) ?? 1) * (1 - pool.share[k]!));
    });
  for (const miss of missed.values()) contacts += 1 - miss;
  return contacts;
}

/** Where a single person sits, and in which other pools of the class they are: what their figures depend on. */
function personPlace(group: CustomerClass, pairs: PoolPairs): (seat: number) => number | string {
  return (seat) => {
    let alone = true;
    for (const { pool } of group.groups)
      if (pool !== null && pool.seats.length > 1 && pairs.shareOf(pool, seat) > 0) alone = false;
    if (alone) return pairs.placeOf(seat);
    const shares = group.groups.map(({ pool }) =>
      pool === null || pool.seats.length === 1 ? 0 : pairs.shareOf(pool, seat),
    );
    return `${pairs.placeOf(seat)}:${shares.join(':')}`;
  };
}

/** What customers meet, by class, at the height that counts; one pass for all measures of the journey. */
export const journeyFigures = memo((view: View): JourneyFigures => {
  const { classes } = view.service();
  const pairs = pairsOf(view);
  const all = coursesOf(view);
  const patterns = classes.reduce((most, { pattern }) => Math.max(most, pattern + 1), 0);
  const drawn = new Map<string, DrawFigures>();
  const kinds = new Map<number | string, CustomerKind>();
  let hours = 0;
  let covered = 0;
  let assumed = 0;
  for (const group of classes) {
    const key = sharedKey(group, patterns, personPlace(group, pairs));
    let kind = kinds.get(key);
    if (kind === undefined) {
      const worked = workOut(group, all[group.journey]!, pairs, drawn);
      kind = { figures: worked, customers: 0, rows: 0, rowsWithRevenue: 0, revenue: 0 };
      kinds.set(key, kind);
    }
    kind.customers += group.customers;
    kind.rows += group.rows;
    kind.rowsWithRevenue += group.rowsWithRevenue;
    kind.revenue += group.revenue;
    const course = all[group.journey]!;
    const work = group.customers * (course.hours > 0 ? course.hours : 1);
    hours += work;
    covered += work * kind.figures.coverage;
    assumed += work * course.assumedShare;
  }
  return {
    kinds: [...kinds.values()],
    coverage: hours > 0 ? covered / hours : null,
    assumedShare: hours > 0 ? assumed / hours : 0,
  };
});
