import { type Accountability, eachUnit, unitsOfSeat } from '../../model/accountability.ts';
import type { Index } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import { levelsOf, type ReportingTree } from '../../model/tree.ts';
import { ofWork } from '../../model/view.ts';
import { indexIn } from '../../numbers/sorted.ts';
import { DeepReach } from './deep-reach.ts';
import { inBoth, spotsOfPool } from './pool-spots.ts';
import { type AnyReach, Reach } from './reach.ts';
import { NOBODY_IN_BOTH, type SamePerson } from './same-person.ts';

/** Levels up to which distances are added up over the managers above everybody. */
const MOST_LEVELS = 1000;
/** More pools than there can be: two for a person and a capability. Keys only. */
const MOST_POOLS = 2 ** 26;

/** Below an anchor: nobody yet, and people of several units. */
const NOBODY = -1;
const SEVERAL = -2;

interface PoolReach {
  readonly all: AnyReach;
  readonly units: ReadonlyMap<Index, AnyReach>;
}

/**
 * What two pools have in common, for people drawn from them independently: chances that the draws fall into one unit or
 * on one person, and how far the two have to go up for a common manager. Everything is kept by pair, and pools of one
 * person by their place, so that thousands of account owners cost no more than their number.
 */
export class PoolPairs {
  private readonly spreads = new Map<number, ReadonlyMap<number, number>>();
  private readonly spreadsOfOne = new Map<number, ReadonlyMap<number, number>>();
  /** By the pools of one. */
  private readonly sureUnits: (Index | undefined)[] = [];
  private readonly reaches = new Map<number, PoolReach>();
  private readonly overlaps = new Map<number, number>();
  /** By anchor, the lowest at or above it that two people of different units may meet at. */
  private lowest: Int32Array | null = null;
  private readonly distances = new Map<string, number>();
  private readonly shared = new Map<number, SamePerson>();
  private readonly sameUnits = new Map<number, number>();

  private readonly levels: number;

  constructor(
    private readonly tree: ReportingTree,
    readonly accountability: Accountability,
  ) {
    this.levels = levelsOf(tree);
  }

  /**
   * The lowest seat at or above each with people of different units at or below: two people in different units meet first
   * at, or above, those of them. A manager is on their own line.
   */
  private anchor(seat: Index): Index {
    const { boss } = this.tree;
    const { asBoss, anchors } = this.accountability.spots;
    this.lowest ??= this.findLowest();
    const place = asBoss[seat]! >= 0 ? asBoss[seat]! : asBoss[boss[seat]!]!;
    return anchors[this.lowest[place]!]!;
  }

  private findLowest(): Int32Array {
    const { spots, membershipOfSpot, size } = this.accountability;
    const { anchors, above, line, between, asBoss } = spots;
    // The one unit of all people at and below an anchor; SEVERAL where there are more, or somebody counts in more.
    const only = new Int32Array(anchors.length).fill(NOBODY);
    const add = (place: number, unit: number) => {
      if (only[place] === NOBODY) only[place] = unit;
      else if (only[place] !== unit) only[place] = SEVERAL;
    };
    for (let spot = 0; spot < spots.count; spot++) {
      const place = line[spot]!;
      const membership = membershipOfSpot[spot]!;
      const unit = membership < size ? membership : SEVERAL;
      if (place < anchors.length) add(place, unit);
      else {
        const { seat, bosses } = between[place - anchors.length]!;
        for (const at of seat >= 0 ? [seat] : bosses.map(({ boss }) => boss)) add(asBoss[at]!, unit);
      }
    }
    for (let place = anchors.length - 1; place >= 0; place--)
      if (above[place]! >= 0) add(above[place]!, only[place]!);
    // Bosses come first, so the one above is settled.
    const lowest = new Int32Array(anchors.length);
    above.forEach((over, place) => {
      lowest[place] = over < 0 || only[place] === SEVERAL ? place : lowest[over]!;
    });
    return lowest;
  }

  /** The unit of one person who counts in no other, which is sure; -1 of other pools. */
  sureUnit({ id, seats }: Pool): Index {
    if (seats.length > 1) return -1;
    let unit = this.sureUnits[id];
    if (unit === undefined) {
      const membership = this.accountability.membershipOf(seats[0]!);
      unit = membership < this.accountability.size ? membership : -1;
      this.sureUnits[id] = unit;
    }
    return unit;
  }

  /** Probability that the pool draws each accountable unit. */
  spread(pool: Pool): ReadonlyMap<number, number> {
    if (pool.seats.length === 1) return this.spreadOfOne(pool.seats[0]!);
    let spread = this.spreads.get(pool.id);
    if (spread === undefined) {
      const shares = new Map<number, number>();
      const { size, mixed } = this.accountability;
      const add = (unit: number, share: number) => shares.set(unit, (shares.get(unit) ?? 0) + share);
      this.eachSum(pool, (membership, weight) => {
        if (membership < size) add(membership, weight);
        else for (const [unit, share] of mixed[membership - size]!) add(unit, share * weight);
      });
      // A sure unit is sure, whatever the rounding of the sum.
      spread = shares.size > 1 ? shares : new Map([...shares.keys()].map((unit) => [unit, 1]));
      this.spreads.set(pool.id, spread);
    }
    return spread;
  }

  /** The same for everybody of one membership. */
  private spreadOfOne(seat: Index): ReadonlyMap<number, number> {
    const membership = this.accountability.membershipOf(seat);
    let spread = this.spreadsOfOne.get(membership);
    if (spread === undefined) {
      spread = unitsOfSeat(this.accountability, seat);
      this.spreadsOfOne.set(membership, spread);
    }
    return spread;
  }

  /** Chance of each membership. A column where the pool is large, a map where there are more units than spots in it. */
  private eachSum(pool: Pool, call: (membership: number, weight: number) => void): void {
    const { size, mixed, membershipOfSpot } = this.accountability;
    const { spot: spots, share: shares } = spotsOfPool(pool, this.accountability.spots, this.tree);
    const places = size + mixed.length;
    if (spots.length < places) {
      const sums = new Map<number, number>();
      for (let k = 0; k < spots.length; k++) {
        const membership = membershipOfSpot[spots[k]!]!;
        sums.set(membership, (sums.get(membership) ?? 0) + shares[k]!);
      }
      for (const [membership, weight] of sums) call(membership, weight);
      return;
    }
    const column = new Float64Array(places);
    for (let k = 0; k < spots.length; k++) column[membershipOfSpot[spots[k]!]!]! += shares[k]!;
    for (let membership = 0; membership < places; membership++)
      if (column[membership]! > 0) call(membership, column[membership]!);
  }

  /** Probability that both draws fall into the same unit. */
  sameUnit(a: Pool, b: Pool): number {
    const own = this.spread(a);
    const other = this.spread(b);
    const small = own.size <= other.size ? own : other;
    const large = small === own ? other : own;
    const keep = small.size > 1;
    const key = Math.min(a.id, b.id) * MOST_POOLS + Math.max(a.id, b.id);
    const kept = keep ? this.sameUnits.get(key) : undefined;
    if (kept !== undefined) return kept;
    let sum = 0;
    small.forEach((p, unit) => {
      sum += p * (large.get(unit) ?? 0);
    });
    if (keep) this.sameUnits.set(key, sum);
    return sum;
  }

  /** What there is of one person whom both draws fall on. Kept only for pools of several: those of one are many. */
  samePerson(a: Pool, b: Pool): SamePerson {
    const small = a.seats.length <= b.seats.length ? a : b;
    const large = small === a ? b : a;
    if (small.seats.length === 1)
      return indexIn(large.seats, small.seats[0]!) < 0
        ? NOBODY_IN_BOTH
        : this.findSamePerson(small, large, [small.seats[0]!]);
    const key = small.id * MOST_POOLS + large.id;
    let found = this.shared.get(key);
    if (found === undefined) {
      found = this.findSamePerson(small, large, inBoth(small, large));
      this.shared.set(key, found);
    }
    return found;
  }

  private findSamePerson(small: Pool, large: Pool, common: readonly Index[]): SamePerson {
    const { membershipOf, size, spots } = this.accountability;
    let person = 0;
    let personAndUnit = 0;
    let distance = 0;
    for (const seat of common) {
      const both = this.shareOf(small, seat) * this.shareOf(large, seat);
      const inOne = this.overlap(membershipOf(seat), membershipOf(seat));
      person += both;
      personAndUnit += both * inOne;
      // Who leads nobody is looked for on the line of the boss.
      if (membershipOf(seat) >= size && spots.asBoss[seat]! < 0) distance += both * (1 - inOne);
    }
    return { person, personAndUnit, distance, common };
  }

  /**
   * Expected escalation distance between two people in different units, 0 where they are in one, or one person: max depth
   * less depth of the common manager.
   */
  distance(a: Pool, b: Pool): number {
    const key = `${this.placeKey(a)}/${this.placeKey(b)}`;
    let distance = this.distances.get(key);
    if (distance === undefined) {
      const [first, second] = [this.reach(a), this.reach(b)];
      // All pairs less those that fall into the same unit.
      let sum = first.all.distanceTo(second.all);
      for (const [unit, reach] of first.units) {
        const other = second.units.get(unit);
        if (other !== undefined) sum -= reach.distanceTo(other);
      }
      distance = Math.max(0, sum);
      this.distances.set(key, distance);
    }
    return Math.max(0, distance - this.samePerson(a, b).distance);
  }

  private placeKey({ id, seats }: Pool): string {
    return seats.length === 1 ? String(this.placeOf(seats[0]!)) : `p${id}`;
  }

  private reach(pool: Pool): PoolReach {
    const known = this.reaches.get(pool.id);
    if (known !== undefined) return known;
    const units = new Map<Index, AnyReach>();
    const found: PoolReach = { all: this.newReach(), units };
    const { seat: seats, share } = spotsOfPool(pool, this.accountability.spots, this.tree);
    for (let k = 0; k < seats.length; k++) {
      const seat = seats[k]!;
      const at = this.anchor(seat);
      const depth = this.tree.depth[seat]!;
      found.all.add(at, depth, share[k]!);
      eachUnit(this.accountability, this.accountability.membershipOf(seat), (unit, part) => {
        let own = units.get(unit);
        if (own === undefined) {
          own = this.newReach();
          units.set(unit, own);
        }
        own.add(at, depth, share[k]! * part);
      });
    }
    // That of one person is soon made again, and there are as many of those as people.
    if (pool.seats.length > 1) this.reaches.set(pool.id, found);
    return found;
  }

  private newReach(): AnyReach {
    return this.levels > MOST_LEVELS ? new DeepReach(this.tree) : new Reach(this.tree);
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
      (this.anchor(seat) * this.levels + this.tree.depth[seat]!) * (size + mixed.length) + membershipOf(seat)
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
}

/** Those of a view at the height that counts, made once: most measures of customers ask for the same pairs. */
export const pairsOf = ofWork((view) => new PoolPairs(view.tree(), view.accountability().at));
