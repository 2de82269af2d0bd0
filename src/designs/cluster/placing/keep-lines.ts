import type { Index } from '../../../model/organisation.ts';
import { standingsOf } from '../../hierarchy/seniority.ts';
import { LineExchange } from './line-exchange.ts';
import { crosses } from './ties.ts';

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

/**
 * Keeps reporting lines: once people are placed and heads are chosen, whole teams go where their lead goes, or change places with
 * other teams, and people who fill the same posts change places one by one, wherever more of them keep their manager so, or
 * a team lead less has to be hired. The customer hours that people have in their groups stay within one per cent of what
 * they were; posts, pins and heads stay; nobody crosses to another location who did not. In a centre of expertise an equal
 * takes the place of somebody whose manager they would leave. A local search: what it finds is not proven to be the best. Cost: a few
 * rounds, each linear in people and lines, times the groups at worst.
 */
export class LineKeeper extends LineExchange {
  /** Movable people of a team whose group is one that `isWanted`, its lead first. */
  private teamWhere(lead: Index, isWanted: (group: number) => boolean): Index[] {
    const found: Index[] = [];
    const add = (seat: Index) => {
      if (this.isMovable[seat] === 1 && isWanted(this.groupOf[seat]!)) found.push(seat);
    };
    add(lead);
    const { start, report } = this.lines;
    for (let k = start[lead]!; k < start[lead + 1]!; k++) add(report[k]!);
    return found;
  }

  private teamIn = (lead: Index, group: number) => this.teamWhere(lead, (at) => at === group);

  /**
   * Everybody below somebody who can move and is not there yet, whoever is nearer first; at most so many. One by one: where
   * hardly anybody could change places with them, the first few of thousands of levels are enough.
   */
  private *below(lead: Index, to: number, most: number): Iterable<Index> {
    const found = [lead];
    let [followed, given] = [0, 0];
    for (let at = 0; given < most; at++) {
      while (at === found.length && followed < at && found.length <= most)
        for (const seat of this.reports(found[followed++]!)) if (this.isMovable[seat] === 1) found.push(seat);
      if (at === found.length) return;
      if (this.groupOf[found[at]!] === to) continue;
      given++;
      yield found[at]!;
    }
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
      const team = this.teamWhere(lead, (at) => at !== to);
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
    const candidates: Index[] = [];
    for (const one of this.leadsOf[to]!) {
      if (candidates.length === 4 * MOST_TEAMS) break;
      if (this.isMovable[one] === 1) candidates.push(one);
    }
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
          this.staff.begin();
          const other = this.staff.find(
            { post: capability, group: to, to: -2 },
            false,
            () => true,
            (one) =>
              standing[one] !== standing[seat] ||
              knows[one] === 1 ||
              people.capability[one] !== people.capability[seat] ||
              people.fte[one] !== people.fte[seat] ||
              people.vacant[one] === 1,
          );
          if (other < 0) return seat;
          this.groupOf[other] = -1;
          this.isMovable[other] = 0;
          this.groupOf[seat] = to;
          return other;
        }),
      );
    }
    return centres;
  }

  /** Whether each of these seats is in a centre, keeps a team that stays, or can come into a centre: only who leads nobody takes somebody's place in it. */
  mayBeAside(seats: ReadonlySet<Index>): boolean {
    const inCentres = new Set([...this.placement.posts.centres.values()].flat());
    return [...seats].every(
      (seat) =>
        inCentres.has(seat) || this.groupOf[seat]! < 0 || (this.isMovable[seat] === 1 && !this.isLead(seat)),
    );
  }

  run(): LinesKept {
    const before = this.kept();
    const leads: Index[] = [];
    for (let seat = 0; seat < this.groupOf.length; seat++)
      if (this.groupOf[seat]! >= 0 && this.isLead(seat)) leads.push(seat);
    leads.sort((a, b) => this.teamSize(b) - this.teamSize(a) || a - b);
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
