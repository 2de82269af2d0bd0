import type { CustomerClass, Group, Pool } from '../../model/service.ts';
import type { ReportingTree } from '../../model/tree.ts';
import { ofWork } from '../../model/view.ts';
import { shareOfWhole } from '../measure.ts';
import { blocksOf, headInRootOffice, headsFor, sharedPersons } from './blocks.ts';
import { type Course, coursesOf, groupHours } from './courses.ts';
import { type CustomerKind, kindsOf } from './customer-kinds.ts';
import { type DrawFigures, expectDraws, expectUnits } from './draws.ts';
import { contactKept } from './main-contact.ts';
import { type PoolPairs, pairsOf } from './pools.ts';
import { ANSWERS_TO_NOBODY } from './work-block.ts';

/** A smaller chance than this that two people are in different units is the rounding of none. */
const ROUNDING = 1e-12;

/** What a customer of one class meets on the journey. */
export interface ClassFigures extends Pick<DrawFigures, 'largest'> {
  /** E[number of units that the customer deals with] (S0), E[1 / Σ s²] over them (S2): NaN without served contact steps. */
  readonly count: number;
  readonly effective: number;
  /** Units that the customer could deal with. */
  readonly reachable: number;
  /** E[number of units that the work passes through]. */
  readonly units: number;
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

export interface JourneyFigures {
  readonly kinds: readonly CustomerKind<ClassFigures>[];
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
function drawKey(group: CustomerClass, spreads: readonly (ReadonlyMap<number, number> | null)[]): string {
  const labels = new Map<number, number>();
  const parts = spreads.map((spread, at) => {
    if (spread === null) return '-';
    if (spread.size > 1) return `p${group.groups[at]!.pool!.id}`;
    const unit = spread.keys().next().value!;
    if (unit === ANSWERS_TO_NOBODY) return '0';
    if (!labels.has(unit)) labels.set(unit, labels.size);
    const chances = spreads.map((other) => (other !== null && other.size > 1 ? (other.get(unit) ?? 0) : 0));
    return `u${labels.get(unit)}${chances.some((chance) => chance > 0) ? chances.join(',') : ''}`;
  });
  return parts.join(';');
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

/** Expected moves from a step to another that cross, by the chance that a move between two groups does. */
export const handoffsBy = (
  { groups, groupOfStep }: CustomerClass,
  { moves }: Course,
  crosses: (a: Group, b: Group) => number,
): number => {
  let handoffs = 0;
  for (let k = 0; k < moves.length; k++) {
    const move = moves[k]!;
    const a = groups[groupOfStep[move[0]]!]!;
    const b = groups[groupOfStep[move[1]]!]!;
    handoffs += move[2] * (isUnserved(move, a, b) ? 1 : crosses(a, b));
  }
  return handoffs;
};

/** What nobody serves is handed over to nobody, and taken up again from nobody. */
const isUnserved = (move: Course['moves'][number], a: Group, b: Group): boolean =>
  move[0] !== move[1] && (a.pool === null || b.pool === null);

export const handoffsOf = (group: CustomerClass, course: Course, pairs: PoolPairs): number =>
  handoffsBy(group, course, (a, b) => differ(pairs, a, b));

type Drawn = Pick<ClassFigures, 'count' | 'effective' | 'reachable' | 'units' | 'largest'>;

/** What follows from the draws of units: of the contact steps, and of all hours by the heads below the root. */
function drawUnits(group: CustomerClass, course: Course, pairs: PoolPairs, heads: HeadsOf): Drawn {
  const hours = groupHours(group, course);
  const contact = groupHours(group, course, course.contact);
  const persons = sharedPersons(group, pairs);
  const all = blocksOf(group, hours, pairs, undefined, persons);
  const { count, effective, reachable } = expectDraws(blocksOf(group, contact, pairs, undefined, persons));
  return {
    count: Number.isNaN(effective) ? Number.NaN : count,
    effective,
    reachable,
    units: expectUnits(all),
    largest: expectDraws(blocksOf(group, hours, pairs, heads, persons)).largest,
  };
}

type HeadsOf = ReturnType<typeof headsFor>;

function workOut(
  group: CustomerClass,
  course: Course,
  pairs: PoolPairs,
  heads: HeadsOf,
  drawn: Map<string, Drawn>,
): ClassFigures {
  const spreads = group.groups.map(({ pool }) => (pool === null ? null : pairs.spread(pool)));
  // People in several units who are in several pools are told by who they are.
  const mixed =
    pairs.accountability.mixed.length > 0 ? group.groups.map(({ pool }) => pool?.id).join(',') : '';
  const byHead = spreads.map((spread, at) => spread && heads(spread, group.groups[at]!.pool!));
  const key = `${group.journey}|${group.groupOfStep.join(',')}|${drawKey(group, spreads)}|${drawKey(group, byHead)}|${mixed}`;
  let draws = drawn.get(key);
  if (draws === undefined) {
    draws = drawUnits(group, course, pairs, heads);
    drawn.set(key, draws);
  }
  const hours = groupHours(group, course);
  return {
    ...draws,
    coverage: shareOfWhole(
      group.groups.reduce((sum, { pool }, at) => sum + (pool === null ? 0 : hours[at]!), 0),
    ),
    ...movesOf(group, course, pairs),
    contacts: contactsOf(group, course, pairs),
    kept: contactKept(group, course, pairs),
  };
}

/** Probability that a move between two groups crosses from one unit to another; work that nobody serves always does. */
export function differ(pairs: PoolPairs, a: Group, b: Group): number {
  if (a === b) return 0;
  if (a.pool === null || b.pool === null) return 1;
  const { person, personAndUnit } = pairs.samePerson(a.pool, b.pool);
  return Math.max(0, 1 - pairs.sameUnit(a.pool, b.pool) - (person - personAndUnit));
}

function movesOf(
  group: CustomerClass,
  course: Course,
  pairs: PoolPairs,
): Pick<ClassFigures, 'handoffs' | 'inside' | 'escalation' | 'servedHandoffs'> {
  let handoffs = 0;
  let inside = 0;
  let escalation = 0;
  let servedHandoffs = 0;
  for (const move of course.moves) {
    const a = group.groups[group.groupOfStep[move[0]]!]!;
    const b = group.groups[group.groupOfStep[move[1]]!]!;
    const times = move[2];
    const apart = isUnserved(move, a, b) ? 1 : differ(pairs, a, b);
    handoffs += times * apart;
    if (a === b || a.pool === null || b.pool === null) continue;
    inside +=
      times * Math.max(0, pairs.sameUnit(a.pool, b.pool) - pairs.samePerson(a.pool, b.pool).personAndUnit);
    if (apart <= ROUNDING) continue;
    servedHandoffs += times * apart;
    escalation += times * pairs.distance(a.pool, b.pool);
  }
  return { handoffs, inside, escalation, servedHandoffs };
}

/** E[number of different people met] = Σ over people of 1 − Π (1 − chance to be drawn by each pool), on contact steps. */
function contactsOf(group: CustomerClass, course: Course, pairs: PoolPairs): number {
  const contact = groupHours(group, course, course.contact);
  const pools = group.groups.flatMap(({ pool }, at) => (pool === null || contact[at] === 0 ? [] : [pool]));
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

/** A number for where a single person sits, and in which other pools of the class they are: what their figures depend on. */
function personPlaces(pairs: PoolPairs, tree: ReportingTree): (group: CustomerClass, seat: number) => number {
  const numbers = new Map<number | string, number>();
  const { spots } = pairs.accountability;
  const headOf = headInRootOffice(tree, pairs.accountability);
  return ({ groups }, seat) => {
    let key: number | string = pairs.placeOf(seat);
    const head = headOf(spots.of[seat]!);
    if (head >= 0) key = `${key}@${head}`;
    for (let at = 0; at < groups.length; at++) {
      const { pool } = groups[at]!;
      const share = pool === null || pool.seats.length === 1 ? 0 : pairs.shareOf(pool, seat);
      if (share > 0) key = `${key};${at}:${share}`;
    }
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
}

/** What customers meet, by class, at the height that counts; one pass for all measures of the journey. */
export const journeyFigures = ofWork((view): JourneyFigures => {
  const service = view.service();
  const pairs = pairsOf(view);
  const all = coursesOf(view);
  const heads = headsFor(view.tree(), pairs.accountability);
  const drawn = new Map<string, Drawn>();
  const { kinds, kindOf } = kindsOf(service, personPlaces(pairs, view.tree()), (group) =>
    workOut(group, all[group.journey]!, pairs, heads, drawn),
  );
  let hours = 0;
  let covered = 0;
  let assumed = 0;
  service.classes.forEach((group, at) => {
    const course = all[group.journey]!;
    const work = group.customers * (course.hours > 0 ? course.hours : 1);
    hours += work;
    covered += work * kinds[kindOf[at]!]!.figures.coverage;
    assumed += work * course.assumedShare;
  });
  return {
    kinds,
    coverage: hours > 0 ? shareOfWhole(covered / hours) : null,
    assumedShare: hours > 0 ? assumed / hours : 0,
  };
});
