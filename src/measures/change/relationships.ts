import type { Index, Organisation } from '../../model/organisation.ts';
import { type Matching, stayer } from './matching.ts';

/** What becomes of the people whom one customer row is served by. */
export interface CustomerChange {
  /** The row before, and after. */
  readonly before: Index;
  readonly after: Index;
  readonly kept: number;
  /** Seats before who no longer serve it. */
  readonly broken: readonly Index[];
  /** Seats after who did not serve it. */
  readonly made: readonly Index[];
}

/** Below this number of people looking through a list costs less than a set of it. */
const FEW = 8;

const membership = (seats: Int32Array): { has(seat: Index): boolean } =>
  seats.length > FEW ? new Set(seats) : { has: (seat) => seats.includes(seat) };

/** People who serve a customer row by name; an open seat serves nobody. */
const serving = ({ people, relationships: { start, seat } }: Organisation, row: Index): Int32Array => {
  const seats = seat.subarray(start[row]!, start[row + 1]!);
  const isFilled = (one: Index) => people.vacant[one] === 0;
  return seats.every(isFilled) ? seats : seats.filter(isFilled);
};

/**
 * The relationships of each customer row that is there before and after, by index before: pairs of a person and the row. One
 * is kept where the same person still serves it. Linear in the pairs.
 */
export function* relationshipChanges(matching: Matching): Generator<CustomerChange> {
  const { before, after, seats, customers } = matching;
  for (let row = 0; row < before.customers.count; row++) {
    const there = customers.forward[row]!;
    if (there < 0) continue;
    const was = serving(before, row);
    const is = serving(after, there);
    if (was.length + is.length === 0) continue;
    const [inWas, inIs] = [membership(was), membership(is)];
    const broken: Index[] = [];
    const made: Index[] = [];
    for (const seat of was) {
      const then = stayer(matching, seat);
      if (then < 0 || !inIs.has(then)) broken.push(seat);
    }
    for (const seat of is) {
      const then = seats.backward[seat]!;
      if (then < 0 || !inWas.has(then)) made.push(seat);
    }
    yield { before: row, after: there, kept: was.length - broken.length, broken, made };
  }
}
