import { membersOf } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { type Matching, stayer } from './matching.ts';

/** What becomes of the people whom one customer row is served by. */
interface CustomerChange {
  /** The row before, and after. */
  readonly before: Index;
  readonly after: Index;
  readonly kept: number;
  /** Seats before who no longer serve it. */
  readonly broken: readonly Index[];
  /** Seats after who did not serve it. */
  readonly made: readonly Index[];
}

/** Up to this number of people looking through a list costs less than a set of it. */
const FEW = 8;

/** The people who serve a row by name, where they are many. */
const manyServing = (
  { relationships: { start, seat } }: Organisation,
  row: Index,
): ReadonlySet<Index> | null =>
  start[row + 1]! - start[row]! > FEW ? new Set(seat.subarray(start[row]!, start[row + 1]!)) : null;

/** Whether somebody serves a row by name; an open seat serves nobody. */
function serves(
  { people, relationships: { start, seat } }: Organisation,
  row: Index,
  many: ReadonlySet<Index> | null,
  one: Index,
): boolean {
  if (people.vacant[one] === 1) return false;
  if (many !== null) return many.has(one);
  for (let k = start[row]!; k < start[row + 1]!; k++) if (seat[k] === one) return true;
  return false;
}

const NOBODY: readonly Index[] = [];

/**
 * The relationships of each customer row that is there before and after, by index before: pairs of a person and the row. One
 * is kept where the same person still serves it. Linear in the pairs.
 */
export function* relationshipChanges(matching: Matching): Generator<CustomerChange> {
  const { before, after, seats, customers } = matching;
  const [was, is] = [before.relationships, after.relationships];
  for (let row = 0; row < before.customers.count; row++) {
    const there = customers.forward[row]!;
    if (there < 0) continue;
    const [manyBefore, manyAfter] = [manyServing(before, row), manyServing(after, there)];
    let [kept, others] = [0, 0];
    let broken = NOBODY as Index[];
    let made = NOBODY as Index[];
    for (let k = was.start[row]!; k < was.start[row + 1]!; k++) {
      const seat = was.seat[k]!;
      if (before.people.vacant[seat] === 1) continue;
      const then = stayer(matching, seat);
      if (then >= 0 && serves(after, there, manyAfter, then)) kept++;
      else if (broken === NOBODY) broken = [seat];
      else broken.push(seat);
    }
    for (let k = is.start[there]!; k < is.start[there + 1]!; k++) {
      const seat = is.seat[k]!;
      if (after.people.vacant[seat] === 1) continue;
      others++;
      const then = seats.backward[seat]!;
      if (then >= 0 && serves(before, row, manyBefore, then)) continue;
      if (made === NOBODY) made = [seat];
      else made.push(seat);
    }
    if (kept + broken.length + others > 0) yield { before: row, after: there, kept, broken, made };
  }
}

interface WorkingPairs {
  readonly before: number;
  readonly kept: number;
}

const inTheSame = ({ unitOf }: Organisation, a: number, b: number): boolean =>
  unitOf[a]! >= 0 && unitOf[a] === unitOf[b];

/** Pairs who work with each other by the interactions of the file. */
function interacting(matching: Matching): WorkingPairs {
  const { before, after } = matching;
  const { vacant } = before.people;
  let [all, kept] = [0, 0];
  for (const { from, to } of before.interactions) {
    if (!inTheSame(before, from, to) || vacant[from] === 1 || vacant[to] === 1) continue;
    all++;
    const [a, b] = [stayer(matching, from), stayer(matching, to)];
    if (a >= 0 && b >= 0 && inTheSame(after, a, b)) kept++;
  }
  return { before: all, kept };
}

/**
 * Pairs of people in one unit, and how many of them are in one unit afterwards, whichever that is; a pair ends when one of
 * the two leaves. Of the pairs who interact, where the file before says who does. Linear in the people and interactions.
 */
export function workingPairs(matching: Matching): WorkingPairs {
  const { before, after } = matching;
  if (before.interactions.length > 0) return interacting(matching);
  const { start, seat: seats } = membersOf(before);
  const pairs = { before: 0, kept: 0 };
  // How many of the unit that was looked at last are in each afterwards: the next one pairs with all of them.
  const together = new Int32Array(after.units.length);
  const lastUnit = new Int32Array(after.units.length).fill(-1);
  for (let unit = 0; unit < before.units.length; unit++) {
    let present = 0;
    for (let k = start[unit]!; k < start[unit + 1]!; k++) {
      if (before.people.vacant[seats[k]!] === 1) continue;
      pairs.before += present++;
      const there = stayer(matching, seats[k]!);
      const then = there < 0 ? -1 : after.unitOf[there]!;
      if (then < 0) continue;
      if (lastUnit[then] !== unit) together[then] = 0;
      lastUnit[then] = unit;
      pairs.kept += together[then]!++;
    }
  }
  return pairs;
}
