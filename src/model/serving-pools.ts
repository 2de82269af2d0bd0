import { seatsAlone } from './desks.ts';
import type { Index, Organisation } from './organisation.ts';

/** The people one of whom does a step for a customer; a case draws one of them, with probability by fte. */
export interface Pool {
  readonly id: number;
  readonly capability: Index;
  readonly seats: Int32Array;
  /** Probability of each seat; sums to 1. */
  readonly share: Float64Array;
}

/** Some people, each once, with how much of each of them there is. */
interface Part {
  readonly seats: readonly Index[];
  readonly shares: readonly number[];
}

const WHOLE = Float64Array.of(1);
const NOT_THERE = -1;

/** The pools of an organisation, each made once. */
export class ServingPools {
  private readonly pools = new Map<number | string, Pool>();
  private readonly alone: (seat: Index) => Int32Array;
  /** How much there is of each seat of the pool that is being made; NOT_THERE between. */
  private readonly parts: Float64Array;

  constructor(private readonly organisation: Organisation) {
    this.alone = seatsAlone(organisation.asGiven());
    this.parts = new Float64Array(organisation.people.count).fill(NOT_THERE);
  }

  // A number for a key, which no larger pool has.
  private keyOfOne(capability: Index, seat: Index): number {
    return seat * this.organisation.capabilities.length + capability;
  }

  /** The pool of one person, as most are. */
  ofOne(capability: Index, seat: Index): Pool {
    const key = this.keyOfOne(capability, seat);
    let pool = this.pools.get(key);
    if (pool === undefined) {
      pool = { id: this.pools.size, capability, seats: this.alone(seat), share: WHOLE };
      this.pools.set(key, pool);
    }
    return pool;
  }

  /** Whether it is the pool of this person alone, made by `ofOne`. */
  isOfOne({ seats, share }: Pool, seat: Index): boolean {
    return share === WHOLE && seats[0] === seat;
  }

  /** The pool of all who are in any of the parts. */
  of(capability: Index, key: string, parts: readonly Part[]): Pool {
    let pool = this.pools.get(key);
    if (pool === undefined) {
      pool = { id: this.pools.size, capability, ...this.drawn(parts) };
      this.pools.set(key, pool);
    }
    return pool;
  }

  private drawn(parts: readonly Part[]): Pick<Pool, 'seats' | 'share'> {
    const there = this.parts;
    const { fte } = this.organisation.people;
    const all = new Int32Array(parts.reduce((sum, { seats }) => sum + seats.length, 0));
    let count = 0;
    for (const { seats, shares } of parts)
      for (let k = 0; k < seats.length; k++) {
        const seat = seats[k]!;
        if (there[seat] === NOT_THERE) {
          there[seat] = shares[k]!;
          all[count++] = seat;
        } else there[seat]! += shares[k]!;
      }
    const seats = count === all.length ? all.sort() : all.slice(0, count).sort();
    const share = new Float64Array(count);
    let total = 0;
    for (let k = 0; k < count; k++) {
      share[k] = fte[seats[k]!]! * there[seats[k]!]!;
      total += share[k]!;
      there[seats[k]!] = NOT_THERE;
    }
    for (let k = 0; k < count; k++) share[k] = total > 0 ? share[k]! / total : 1 / count;
    return { seats, share };
  }
}
