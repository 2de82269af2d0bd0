import type { Index, Organisation } from '../../../model/organisation.ts';
import { treeOf } from '../../../model/tree.ts';
import { standingsOf } from '../../hierarchy/seniority.ts';
import { mostReports } from '../../hierarchy/unit-chart.ts';
import { indexIn } from './assignment/problem.ts';
import type { Placement } from './placement.ts';
import { StaffIndex } from './staff-index.ts';
import { crosses } from './ties.ts';

/** Share of the relationships’ part that lines may cost, and what they may cost where it is 0. */
const MAY_COST = 0.01;

/** A team lead to be hired weighs as much as so many people with a new manager. A judgement. */
const SEAT = 4;

/** Rounds over all teams and people; most is done in the first. */
const MOST_ROUNDS = 4;

/** Teams in a group that are tried in exchange for one. */
const MOST_TEAMS = 6;

/** What the search did. */
export interface LinesKept {
  readonly groupOf: Int32Array;
  readonly centres: ReadonlyMap<Index, readonly Index[]>;
  /** People placed who have their manager in the same group: before and after. */
  readonly before: number;
  readonly after: number;
}

/** Team leads below the head that a group of so many people needs where each has at most `size` reports. */
export const leadsNeeded = (people: number, size: number): number =>
  Math.max(0, Math.ceil((people - size) / (size - 1)));

/** Direct reports of somebody in each group. */
export function reportsByGroup(
  organisation: Organisation,
  seat: Index,
  groupOf: Int32Array,
): ReadonlyMap<number, number> {
  const { report, reportStart } = treeOf(organisation);
  const found = new Map<number, number>();
  for (let k = reportStart[seat]!; k < reportStart[seat + 1]!; k++) {
    const at = groupOf[report[k]!]!;
    if (at >= 0) found.set(at, (found.get(at) ?? 0) + 1);
  }
  return found;
}

/** The line of each seat that a group can keep, and the reports by it. */
interface InnerLines {
  readonly boss: Int32Array;
  readonly start: Int32Array;
  readonly report: Int32Array;
}

/** Of each seat the line of greatest weight to somebody who is in a group; to nobody where there is none. */
function innerLines({ lines, people }: Organisation, groupOf: Int32Array): InnerLines {
  const boss = new Int32Array(people.count).fill(-1);
  const start = new Int32Array(people.count + 1);
  for (let seat = 0; seat < people.count; seat++) {
    let most = 0;
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      if (groupOf[lines.boss[k]!]! < 0 || lines.weight[k]! <= most) continue;
      most = lines.weight[k]!;
      boss[seat] = lines.boss[k]!;
    }
    if (boss[seat]! >= 0) start[boss[seat]! + 1]!++;
  }
  for (let seat = 0; seat < people.count; seat++) start[seat + 1]! += start[seat]!;
  const next = start.slice();
  const report = new Int32Array(start[people.count]!);
  for (let seat = 0; seat < people.count; seat++) if (boss[seat]! >= 0) report[next[boss[seat]!]!++] = seat;
  return { boss, start, report };
}

/** Somebody who would go from one group to another. */
interface Move {
  readonly seat: Index;
  readonly to: number;
}

/**
 * Keeps reporting lines: once people are placed and heads are chosen, whole teams go where their lead goes, or change places with
 * other teams, and people who fill the same posts change places one by one, wherever more of them keep their manager so, or
 * a team lead less has to be hired. The customer hours that people have in their groups stay within one per cent of what
 * they were; posts, pins and heads stay; nobody crosses to another location who did not. In a centre of expertise an equal
 * takes the place of somebody whose manager they would leave. A local search: what it finds is not proven to be the best. Cost: a few
 * rounds, each linear in people and lines, times the groups at worst.
 */
export class LineKeeper {
  readonly groupOf: Int32Array;
  private readonly lines: InnerLines;
  private readonly boss: Int32Array;
  private readonly weight: Uint8Array;
  private readonly staff: StaffIndex;
  private readonly heads: ReadonlySet<Index>;
  private readonly isMovable: Uint8Array;
  private readonly leadsOf: Set<Index>[];
  private readonly needed: number[];
  private readonly mark: Int32Array;
  private round = 0;
  /** Customer hours that may still be lost, as shares of people’s hours. */
  private slack: number;

  constructor(
    private readonly organisation: Organisation,
    private readonly placement: Placement,
    heads: ReadonlyMap<number, Index>,
    groups: number,
  ) {
    const { people, policy } = organisation;
    this.groupOf = Int32Array.from(placement.groupOf);
    for (const [at, seat] of heads) this.groupOf[seat] = at;
    this.lines = innerLines(organisation, this.groupOf);
    this.boss = this.lines.boss;
    this.heads = new Set(heads.values());
    this.weight = people.vacant.map((open) => 1 - open);
    this.mark = new Int32Array(people.count);
    const { ties, postOf, pins } = placement;
    this.isMovable = Uint8Array.from(postOf, (post, seat) =>
      post >= 0 && this.groupOf[seat]! >= 0 && !pins.has(seat) && !this.heads.has(seat) ? 1 : 0,
    );
    let known = 0;
    this.leadsOf = Array.from({ length: groups }, () => new Set<Index>());
    const sizes = new Array<number>(groups).fill(0);
    this.groupOf.forEach((at, seat) => {
      if (at < 0) return;
      known += this.shareIn(seat, at);
      if (this.heads.has(seat)) return;
      sizes[at]!++;
      if (this.isLead(seat) && people.vacant[seat] === 0) this.leadsOf[at]!.add(seat);
    });
    this.needed = sizes.map((size) => leadsNeeded(size, mostReports(policy)));
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

  private teamSize = (seat: Index) => this.lines.start[seat + 1]! - this.lines.start[seat]!;
  private isLead = (seat: Index) => this.teamSize(seat) > 0;

  private shareIn(seat: Index, group: number): number {
    const { start, group: of, share } = this.placement.ties;
    const k = indexIn(of, start[seat]!, start[seat + 1]!, group);
    return k < 0 ? 0 : share[k]!;
  }

  private reports = (seat: Index) =>
    this.lines.report.subarray(this.lines.start[seat]!, this.lines.start[seat + 1]!);

  /** Reports of somebody in each group, the group with most first. */
  private reportsIn(lead: Index): readonly [number, number][] {
    const found = new Map<number, number>();
    for (const seat of this.reports(lead)) {
      const at = this.groupOf[seat]!;
      if (at >= 0) found.set(at, (found.get(at) ?? 0) + 1);
    }
    return [...found].sort(([a, n], [b, m]) => m - n || a - b);
  }

  /** Whether a seat may go there as far as locations are concerned. */
  private mayCross(area: number, from: number, to: number): boolean {
    const { ties } = this.placement;
    return !crosses(ties, area, to) || crosses(ties, area, from);
  }

  /** 1 where a seat has its manager in its group. */
  private keeps(seat: Index): number {
    const [at, boss] = [this.groupOf[seat]!, this.boss[seat]!];
    return at >= 0 && boss >= 0 && this.groupOf[boss] === at ? this.weight[seat]! : 0;
  }

  /** People who have their manager in the group. */
  kept(): number {
    let sum = 0;
    for (let seat = 0; seat < this.groupOf.length; seat++) sum += this.keeps(seat);
    return sum;
  }

  /** Lines that hang on these seats and are kept. */
  private keptAround(moves: readonly Move[]): number {
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

  private missing(): number {
    return this.leadsOf.reduce((sum, { size }, at) => sum + Math.max(0, this.needed[at]! - size), 0);
  }

  private carryOut(moves: readonly Move[]): void {
    for (const { seat, to } of moves) {
      const from = this.groupOf[seat]!;
      if (this.leadsOf[from]!.delete(seat)) this.leadsOf[to]!.add(seat);
      this.groupOf[seat] = to;
    }
  }

  /** Makes these moves if they are worth it, else nothing. */
  private attempt(moves: readonly Move[]): boolean {
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

  private putBack(seat: Index): void {
    if (this.isMovable[seat] === 1 && !this.isLead(seat)) this.staff.put(seat);
  }

  /**
   * The same people with others of the group they go to, who go where each of them came from: `others` first, then whoever
   * costs least. Who finds nobody stays.
   */
  private exchange(going: readonly Index[], to: number, others: readonly Index[] = []): Move[] {
    const { postOf, ties } = this.placement;
    const round = ++this.round;
    for (const seat of [...going, ...others]) this.mark[seat] = round;
    const byPost = new Map<Index, Index[]>();
    for (const seat of others) {
      const list = byPost.get(postOf[seat]!);
      if (list === undefined) byPost.set(postOf[seat]!, [seat]);
      else list.push(seat);
    }
    const moves: Move[] = [];
    for (const seat of going) {
      const from = this.groupOf[seat]!;
      if (from === to || !this.mayCross(ties.area[seat]!, from, to)) continue;
      const post = postOf[seat]!;
      const team = byPost.get(post);
      const at = team?.findIndex((one) => this.mayCross(ties.area[one]!, to, from)) ?? -1;
      const other =
        at >= 0
          ? team!.splice(at, 1)[0]!
          : this.staff.find(
              { post, group: to, to: from, count: 1 },
              this.isLead(seat),
              (area) => this.mayCross(area, to, from),
              (one) => this.mark[one] === round,
            )[0];
      if (other === undefined) continue;
      this.mark[other] = round;
      moves.push({ seat, to }, { seat: other, to: from });
    }
    return moves;
  }

  /** Movable people of a team who are in a group, its lead first. */
  private teamIn(lead: Index, group: number): Index[] {
    return [lead, ...this.reports(lead)].filter(
      (seat) => this.isMovable[seat] === 1 && this.groupOf[seat] === group,
    );
  }

  /** Everybody below somebody who can move and is not there yet, whoever is nearer first; at most so many. */
  private below(lead: Index, to: number, most: number): Index[] {
    const found = [lead];
    for (let at = 0; at < found.length && found.length <= most; at++)
      for (const seat of this.reports(found[at]!)) if (this.isMovable[seat] === 1) found.push(seat);
    return found.filter((seat) => this.isMovable[seat] === 1 && this.groupOf[seat] !== to).slice(0, most);
  }

  private moveTeam(lead: Index, most: number): boolean {
    const own = this.groupOf[lead]!;
    const above = this.staff.wishOf(lead);
    const targets = new Set([
      own,
      above,
      ...this.reportsIn(lead)
        .slice(0, 2)
        .map(([at]) => at),
    ]);
    let found = false;
    for (const to of targets) {
      if (to < 0) continue;
      const team = [lead, ...this.reports(lead)].filter(
        (seat) => this.isMovable[seat] === 1 && this.groupOf[seat] !== to,
      );
      if (team.length === 0) continue;
      if (this.attempt(this.exchange(team, to))) found = true;
      else if (this.isMovable[lead] === 1 && this.groupOf[lead] !== to) {
        if (this.attempt(this.exchange([lead], to))) found = true;
        else if (this.exchangeTeams(lead, to)) found = true;
        else if (this.attempt(this.exchange(this.below(lead, to, most), to))) found = true;
      }
    }
    return found;
  }

  /** Whole teams for each other, as far as they fill the same posts; others make up the difference. */
  private exchangeTeams(lead: Index, to: number): boolean {
    const from = this.groupOf[lead]!;
    const team = this.teamIn(lead, from);
    const candidates = [...this.leadsOf[to]!]
      .filter((one) => this.isMovable[one] === 1)
      .slice(0, 4 * MOST_TEAMS);
    const apart = (one: Index) => Math.abs(this.teamIn(one, to).length - team.length);
    const ranked = candidates
      .map((one) => ({ one, apart: apart(one), wish: this.staff.wishOf(one) === from ? 0 : 1 }))
      .sort((a, b) => a.wish - b.wish || a.apart - b.apart)
      .slice(0, MOST_TEAMS);
    return ranked.some(({ one }) => this.attempt(this.exchange(team, to, this.teamIn(one, to))));
  }

  private moveStaff(): boolean {
    let found = false;
    for (let seat = 0; seat < this.groupOf.length; seat++) {
      if (this.isMovable[seat] === 0 || this.isLead(seat)) continue;
      const to = this.staff.wishOf(seat);
      if (to < 0 || to === this.groupOf[seat]) continue;
      const moves = this.exchange([seat], to);
      if (moves.length > 0 && this.attempt(moves)) found = true;
    }
    return found;
  }

  /** Gives groups that are too large for one manager the leads they need, from groups that have more than theirs. */
  private spreadLeads(): boolean {
    let found = false;
    const spare = (at: number) => this.leadsOf[at]!.size - this.needed[at]!;
    const groups = this.leadsOf.map((_, at) => at);
    const inGroup = (seat: Index) =>
      this.reportsIn(seat).find(([at]) => at === this.groupOf[seat]!)?.[1] ?? 0;
    if (!groups.some((at) => spare(at) < 0)) return false;
    const offered = groups
      .filter((at) => spare(at) > 0)
      .flatMap((at) => [...this.leadsOf[at]!].map((seat) => ({ seat, reports: inGroup(seat) })))
      .sort((a, b) => a.reports - b.reports);
    for (const to of groups)
      for (const { seat } of offered) {
        if (spare(to) >= 0) break;
        const from = this.groupOf[seat]!;
        if (from === to || spare(from) <= 0 || this.isMovable[seat] === 0) continue;
        if (this.attempt(this.exchange(this.teamIn(seat, from), to))) found = true;
        else if (this.attempt(this.exchange([seat], to))) found = true;
      }
    return found;
  }

  /** In a centre an equal from elsewhere, who loses the manager anyway, takes the place of somebody who need not. */
  private relieveCentres(): Map<Index, readonly Index[]> {
    const { people, relationships } = this.organisation;
    const standing = standingsOf(this.organisation);
    const { ties, posts } = this.placement;
    const knows = new Uint8Array(people.count);
    for (const seat of relationships.seat) knows[seat] = 1;
    const centres = new Map<Index, readonly Index[]>();
    for (const [capability, seats] of posts.centres) {
      centres.set(
        capability,
        seats.map((seat) => {
          const to = this.staff.wishOf(seat);
          if (to < 0 || this.isLead(seat) || knows[seat] === 1 || this.placement.pins.has(seat)) return seat;
          if (crosses(ties, ties.area[seat]!, to)) return seat;
          const [other] = this.staff.find(
            { post: capability, group: to, to: -2, count: 1 },
            false,
            () => true,
            (one) =>
              standing[one] !== standing[seat] ||
              knows[one] === 1 ||
              people.capability[one] !== people.capability[seat] ||
              people.fte[one] !== people.fte[seat] ||
              people.vacant[one] === 1,
          );
          if (other === undefined) return seat;
          this.groupOf[other] = -1;
          this.isMovable[other] = 0;
          this.groupOf[seat] = to;
          return other;
        }),
      );
    }
    return centres;
  }

  run(): LinesKept {
    const before = this.kept();
    const leads = [...this.groupOf.keys()]
      .filter((seat) => this.groupOf[seat]! >= 0 && this.isLead(seat))
      .sort((a, b) => this.teamSize(b) - this.teamSize(a) || a - b);
    const most = Math.ceil(this.groupOf.length / Math.max(1, this.leadsOf.length));
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let found = false;
      for (const lead of leads) if (this.moveTeam(lead, most)) found = true;
      if (this.moveStaff()) found = true;
      if (this.spreadLeads()) found = true;
      if (!found) break;
    }
    const centres = this.relieveCentres();
    return { groupOf: this.groupOf, centres, before, after: this.kept() };
  }
}
