import type { Index, Organisation } from '../../../model/organisation.ts';
import { indexIn } from '../../../numbers/sorted.ts';
import { type InnerLines, innerLines, leadsNeeded } from './inner-lines.ts';
import type { Placement } from './placement.ts';
import { StaffIndex } from './staff-index.ts';
import { crosses } from './ties.ts';

/** Share of the relationships’ part that lines may cost, and what they may cost where it is 0. */
const MAY_COST = 0.01;

const NOBODY = -1;

/** A team lead to be hired weighs as much as so many people with a new manager. A judgement. */
const SEAT = 4;

/** Somebody who would go from one group to another. */
interface Move {
  readonly seat: Index;
  readonly to: number;
}

/**
 * Who is in which group while lines are kept: moves of people that are made only if more people keep their manager so, posts stay
 * filled, and not too many customer hours are lost. Costs of a move: the people moved, and their reports.
 */
export class LineExchange {
  readonly groupOf: Int32Array;
  protected readonly lines: InnerLines;
  protected readonly boss: Int32Array;
  protected readonly staff: StaffIndex;
  protected readonly heads: ReadonlySet<Index>;
  protected readonly isMovable: Uint8Array;
  protected readonly leadsOf: Set<Index>[];
  protected readonly needed: number[];
  protected readonly mark: Int32Array;
  protected round = 0;
  /** Customer hours that may still be lost, as shares of people’s hours. */
  protected slack: number;

  constructor(
    protected readonly organisation: Organisation,
    protected readonly placement: Placement,
    heads: ReadonlyMap<number, Index>,
    groups: number,
  ) {
    const { people, policy } = organisation;
    this.groupOf = placement.groupOf.slice();
    for (const [at, seat] of heads) this.groupOf[seat] = at;
    this.lines = innerLines(organisation, this.groupOf);
    this.boss = this.lines.boss;
    this.heads = new Set(heads.values());
    this.mark = new Int32Array(people.count);
    const { ties, postOf, pins } = placement;
    this.isMovable = new Uint8Array(people.count);
    let known = 0;
    this.leadsOf = Array.from({ length: groups }, () => new Set<Index>());
    const sizes = new Array<number>(groups).fill(0);
    for (let seat = 0; seat < people.count; seat++) {
      const at = this.groupOf[seat]!;
      if (at < 0) continue;
      known += this.shareIn(seat, at);
      if (this.heads.has(seat)) continue;
      sizes[at]!++;
      if (postOf[seat]! >= 0 && !pins.has(seat)) this.isMovable[seat] = 1;
      if (this.isLead(seat) && people.vacant[seat] === 0) this.leadsOf[at]!.add(seat);
    }
    this.needed = sizes.map((size) => leadsNeeded(size, policy));
    this.slack = known > 0 ? MAY_COST * known : MAY_COST;
    this.staff = new StaffIndex(
      {
        groupOf: this.groupOf,
        boss: this.boss,
        postOf,
        area: ties.area,
        isKnown: (seat) => this.shareIn(seat, this.groupOf[seat]!) > 0,
      },
      groups,
      ties.areaStart.length,
    );
    for (let seat = people.count - 1; seat >= 0; seat--)
      if (this.isMovable[seat] === 1 && !this.isLead(seat)) this.staff.put(seat);
  }

  protected teamSize = (seat: Index) => this.lines.start[seat + 1]! - this.lines.start[seat]!;
  protected isLead = (seat: Index) => this.teamSize(seat) > 0;

  protected shareIn(seat: Index, group: number): number {
    const { start, group: of, share } = this.placement.ties;
    const k = indexIn(of, group, start[seat]!, start[seat + 1]!);
    return k < 0 ? 0 : share[k]!;
  }

  protected reports = (seat: Index) =>
    this.lines.report.subarray(this.lines.start[seat]!, this.lines.start[seat + 1]!);

  /** Reports of somebody in each group, the group with most first. */
  protected reportsIn(lead: Index): readonly [number, number][] {
    const found = new Map<number, number>();
    for (const seat of this.reports(lead)) {
      const at = this.groupOf[seat]!;
      if (at >= 0) found.set(at, (found.get(at) ?? 0) + 1);
    }
    return [...found].sort(([a, n], [b, m]) => m - n || a - b);
  }

  /** Whether a seat may go there as far as locations are concerned. */
  protected mayCross(area: number, from: number, to: number): boolean {
    const { ties } = this.placement;
    return !crosses(ties, area, to) || crosses(ties, area, from);
  }

  /** 1 where a seat has its manager in its group. */
  protected keeps(seat: Index): number {
    const at = this.groupOf[seat]!;
    const boss = this.boss[seat]!;
    return at >= 0 && boss >= 0 && this.groupOf[boss] === at ? 1 - this.organisation.people.vacant[seat]! : 0;
  }

  /** People who have their manager in the group. */
  kept(): number {
    let sum = 0;
    for (let seat = 0; seat < this.groupOf.length; seat++) sum += this.keeps(seat);
    return sum;
  }

  /** Lines that hang on these seats and are kept. */
  protected keptAround(moves: readonly Move[]): number {
    const round = ++this.round;
    for (const { seat } of moves) this.mark[seat] = round;
    let sum = 0;
    for (const { seat } of moves) {
      sum += this.keeps(seat);
      if (!this.isLead(seat)) continue;
      for (const report of this.reports(seat)) if (this.mark[report] !== round) sum += this.keeps(report);
    }
    return sum;
  }

  protected missing(): number {
    return this.leadsOf.reduce((sum, { size }, at) => sum + Math.max(0, this.needed[at]! - size), 0);
  }

  protected carryOut(moves: readonly Move[]): void {
    for (const { seat, to } of moves) {
      const from = this.groupOf[seat]!;
      if (this.leadsOf[from]!.delete(seat)) this.leadsOf[to]!.add(seat);
      this.groupOf[seat] = to;
    }
  }

  /** Makes these moves if they are worth it, else nothing. */
  protected attempt(moves: readonly Move[]): boolean {
    const back = moves.map(({ seat }) => ({ seat, to: this.groupOf[seat]! }));
    let lost = 0;
    for (const { seat, to } of moves)
      lost += this.shareIn(seat, this.groupOf[seat]!) - this.shareIn(seat, to);
    if (lost > this.slack + 1e-9) return false;
    const withLeads = moves.some(({ seat }) => this.isLead(seat));
    const [kept, missing] = [this.keptAround(moves), withLeads ? this.missing() : 0];
    this.carryOut(moves);
    const gain = this.keptAround(moves) - kept + SEAT * (missing - (withLeads ? this.missing() : 0));
    if (gain <= 0 && !(gain === 0 && lost < -1e-9)) {
      this.carryOut(back);
      return false;
    }
    this.slack = Math.min(this.slack, this.slack - lost);
    for (const { seat } of moves)
      if (!this.isLead(seat)) this.staff.put(seat);
      else for (const report of this.reports(seat)) this.putBack(report);
    return true;
  }

  protected putBack(seat: Index): void {
    if (this.isMovable[seat] === 1 && !this.isLead(seat)) this.staff.put(seat);
  }

  /**
   * The same people with others of the group they go to, who go where each of them came from: `others` first, then whoever
   * costs least. Who finds nobody stays.
   */
  protected exchange(going: Iterable<Index>, to: number, others: readonly Index[] = []): Move[] {
    const { postOf, ties } = this.placement;
    const moves: Move[] = [];
    this.staff.begin();
    if (others.length === 0 && this.staff.hasNobody(to)) return moves;
    const round = ++this.round;
    const byPost = new Map<Index, Index[]>();
    for (const seat of others) {
      this.mark[seat] = round;
      const list = byPost.get(postOf[seat]!);
      if (list === undefined) byPost.set(postOf[seat]!, [seat]);
      else list.push(seat);
    }
    const isTaken = (one: Index) => this.mark[one] === round;
    const withoutAny = new Set<number>();
    for (const seat of going) {
      const from = this.groupOf[seat]!;
      if (from === to || !this.mayCross(ties.area[seat]!, from, to)) continue;
      const post = postOf[seat]!;
      const mayCome = (area: number) => this.mayCross(area, to, from);
      const team = byPost.get(post);
      const at = team?.findIndex((one) => mayCome(ties.area[one]!)) ?? -1;
      let other = at >= 0 ? team!.splice(at, 1)[0]! : NOBODY;
      if (at < 0) {
        const isLead = this.isLead(seat);
        const key = 2 * (post * this.leadsOf.length + from) + Number(isLead);
        if (withoutAny.has(key)) continue;
        other = this.staff.find({ post, group: to, to: from }, isLead, mayCome, isTaken);
        if (other === NOBODY) {
          withoutAny.add(key);
          if (others.length === 0 && this.staff.hasNobody(to)) break;
          continue;
        }
      }
      this.mark[other] = round;
      moves.push({ seat, to }, { seat: other, to: from });
    }
    return moves;
  }
}
