import type { Index } from '../../model/organisation.ts';
import { commonDepth } from '../../model/tree.ts';
import type { UnitChart } from './unit-chart.ts';

interface Below {
  readonly managers: Index[];
  /** By standing of those who ask: how many of the managers, from the first, are out of the question for good. */
  readonly passed: Map<number, number>;
}

/** Steps between two seats along the lines of today: up to the lowest common manager, and down again. */
export function stepsBetween({ tree }: UnitChart, a: Index, b: Index): number {
  const count = tree.boss.length;
  if (a >= count || b >= count) return Number.POSITIVE_INFINITY;
  const common = commonDepth(tree, a, b);
  return common < 0 ? Number.POSITIVE_INFINITY : tree.depth[a]! + tree.depth[b]! - 2 * common;
}

/**
 * Finds for people who lost their manager the nearest one inside the unit: fewest steps along the lines of today, of
 * equals the head, then whoever stands above them or their colleagues, then the more senior, then by id. Nobody is given
 * a manager of a lower level while another has room. Cost: managers times levels, then levels for each who asks.
 */
export class NearestManager {
  private readonly below = new Map<Index, Below>();
  private readonly anywhere: Below;

  constructor(private readonly chart: UnitChart) {
    const { tree, head } = chart;
    const known = chart.managers.filter((manager) => manager < tree.boss.length);
    const order = known.sort(
      (a, b) =>
        tree.depth[a]! - tree.depth[b]! ||
        Number(b === head) - Number(a === head) ||
        (chart.standingOf(a) === chart.standingOf(b) ? a - b : chart.standingOf(b) - chart.standingOf(a)),
    );
    this.anywhere = { managers: order, passed: new Map() };
    for (const manager of order)
      for (let above = manager; above >= 0; above = tree.boss[above]!) {
        const list = this.below.get(above);
        if (list === undefined) this.below.set(above, { managers: [manager], passed: new Map() });
        else list.managers.push(manager);
      }
  }

  /** The nearest manager with room for a seat that leads nobody in the unit; -1 where nobody has any. */
  find(seat: Index): Index {
    const { chart } = this;
    const standing = chart.standingOf(seat);
    const best = this.nearestOf(seat, standing);
    // People hired have no lines of today, and some stand under another root.
    const steps = best < 0 ? Number.POSITIVE_INFINITY : stepsBetween(chart, seat, best);
    if (chart.room(chart.head) > 0 && stepsBetween(chart, seat, chart.head) <= steps) return chart.head;
    if (best >= 0) return best;
    const senior = this.firstWithRoom(this.anywhere, standing);
    return senior >= 0 ? senior : this.firstWithRoom(this.anywhere, Number.NEGATIVE_INFINITY);
  }

  private nearestOf(seat: Index, standing: number): Index {
    const { chart, below } = this;
    const { tree } = chart;
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    let up = 1;
    for (let above = chart.bossToday(seat); above >= 0; above = tree.boss[above]!, up++) {
      if (up > fewest) break;
      const list = below.get(above);
      if (list === undefined) continue;
      const manager = this.firstWithRoom(list, standing);
      const steps = manager < 0 ? Number.POSITIVE_INFINITY : up + tree.depth[manager]! - tree.depth[above]!;
      // Of equals the one further up: it is nearer to the line of command.
      if (steps < fewest || (steps === fewest && manager === above)) {
        best = manager;
        fewest = steps;
      }
    }
    return best;
  }

  /** Room only shrinks while people are hung, so whoever was passed over once stays passed. */
  private firstWithRoom({ managers, passed }: Below, standing: number): Index {
    let at = passed.get(standing) ?? 0;
    while (
      at < managers.length &&
      (this.chart.room(managers[at]!) <= 0 || this.chart.standingOf(managers[at]!) < standing)
    )
      at++;
    passed.set(standing, at);
    return managers[at] ?? -1;
  }
}
