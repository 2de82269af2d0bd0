import type { Block, Sums } from './work-block.ts';

/** A list of disjoint sets of blocks, and how its probability follows from those of shorter lists. */
interface Partition {
  readonly sets: readonly number[];
  readonly first: number;
  readonly rest: number;
  readonly merged: readonly number[];
}

interface Plan {
  readonly partitions: readonly Partition[];
  /** Those that hold every block. */
  readonly whole: readonly number[];
}

const plans = new Map<number, Plan>();

/** All partitions of subsets of n blocks that the recurrence needs, shorter ones first. Bell(n + 1) at most. */
function planFor(n: number): Plan {
  const known = plans.get(n);
  if (known !== undefined) return known;
  const index = new Map<string, number>();
  const partitions: Partition[] = [];
  const visit = (sets: readonly number[]): number => {
    const key = sets.join(' ');
    const found = index.get(key);
    if (found !== undefined) return found;
    const [first, ...rest] = sets;
    const partition =
      first === undefined
        ? { sets, first: 0, rest: -1, merged: [] }
        : {
            sets,
            first,
            rest: visit(rest),
            merged: rest.map((set, j) => visit(rest.map((other, k) => (k === j ? set | first : other)))),
          };
    partitions.push(partition);
    index.set(key, partitions.length - 1);
    return partitions.length - 1;
  };
  const whole: number[] = [];
  const grow = (block: number, sets: readonly number[]) => {
    if (block === n) {
      whole.push(visit(sets));
      return;
    }
    sets.forEach((_, at) => {
      grow(
        block + 1,
        sets.map((set, k) => (k === at ? set | (1 << block) : set)),
      );
    });
    grow(block + 1, [...sets, 1 << block]);
  };
  grow(0, []);
  const plan = { partitions, whole };
  plans.set(n, plan);
  return plan;
}

/** Product of the probabilities that all the given blocks fall into one unit, by unit. */
function inOneUnit(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const [smallest, ...others] = [...blocks].sort((a, b) => a.units!.size - b.units!.size);
  return new Map(
    [...smallest!.units!].flatMap(([unit, probability]) => {
      const product = others.reduce((sum, other) => sum * (other.units!.get(unit) ?? 0), probability);
      return product > 0 ? [[unit, product]] : [];
    }),
  );
}

/** Sums over all partitions of the blocks: see `expectDraws`. */
export function byPartitions(blocks: readonly Block[]): Sums {
  const n = blocks.length;
  const { partitions, whole } = planFor(n);
  const hours = new Float64Array(1 << n);
  const fall = new Float64Array(1 << n);
  for (let set = 1; set < 1 << n; set++) {
    const members = blocks.filter((_, b) => set & (1 << b));
    hours[set] = members.reduce((sum, block) => sum + block.hours, 0);
    for (const chance of inOneUnit(members).values()) fall[set]! += chance;
  }
  const probability = new Float64Array(partitions.length);
  partitions.forEach((partition, at) => {
    if (partition.rest < 0) probability[at] = 1;
    else {
      let p = fall[partition.first]! * probability[partition.rest]!;
      for (const merged of partition.merged) p -= probability[merged]!;
      probability[at] = p;
    }
  });
  const sums = { squares: 0, most: 0 };
  for (const at of whole) {
    const p = probability[at]!;
    if (p === 0) continue;
    let squares = 0;
    let most = 0;
    for (const set of partitions[at]!.sets) {
      squares += hours[set]! ** 2;
      most = Math.max(most, hours[set]!);
    }
    sums.squares += p / squares;
    sums.most += p * most;
  }
  return sums;
}
