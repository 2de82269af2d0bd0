import { memo } from '../../base/memo.ts';
import { type Accountability, eachUnit, unitsOfSeat } from '../../model/accountability.ts';
import type { CustomerClass, Pool } from '../../model/service.ts';
import { type ReportingTree, reportsOf } from '../../model/tree.ts';
import { spotsOfPool } from './pool-spots.ts';
import type { PoolPairs } from './pools.ts';
import { ANSWERS_TO_NOBODY, type Block, type SharedPerson } from './work-block.ts';

type Units = ReadonlyMap<number, number>;

/**
 * Blocks to draw: what one and the same person does for a customer is drawn into one unit. `of` may join units.
 * @param persons - Those of the class, where its blocks are made several times.
 */
export function blocksOf(
  group: CustomerClass,
  hours: readonly number[],
  pairs: PoolPairs,
  of: (units: Units, pool?: Pool) => Units = (units) => units,
  persons: readonly Person[] = sharedPersons(group, pairs),
): readonly Block[] {
  const { groups } = group;
  const ofPerson = new Map<number, Block>();
  const blocks: Block[] = [];
  groups.forEach(({ pool }, at) => {
    if (pool === null) {
      blocks.push({ hours: hours[at]!, units: null });
      return;
    }
    const seat = pool.seats.length === 1 ? pool.seats[0]! : -1;
    const units = of(pairs.spread(pool), pool);
    const own = persons.flatMap(({ person, units: theirs }): SharedPerson[] => {
      const chance = pairs.shareOf(pool, person);
      return chance > 0 ? [{ person, chance, units: of(theirs) }] : [];
    });
    const block = { hours: hours[at]! + (ofPerson.get(seat)?.hours ?? 0), units };
    const whole = own.length === 0 ? block : { ...block, persons: own };
    if (seat < 0) blocks.push(whole);
    else ofPerson.set(seat, whole);
  });
  return [...blocks, ...ofPerson.values()];
}

/** Somebody who counts in several units. */
interface Person {
  readonly person: number;
  readonly units: Units;
}

/** Those who count in several units and are in several of the pools of a class. */
export function sharedPersons({ groups }: CustomerClass, pairs: PoolPairs): readonly Person[] {
  const { mixed, size, membershipOf } = pairs.accountability;
  if (mixed.length === 0) return [];
  const pools = groups.flatMap(({ pool }) => pool ?? []);
  const found = new Set<number>();
  for (let at = 0; at < pools.length; at++)
    for (let before = 0; before < at; before++) {
      // One person alone in two pools is one block.
      if (pools[at]!.seats.length === 1 && pools[before]!.seats.length === 1) continue;
      const { common } = pairs.samePerson(pools[at]!, pools[before]!);
      for (let k = 0; k < common.length; k++) if (membershipOf(common[k]!) >= size) found.add(common[k]!);
    }
  return [...found].map((person) => ({ person, units: unitsOfSeat(pairs.accountability, person) }));
}

/**
 * The head below the root under whom each accountable unit stands, a number for each; the root office answers to nobody
 * below the root, and a unit that governs itself to itself.
 */
const answeringFor = memo((tree: ReportingTree, { heads, size }: Accountability): Int32Array => {
  const [root] = tree.roots;
  const { boss } = tree;
  return Int32Array.from(heads, (head, unit) => {
    if (unit === size - 1) return ANSWERS_TO_NOBODY;
    if (head < 0) return boss.length + unit;
    let at = head;
    while (boss[at]! >= 0 && boss[at] !== root) at = boss[at]!;
    return at;
  });
});

/**
 * The head below the root whom each place on the lines stands under, or is: who sits in the root's own department answers to
 * that head all the same. Those right below the root who lead nobody have its place, and answer to nobody.
 */
const headsOfPlaces = memo(
  (tree: ReportingTree, { spots: { anchors, above } }: Accountability): Int32Array => {
    const root = tree.roots[0] ?? -1;
    const found = new Int32Array(anchors.length).fill(ANSWERS_TO_NOBODY);
    // Bosses come first, so what is above is known.
    anchors.forEach((seat, place) => {
      const over = above[place]!;
      if (over >= 0 && anchors[over] !== root) found[place] = found[over]!;
      else if (seat !== root && reportsOf(tree, seat) > 0) found[place] = seat;
    });
    return found;
  },
);

/** The head below the root of somebody in the root office; `ANSWERS_TO_NOBODY` for everybody else. */
export function headInRootOffice(
  tree: ReportingTree,
  accountability: Accountability,
): (spot: number) => number {
  const { size, spots, membershipOfSpot } = accountability;
  const heads = headsOfPlaces(tree, accountability);
  return (spot) =>
    membershipOfSpot[spot] === size - 1 ? (heads[spots.line[spot]!] ?? ANSWERS_TO_NOBODY) : ANSWERS_TO_NOBODY;
}

/**
 * Chances of units as chances of the heads below the root under whom they stand. Of a pool, those of it who sit in the root
 * office count under the head whom they stand under, or are.
 */
export function headsFor(
  tree: ReportingTree,
  accountability: Accountability,
): (units: Units, pool?: Pool) => Units {
  const answering = answeringFor(tree, accountability);
  const inRootOffice = headInRootOffice(tree, accountability);
  const { size, spots, membershipOfSpot } = accountability;
  const known = new Map<Units | Pool, Units>();
  return (units, pool) => {
    const isApart = pool !== undefined && units.has(size - 1);
    const key = isApart ? pool : units;
    let found = known.get(key);
    if (found === undefined) {
      const heads = new Map<number, number>();
      const add = (head: number, chance: number) => heads.set(head, (heads.get(head) ?? 0) + chance);
      const at = isApart ? spotsOfPool(pool, spots, tree) : null;
      if (at?.spot.some((spot) => inRootOffice(spot) >= 0))
        at.spot.forEach((spot, k) => {
          const head = inRootOffice(spot);
          if (head >= 0) add(head, at.share[k]!);
          else
            eachUnit(accountability, membershipOfSpot[spot]!, (unit, share) =>
              add(answering[unit]!, share * at.share[k]!),
            );
        });
      else for (const [unit, chance] of units) add(answering[unit]!, chance);
      known.set(key, heads);
      found = heads;
    }
    return found;
  };
}
