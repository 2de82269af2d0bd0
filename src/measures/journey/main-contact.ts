import type { Index } from '../../model/organisation.ts';
import type { CustomerClass, Pool } from '../../model/service.ts';
import type { Course } from './courses.ts';
import type { PoolPairs } from './pools.ts';

/** Ways to draw people whom several pools share; above it that two draws may be one person is left aside. */
const MOST_WAYS = 4096;
/** Less is no more hours. */
const TOLERANCE = 1e-12;

/** Work of a phase that somebody of a pool does: the group of the class, its pool and contact hours. */
interface Work {
  readonly group: number;
  readonly pool: Pool;
  readonly hours: number;
}

/**
 * Share of the phase changes at which the main contact, the person with most contact hours of the phase, whatever they do,
 * goes on working for the customer. Phases in which the customer deals with nobody by the journey are passed over; one whose
 * contact steps nobody serves loses the contact. NaN with fewer than two phases.
 */
export function contactKept(group: CustomerClass, course: Course, pairs: PoolPairs): number {
  const phases = course.phaseSteps.filter((steps) => steps.some((step) => course.contact[step]! > 0));
  if (phases.length < 2) return Number.NaN;
  let kept = 0;
  for (let at = 1; at < phases.length; at++) {
    const before = workIn(group, course.contact, phases[at - 1]!).filter(({ hours }) => hours > 0);
    if (before.length > 0) kept += stays(before, workIn(group, course.share, phases[at]!), pairs);
  }
  return kept / (phases.length - 1);
}

function workIn(
  { groups, groupOfStep }: CustomerClass,
  hours: readonly number[],
  steps: readonly number[],
): readonly Work[] {
  const found = new Map<number, number>();
  for (const step of steps) {
    const group = groupOfStep[step]!;
    if (groups[group]!.pool !== null) found.set(group, (found.get(group) ?? 0) + hours[step]!);
  }
  return [...found].map(([group, sum]) => ({ group, pool: groups[group]!.pool!, hours: sum }));
}

/** Chance that the person with most hours before is among those who work after. */
function stays(before: readonly Work[], after: readonly Work[], pairs: PoolPairs): number {
  const shared = sharedBy(before, pairs);
  const ways = before.reduce((product, { pool }) => {
    const own = shared.filter((seat) => pairs.shareOf(pool, seat) > 0).length;
    return product * (pool.seats.length === own ? own : own + 1);
  }, 1);
  if (shared.length === 0 || ways > MOST_WAYS) {
    const main = before.reduce((a, b) => (b.hours > a.hours + TOLERANCE ? b : a));
    return restStays(main, after, [], pairs);
  }
  return drawnStays(before, after, shared, pairs);
}

/** People who may be drawn for several of the works. */
function sharedBy(works: readonly Work[], pairs: PoolPairs): readonly Index[] {
  const found = new Set<Index>();
  works.forEach((a, at) => {
    for (const b of works.slice(0, at))
      for (const seat of pairs.samePerson(a.pool, b.pool).common) found.add(seat);
  });
  return [...found];
}

/** Chance that somebody is drawn for one of the works. */
const drawnIn = (seat: Index, works: readonly Work[], pairs: PoolPairs): number =>
  1 - works.reduce((miss, { pool }) => miss * (1 - pairs.shareOf(pool, seat)), 1);

/** Chance that one drawn for the work, and none of `others`, is among those who work after. */
function restStays(main: Work, after: readonly Work[], others: readonly Index[], pairs: PoolPairs): number {
  if (after.some(({ group }) => group === main.group)) return 1;
  const met = after.filter(({ pool }) => pairs.samePerson(main.pool, pool).person > 0);
  if (met.length === 0) return 0;
  if (met.length === 1 && others.length === 0) return pairs.samePerson(main.pool, met[0]!.pool).person;
  let [chance, stay] = [0, 0];
  main.pool.seats.forEach((seat, k) => {
    if (others.includes(seat)) return;
    chance += main.pool.share[k]!;
    stay += main.pool.share[k]! * drawnIn(seat, met, pairs);
  });
  return chance > 0 ? stay / chance : 0;
}

/** Goes through who of the shared people is drawn for what. */
function drawnStays(
  before: readonly Work[],
  after: readonly Work[],
  shared: readonly Index[],
  pairs: PoolPairs,
): number {
  const REST = -1;
  const chances = before.map(({ pool }) => {
    const own = shared.map((seat) => [seat, pairs.shareOf(pool, seat)] as const).filter(([, p]) => p > 0);
    const rest = own.reduce((sum, [, p]) => sum - p, 1);
    return rest > TOLERANCE ? [...own, [REST, rest] as const] : own;
  });
  const known = new Set(before.map(({ group }) => group));
  // Whoever else is drawn before for what they do after is known not to be the main contact.
  const open = after.filter(({ group }) => !known.has(group));
  const goesOn = new Set(after.map(({ group }) => group));
  const kept = (drawn: readonly Index[]): number => {
    const hours = new Map<string, { seat: Index; sum: number; works: Work[] }>();
    before.forEach((work, at) => {
      const key = drawn[at] === REST ? `rest ${at}` : String(drawn[at]);
      const own = hours.get(key) ?? { seat: drawn[at]!, sum: 0, works: [] };
      own.sum += work.hours;
      own.works.push(work);
      hours.set(key, own);
    });
    const main = [...hours.values()].reduce((a, b) => (b.sum > a.sum + TOLERANCE ? b : a));
    if (main.works.some(({ group }) => goesOn.has(group))) return 1;
    return main.seat === REST
      ? restStays(main.works[0]!, open, shared, pairs)
      : drawnIn(main.seat, open, pairs);
  };
  const draw = (at: number, chance: number, drawn: readonly Index[]): number =>
    at === before.length
      ? chance * kept(drawn)
      : chances[at]!.reduce((sum, [seat, p]) => sum + draw(at + 1, chance * p, [...drawn, seat]), 0);
  return draw(0, 1, []);
}
