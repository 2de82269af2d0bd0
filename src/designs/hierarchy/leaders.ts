import type { Index } from '../../model/organisation.ts';
import { stepsBetween } from './nearest-manager.ts';
import type { UnitChart } from './unit-chart.ts';

/**
 * Hangs people who led a team and lost their manager, with whoever stays under them, the most senior first: on the nearest
 * manager inside who stood above them, else on the head, else on the nearest below the head who is not of a lower level.
 * Where nobody below the head has room but one of them has, somebody who reports to the head moves there and makes place.
 * Returns those for whom there is no place. `levels` is how many the unit may have, the head's included. Cost: leaders
 * times levels; where the head is full, leaders times managers.
 */
export function hangLeaders(chart: UnitChart, leaders: readonly Index[], levels: number): readonly Index[] {
  const waiting = leaders.filter((seat) => {
    const manager = aboveInside(chart, seat);
    if (manager >= 0) chart.hang(seat, manager);
    return manager < 0;
  });
  const room = roomByTop(chart);
  const roomOf = (seat: Index) => room.get(seat) ?? 0;
  const bringing = waiting.filter((seat) => roomOf(seat) > 0).sort((a, b) => roomOf(b) - roomOf(a));
  let places = roomOf(chart.head);
  const done = new Set<Index>();
  for (const leader of waiting)
    while (!done.has(leader)) {
      // With no place to spare, whoever brings room goes first, or nobody could follow.
      const scarce = places === 0 || (places === 1 && roomOf(leader) === 0);
      const helper = scarce ? bringing.find((seat) => !done.has(seat)) : undefined;
      if (places === 0 && helper === undefined) return waiting.filter((seat) => !done.has(seat));
      const next = helper ?? leader;
      if (places === 0) makePlaceFor(chart, next);
      else chart.hang(next, managerFor(chart, next, levels));
      places += roomOf(next) - 1;
      done.add(next);
    }
  return [];
}

/** The nearest manager up the lines of today who is inside the unit and has room; -1 for none. */
function aboveInside(chart: UnitChart, seat: Index): Index {
  for (let at = chart.bossToday(seat); at >= 0; at = chart.bossToday(at))
    if (chart.has(at) && chart.room(at) > 0) return at;
  return -1;
}

/** Room under each top of the chart by now: the head, and leaders who are not hung yet. */
function roomByTop(chart: UnitChart): ReadonlyMap<Index, number> {
  const found = new Map<Index, number>();
  for (const manager of chart.managers) {
    const top = chart.topOf(manager);
    found.set(top, (found.get(top) ?? 0) + Math.max(0, chart.room(manager)));
  }
  return found;
}

/** The head, or where it is full the best of the others below it who have room. */
function managerFor(chart: UnitChart, seat: Index, levels: number): Index {
  const { head } = chart;
  if (chart.room(head) > 0) return head;
  const height = chart.heightOf(seat);
  return nearestOf(chart, seat, head, (manager) => chart.depthOf(manager) + height + 2 <= levels);
}

/**
 * Of the managers with room below `top` the one who fits and is not of a lower level, else one who is not, else any; of
 * equals the one with fewest steps along the lines of today, then the first.
 */
function nearestOf(
  chart: UnitChart,
  seat: Index,
  top: Index,
  fits: (manager: Index) => boolean = () => true,
): Index {
  let best = { manager: -1, rank: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY };
  for (const manager of chart.managers) {
    if (chart.room(manager) <= 0 || chart.topOf(manager) !== top) continue;
    const junior = chart.standingOf(manager) < chart.standingOf(seat);
    const rank = (junior ? 2 : 0) + (fits(manager) ? 0 : 1);
    const steps = stepsBetween(chart, seat, manager);
    if (rank < best.rank || (rank === best.rank && steps < best.steps)) best = { manager, rank, steps };
  }
  return best.manager;
}

/** Puts a leader with room in the place of somebody under the full head, who moves to the leader. */
function makePlaceFor(chart: UnitChart, leader: Index): void {
  const [gives] = makersOfPlace(chart, chart.head);
  chart.hang(gives!, nearestOf(chart, gives!, leader));
  chart.hang(leader, chart.head);
}

/** The reports of a manager in the order in which they make place: first who leads nobody, then whose line is new anyway, then the most junior. */
export function makersOfPlace(chart: UnitChart, manager: Index): Index[] {
  const rank = (seat: Index) => (chart.leads(seat) ? 2 : 0) + (chart.isNew(seat) ? 0 : 1);
  const standing = (seat: Index) => chart.standingOf(seat);
  return [...chart.reports(manager)].sort(
    (a, b) => rank(a) - rank(b) || (standing(a) === standing(b) ? 0 : standing(a) - standing(b)) || b - a,
  );
}
