import { memo } from '../../base/memo.ts';
import type { DeclaredTeam, Index, Organisation } from '../../model/organisation.ts';
import { type AccountNeeds, accountNeeds, accountsOf } from './accounts.ts';
import { Load, ROUNDING, shareOf } from './load.ts';

/** The named people of an account, each once, whoever leads them first, and the capabilities that they are named for. */
export interface NamedTeam {
  readonly members: DeclaredTeam['members'];
  readonly capabilities: readonly Index[];
}

export interface NamedContacts {
  /** Accounts that get a team, with a person for each capability, in the order of customers. */
  readonly done: ReadonlyMap<Index, NamedTeam>;
  /** Hours a month of each person that are left. */
  readonly free: Float64Array;
  /** Hours a month with which colleagues help those who serve accounts today and have no time for all of them, by capability. */
  readonly helped: ReadonlyMap<Index, number>;
  /** For how many of the other accounts nobody has room, by the first capability for which that is so. */
  readonly without: ReadonlyMap<Index, number>;
}

/** Capabilities whose named person leads the team of an account, the first before the others. */
const leadTrades = memo(({ capabilities }: Organisation): readonly Index[] =>
  ['account-management', 'sales', 'support'].map((trade) => capabilities.findIndex(({ id }) => id === trade)),
);

/** Who is named for what of each account, in the order in which they were: columns, as there are many accounts. */
class Accounts {
  /** How many are named for each. */
  readonly named: Int32Array;
  /** Where the people of each begin, and of the next. */
  private readonly start: Int32Array;
  private readonly capability: Int32Array;
  private readonly seat: Int32Array;
  private readonly hours: Float64Array;

  constructor(
    private readonly organisation: Organisation,
    private readonly needs: AccountNeeds,
    private readonly load: Load,
    readonly rows: readonly Index[],
  ) {
    this.named = new Int32Array(rows.length);
    this.start = new Int32Array(rows.length + 1);
    rows.forEach((row, at) => {
      this.start[at + 1] = this.start[at]! + needs.contactsOf(row).length;
    });
    const most = this.start[rows.length]!;
    this.capability = new Int32Array(most);
    this.seat = new Int32Array(most);
    this.hours = new Float64Array(most);
  }

  private holds(at: number, seat: Index): boolean {
    for (let k = this.start[at]!; k < this.start[at]! + this.named[at]!; k++)
      if (this.seat[k] === seat) return true;
    return false;
  }

  /** Whether somebody is named for a capability. */
  private has(at: number, capability: Index): boolean {
    for (let k = this.start[at]!; k < this.start[at]! + this.named[at]!; k++)
      if (this.capability[k] === capability) return true;
    return false;
  }

  private add(at: number, capability: Index, seat: Index, hours: number): void {
    this.load.take(seat, hours, this.holds(at, seat));
    const k = this.start[at]! + this.named[at]!++;
    this.capability[k] = capability;
    this.seat[k] = seat;
    this.hours[k] = hours;
  }

  private hoursOf(at: number, capability: Index, seat: Index): number {
    const row = this.rows[at]!;
    return shareOf(this.organisation, { seat, capability, row }, this.needs.hoursOf(capability, row));
  }

  /** Gives a capability to somebody, where they have room. */
  private name(at: number, capability: Index, seat: Index): boolean {
    const hours = this.hoursOf(at, capability, seat);
    if (!this.load.fits(seat, hours, this.holds(at, seat))) return false;
    this.add(at, capability, seat, hours);
    return true;
  }

  /**
   * Leaves capabilities to who has them today, unless they have too many accounts, and adds to `helped` the hours that they have no
   * time for, with which colleagues help. Nobody loses whom they know because hours are short.
   */
  keepToday(at: number, helped: Map<Index, number>): void {
    const { start, seat } = this.organisation.relationships;
    const row = this.rows[at]!;
    const needed = this.needs.contactsOf(row);
    for (let n = 0; n < needed.length; n++) {
      const capability = needed[n]!;
      const isHolder = this.needs.isHolder(capability);
      const isAble = this.needs.isAble(capability);
      // Whoever can by a second skill and knows the customer comes before a stranger.
      let kept = -1;
      for (let k = start[row]!; k < start[row + 1]! && (kept < 0 || isHolder[kept] !== 1); k++) {
        const one = seat[k]!;
        if ((isHolder[one] === 1 || (kept < 0 && isAble[one] === 1)) && this.mayKeep(at, one)) kept = one;
      }
      if (kept < 0) continue;
      const wanted = this.hoursOf(at, capability, kept);
      const hours = Math.min(wanted, Math.max(0, this.load.free[kept]!));
      this.add(at, capability, kept, hours);
      helped.set(capability, (helped.get(capability) ?? 0) + (wanted - hours));
    }
  }

  private mayKeep = (at: number, seat: Index): boolean => this.holds(at, seat) || !this.load.isFull(seat);

  /** Finds somebody for every capability that has nobody, or nobody at all; returns the first for which nobody has room. */
  complete(at: number): Index | undefined {
    const kept = this.named[at]!;
    const needed = this.needs.contactsOf(this.rows[at]!);
    for (let n = 0; n < needed.length; n++) {
      if (this.has(at, needed[n]!) || this.find(at, needed[n]!)) continue;
      this.undo(at, kept);
      return needed[n];
    }
    return undefined;
  }

  /** Somebody for a capability that has nobody yet: who is in the team already where they can, else whose turn it is. */
  private find(at: number, capability: Index): boolean {
    const isHolder = this.needs.isHolder(capability);
    const end = this.start[at]! + this.named[at]!;
    for (let k = this.start[at]!; k < end; k++)
      if (isHolder[this.seat[k]!] === 1 && this.name(at, capability, this.seat[k]!)) return true;
    const first = this.needs.holdersOf(capability)[0];
    const seat = this.load.next(capability, first === undefined ? 0 : this.hoursOf(at, capability, first));
    return seat >= 0 && this.name(at, capability, seat);
  }

  /** Takes back what was given after the first `kept`. */
  private undo(at: number, kept: number): void {
    while (this.named[at]! > kept) {
      const k = this.start[at]! + --this.named[at]!;
      this.load.give(this.seat[k]!, this.hours[k]!, this.holds(at, this.seat[k]!));
    }
  }

  /** Who is named for an account, as the team that they will be. */
  teamOf(at: number): NamedTeam {
    const { people, hoursPerFtePerMonth } = this.organisation;
    const [start, end] = [this.start[at]!, this.start[at]! + this.named[at]!];
    // One list for all of a journey: somebody is named for each.
    const capabilities = this.needs.contactsOf(this.rows[at]!);
    const lead = leadTrades(this.organisation).find((trade) => capabilities.includes(trade));
    const members: { seat: Index; share: number }[] = [];
    const add = (seat: Index) => {
      for (const member of members) if (member.seat === seat) return;
      let hours = 0;
      for (let k = start; k < end; k++) if (this.seat[k] === seat) hours += this.hours[k]!;
      members.push({ seat, share: hours / (people.fte[seat]! * hoursPerFtePerMonth) });
    };
    if (lead !== undefined) add(this.seat[this.capability.indexOf(lead, start)]!);
    for (let k = start; k < end; k++) add(this.seat[k]!);
    // Without the room that the list had to grow: there is one for each account.
    return { members: members.slice(), capabilities };
  }
}

/**
 * One named person for each capability that the contact steps of an account need. Accounts that have a team with all of these
 * keep it. Of the others whoever serves one today goes on, and colleagues help with what they have no time for; then, the largest
 * accounts first, whose turn it is, where that completes the account. Nobody holds more hours than they have, or more accounts than
 * the policy lets them. Linear in accounts
 * times capabilities.
 */
export function nameContacts(
  organisation: Organisation,
  teams: ReadonlyMap<Index, DeclaredTeam>,
): NamedContacts {
  const done = new Map<Index, NamedTeam>();
  const all = new Map<Index, Team>(teams);
  for (;;) {
    // As it will be when the teams are there: hours that are left in another way may do for one more.
    const found = nameOnce(organisation, all);
    if (found.done.size === 0) return { ...found, done };
    found.done.forEach((team, row) => {
      done.set(row, team);
      all.set(row, team);
    });
  }
}

type Team = Pick<DeclaredTeam, 'members'>;

/** Hours with which colleagues help the members of a team, by capability: what it needs beyond what they give. */
function helpFor(
  organisation: Organisation,
  { contactsOf, hoursOf, isAble }: AccountNeeds,
  row: Index,
  { members }: Team,
  helped: Map<Index, number>,
): void {
  const { people, hoursPerFtePerMonth } = organisation;
  const left = members.map(({ seat, share }) => share * people.fte[seat]! * hoursPerFtePerMonth);
  const needed = contactsOf(row);
  for (let k = 0; k < needed.length; k++) {
    const capability = needed[k]!;
    const holders = isAble(capability);
    // Whoever can and has time, else whoever can.
    let named = -1;
    for (let at = 0; at < members.length && (named < 0 || left[named]! <= ROUNDING); at++)
      if (holders[members[at]!.seat] === 1 && (named < 0 || left[at]! > ROUNDING)) named = at;
    if (named < 0) continue;
    const { seat } = members[named]!;
    const wanted = shareOf(organisation, { seat, capability, row }, hoursOf(capability, row));
    const given = Math.min(wanted, left[named]!);
    left[named]! -= given;
    if (wanted - given > ROUNDING) helped.set(capability, (helped.get(capability) ?? 0) + wanted - given);
  }
}

/** The same for the accounts that have no team. */
function nameOnce(organisation: Organisation, teams: ReadonlyMap<Index, Team>): NamedContacts {
  const { people, hoursPerFtePerMonth } = organisation;
  const needs = accountNeeds(organisation);
  const load = new Load(organisation, needs);
  const helped = new Map<Index, number>();
  teams.forEach((team, row) => {
    team.members.forEach(({ seat, share }) => {
      load.take(seat, share * people.fte[seat]! * hoursPerFtePerMonth, false);
    });
    helpFor(organisation, needs, row, team, helped);
  });
  const rows = accountsOf(organisation).filter((row) => !teams.has(row));
  const accounts = new Accounts(organisation, needs, load, rows);
  for (let at = 0; at < rows.length; at++) accounts.keepToday(at, helped);
  for (const [capability, hours] of helped) load.help(needs.holdersOf(capability), hours);
  const done = new Map<Index, NamedTeam>();
  const without = new Map<Index, number>();
  rows.forEach((row, at) => {
    const open = accounts.complete(at);
    if (open !== undefined) without.set(open, (without.get(open) ?? 0) + 1);
    else if (accounts.named[at]! > 0) done.set(row, accounts.teamOf(at));
  });
  return { done, free: load.free, helped, without };
}
