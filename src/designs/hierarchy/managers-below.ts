import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import { descentOf } from '../../model/tree.ts';
import { firstFrom } from '../../numbers/sorted.ts';
import type { UnitChart } from './unit-chart.ts';

/** Any trade, where managers are looked for whatever theirs is. */
export const ANY_TRADE = -2;

/**
 * Managers of today in an order that is given, of each trade, at or below each seat of today. Listed where they are asked for:
 * below everybody they would be managers times levels.
 */
export class ManagersBelow {
  /** Places of the managers of each trade in the descent of today, and which one of the order each is. */
  private readonly descent = new Map<Index, { places: number[]; ranks: number[] }>();

  constructor(
    private readonly chart: UnitChart,
    private readonly order: readonly Index[],
  ) {
    const { at } = descentOf(chart.tree);
    for (const rank of [...order.keys()].sort((a, b) => at[order[a]!]! - at[order[b]!]!)) {
      const manager = order[rank]!;
      for (const trade of [ANY_TRADE, chart.tradeOf(manager)]) {
        const own = this.descent.get(trade) ?? { places: [], ranks: [] };
        this.descent.set(trade, own);
        own.places.push(at[manager]!);
        own.ranks.push(rank);
      }
    }
  }

  readonly of = memo((above: Index, trade: Index): readonly Index[] => {
    const { at, end } = descentOf(this.chart.tree);
    const { places, ranks } = this.descent.get(trade) ?? { places: [], ranks: [] };
    return ranks
      .slice(firstFrom(places, at[above]!), firstFrom(places, end[above]!))
      .sort((a, b) => a - b)
      .map((rank) => this.order[rank]!);
  });
}
