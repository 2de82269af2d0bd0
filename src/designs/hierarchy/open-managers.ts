import type { Index } from '../../model/organisation.ts';
import { commonDepth } from '../../model/tree.ts';
import type { UnitChart } from './unit-chart.ts';

/** Steps between two seats along the lines of today: up to the lowest common manager, and down again. */
export function stepsBetween({ tree }: UnitChart, a: Index, b: Index): number {
  const count = tree.boss.length;
  if (a >= count || b >= count) return Number.POSITIVE_INFINITY;
  const common = commonDepth(tree, a, b);
  return common < 0 ? Number.POSITIVE_INFINITY : tree.depth[a]! + tree.depth[b]! - 2 * common;
}

/** Those at or above a seat today who are managers of the unit. */
function managersAbove(chart: UnitChart, seat: Index): readonly Index[] {
  const found: Index[] = [];
  for (let at = seat; at >= 0; at = chart.bossToday(at)) if (chart.placeOf(at) >= 0) found.push(at);
  return found;
}

/**
 * Of the managers with room below `top` who may lead the seat the one whose depth below the head fits, else any; of equals one
 * of the same trade, then the one with fewest steps along the lines of today, then the first; -1 for none. Cost: levels, and
 * kinds of managers (`Openings`); below another top than the head everybody there.
 */
export function nearestOf(
  chart: UnitChart,
  seat: Index,
  top: Index,
  fits: (depth: number) => boolean = () => true,
  mayLead: (manager: Index, seat: Index) => boolean = chart.mayLead,
): Index {
  // Whoever stands above somebody today is nearer than those who are alike.
  const asked =
    top === chart.head
      ? [...managersAbove(chart, seat), ...chart.openings().nearest(seat)]
      : chart.from(top).filter((manager) => chart.placeOf(manager) >= 0);
  let best = { manager: -1, rank: Number.POSITIVE_INFINITY, steps: 0, place: 0 };
  for (const manager of asked) {
    if (chart.room(manager) <= 0 || !mayLead(manager, seat) || chart.topOf(manager) !== top) continue;
    const rank =
      (fits(chart.depthOf(manager)) ? 0 : 2) + (chart.tradeOf(manager) === chart.tradeOf(seat) ? 0 : 1);
    if (rank > best.rank) continue;
    const steps = stepsBetween(chart, seat, manager);
    const place = chart.placeOf(manager);
    if (rank < best.rank || steps < best.steps || (steps === best.steps && place < best.place))
      best = { manager, rank, steps, place };
  }
  return best.manager;
}
