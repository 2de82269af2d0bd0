import { randomFrom } from '../../numbers/random.ts';

/**
 * The work of one customer over accountable units, where each block of work (a capability and its pool) is drawn into
 * one unit, independently of the other blocks.
 */
export interface Block {
  /** Share of the hours; the shares of all blocks sum to 1. */
  readonly hours: number;
  /** Probability of each unit; sums to 1. Null where nobody serves it: it counts as a unit of its own. */
  readonly units: ReadonlyMap<number, number> | null;
}

export interface DrawFigures {
  /** E[number of units that do any of the work] (S0). */
  readonly count: number;
  /** E[1 / Σ s²] (S2). */
  readonly effective: number;
  /** E[max s], the accountable share. Unserved work answers to nobody and is not in the maximum. */
  readonly largest: number;
  /** Number of units that could do some of the work. */
  readonly reachable: number;
}

/** Up to this many ways to draw, each is gone through; beyond it the partitions of the blocks are. */
const MOST_WAYS = 4096;
/** Above this many blocks the expectation of S2 is taken over draws of a fixed seed instead of exactly. */
const EXACT_BLOCKS = 8;
const DRAWS = 4096;

/** Product of the probabilities that all the given blocks fall into one unit, summed over units. */
function together(blocks: readonly Block[]): number {
  const [smallest, ...others] = [...blocks].sort((a, b) => (a.units?.size ?? 0) - (b.units?.size ?? 0));
  if (smallest?.units == null) return blocks.length === 1 ? 1 : 0;
  let sum = 0;
  for (const [unit, probability] of smallest.units) {
    let product = probability;
    for (const other of others) {
      product *= other.units?.get(unit) ?? 0;
      if (product === 0) break;
    }
    sum += product;
  }
  return sum;
}

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

/**
 * Expectations over all draws. S0 = Σ_u (1 − Π_b (1 − p_b(u))). S2 and the largest share depend only on which blocks
 * fall together, so they are summed over the partitions of the blocks: the probability D that the sets B1 … Bk each fall
 * into one unit, all different, is D(B1, B2 …) = m(B1)·D(B2 …) − Σ_j D(… Bj ∪ B1 …) with m(B) = Σ_u Π_{b∈B} p_b(u).
 * Where there are few ways to draw, they are simply gone through. Exact up to eight blocks that are not settled
 * beforehand; beyond that the mean of 4,096 draws of a fixed seed.
 * No blocks, or no hours: all figures 0.
 */
export function expectDraws(all: readonly Block[]): DrawFigures {
  const blocks = all.filter((block) => block.hours > 0);
  const missed = new Map<number, number>();
  let count = 0;
  for (const block of blocks) {
    if (block.units === null) count++;
    else for (const [unit, p] of block.units) missed.set(unit, (missed.get(unit) ?? 1) * (1 - p));
  }
  const reachable = missed.size + count;
  for (const miss of missed.values()) count += 1 - miss;
  const settled = settle(blocks);
  if (settled.length === 0) return { count, effective: 0, largest: 0, reachable };
  const ways = settled.reduce((product, block) => product * (block.units?.size ?? 1), 1);
  const pair =
    ways <= MOST_WAYS
      ? byWays(settled)
      : settled.length <= EXACT_BLOCKS
        ? byPartitions(settled)
        : byDraws(settled);
  return { count, reachable, ...pair };
}

/** Joins the blocks that surely fall into the same unit. */
function settle(blocks: readonly Block[]): readonly Block[] {
  const sure = new Map<number, Block>();
  const open: Block[] = [];
  for (const block of blocks) {
    const only = block.units?.size === 1 ? [...block.units.keys()][0] : undefined;
    if (only === undefined) open.push(block);
    else sure.set(only, { hours: (sure.get(only)?.hours ?? 0) + block.hours, units: block.units });
  }
  return [...sure.values(), ...open];
}

/** Goes through every way to draw a unit for each block. */
function byWays(blocks: readonly Block[]): { effective: number; largest: number } {
  const hours = new Map<number, number>();
  let effective = 0;
  let largest = 0;
  const draw = (at: number, probability: number, squares: number, most: number) => {
    const block = blocks[at];
    if (block === undefined) {
      effective += probability / squares;
      largest += probability * most;
      return;
    }
    if (block.units === null) {
      draw(at + 1, probability, squares + block.hours ** 2, most);
      return;
    }
    for (const [unit, p] of block.units) {
      const before = hours.get(unit) ?? 0;
      const after = before + block.hours;
      hours.set(unit, after);
      draw(at + 1, probability * p, squares + after ** 2 - before ** 2, Math.max(most, after));
      hours.set(unit, before);
    }
  };
  draw(0, 1, 0, 0);
  return { effective, largest };
}

function byPartitions(blocks: readonly Block[]): { effective: number; largest: number } {
  const n = blocks.length;
  const { partitions, whole } = planFor(n);
  const hours = new Float64Array(1 << n);
  const served = new Float64Array(1 << n);
  const fall = new Float64Array(1 << n);
  for (let set = 1; set < 1 << n; set++) {
    const members = blocks.filter((_, b) => set & (1 << b));
    hours[set] = members.reduce((sum, block) => sum + block.hours, 0);
    served[set] = members.some((block) => block.units === null) ? 0 : hours[set]!;
    fall[set] = together(members);
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
  let effective = 0;
  let largest = 0;
  for (const at of whole) {
    const p = probability[at]!;
    if (p === 0) continue;
    let squares = 0;
    let most = 0;
    for (const set of partitions[at]!.sets) {
      squares += hours[set]! ** 2;
      most = Math.max(most, served[set]!);
    }
    effective += p / squares;
    largest += p * most;
  }
  return { effective, largest };
}

function byDraws(blocks: readonly Block[]): { effective: number; largest: number } {
  const random = randomFrom(blocks.length);
  let effective = 0;
  let largest = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const hours = new Map<number, number>();
    let squares = 0;
    blocks.forEach((block) => {
      if (block.units === null) {
        squares += block.hours ** 2;
        return;
      }
      let left = random();
      let chosen = -1;
      for (const [unit, p] of block.units) {
        chosen = unit;
        left -= p;
        if (left < 0) break;
      }
      hours.set(chosen, (hours.get(chosen) ?? 0) + block.hours);
    });
    let most = 0;
    for (const share of hours.values()) {
      squares += share ** 2;
      most = Math.max(most, share);
    }
    effective += 1 / squares / DRAWS;
    largest += most / DRAWS;
  }
  return { effective, largest };
}
