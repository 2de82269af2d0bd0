import { randomFrom } from '../../numbers/random.ts';
import { byPartitions } from './partitions.ts';
import { ANSWERS_TO_NOBODY, type Block, type Sums } from './work-block.ts';

export interface DrawFigures {
  /** E[number of units that do any of the work] (S0). */
  readonly count: number;
  /** E[1 / Σ s²] over the served hours (S2); NaN where nobody serves anything. */
  readonly effective: number;
  /** E[largest share of all hours in one unit]. */
  readonly largest: number;
  /** Number of units that could do some of the work. */
  readonly reachable: number;
}

/** Up to this many ways to draw, each is gone through; beyond it the partitions of the blocks are. */
const MOST_WAYS = 4096;
/** Above this many blocks the expectation of S2 is taken over draws of a fixed seed instead of exactly. */
const EXACT_BLOCKS = 8;
const DRAWS = 4096;
/** Ways to draw people for blocks that share some; above it the few chances to draw the same person are left aside. */
const MOST_PEOPLE = 20_000;
/** A smaller chance is the rounding of none. */
const ROUNDING = 1e-15;

/** Blocks that are drawn together, and how they may fall. */
interface Part {
  readonly hours: readonly number[];
  readonly ways: readonly { readonly units: readonly number[]; readonly chance: number }[];
}

function partOf({ hours, units }: Block): Part {
  const ways: Part['ways'][number][] = [];
  units!.forEach((chance, unit) => {
    ways.push({ units: [unit], chance });
  });
  return { hours: [hours], ways };
}

/** Blocks by the people they share, directly or over others. */
function linked(blocks: readonly Block[]): readonly (readonly Block[])[] {
  if (blocks.every(({ persons }) => persons === undefined)) return blocks.map((block) => [block]);
  const groups: { readonly blocks: Block[]; readonly people: Set<number> }[] = [];
  for (const block of blocks) {
    const people = new Set(block.persons?.map(({ person }) => person));
    const joined = groups.filter((group) => [...group.people].some((person) => people.has(person)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push({
      blocks: [...joined.flatMap((group) => group.blocks), block],
      people: new Set([...people, ...joined.flatMap((group) => [...group.people])]),
    });
  }
  return groups.map((group) => group.blocks);
}

/** How blocks that share people fall together. */
function together(blocks: readonly Block[]): readonly Part[] {
  if (blocks.length === 1) return blocks.map(partOf);
  const people = blocks.reduce((product, { persons = [] }) => product * (persons.length + 1), 1);
  if (blocks.length > 2 && people > MOST_PEOPLE) return blocks.map(partOf);
  const chances = new Map<string, number>();
  const add = (units: readonly number[], chance: number) => {
    const key = units.join(' ');
    chances.set(key, (chances.get(key) ?? 0) + chance);
  };
  if (blocks.length === 2) drawPair(blocks[0]!, blocks[1]!, add);
  else drawPeople(blocks, add);
  return [
    {
      hours: blocks.map(({ hours }) => hours),
      ways: [...chances].flatMap(([key, chance]) =>
        chance > ROUNDING ? [{ units: key.split(' ').map(Number), chance }] : [],
      ),
    },
  ];
}

type Add = (units: readonly number[], chance: number) => void;

/** As if independent, and for each person whom both may draw one unit in place of two. Linear in the people. */
function drawPair(a: Block, b: Block, add: Add): void {
  for (const [unit, p] of a.units!) for (const [other, q] of b.units!) add([unit, other], p * q);
  const inB = new Map(b.persons?.map(({ person, chance }) => [person, chance]));
  for (const { person, chance, units } of a.persons ?? []) {
    const both = chance * (inB.get(person) ?? 0);
    if (both === 0) continue;
    for (const [unit, p] of units) {
      add([unit, unit], both * p);
      for (const [other, q] of units) add([unit, other], -both * p * q);
    }
  }
}

/** Goes through the people who may be drawn for each block. */
function drawPeople(blocks: readonly Block[], add: Add): void {
  const alone = blocks.map(({ units, persons = [] }) => {
    const rest = new Map(units);
    for (const { chance, units: own } of persons)
      for (const [unit, p] of own) rest.set(unit, rest.get(unit)! - chance * p);
    return [...rest].filter(([, p]) => p > ROUNDING);
  });
  const chosen = new Map<number, number>();
  const draw = (at: number, chance: number, units: readonly number[]) => {
    if (at === blocks.length) {
      add(units, chance);
      return;
    }
    for (const [unit, p] of alone[at]!) draw(at + 1, chance * p, [...units, unit]);
    for (const { person, chance: drawn, units: own } of blocks[at]!.persons ?? []) {
      const known = chosen.get(person);
      if (known !== undefined) {
        draw(at + 1, chance * drawn, [...units, known]);
        continue;
      }
      for (const [unit, p] of own) {
        chosen.set(person, unit);
        draw(at + 1, chance * drawn * p, [...units, unit]);
      }
      chosen.delete(person);
    }
  };
  draw(0, 1, []);
}

/** E[number of units that do any of the work] = Σ_u (1 − Π (1 − chance that the part falls into u)). */
export function expectUnits(all: readonly Block[]): number {
  const missed = new Map<number, number>();
  const miss = (chance: number, unit: number) => {
    missed.set(unit, (missed.get(unit) ?? 1) * (1 - chance));
  };
  for (const group of linked(all.filter(({ hours, units }) => hours > 0 && units !== null))) {
    if (group.length === 1) {
      group[0]!.units!.forEach(miss);
      continue;
    }
    for (const { ways } of together(group)) {
      const found = new Map<number, number>();
      for (const { units, chance } of ways)
        for (const unit of new Set(units)) found.set(unit, (found.get(unit) ?? 0) + chance);
      found.forEach(miss);
    }
  }
  let count = 0;
  missed.forEach((chance) => {
    count += 1 - chance;
  });
  return count;
}

/**
 * Expectations over all draws. S2 and the largest share depend only on which blocks fall together, so they are summed over
 * the partitions of the blocks: the probability D that the sets B1 … Bk each fall into one unit, all different, is
 * D(B1, B2 …) = m(B1)·D(B2 …) − Σ_j D(… Bj ∪ B1 …) with m(B) = Σ_u Π_{b∈B} p_b(u). Where there are few ways to draw, they
 * are simply gone through. Exact up to eight blocks that are not settled beforehand; beyond that, and where blocks that
 * share people fall in many ways, the mean of 4,096 draws of a fixed seed. What nobody serves belongs to no unit: it is in
 * the hours of which the largest share is one, and in nothing else.
 */
export function expectDraws(all: readonly Block[]): DrawFigures {
  const hours = all.reduce((sum, block) => sum + block.hours, 0);
  const blocks = all.filter((block) => block.hours > 0 && block.units !== null);
  const reachable = new Set(blocks.flatMap(({ units }) => [...units!.keys()])).size;
  const served = blocks.reduce((sum, block) => sum + block.hours, 0);
  if (served === 0) return { count: 0, effective: Number.NaN, largest: 0, reachable };
  // A whole that is done in one unit is one, whatever the rounding of its parts.
  const settled = settle(blocks).map((block) => ({ ...block, hours: block.hours / served }));
  const groups = linked(settled);
  const parts = groups.flatMap(together);
  const ways = parts.reduce((product, part) => product * part.ways.length, 1);
  const { squares, most } =
    ways <= MOST_WAYS
      ? byWays(parts)
      : groups.length === settled.length && settled.length <= EXACT_BLOCKS && settled.every(answers)
        ? byPartitions(settled)
        : byDraws(parts);
  return {
    count: expectUnits(blocks),
    effective: squares,
    largest: (most * served) / hours,
    reachable,
  };
}

/** Joins the blocks that surely fall into the same unit. */
function settle(blocks: readonly Block[]): readonly Block[] {
  const sure = new Map<number, Block>();
  const open: Block[] = [];
  for (const block of blocks) {
    const only = block.units?.size === 1 ? block.units.keys().next().value : undefined;
    if (only === undefined) open.push(block);
    else sure.set(only, { hours: (sure.get(only)?.hours ?? 0) + block.hours, units: block.units });
  }
  return [...sure.values(), ...open];
}

const countsInMost = (unit: number) => unit !== ANSWERS_TO_NOBODY;

// Partitions don't say which unit blocks fall into.
const answers = ({ units }: Block) => units?.has(ANSWERS_TO_NOBODY) !== true;

/** The units of a part’s ways one after the other, by their places among all units that may be drawn. */
interface Ways {
  readonly hours: readonly number[];
  readonly chances: readonly number[];
  readonly places: readonly number[];
}

/** Goes through every way to draw a unit for each block. */
function byWays(parts: readonly Part[]): Sums {
  const placeOf = new Map<number, number>();
  const all = parts.map(({ hours: own, ways }): Ways => {
    const places: number[] = [];
    for (const { units } of ways)
      for (const unit of units) {
        if (!placeOf.has(unit)) placeOf.set(unit, placeOf.size);
        places.push(placeOf.get(unit)!);
      }
    return { hours: own, chances: ways.map(({ chance }) => chance), places };
  });
  const nobody = placeOf.get(ANSWERS_TO_NOBODY);
  const hours = new Float64Array(placeOf.size);
  const sums = { squares: 0, most: 0 };
  const draw = (at: number, probability: number, squares: number, most: number) => {
    const { hours: own, chances, places } = all[at]!;
    const isLast = at === all.length - 1;
    for (let way = 0, from = 0; way < chances.length; way++, from += own.length) {
      let sum = squares;
      let largest = most;
      for (let k = 0; k < own.length; k++) {
        const place = places[from + k]!;
        const before = hours[place]!;
        const after = before + own[k]!;
        hours[place] = after;
        sum += after ** 2 - before ** 2;
        if (after > largest && place !== nobody) largest = after;
      }
      const chance = probability * chances[way]!;
      if (isLast) {
        sums.squares += chance / sum;
        sums.most += chance * largest;
      } else draw(at + 1, chance, sum, largest);
      for (let k = 0; k < own.length; k++) hours[places[from + k]!]! -= own[k]!;
    }
  };
  draw(0, 1, 0, 0);
  return sums;
}

function byDraws(parts: readonly Part[]): Sums {
  const random = randomFrom(parts.length);
  const sums = { squares: 0, most: 0 };
  for (let draw = 0; draw < DRAWS; draw++) {
    const hours = new Map<number, number>();
    for (const part of parts) {
      let left = random();
      const drawn = part.ways.find(({ chance }) => {
        left -= chance;
        return left < 0;
      });
      (drawn ?? part.ways.at(-1)!).units.forEach((unit, k) => {
        hours.set(unit, (hours.get(unit) ?? 0) + part.hours[k]!);
      });
    }
    let squares = 0;
    let most = 0;
    for (const [unit, sum] of hours) {
      squares += sum ** 2;
      if (countsInMost(unit)) most = Math.max(most, sum);
    }
    sums.squares += 1 / squares / DRAWS;
    sums.most += most / DRAWS;
  }
  return sums;
}
