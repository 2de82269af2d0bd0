import type { Index } from '../../model/organisation.ts';
import { pop, push } from '../../numbers/heap.ts';

/** What is asked of the chart of a unit while its lines are built. */
interface Chart {
  readonly head: Index;
  readonly managers: readonly Index[];
  placeOf(seat: Index): number;
  room(manager: Index): number;
  topOf(seat: Index): Index;
  depthOf(seat: Index): number;
  bossToday(seat: Index): Index;
  standingOf(seat: Index): number;
  tradeOf(seat: Index): Index;
  from(seat: Index): Iterable<Index>;
}

/** Managers with room who are alike for whoever looks for one: a heap of their places among the managers of the unit. */
interface Alike {
  readonly trade: Index;
  readonly depth: number;
  readonly places: number[];
}

/**
 * The managers with room under the head of a unit while its lines are built. Those of one boss today, one standing, one trade
 * and one depth below the head are as good as each other for everybody who is not below one of them today, so only the first
 * of each kind is ever looked at: a unit of thousands of leads has few kinds.
 */
export class Openings {
  private readonly kinds = new Map<string, Alike>();

  constructor(private readonly chart: Chart) {
    for (const manager of chart.managers) this.add(manager);
  }

  /** The seat stands elsewhere by now, and so does everybody below. */
  moved(seat: Index): void {
    if (this.chart.topOf(seat) !== this.chart.head) return;
    for (const one of this.chart.from(seat)) this.add(one);
  }

  /** Puts a manager among those with room; nobody else, and nobody who does not stand under the head. */
  add(manager: Index): void {
    const { chart } = this;
    const place = chart.placeOf(manager);
    if (place < 0 || chart.room(manager) <= 0 || chart.topOf(manager) !== chart.head) return;
    const boss = chart.bossToday(manager);
    const [trade, depth] = [chart.tradeOf(manager), chart.depthOf(manager)];
    // Who has no boss is alike to nobody.
    const key = `${boss < 0 ? `top ${manager}` : boss} ${chart.standingOf(manager)} ${trade} ${depth}`;
    const kind = this.kinds.get(key) ?? { trade, depth, places: [] };
    this.kinds.set(key, kind);
    push(kind.places, place);
  }

  /** The first manager of each kind. */
  firsts(): readonly Index[] {
    const found: Index[] = [];
    for (const [key, { depth, places }] of this.kinds) {
      while (places.length > 0 && !this.isOpen(this.chart.managers[places[0]!]!, depth)) pop(places);
      if (places.length > 0) found.push(this.chart.managers[places[0]!]!);
      else this.kinds.delete(key);
    }
    return found;
  }

  /** Whether somebody listed at a depth still has room there: whoever moved, or got room again, is listed anew. */
  private isOpen(manager: Index, depth: number): boolean {
    const { chart } = this;
    return chart.room(manager) > 0 && chart.topOf(manager) === chart.head && chart.depthOf(manager) === depth;
  }
}
