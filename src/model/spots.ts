import { passingMemo } from '../base/memo.ts';
import { areSame, unlessAsToday } from './as-today.ts';
import { type SharingBoss, sharedSeatsOf } from './conflicts.ts';
import { headsOf } from './heads.ts';
import type { Index, Organisation } from './organisation.ts';
import { reportsOf, treeOf } from './tree.ts';

/** Where somebody in a dual-reporting conflict, or of several jobs, stands: between bosses who count by these shares. */
interface Between {
  /** The seat itself, where it leads or heads anything and so may be a head wherever the chart is cut; else -1. */
  readonly seat: Index;
  readonly bosses: readonly SharingBoss[];
}

/**
 * Seats fall into spots: those of one spot count in the same accountable units wherever the chart is cut. Reports of one
 * leader who lead nobody and have one department share one, so there are far fewer spots than seats.
 */
export interface Spots {
  readonly count: number;
  /** Spot of each seat. */
  readonly of: Int32Array;
  /** Place on the lines of each spot: an anchor, or, counted on from those, a place between bosses. */
  readonly line: Int32Array;
  /** Department of each spot, -1 = none. */
  readonly department: Int32Array;
  /** Those with a place of their own that others are found by, bosses first: leaders, heads of units, roots. */
  readonly anchors: Int32Array;
  /** Place of the anchor above each anchor; -1 at the top. */
  readonly above: Int32Array;
  /** The place of an anchor as a boss, at the index of its seat. */
  readonly asBoss: Int32Array;
  /** Places between bosses, counted on from the anchors. */
  readonly between: readonly Between[];
}

/** Whether a spot is on one line, not between bosses. */
export const isOnOneLine = ({ line, anchors }: Spots, spot: number): boolean => line[spot]! < anchors.length;

/** Whoever may be a head, or is somebody's second boss: found as a boss though nobody's first line may lead there. */
const mayBeHead = passingMemo((organisation: Organisation): Uint8Array => {
  const { head, joint } = headsOf(organisation);
  const heads = new Uint8Array(organisation.people.count);
  for (const seat of head) if (seat >= 0) heads[seat] = 1;
  for (const seats of joint.values()) for (const seat of seats) heads[seat] = 1;
  for (const { bosses } of sharedSeatsOf(organisation)) for (const { boss } of bosses) heads[boss] = 1;
  return heads;
});

const hasSpotsOfToday = (design: Organisation, today: Organisation): boolean =>
  design.unitOf === today.unitOf &&
  design.units.length === today.units.length &&
  treeOf(design) === treeOf(today) &&
  sharedSeatsOf(design) === sharedSeatsOf(today) &&
  areSame(mayBeHead(today), mayBeHead(design));

/** The spots of an organisation, found once. Linear in seats. */
export const spotsOf = unlessAsToday(hasSpotsOfToday, (organisation): Spots => {
  const tree = treeOf(organisation);
  const { unitOf, units, people } = organisation;
  const heads = mayBeHead(organisation);
  const { count } = people;
  const asBoss = new Int32Array(count).fill(-1);
  const anchors = tree.order.filter(
    (seat) => reportsOf(tree, seat) > 0 || tree.boss[seat]! < 0 || heads[seat] === 1,
  );
  anchors.forEach((seat, place) => {
    asBoss[seat] = place;
  });
  const above = anchors.map((seat) => (tree.boss[seat]! < 0 ? -1 : asBoss[tree.boss[seat]!]!));
  const placeOf = new Int32Array(count);
  for (let seat = 0; seat < count; seat++)
    placeOf[seat] = asBoss[seat]! >= 0 ? asBoss[seat]! : asBoss[tree.boss[seat]!]!;
  const between: Between[] = [];
  const byBosses = new Map<number | string, number>();
  for (const { seat, bosses } of sharedSeatsOf(organisation)) {
    const anchor = asBoss[seat]! >= 0;
    // A matrix has tens of thousands of equal pairs: a number for a key.
    const key =
      !anchor && bosses.length === 2 && bosses[0]!.share === 0.5 && bosses[0]!.job === undefined
        ? bosses[0]!.boss * count + bosses[1]!.boss
        : `${anchor ? seat : ''}|${bosses.map(({ boss, share, job }) => `${boss}:${share}:${job ?? ''}`).join(' ')}`;
    let place = byBosses.get(key);
    if (place === undefined) {
      place = anchors.length + between.length;
      byBosses.set(key, place);
      between.push({ seat: anchor ? seat : -1, bosses });
    }
    placeOf[seat] = place;
  }
  const of = new Int32Array(count);
  const line: number[] = [];
  const department: number[] = [];
  const known = new Map<number, number>();
  // The last one on each place: most of its people have one department.
  const last = new Int32Array(anchors.length + between.length).fill(-1);
  for (let seat = 0; seat < count; seat++) {
    const place = placeOf[seat]!;
    const unit = unitOf[seat]!;
    let spot = last[place]!;
    if (spot < 0 || department[spot] !== unit) {
      const key = place * (units.length + 1) + unit + 1;
      spot = known.get(key) ?? line.length;
      known.set(key, spot);
      last[place] = spot;
      line[spot] = place;
      department[spot] = unit;
    }
    of[seat] = spot;
  }
  return {
    count: line.length,
    of,
    line: Int32Array.from(line),
    department: Int32Array.from(department),
    anchors,
    above,
    asBoss,
    between,
  };
});
