import { brief, precisePercent } from '../base/figures.ts';
import { memo } from '../base/memo.ts';
import { coursesOf } from '../measures/journey/courses.ts';
import { handoffsPerJourney } from '../measures/journey/handoffs-per-journey.ts';
import { pairsOf } from '../measures/journey/pools.ts';
import type { Index } from '../model/organisation.ts';
import { closedGates } from '../model/quality.ts';
import type { View } from '../model/view.ts';
import { bestGroups } from '../rules/customer-groups.ts';
import type { Candidate } from './candidate.ts';

/** Ways to coordinate across departments, from the lightest to the heaviest. Source: Galbraith 1971. */
export const LADDER = [
  'direct contact',
  'liaison',
  'task force',
  'team',
  'integrator',
  'linking manager',
  'matrix',
] as const;
type Mechanism = (typeof LADDER)[number];

/** The lightest coordination that does for two units. */
interface Coordination {
  readonly mechanism: Mechanism;
  /** Names of the units. */
  readonly between: readonly [string, string];
  /** What it takes, then what it is for, as sentences. */
  readonly why: string;
}

/** Walls that are named at most, and the share of all hand-offs below which one is not worth a name. Judgements. */
const MOST = 3;
const WORTH_NAMING = 0.1;
/** A share that is only less by this is as large. */
const ROUNDING = 1e-9;
/** Hand-offs of a case up to which each way is enough. Judgements: nobody has measured them. */
const ENOUGH: readonly (readonly [number, Mechanism])[] = [
  [0.5, 'direct contact'],
  [1.5, 'liaison'],
  [3, 'team'],
  [Number.POSITIVE_INFINITY, 'integrator'],
];
/** Groups of customers that differ as much as this need somebody with a budget for them. A judgement. */
const APART = 0.3;

interface Wall {
  readonly units: readonly [Index, Index];
  /** Hand-offs of a case from the first to the second, and back. */
  forth: number;
  back: number;
}

interface Walls {
  /** Between units that may have a wall worth a name, most hand-offs first. */
  readonly walls: readonly Wall[];
  /** Hand-offs of a case over all walls. */
  readonly all: number;
}

type Units = ReadonlyMap<Index, number>;

/** Calls back with the moves of the classes of customers between two pools: the chances of the units on both sides. */
function eachCrossing(view: View, call: (from: Units, to: Units, times: number) => void): void {
  const pairs = pairsOf(view);
  const courses = coursesOf(view);
  const { classes } = view.service();
  for (let at = 0; at < classes.length; at++) {
    const { journey, groups, groupOfStep, customers } = classes[at]!;
    const { moves } = courses[journey]!;
    for (let k = 0; k < moves.length; k++) {
      const move = moves[k]!;
      const a = groups[groupOfStep[move[0]]!]!.pool;
      const b = groups[groupOfStep[move[1]]!]!.pool;
      // One and the same pool keeps the unit that was drawn.
      if (a !== null && b !== null && a !== b) call(pairs.spread(a), pairs.spread(b), customers * move[2]);
    }
  }
}

/** Hand-offs to and from each unit, and those of all. Units that are sure are taken together, since owners are many. */
function handoffsByUnit(view: View): { of: Float64Array; all: number } {
  const of = new Float64Array(view.accountability().at.size);
  const sides = new Map<Index | Units, Units>();
  const between = new Map<Index | Units, Map<Index | Units, number>>();
  const side = (units: Units): Index | Units => {
    const key = units.size === 1 ? units.keys().next().value! : units;
    if (!sides.has(key)) sides.set(key, units);
    return key;
  };
  eachCrossing(view, (from, to, times) => {
    const a = side(from);
    const b = side(to);
    const own = between.get(a) ?? new Map<Index | Units, number>();
    between.set(a, own.set(b, (own.get(b) ?? 0) + times));
  });
  let all = 0;
  for (const [a, own] of between)
    for (const [b, times] of own) {
      const [from, to] = [sides.get(a)!, sides.get(b)!];
      for (const [unit, chance] of from) {
        const crossing = times * chance * Math.max(0, 1 - (to.get(unit) ?? 0));
        of[unit]! += crossing;
        all += crossing;
      }
      for (const [unit, chance] of to) of[unit]! += times * chance * Math.max(0, 1 - (from.get(unit) ?? 0));
    }
  return { of, all };
}

/**
 * Expected hand-offs of a case between each two accountable units that have as many at all as one wall needs to be worth a
 * name, of which there are twenty at most. Linear in the classes of customers and the units.
 */
const wallsOf = memo((view: View): Walls => {
  const { size } = view.accountability().at;
  const { of, all } = handoffsByUnit(view);
  const worth = memo((units: Units) =>
    [...units].filter(([unit]) => of[unit]! >= WORTH_NAMING * all * (1 - ROUNDING)),
  );
  const walls = new Map<number, Wall>();
  eachCrossing(view, (from, to, times) => {
    for (const [left, p] of worth(from))
      for (const [right, q] of worth(to)) {
        if (left === right) continue;
        const [low, high] = left < right ? [left, right] : [right, left];
        const wall = walls.get(low * size + high) ?? { units: [low, high], forth: 0, back: 0 };
        walls.set(low * size + high, wall);
        const weight = times * p * q;
        if (left === low) wall.forth += weight;
        else wall.back += weight;
      }
  });
  const customers = view.service().classes.reduce((sum, one) => sum + one.customers, 0);
  return {
    walls: [...walls.values()]
      .map(({ units, forth, back }) => ({ units, forth: forth / customers, back: back / customers }))
      .sort(
        (a, b) => b.forth + b.back - a.forth - a.back || a.units[0] - b.units[0] || a.units[1] - b.units[1],
      ),
    all: all / customers,
  };
});

/** What each way takes. */
const TAKES: Readonly<Record<Mechanism, string>> = {
  'direct contact': 'Let the two settle it between them, without going through their heads.',
  liaison: 'Name one person in each whom the other side turns to.',
  'task force': 'Form a group of both for as long as the project lasts.',
  team: 'Form a standing team of both, whose members stay in their departments.',
  integrator: 'Appoint somebody who follows the customer across both, and is nobody’s boss.',
  'linking manager': 'Give somebody a budget and a say in the plans of both, for each group of customers.',
  matrix: 'Give people a second boss.',
};

/** The next rung; a task force ends with its task, and these hand-offs go on. */
const HEAVIER: Readonly<Record<Mechanism, Mechanism>> = {
  'direct contact': 'liaison',
  liaison: 'team',
  'task force': 'team',
  team: 'integrator',
  integrator: 'linking manager',
  'linking manager': 'linking manager',
  matrix: 'matrix',
};

/** Whether a declared team has members of both units. */
function teamOf({ organisation: { teams } }: View, unitOf: (seat: Index) => Index, [a, b]: Wall['units']) {
  return teams.some(({ members }) => {
    const units = new Set(members.map(({ seat }) => unitOf(seat)));
    return units.has(a) && units.has(b);
  });
}

/**
 * The lightest coordination that does for the walls that cause most hand-offs, as rungs of a ladder: the more often a case
 * crosses a wall, the heavier. Where departments work together badly, and where a team of both is there already and the
 * hand-offs are still that many, it is one rung more; a matrix is never needed for two units. Nothing for a design that is
 * not possible, without hand-offs, or of which the data cannot bear any.
 */
export function coordination({
  view,
  today,
  result,
}: Pick<Candidate, 'view' | 'today' | 'result'>): readonly Coordination[] {
  if (view === null || closedGates(view.organisation, handoffsPerJourney.needs).length > 0) return [];
  const { walls, all } = wallsOf(view);
  if (!(all > 0)) return [];
  const { at } = view.accountability();
  const { context } = today.organisation;
  const differ =
    (bestGroups({ baseline: today, ...(result.basis && { basis: result.basis }) })?.explained ?? 0) >= APART;
  return walls
    .filter(({ forth, back }) => forth + back >= WORTH_NAMING * all * (1 - ROUNDING))
    .slice(0, MOST)
    .map((wall): Coordination => {
      const times = wall.forth + wall.back;
      const between = wall.units.map((unit) => at.units[unit]!.name) as [string, string];
      let mechanism = ENOUGH.find(([most]) => times <= most)![1];
      const reasons: string[] = [];
      if (context.collaboration === 'poor') {
        mechanism = HEAVIER[mechanism];
        reasons.push('Departments have a poor record of working together, so it takes one rung more.');
      }
      const joined = teamOf(view, (seat) => at.unitOf(seat), wall.units);
      if (joined && LADDER.indexOf(mechanism) <= LADDER.indexOf('team')) {
        mechanism = 'integrator';
        reasons.push('There is a team of both already.');
      }
      if (mechanism === 'team' && context.offering === 'projects') mechanism = 'task force';
      if (mechanism === 'integrator' && differ) {
        mechanism = 'linking manager';
        reasons.push('Groups of customers need different things of both.');
      }
      const often = Math.abs(times - 1) < 0.05 ? 'once' : `${brief(times)} times`;
      const way = Math.min(wall.forth, wall.back) >= times / 4 ? ', to and fro' : '';
      return {
        mechanism,
        between,
        why: [
          TAKES[mechanism],
          `A case crosses here ${often}${way}: ${precisePercent(times / all)} of all hand-offs between departments.`,
          ...reasons,
        ].join(' '),
      };
    });
}
