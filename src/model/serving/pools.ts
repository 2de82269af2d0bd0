import { Lists } from '../../numbers/lists.ts';
import type { Index, Organisation } from '../organisation.ts';

/** The people one of whom does a step for a customer; a case draws one of them, with probability by fte. */
export interface Pool {
  readonly id: number;
  readonly capability: Index;
  /** In ascending order. */
  readonly seats: readonly Index[];
  /** Probability of each seat; sums to 1. */
  readonly share: Float64Array;
}

/** The steps of a journey that one pool does; `pool` is null where nobody has the capability. */
export interface Group {
  readonly capability: Index;
  readonly pool: Pool | null;
}

/** Some people, each once, with how much of each of them there is. */
interface Part {
  readonly seats: readonly Index[];
  readonly shares: readonly number[];
}

const WHOLE = Float64Array.of(1);
const NOT_THERE = -1;

/** The pools of an organisation, each made once and the only one of its group. */
export class ServingPools {
  /** How many there are. */
  count = 0;
  private readonly lists = new Lists();
  private readonly groups = new Map<number, Group>();
  private readonly groupsOfOne = new Map<number, Group>();
  private readonly nobody: (Group | undefined)[] = [];
  /** How much there is of each seat of the pool that is being made; NOT_THERE between. */
  private readonly parts: Float64Array;

  constructor(private readonly organisation: Organisation) {
    this.parts = new Float64Array(organisation.people.count).fill(NOT_THERE);
  }

  private made(capability: Index, { seats, share }: Pick<Pool, 'seats' | 'share'>): Group {
    return { capability, pool: { id: this.count++, capability, seats, share } };
  }

  /** Steps of a capability that nobody has. */
  ofNobody(capability: Index): Group {
    this.nobody[capability] ??= { capability, pool: null };
    return this.nobody[capability];
  }

  /** One person, as most named ones are. */
  ofOne(capability: Index, seat: Index): Group {
    const key = seat * this.organisation.capabilities.length + capability;
    let group = this.groupsOfOne.get(key);
    if (group === undefined) {
      group = this.made(capability, { seats: [seat], share: WHOLE });
      this.groupsOfOne.set(key, group);
    }
    return group;
  }

  /** All who are in any of the parts, which `names` tells from those of other pools of the capability. */
  of(capability: Index, names: ArrayLike<number>, parts: readonly Part[]): Group {
    const key = this.lists.of(names, this.lists.with(0, capability));
    let group = this.groups.get(key);
    if (group === undefined) {
      group = this.made(capability, this.drawn(parts));
      this.groups.set(key, group);
    }
    return group;
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
    const sorted = count === all.length ? all.sort() : all.slice(0, count).sort();
    const seats: Index[] = [];
    for (let k = 0; k < count; k++) seats.push(sorted[k]!);
    const share = new Float64Array(count);
    let total = 0;
    for (let k = 0; k < count; k++) {
      share[k] = fte[seats[k]!]! * there[seats[k]!]!;
      total += share[k]!;
      there[seats[k]!] = NOT_THERE;
    }
    for (let k = 0; k < count; k++) share[k] = total > 0 ? share[k]! / total : 1 / count;
    // Without the room to grow: there are as many as sets of named people.
    return { seats: seats.slice(), share };
  }
}
