import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import { descentOf } from '../../model/tree.ts';
import { firstFrom } from '../../numbers/sorted.ts';
import { Tournament } from '../../numbers/tournament.ts';
import { nearestOf, stepsBetween } from './open-managers.ts';
import type { UnitChart } from './unit-chart.ts';

/**
 * Hangs people who led a team and lost their manager, with whoever stays under them, the most senior first: on the nearest
 * manager inside who stood above them, else on the head, else on the nearest below the head who is of their trade and more
 * senior; where there is none a team-lead seat makes room under the head (`makeRoom`), and only where that cannot be they come under another trade, or an equal.
 * Where nobody below the head has room but one of them has, somebody who reports to the head moves there and makes place.
 * Returns those for whom there is no place. `levels` is how many the unit may have, the head's included. Cost: leaders
 * times levels and kinds of managers (`Openings`).
 */
export function hangLeaders(
  chart: UnitChart,
  leaders: readonly Index[],
  levels: number,
  makeRoom: (leaders: readonly Index[]) => boolean,
): readonly Index[] {
  const waiting = leaders.filter((seat) => {
    const manager = aboveInside(chart, seat);
    if (manager >= 0) chart.hang(seat, manager);
    return manager < 0;
  });
  if (waiting.length === 0) return [];
  const room = new Map([chart.head, ...waiting].map((top) => [top, roomUnder(chart, top)]));
  const roomOf = (seat: Index) => room.get(seat)!;
  const bringing = waiting.filter((seat) => roomOf(seat) > 0).sort((a, b) => roomOf(b) - roomOf(a));
  let places = roomOf(chart.head);
  const done = new Set<Index>();
  let brought = 0;
  const nextBringing = (): Index | undefined => {
    while (done.has(bringing[brought]!)) brought++;
    return bringing[brought];
  };
  const without: Index[] = [];
  const amongOthers: Index[] = [];
  for (const leader of waiting)
    while (!done.has(leader)) {
      // With no place to spare, whoever brings room goes first, or nobody could follow.
      const scarce = places === 0 || (places === 1 && roomOf(leader) === 0);
      const helper = scarce ? nextBringing() : undefined;
      if (places === 0 && helper === undefined) {
        const rest = waiting.filter((seat) => !done.has(seat));
        // A team lead is for people who lead nobody: an open seat above managers is the last resort.
        const canFollow = rest.every((seat) => chart.mayLead(chart.head, seat)) && makeRoom(rest);
        if (canFollow) for (const seat of rest) chart.hang(seat, chart.head);
        else without.push(...rest);
        return [...without, ...hangAmongOthers(chart, amongOthers, levels, makeRoom)];
      }
      const next = helper ?? leader;
      done.add(next);
      if (places > 0 && !hasOwnManager(chart, next)) {
        amongOthers.push(next);
        continue;
      }
      const manager = places === 0 ? makePlaceFor(chart, next) : managerFor(chart, next, levels);
      if (manager < 0) {
        without.push(next);
        continue;
      }
      chart.hang(next, manager);
      places += roomOf(next) - 1;
    }
  return [...without, ...hangAmongOthers(chart, amongOthers, levels, makeRoom)];
}

/** Whether the head has room for a leader, or somebody of the same trade below. */
function hasOwnManager(chart: UnitChart, seat: Index): boolean {
  const { head } = chart;
  if (chart.room(head) > 0 && chart.mayLead(head, seat)) return true;
  return chart
    .openings()
    .ofTrade(chart.tradeOf(seat))
    .some((manager) => chart.mayLeadLead(manager, seat));
}

/** Hangs leaders whose trade nobody with room has: on the head where room can be made, else on the nearest. Returns whom nobody may lead. */
function hangAmongOthers(
  chart: UnitChart,
  leaders: readonly Index[],
  levels: number,
  makeRoom: (leaders: readonly Index[]) => boolean,
): readonly Index[] {
  const { head } = chart;
  const ledByHead = leaders.filter((seat) => chart.mayLead(head, seat));
  if (ledByHead.length > 0) makeRoom(ledByHead);
  return leaders.filter((seat) => {
    const found = managerFor(chart, seat, levels);
    const manager = found >= 0 ? found : managerFor(chart, seat, levels, chart.mayLead);
    if (manager >= 0) chart.hang(seat, manager);
    return manager < 0;
  });
}

/** The nearest manager up the lines of today who is inside the unit and has room; -1 for none. */
function aboveInside(chart: UnitChart, seat: Index): Index {
  for (let at = chart.bossToday(seat); at >= 0; at = chart.bossToday(at))
    if (chart.has(at) && chart.room(at) > 0 && chart.mayLead(at, seat)) return at;
  return -1;
}

/** Room that the managers at and below somebody have by now. */
function roomUnder(chart: UnitChart, top: Index): number {
  let room = 0;
  for (const seat of chart.from(top)) if (chart.placeOf(seat) >= 0) room += Math.max(0, chart.room(seat));
  return room;
}

/** The head, or where it is full the best of the others below it who have room; -1 for none. */
function managerFor(
  chart: UnitChart,
  seat: Index,
  levels: number,
  mayLead: (manager: Index, seat: Index) => boolean = chart.mayLeadLead,
): Index {
  const { head } = chart;
  if (chart.room(head) > 0 && chart.mayLead(head, seat)) return head;
  const height = chart.heightOf(seat);
  return nearestOf(chart, seat, head, (depth) => depth + height + 2 <= levels, mayLead);
}

/** Makes place for a leader with room under the full head, by moving somebody from there to the leader; -1 where nobody can. */
function makePlaceFor(chart: UnitChart, leader: Index): Index {
  if (!chart.mayLead(chart.head, leader)) return -1;
  const makers = makersOfPlace(chart, chart.head);
  // One equal comes under another only where nobody else can make place.
  for (const mayLead of [chart.mayLeadLead, chart.mayLead])
    for (const gives of makers) {
      const manager = nearestOf(
        chart,
        gives,
        leader,
        undefined,
        chart.leads(gives) ? mayLead : chart.mayLead,
      );
      if (manager < 0) continue;
      chart.hang(gives, manager);
      return chart.head;
    }
  return -1;
}

/** The reports of a manager in the order in which they make place: first who leads nobody, then whose line is new anyway, then the most junior. */
export function makersOfPlace(chart: UnitChart, manager: Index): Index[] {
  const rank = (seat: Index) => (chart.leads(seat) ? 2 : 0) + (chart.isNew(seat) ? 0 : 1);
  const standing = (seat: Index) => chart.standingOf(seat);
  return [...chart.reports(manager)].sort(
    (a, b) => rank(a) - rank(b) || (standing(a) === standing(b) ? 0 : standing(a) - standing(b)) || b - a,
  );
}

/** Any trade, where managers are looked for whatever theirs is. */
const ANY_TRADE = -2;

/** Managers of a trade by their places in the descent of today: those below anybody stand side by side. */
interface OfTrade {
  readonly places: readonly number[];
  readonly withRoom: Tournament;
}

/**
 * Finds for people who lost their manager the nearest one inside the unit who is of their trade, stood above them, or is the
 * head: fewest steps along the lines of today, of equals the head, then whoever stands above them or their colleagues, then the
 * more senior, then by id. Only where none of these has room it is somebody of another trade. Nobody is given a manager who is
 * less senior. Room only shrinks while people are hung. Cost: for each who asks, and each level up to the nearest, the
 * logarithm of the managers.
 */
export class NearestManager {
  /** Managers of today: whoever is nearer to the top first. */
  private readonly order: readonly Index[];
  private readonly managers: ReadonlySet<Index>;

  constructor(private readonly chart: UnitChart) {
    const { tree, head } = chart;
    const known = chart.managers.filter((manager) => manager < tree.boss.length);
    this.order = known.sort(
      (a, b) =>
        tree.depth[a]! - tree.depth[b]! ||
        Number(b === head) - Number(a === head) ||
        (chart.standingOf(a) === chart.standingOf(b) ? a - b : chart.standingOf(b) - chart.standingOf(a)),
    );
    this.managers = new Set(this.order);
  }

  private readonly ofTrade = memo((trade: Index): OfTrade => {
    const { chart, order } = this;
    const { at } = descentOf(chart.tree);
    const ranks = [...order.keys()]
      .filter((rank) => trade === ANY_TRADE || chart.tradeOf(order[rank]!) === trade)
      .sort((a, b) => at[order[a]!]! - at[order[b]!]!);
    return {
      places: ranks.map((rank) => at[order[rank]!]!),
      withRoom: new Tournament(
        ranks,
        ranks.map((rank) => chart.standingOf(order[rank]!)),
        (rank) => chart.room(order[rank]!) > 0,
      ),
    };
  });

  /** The first manager of a trade with room at or below somebody, or anywhere, who is not less senior; -1 for none. */
  private firstOf(trade: Index, standing: number, above: Index | null): Index {
    const { places, withRoom } = this.ofTrade(trade);
    const { at, end } = descentOf(this.chart.tree);
    const from = above === null ? 0 : firstFrom(places, at[above]!);
    const to = above === null ? places.length : firstFrom(places, end[above]!, from);
    const rank = withRoom.first(from, to, standing);
    return rank < 0 ? -1 : this.order[rank]!;
  }

  /** The nearest manager with room for a seat that leads nobody in the unit; -1 where nobody who may lead it has any. */
  find(seat: Index): Index {
    const { chart } = this;
    // Whoever is to be hired may stand under anyone.
    const standing = seat < chart.tree.boss.length ? chart.standingOf(seat) : Number.NEGATIVE_INFINITY;
    const best = this.nearestOf(seat, standing, chart.tradeOf(seat));
    // People hired have no lines of today, and some stand under another root.
    const steps = best < 0 ? Number.POSITIVE_INFINITY : stepsBetween(chart, seat, best);
    const { head } = chart;
    if (chart.room(head) > 0 && chart.mayLead(head, seat) && stepsBetween(chart, seat, head) <= steps)
      return head;
    if (best >= 0) return best;
    if (this.makesPlace(seat)) return head;
    const any = this.nearestOf(seat, standing, ANY_TRADE);
    return any >= 0 ? any : this.firstOf(ANY_TRADE, standing, null);
  }

  /**
   * Whether somebody under the full head makes place for a seat: who led nobody, has another manager today, and can go to one of
   * their own trade.
   */
  private makesPlace(seat: Index): boolean {
    const { chart } = this;
    const { head } = chart;
    if (!chart.mayLead(head, seat)) return false;
    for (const gives of makersOfPlace(chart, head)) {
      if (this.managers.has(gives) || chart.leads(gives) || chart.bossToday(gives) === head) continue;
      const manager = this.nearestOf(gives, chart.standingOf(gives), chart.tradeOf(gives));
      if (manager < 0) continue;
      chart.hang(gives, manager);
      return true;
    }
    return false;
  }

  private nearestOf(seat: Index, standing: number, trade: Index): Index {
    const { chart } = this;
    const { tree } = chart;
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    let up = 1;
    for (let above = chart.bossToday(seat); above >= 0; above = tree.boss[above]!, up++) {
      if (up > fewest) break;
      const stoodAbove = this.managers.has(above) && this.hasRoom(above, standing);
      const manager = stoodAbove ? above : this.firstOf(trade, standing, above);
      const steps = manager < 0 ? Number.POSITIVE_INFINITY : up + tree.depth[manager]! - tree.depth[above]!;
      // Of equals the one further up: it is nearer to the line of command.
      if (steps < fewest || (steps === fewest && manager === above)) {
        best = manager;
        fewest = steps;
      }
    }
    return best;
  }

  private hasRoom(manager: Index, standing: number): boolean {
    return this.chart.room(manager) > 0 && this.chart.standingOf(manager) >= standing;
  }
}
