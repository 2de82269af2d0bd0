import type { Index } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { openLeads } from './lead-seats.ts';
import { hangLeaders } from './leaders.ts';
import { NearestManager } from './nearest-manager.ts';
import { bySeniority } from './seniority.ts';
import { fillTeams } from './small-teams.ts';
import { UnitChart } from './unit-chart.ts';

/** A unit to be ordered below its head. */
export interface UnitToHang {
  readonly unit: Index;
  /** Everyone in it, the head included. */
  readonly members: readonly Index[];
  readonly head: Index;
  /** Levels of the whole chart above the head. */
  readonly above: number;
  /** Seats whose line leads out of the unit and stays, though it is not the head's. */
  readonly keepsOutside?: ReadonlySet<Index>;
  /** How many people outside the unit report to somebody in it, and go on doing so. */
  readonly outside?: ReadonlyMap<Index, number>;
}

/**
 * Orders the members of a unit below its head. Every reporting line inside the unit stays. Whoever has lost the manager
 * hangs on the nearest one inside with room: those who bring a team first, then the others, the most senior first. Only
 * where no manager inside has room a team-lead seat is opened. Nobody else gets a new manager, but for one person for each
 * place that has to be made under a full head. A manager gets new reports up to the largest team or span of the policy;
 * lines that stay may be more. Cost: members times the levels of today.
 */
export function hangUnit(
  draft: Draft,
  { unit, members, head, above, keepsOutside, outside }: UnitToHang,
): void {
  const { source } = draft;
  const chart = new UnitChart(draft, members, head, outside);
  const orphans: Index[] = [];
  for (const seat of members) {
    if (keepsOutside?.has(seat)) continue;
    draft.boss[seat] = -1;
    if (seat === head) continue;
    const boss = chart.bossToday(seat);
    if (boss >= 0 && chart.has(boss)) chart.keep(seat, boss);
    else orphans.push(seat);
  }
  const lost = orphans.filter((seat) => !keepSecondLine(chart, seat));
  if (lost.length === 0) return;
  const ledBefore = (seat: Index) =>
    seat < source.people.count && (reportsOf(chart.tree, seat) > 0 || chart.leads(seat));
  const order = bySeniority(
    source,
    lost.filter((seat) => seat < source.people.count),
    members.filter((seat) => seat < source.people.count),
  );
  const hired = lost.filter((seat) => seat >= source.people.count);
  const most = levelsAllowed(source) - above;
  const nearest = new NearestManager(chart);
  const left = [
    ...hangLeaders(chart, order.filter(ledBefore), most),
    ...hangFollowers(chart, [...order.filter((seat) => !ledBefore(seat)), ...hired], nearest),
  ];
  fillTeams(chart);
  if (left.length > 0) openLeads(chart, unit, left, most);
}

/**
 * Keeps the line of greatest weight that stays inside, where the first one does not: a second boss of today is nearer than
 * any other, as long as there is room.
 */
function keepSecondLine(chart: UnitChart, seat: Index): boolean {
  const { lines, people } = chart.draft.source;
  if (seat >= people.count) return false;
  let best = -1;
  for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
    const boss = lines.boss[k]!;
    // Second lines may lead round in a circle.
    if (!chart.has(boss) || chart.room(boss) <= 0 || chart.topOf(boss) === seat) continue;
    if (best < 0 || lines.weight[k]! > lines.weight[best]!) best = k;
  }
  if (best >= 0) chart.keep(seat, lines.boss[best]!);
  return best >= 0;
}

const levels = new WeakMap<Draft['source'], number>();

/** Most levels that a design builds: those of the policy, or those of today where they are more. */
function levelsAllowed(source: Draft['source']): number {
  let most = levels.get(source);
  if (most === undefined) {
    most = source.policy.maximumLayers;
    for (const depth of treeOf(source).depth) most = Math.max(most, depth + 1);
    levels.set(source, most);
  }
  return most;
}

/** Hangs people who lead nobody; returns those for whom no manager has room. */
function hangFollowers(
  chart: UnitChart,
  followers: readonly Index[],
  nearest: NearestManager,
): readonly Index[] {
  const left: Index[] = [];
  for (const seat of followers) {
    const manager = nearest.find(seat);
    if (manager >= 0) chart.hang(seat, manager);
    else left.push(seat);
  }
  return left;
}
