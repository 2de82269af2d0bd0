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
  depthToday(seat: Index): number;
  standingOf(seat: Index): number;
  tradeOf(seat: Index): Index;
  from(seat: Index): Iterable<Index>;
}

/** Managers with room who are alike, as heaps of their places among the managers of the unit. */
interface Alike {
  readonly trade: Index;
  readonly depth: number;
  /** By their boss of today: those of one are as good as each other for everybody who is not below one of them. */
  readonly byBoss: Map<Index, number[]>;
  /** In place of these where they are many, by everybody above today: whoever looks for the nearest goes up. All of them at -1. */
  below: Map<Index, number[]> | null;
}

/** Of more bosses than these not each is looked at for whoever asks. */
const MOST_BOSSES = 1;

/**
 * The managers with room under the head of a unit while its lines are built. Those of one standing, one trade, one depth below the
 * head and one depth in the lines of today are told apart by who their boss was only, so of each such kind the nearest is found
 * by going up from whoever asks: a unit of thousands of leads has few kinds.
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
    const [trade, depth] = [chart.tradeOf(manager), chart.depthOf(manager)];
    const key = `${chart.standingOf(manager)} ${trade} ${depth} ${chart.depthToday(manager)}`;
    let kind = this.kinds.get(key);
    if (kind === undefined) {
      kind = { trade, depth, byBoss: new Map(), below: null };
      this.kinds.set(key, kind);
    }
    if (kind.below !== null) {
      this.addBelow(kind.below, place);
      return;
    }
    const boss = chart.bossToday(manager);
    // Who has no boss is alike to nobody.
    pushTo(kind.byBoss, boss < 0 ? -1 - manager : boss, place);
    if (kind.byBoss.size > MOST_BOSSES) {
      kind.below = new Map();
      for (const places of kind.byBoss.values()) for (const one of places) this.addBelow(kind.below, one);
      kind.byBoss.clear();
    }
  }

  /** Of each kind of managers the one among whom the nearest for a seat is, unless that one stands above it today. */
  nearest(seat: Index): readonly Index[] {
    return [...this.kinds.values()].flatMap((kind) => this.openOf(kind, seat));
  }

  /** Of each kind of managers of a trade one. */
  ofTrade(wanted: Index): readonly Index[] {
    return [...this.kinds.values()].flatMap((kind) => (kind.trade === wanted ? this.openOf(kind, -1) : []));
  }

  /** The first of a kind for each boss; where these are many the first of those who are nearest to a seat, of all for -1. */
  private openOf({ depth, byBoss, below }: Alike, seat: Index): readonly Index[] {
    if (below === null)
      return [...byBoss.keys()].map((boss) => this.first(byBoss, boss, depth)).filter((one) => one >= 0);
    for (let at = seat; ; at = this.chart.bossToday(at)) {
      const manager = this.first(below, at, depth);
      if (manager >= 0) return [manager];
      if (at < 0) return [];
    }
  }

  private addBelow(below: Map<Index, number[]>, place: number): void {
    for (let at = this.chart.managers[place]!; at >= 0; ) {
      at = this.chart.bossToday(at);
      pushTo(below, at, place);
    }
  }

  /** The first of a heap who is still where the heap says; -1 for none, and then the heap goes. */
  private first(heaps: Map<Index, number[]>, key: Index, depth: number): Index {
    const places = heaps.get(key);
    if (places === undefined) return -1;
    while (places.length > 0) {
      const manager = this.chart.managers[places[0]!]!;
      if (this.isOpen(manager, depth)) return manager;
      pop(places);
    }
    heaps.delete(key);
    return -1;
  }

  /** Whether somebody listed at a depth still has room there: whoever moved, or got room again, is listed anew. */
  private isOpen(manager: Index, depth: number): boolean {
    const { chart } = this;
    return chart.room(manager) > 0 && chart.topOf(manager) === chart.head && chart.depthOf(manager) === depth;
  }
}

function pushTo(heaps: Map<Index, number[]>, key: Index, place: number): void {
  const heap = heaps.get(key);
  if (heap === undefined) heaps.set(key, [place]);
  else push(heap, place);
}
