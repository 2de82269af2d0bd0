import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import { commonDepth } from '../../model/tree.ts';
import { ANY_TRADE, ManagersBelow } from './managers-below.ts';
import type { UnitChart } from './unit-chart.ts';

/** Steps between two seats along the lines of today: up to the lowest common manager, and down again. */
export function stepsBetween({ tree }: UnitChart, a: Index, b: Index): number {
  const count = tree.boss.length;
  if (a >= count || b >= count) return Number.POSITIVE_INFINITY;
  const common = commonDepth(tree, a, b);
  return common < 0 ? Number.POSITIVE_INFINITY : tree.depth[a]! + tree.depth[b]! - 2 * common;
}

/** Managers with room below each seat, those nearest the top first, of equals in the order of the chart. */
const openBelow = memo((managers: readonly Index[], chart: UnitChart) => {
  const { boss, depth } = chart.tree;
  const ofToday = managers.filter((manager) => manager < boss.length);
  return {
    below: new ManagersBelow(
      chart,
      ofToday.sort((a, b) => depth[a]! - depth[b]!),
    ),
    place: new Map(managers.map((manager, at) => [manager, at])),
  };
});

/** The nearest of the managers whom `suits` lets pass, of equals the first; -1 for none. Who has no line of today in common comes last. */
function nearestWho(chart: UnitChart, seat: Index, trade: Index, suits: (manager: Index) => boolean): Index {
  const { boss, depth } = chart.tree;
  const managers = chart.managersWithRoom();
  const { below, place } = openBelow(managers, chart);
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (
    let above = seat < boss.length ? seat : -1, up = 0;
    above >= 0 && up <= fewest;
    above = boss[above]!, up++
  )
    for (const manager of below.of(above, trade)) {
      const steps = up + depth[manager]! - depth[above]!;
      if (steps > fewest) break;
      if (!suits(manager)) continue;
      if (steps < fewest || place.get(manager)! < place.get(best)!) best = manager;
      fewest = steps;
      break;
    }
  if (best >= 0) return best;
  return (
    managers.find((manager) => (trade === ANY_TRADE || chart.tradeOf(manager) === trade) && suits(manager)) ??
    -1
  );
}

/**
 * Of the managers with room below `top` who are not less senior the one who fits, else any; of equals one of the same trade,
 * then the one with fewest steps along the lines of today, then the first; -1 for none. Cost: for each
 * who asks levels, where most managers would do, and the managers below everybody who is asked about.
 */
export function nearestOf(
  chart: UnitChart,
  seat: Index,
  top: Index,
  fits: (manager: Index) => boolean = () => true,
): Index {
  const mayLead = (manager: Index) =>
    chart.room(manager) > 0 && chart.mayLead(manager, seat) && chart.topOf(manager) === top;
  for (const also of [fits, () => true])
    for (const trade of [chart.tradeOf(seat), ANY_TRADE]) {
      const manager = nearestWho(chart, seat, trade, (one) => mayLead(one) && also(one));
      if (manager >= 0) return manager;
    }
  return -1;
}
