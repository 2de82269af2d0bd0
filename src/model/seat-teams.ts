import { haveSame, unlessAsToday } from './as-today.ts';
import type { Index, Organisation } from './organisation.ts';
import { hasSpansOfToday, selfGoverned } from './teams.ts';
import { type ReportingTree, reportsOf, treeOf } from './tree.ts';

/** Less of somebody's time than this is a rounding. */
const SMALLEST_SHARE = 1e-9;

/** Which teams a seat works in, in their order; the shares sum to 1. Numbers of teams mean something within one organisation only. */
export type TeamShares = readonly (readonly [team: number, share: number])[];

/**
 * The teams that each seat works in: the declared one, several by share; for time that is in none, and for everybody else,
 * the department that governs itself, else the team they lead, else the one they report into, else they are alone. Nothing is kept
 * for people who are in no declared team: there are as many as people.
 */
class SeatTeams {
  private readonly tree: ReportingTree;
  /** Where the teams of each seat begin and end: none for who is in no declared one. */
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly team: Int32Array;
  private readonly share: Float64Array;

  constructor(private readonly organisation: Organisation) {
    const { teams, people } = organisation;
    this.tree = treeOf(organisation);
    const start = new Int32Array(people.count + 1);
    for (const { members } of teams) for (let k = 0; k < members.length; k++) start[members[k]!.seat + 1]!++;
    // One place more for the time that is left.
    for (let seat = 0; seat < people.count; seat++)
      start[seat + 1]! += start[seat]! + (start[seat + 1]! > 0 ? 1 : 0);
    this.start = start;
    this.end = start.slice(0, people.count);
    this.team = new Int32Array(start[people.count]!);
    this.share = new Float64Array(start[people.count]!);
    for (let team = 0; team < teams.length; team++) {
      const { members } = teams[team]!;
      for (let k = 0; k < members.length; k++) this.add(members[k]!.seat, team, members[k]!.share);
    }
    for (let seat = 0; seat < people.count; seat++) {
      if (start[seat] === this.end[seat]) continue;
      let given = 0;
      for (let k = start[seat]!; k < this.end[seat]!; k++) given += this.share[k]!;
      if (1 - given > SMALLEST_SHARE) this.add(seat, this.byLines(seat), 1 - given);
    }
  }

  private add(seat: Index, team: number, share: number): void {
    const k = this.end[seat]!++;
    this.team[k] = team;
    this.share[k] = share;
  }

  private byLines(seat: Index): number {
    const { teams, units } = this.organisation;
    const unit = selfGoverned(this.organisation, seat);
    if (unit >= 0) return teams.length + unit;
    const { boss } = this.tree;
    const lead = reportsOf(this.tree, seat) > 0 || boss[seat]! < 0 ? seat : boss[seat]!;
    return teams.length + units.length + lead;
  }

  /** The team of somebody who is in no declared one, -1 for others. */
  undeclaredOf(seat: Index): number {
    return this.start[seat] === this.end[seat] ? this.byLines(seat) : -1;
  }

  /** The one team of a seat, -1 for several. */
  onlyTeamOf(seat: Index): number {
    const teams = this.end[seat]! - this.start[seat]!;
    return teams === 0 ? this.byLines(seat) : teams === 1 ? this.team[this.start[seat]!]! : -1;
  }

  /** The teams of a seat, ascending. */
  sharesOf(seat: Index): TeamShares {
    const undeclared = this.undeclaredOf(seat);
    if (undeclared >= 0) return [[undeclared, 1]];
    const found: [number, number][] = [];
    for (let k = this.start[seat]!; k < this.end[seat]!; k++) found.push([this.team[k]!, this.share[k]!]);
    return found;
  }

  /** Adds the teams of a seat that counts for so much. */
  spread(seat: Index, weight: number, into: Map<number, number>): void {
    const undeclared = this.undeclaredOf(seat);
    if (undeclared >= 0) into.set(undeclared, (into.get(undeclared) ?? 0) + weight);
    else
      for (let k = this.start[seat]!; k < this.end[seat]!; k++)
        into.set(this.team[k]!, (into.get(this.team[k]!) ?? 0) + weight * this.share[k]!);
  }

  /** Chance that two people work in one team when each is drawn for theirs. */
  inOneTeam(a: Index, b: Index): number {
    const [first, second] = [this.undeclaredOf(a), this.undeclaredOf(b)];
    if (first >= 0) return second >= 0 ? Number(first === second) : this.shareIn(b, first);
    if (second >= 0) return this.shareIn(a, second);
    let same = 0;
    let at = this.start[b]!;
    for (let k = this.start[a]!; k < this.end[a]!; k++) {
      while (at < this.end[b]! && this.team[at]! < this.team[k]!) at++;
      if (at < this.end[b]! && this.team[at] === this.team[k]) same += this.share[k]! * this.share[at]!;
    }
    return same;
  }

  /** Chance that one drawn for a seat twice counts in one team both times. */
  inOneTwice(seat: Index): number {
    if (this.undeclaredOf(seat) >= 0) return 1;
    let same = 0;
    for (let k = this.start[seat]!; k < this.end[seat]!; k++) same += this.share[k]! ** 2;
    return same;
  }

  /** Chance that a seat works in a team that is drawn with these chances, where those are more teams than its own; else -1. */
  inOneOf(seat: Index, spread: ReadonlyMap<number, number>): number {
    const undeclared = this.undeclaredOf(seat);
    if (undeclared >= 0) return spread.get(undeclared) ?? 0;
    if (this.end[seat]! - this.start[seat]! >= spread.size) return -1;
    let same = 0;
    for (let k = this.start[seat]!; k < this.end[seat]!; k++)
      same += this.share[k]! * (spread.get(this.team[k]!) ?? 0);
    return same;
  }

  private shareIn(seat: Index, team: number): number {
    for (let k = this.start[seat]!; k < this.end[seat]!; k++)
      if (this.team[k] === team) return this.share[k]!;
    return 0;
  }
}

const hasSeatTeamsOfToday = (design: Organisation, today: Organisation): boolean =>
  haveSame(design, today, ['teams']) &&
  design.units.length === today.units.length &&
  hasSpansOfToday(design, today);

export type { SeatTeams };

/** Those of an organisation, found once. Linear in members and seats. */
export const seatTeamsOf = unlessAsToday(
  hasSeatTeamsOfToday,
  (organisation): SeatTeams => new SeatTeams(organisation),
);
