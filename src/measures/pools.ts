import type { Accountability } from '../model/accountability.ts';
import type { Index } from '../model/organisation.ts';
import type { Pool } from '../model/service.ts';
import { commonDepth, type ReportingTree } from '../model/tree.ts';

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
  private readonly anchor: Int32Array;
  private readonly distances = new Map<string, { differing: number; distance: number }>();
  private readonly shared = new Map<string, { person: number; personAndUnit: number }>();

  constructor(
    private readonly tree: ReportingTree,
    private readonly accountability: Accountability,
  ) {
    const skeleton = new Uint8Array(tree.boss.length);
    for (const root of tree.roots) skeleton[root] = 1;
    for (const unit of accountability.units)
      for (let seat = unit.head; seat >= 0 && skeleton[seat] === 0; seat = tree.boss[seat]!)
        skeleton[seat] = 1;
    // Two people in different units meet first at, or above, the lowest of their managers that lies above a head.
    this.anchor = new Int32Array(tree.boss.length);
    for (const seat of tree.order)
      this.anchor[seat] = skeleton[seat] === 1 ? seat : this.anchor[tree.boss[seat]!]!;
  }

  /** Probability that the pool draws each accountable unit. */
  spread(pool: Pool): ReadonlyMap<number, number> {
    let spread = this.spreads.get(pool.id);
    if (spread === undefined) {
      const shares = new Map<number, number>();
      for (let k = 0; k < pool.seats.length; k++)
        for (const [unit, share] of this.membership(pool.seats[k]!))
          shares.set(unit, (shares.get(unit) ?? 0) + share * pool.share[k]!);
      spread = shares.size > 1 ? shares : new Map([...shares.keys()].map((unit) => [unit, 1]));
      this.spreads.set(pool.id, spread);
    }
    return spread;
  }

  /** Probability that both draws fall into the same unit. */
  sameUnit(a: Pool, b: Pool): number {
    let [small, large] = [this.spread(a), this.spread(b)];
    if (small.size > large.size) [small, large] = [large, small];
    let sum = 0;
    for (const [unit, p] of small) sum += p * (large.get(unit) ?? 0);
    return sum;
  }

  /** Probability that both draws are the same person; and that they are it in the same unit. */
  samePerson(a: Pool, b: Pool): { person: number; personAndUnit: number } {
    const [small, large] = a.seats.length <= b.seats.length ? [a, b] : [b, a];
    const key = `${small.id},${large.id}`;
    let found = this.shared.get(key);
    if (found === undefined) {
      let person = 0;
      let personAndUnit = 0;
      small.seats.forEach((seat, k) => {
        const at = indexIn(large.seats, seat);
        if (at < 0) return;
        const both = small.share[k]! * large.share[at]!;
        person += both;
        personAndUnit += both * this.membership(seat).reduce((sum, [, share]) => sum + share * share, 0);
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

  private membership(seat: Index) {
    return this.accountability.memberships[this.accountability.membershipOf[seat]!]!;
  }

  private overlap(a: number, b: number): number {
    const second = this.accountability.memberships[b]!;
    let sum = 0;
    for (const [unit, share] of this.accountability.memberships[a]!)
      for (const [other, otherShare] of second) if (unit === other) sum += share * otherShare;
    return sum;
  }

  private placeKey(pool: Pool, places: readonly Place[]): string {
    const only = places.length === 1 ? places[0]! : undefined;
    return only === undefined ? `p${pool.id}` : `${only.anchor}:${only.depth}:${only.membership}`;
  }

  private places(pool: Pool): readonly Place[] {
    let places = this.placesOf.get(pool.id);
    if (places === undefined) {
      const found = new Map<string, Place>();
      for (let k = 0; k < pool.seats.length; k++) {
        const seat = pool.seats[k]!;
        const place = {
          anchor: this.anchor[seat]!,
          depth: this.tree.depth[seat]!,
          membership: this.accountability.membershipOf[seat]!,
        };
        const key = `${place.anchor}:${place.depth}:${place.membership}`;
        found.set(key, { ...place, weight: (found.get(key)?.weight ?? 0) + pool.share[k]! });
      }
      places = [...found.values()];
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
