import { type Accountability, eachUnit } from '../model/accountability.ts';
import type { Index } from '../model/organisation.ts';
import type { Pool } from '../model/service.ts';
import { commonDepth, type ReportingTree } from '../model/tree.ts';

/** Deeper levels than any organisation has; only keys rest on it. */
const MOST_DEPTH = 1024;
/** More pools than there can be: two for a person and a capability. Keys only. */
const MOST_POOLS = 2 ** 26;

/** Where the people of a pool sit: same branch, depth and membership count as one place. */
interface Place {
  readonly anchor: Index;
  readonly depth: number;
  readonly membership: number;
  readonly weight: number;
}

/**
 * What two pools have in common, for people drawn from them independently: chances that the draws fall into one unit or
 * on one person, and how far the two have to go up for a common manager. Everything is kept by pair, and pools of one
 * person by their place, so that thousands of account owners cost no more than their number.
 */
export class PoolPairs {
  private readonly spreads = new Map<number, ReadonlyMap<number, number>>();
  private readonly placesOf = new Map<number, readonly Place[]>();
  private readonly overlaps = new Map<number, number>();
  private anchors: Int32Array | null = null;
  private readonly distances = new Map<string, { differing: number; distance: number }>();
  private readonly shared = new Map<number, { person: number; personAndUnit: number }>();
  private readonly sameUnits = new Map<number, number>();

  constructor(
    private readonly tree: ReportingTree,
    private readonly accountability: Accountability,
  ) {}

  /**
   * The lowest seat at or above each that is, or lies above, the head of a unit: two people in different units meet first
   * at, or above, those of them.
   */
  private get anchor(): Int32Array {
    if (this.anchors === null) {
      const { boss, roots, order } = this.tree;
      const skeleton = new Uint8Array(boss.length);
      for (const root of roots) skeleton[root] = 1;
      const add = (from: Index) => {
        for (let seat = from; seat >= 0 && skeleton[seat] === 0; seat = boss[seat]!) skeleton[seat] = 1;
      };
      for (const head of this.accountability.heads) add(head);
      // People in a conflict may sit in one branch and in different units.
      this.accountability.membershipOf.forEach((membership, seat) => {
        if (membership >= this.accountability.size) add(boss[seat]!);
      });
      this.anchors = new Int32Array(boss.length);
      for (const seat of order) this.anchors[seat] = skeleton[seat] === 1 ? seat : this.anchors[boss[seat]!]!;
    }
    return this.anchors;
  }

  /** Probability that the pool draws each accountable unit. */
  spread(pool: Pool): ReadonlyMap<number, number> {
    let spread = this.spreads.get(pool.id);
    if (spread === undefined && pool.seats.length === 1) {
      const shares = new Map<number, number>();
      eachUnit(this.accountability, this.accountability.membershipOf[pool.seats[0]!]!, (unit, share) => {
        shares.set(unit, share);
      });
      this.spreads.set(pool.id, shares);
      return shares;
    }
    if (spread === undefined) {
      const { membershipOf } = this.accountability;
      const shares = new Map<number, number>();
      for (const [membership, weight] of this.sums(pool, membershipOf))
        eachUnit(this.accountability, membership, (unit, share) => {
          shares.set(unit, (shares.get(unit) ?? 0) + share * weight);
        });
      // A sure unit is sure, whatever the rounding of the sum.
      spread = shares.size > 1 ? shares : new Map([...shares.keys()].map((unit) => [unit, 1]));
      this.spreads.set(pool.id, spread);
    }
    return spread;
  }

  /** Chance of each membership. A column where the pool is large, a map where there are more units than people in it. */
  private sums(
    pool: Pool,
    membershipOf: Int32Array,
  ): Iterable<readonly [membership: number, weight: number]> {
    const { size, mixed } = this.accountability;
    const places = size + mixed.length;
    if (pool.seats.length < places) {
      const sums = new Map<number, number>();
      pool.seats.forEach((seat, k) => {
        const membership = membershipOf[seat]!;
        sums.set(membership, (sums.get(membership) ?? 0) + pool.share[k]!);
      });
      return sums;
    }
    const column = new Float64Array(places);
    pool.seats.forEach((seat, k) => {
      column[membershipOf[seat]!]! += pool.share[k]!;
    });
    return [...column.entries()].filter(([, weight]) => weight > 0);
  }

  /** Probability that both draws fall into the same unit. */
  sameUnit(a: Pool, b: Pool): number {
    let [small, large] = [this.spread(a), this.spread(b)];
    if (small.size > large.size) [small, large] = [large, small];
    const keep = small.size > 1;
    const key = Math.min(a.id, b.id) * MOST_POOLS + Math.max(a.id, b.id);
    const kept = keep ? this.sameUnits.get(key) : undefined;
    if (kept !== undefined) return kept;
    let sum = 0;
    for (const [unit, p] of small) sum += p * (large.get(unit) ?? 0);
    if (keep) this.sameUnits.set(key, sum);
    return sum;
  }

  /** Probability that both draws are the same person; and that they are it in the same unit. */
  samePerson(a: Pool, b: Pool): { person: number; personAndUnit: number } {
    const [small, large] = a.seats.length <= b.seats.length ? [a, b] : [b, a];
    const key = small.id * MOST_POOLS + large.id;
    let found = this.shared.get(key);
    if (found === undefined) {
      const { membershipOf } = this.accountability;
      let person = 0;
      let personAndUnit = 0;
      small.seats.forEach((seat, k) => {
        const at = indexIn(large.seats, seat);
        if (at < 0) return;
        const both = small.share[k]! * large.share[at]!;
        person += both;
        personAndUnit += both * this.overlap(membershipOf[seat]!, membershipOf[seat]!);
      });
      found = { person, personAndUnit };
      this.shared.set(key, found);
    }
    return found;
  }

  /** Mean escalation distance of a hand-off between different units: max depth less depth of the common manager. */
  distance(a: Pool, b: Pool): number {
    const [first, second] = [this.places(a), this.places(b)];
    const key = `${this.placeKey(a, first)}/${this.placeKey(b, second)}`;
    let found = this.distances.get(key);
    if (found === undefined) {
      let differing = 0;
      let distance = 0;
      for (const x of first)
        for (const y of second) {
          const apart = x.weight * y.weight * (1 - this.overlap(x.membership, y.membership));
          if (apart <= 0) continue;
          differing += apart;
          distance += apart * (Math.max(x.depth, y.depth) - commonDepth(this.tree, x.anchor, y.anchor));
        }
      found = { differing, distance };
      this.distances.set(key, found);
    }
    return found.differing > 0 ? found.distance / found.differing : 0;
  }

  /** Probability that the pool draws a person. */
  shareOf(pool: Pool, seat: Index): number {
    const at = indexIn(pool.seats, seat);
    return at < 0 ? 0 : pool.share[at]!;
  }

  /** A number for the place of a seat: seats with the same branch, depth and membership have the same. */
  placeOf(seat: Index): number {
    const { membershipOf, mixed, size } = this.accountability;
    return (
      (this.anchor[seat]! * MOST_DEPTH + Math.min(this.tree.depth[seat]!, MOST_DEPTH - 1)) *
        (size + mixed.length) +
      membershipOf[seat]!
    );
  }

  /** Chance that two people of these memberships count in the same unit, drawn for each. */
  private overlap(a: number, b: number): number {
    const { size } = this.accountability;
    if (a < size && b < size) return a === b ? 1 : 0;
    const key = Math.min(a, b) * (size + this.accountability.mixed.length) + Math.max(a, b);
    const known = this.overlaps.get(key);
    if (known !== undefined) return known;
    let sum = 0;
    eachUnit(this.accountability, a, (unit, share) => {
      eachUnit(this.accountability, b, (other, otherShare) => {
        if (unit === other) sum += share * otherShare;
      });
    });
    this.overlaps.set(key, sum);
    return sum;
  }

  private placeKey(pool: Pool, places: readonly Place[]): string {
    const only = places.length === 1 ? places[0]! : undefined;
    return only === undefined ? `p${pool.id}` : `${only.anchor}:${only.depth}:${only.membership}`;
  }

  private places(pool: Pool): readonly Place[] {
    let places = this.placesOf.get(pool.id);
    if (places === undefined) {
      const weights = new Map<number, number>();
      const first = new Map<number, Index>();
      for (let k = 0; k < pool.seats.length; k++) {
        const seat = pool.seats[k]!;
        const key = this.placeOf(seat);
        weights.set(key, (weights.get(key) ?? 0) + pool.share[k]!);
        if (!first.has(key)) first.set(key, seat);
      }
      places = [...first].map(([key, seat]) => ({
        anchor: this.anchor[seat]!,
        depth: this.tree.depth[seat]!,
        membership: this.accountability.membershipOf[seat]!,
        weight: weights.get(key)!,
      }));
      this.placesOf.set(pool.id, places);
    }
    return places;
  }
}

/** Position of a value in an ascending array, -1 if it is not there. */
function indexIn(ascending: Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! === value) return middle;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
