import { memo } from '../../base/memo.ts';
import { type Accountability, unitsOfSeat } from '../../model/accountability.ts';
import type { CustomerClass } from '../../model/service.ts';
import type { ReportingTree } from '../../model/tree.ts';
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
  of: (units: Units) => Units = (units) => units,
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
    const units = of(pairs.spread(pool));
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

/** Chances of units as chances of the heads below the root under whom they stand. */
export function headsFor(tree: ReportingTree, accountability: Accountability): (units: Units) => Units {
  const answering = answeringFor(tree, accountability);
  const known = new Map<Units, Units>();
  return (units) => {
    let found = known.get(units);
    if (found === undefined) {
      const heads = new Map<number, number>();
      for (const [unit, chance] of units)
        heads.set(answering[unit]!, (heads.get(answering[unit]!) ?? 0) + chance);
      known.set(units, heads);
      found = heads;
    }
    return found;
  };
}
