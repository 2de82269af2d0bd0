import { memo } from '../../base/memo.ts';
import type { DeclaredTeam, Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { type AccountNeeds, accountNeeds, accountsOf } from './accounts.ts';

/** The named person of an account for each capability, with the hours a month that they work for it. */
export type Contacts = ReadonlyMap<Index, { readonly seat: Index; readonly hours: number }>;

export interface NamedContacts {
  /** Accounts that get a team, with a person for each capability, in the order of customers. */
  readonly done: ReadonlyMap<Index, Contacts>;
  /** Hours a month of each person that are left. */
  readonly free: Float64Array;
  /** Hours a month with which colleagues help those who serve accounts today and have no time for all of them, by capability. */
  readonly helped: ReadonlyMap<Index, number>;
  /** For how many of the other accounts nobody has room, by the first capability for which that is so. */
  readonly without: ReadonlyMap<Index, number>;
}

/** What is an hour too much is only rounding. */
const ROUNDING = 1e-6;

/** How many of those in turn are asked before an account goes without. */
const MOST_ASKED = 50;

/** Who holds how much: hours that are left of each, and how many accounts. */
class Load {
  readonly free: Float64Array;
  private readonly accounts: Int32Array;
  private readonly last = new Map<Index, Index>();

  constructor(
    private readonly organisation: Organisation,
    private readonly needs: AccountNeeds,
  ) {
    const { people, policy, hoursPerFtePerMonth } = organisation;
    this.free = people.fte.map((fte) => fte * hoursPerFtePerMonth * policy.utilisation);
    this.accounts = new Int32Array(people.count);
  }

  isFull = (seat: Index): boolean => this.accounts[seat]! >= this.organisation.policy.accountsPerPerson;

  /** Whether somebody has room for an account that takes so many hours, more of which is theirs already where `holds`. */
  fits(seat: Index, hours: number, holds: boolean): boolean {
    return (holds || !this.isFull(seat)) && hours <= this.free[seat]! + ROUNDING;
  }

  take(seat: Index, hours: number, holds: boolean): void {
    this.free[seat]! -= hours;
    if (!holds) this.accounts[seat]!++;
  }

  give(seat: Index, hours: number, holds: boolean): void {
    this.free[seat]! += hours;
    if (!holds) this.accounts[seat]!--;
  }

  /** Takes hours from colleagues, first from those who have most left. */
  help(colleagues: readonly Index[], hours: number): void {
    let left = hours;
    for (const seat of [...colleagues].sort((a, b) => this.free[b]! - this.free[a]! || a - b)) {
      const part = Math.min(left, Math.max(0, this.free[seat]!));
      this.free[seat]! -= part;
      left -= part;
    }
  }

  private readonly queues = new Map<Index, Index[]>();
  /** The next of those with a capability who has room; whoever leads nobody comes first. -1 for none. */
  next(capability: Index, hours: number): Index {
    let queue = this.queues.get(capability);
    if (queue === undefined) {
      const tree = treeOf(this.organisation);
      const leads = (seat: Index) => Number(reportsOf(tree, seat) > 0);
      queue = this.needs
        .holdersOf(capability)
        .filter((seat) => tree.boss[seat]! >= 0)
        .sort((a, b) => leads(a) - leads(b) || this.free[b]! - this.free[a]! || a - b);
      this.queues.set(capability, queue);
    }
    const from = this.last.get(capability) ?? 0;
    for (let asked = 0; asked < Math.min(MOST_ASKED, queue.length); asked++) {
      const at = (from + asked) % queue.length;
      if (!this.fits(queue[at]!, hours, false)) continue;
      this.last.set(capability, at + 1);
      return queue[at]!;
    }
    return -1;
  }
}

/** What one person gives to one account is at most what they have: where that is not enough, colleagues help. */
function shareOf({ people, policy, hoursPerFtePerMonth }: Organisation, seat: Index, hours: number): number {
  return Math.min(hours, people.fte[seat]! * hoursPerFtePerMonth * policy.utilisation);
}

/** Named people of an account as it is built up. */
class Account {
  readonly contacts = new Map<Index, { seat: Index; hours: number }>();
  constructor(
    private readonly organisation: Organisation,
    private readonly needs: AccountNeeds,
    private readonly load: Load,
    readonly row: Index,
  ) {}

  private holds(seat: Index): boolean {
    for (const one of this.contacts.values()) if (one.seat === seat) return true;
    return false;
  }

  /** Gives a capability to somebody, where they have room. */
  name(capability: Index, seat: Index): boolean {
    const hours = shareOf(this.organisation, seat, this.needs.hoursOf(capability, this.row));
    if (!this.load.fits(seat, hours, this.holds(seat))) return false;
    this.load.take(seat, hours, this.holds(seat));
    this.contacts.set(capability, { seat, hours });
    return true;
  }

  /**
   * Leaves a capability to who has it today, unless they have too many accounts; returns the hours that they have no time for, with
   * which colleagues help, undefined where they do not keep it. Nobody loses whom they know because hours are short.
   */
  keep(capability: Index, seat: Index): number | undefined {
    const wanted = shareOf(this.organisation, seat, this.needs.hoursOf(capability, this.row));
    if (!this.holds(seat) && this.load.isFull(seat)) return undefined;
    const hours = Math.min(wanted, Math.max(0, this.load.free[seat]!));
    this.load.take(seat, hours, this.holds(seat));
    this.contacts.set(capability, { seat, hours });
    return wanted - hours;
  }

  /** Somebody for a capability that has nobody yet: who is in the team already where they can, else whose turn it is. */
  find(capability: Index): boolean {
    const holders = this.needs.holdersOf(capability);
    const isHolder = this.needs.isHolder(capability);
    for (const { seat } of this.contacts.values())
      if (isHolder[seat] === 1 && this.name(capability, seat)) return true;
    const hours = this.needs.hoursOf(capability, this.row);
    const seat = this.load.next(
      capability,
      holders.length === 0 ? 0 : shareOf(this.organisation, holders[0]!, hours),
    );
    return seat >= 0 && this.name(capability, seat);
  }

  /** Takes back what was given after the first `kept`. */
  undo(kept: number): void {
    for (const [capability, { seat, hours }] of [...this.contacts].slice(kept).reverse()) {
      this.contacts.delete(capability);
      this.load.give(seat, hours, this.holds(seat));
    }
  }
}

/** Capabilities whose named person leads the team of an account, the first before the others. */
const leadTrades = memo(({ capabilities }: Organisation): readonly Index[] =>
  ['account-management', 'sales', 'support'].map((trade) => capabilities.findIndex(({ id }) => id === trade)),
);

/** The named people of an account, each once, whoever leads them first. */
export function peopleOf(organisation: Organisation, contacts: Contacts): readonly Index[] {
  const lead = leadTrades(organisation).find((trade) => contacts.has(trade));
  const people = lead === undefined ? [] : [contacts.get(lead)!.seat];
  for (const { seat } of contacts.values()) if (!people.includes(seat)) people.push(seat);
  return people;
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
  const done = new Map<Index, Contacts>();
  for (;;) {
    // As it will be when the teams are there: hours that are left in another way may do for one more.
    const found = nameOnce(organisation, new Map([...teams, ...asTeams(organisation, done)]));
    if (found.done.size === 0) return { ...found, done };
    for (const [row, contacts] of found.done) done.set(row, contacts);
  }
}

type Team = Pick<DeclaredTeam, 'members'>;

/** Named people as the teams that they will be. */
function asTeams(organisation: Organisation, done: ReadonlyMap<Index, Contacts>): readonly [Index, Team][] {
  const { people, hoursPerFtePerMonth } = organisation;
  return [...done].map(([row, contacts]) => {
    const members = peopleOf(organisation, contacts).map((seat) => {
      let hours = 0;
      for (const one of contacts.values()) if (one.seat === seat) hours += one.hours;
      return { seat, share: hours / (people.fte[seat]! * hoursPerFtePerMonth) };
    });
    return [row, { members }];
  });
}

/** Hours with which colleagues help the members of a team, by capability: what it needs beyond what they give. */
function helpFor(
  organisation: Organisation,
  row: Index,
  { members }: Team,
  helped: Map<Index, number>,
): void {
  const { people, hoursPerFtePerMonth } = organisation;
  const { contactsOf, hoursOf, isHolder } = accountNeeds(organisation);
  const left = members.map(({ seat, share }) => share * people.fte[seat]! * hoursPerFtePerMonth);
  for (const capability of contactsOf(row)) {
    const holders = isHolder(capability);
    const isAble = ({ seat }: { readonly seat: Index }) => holders[seat] === 1;
    const withTime = members.findIndex((member, at) => isAble(member) && left[at]! > ROUNDING);
    const named = withTime >= 0 ? withTime : members.findIndex(isAble);
    if (named < 0) continue;
    const wanted = shareOf(organisation, members[named]!.seat, hoursOf(capability, row));
    const given = Math.min(wanted, left[named]!);
    left[named]! -= given;
    if (wanted - given > ROUNDING) helped.set(capability, (helped.get(capability) ?? 0) + wanted - given);
  }
}

/** The same for the accounts that have no team. */
function nameOnce(organisation: Organisation, teams: ReadonlyMap<Index, Team>): NamedContacts {
  const { relationships, people, hoursPerFtePerMonth } = organisation;
  const needs = accountNeeds(organisation);
  const load = new Load(organisation, needs);
  for (const { members } of teams.values())
    for (const { seat, share } of members)
      load.take(seat, share * people.fte[seat]! * hoursPerFtePerMonth, false);
  const helped = new Map<Index, number>();
  for (const [row, team] of teams) helpFor(organisation, row, team, helped);
  const accounts: Account[] = [];
  for (const row of accountsOf(organisation))
    if (!teams.has(row)) accounts.push(new Account(organisation, needs, load, row));
  for (const account of accounts) {
    const { row } = account;
    const today = relationships.seat.subarray(relationships.start[row]!, relationships.start[row + 1]!);
    for (const capability of needs.contactsOf(row)) {
      const isHolder = needs.isHolder(capability);
      for (const seat of today) {
        const over = isHolder[seat] === 1 ? account.keep(capability, seat) : undefined;
        if (over === undefined) continue;
        helped.set(capability, (helped.get(capability) ?? 0) + over);
        break;
      }
    }
  }
  for (const [capability, hours] of helped) load.help(needs.holdersOf(capability), hours);
  const done = new Map<Index, Contacts>();
  const without = new Map<Index, number>();
  for (const account of accounts) {
    const kept = account.contacts.size;
    const wanted = needs.contactsOf(account.row).filter((capability) => !account.contacts.has(capability));
    const open = wanted.find((capability) => !account.find(capability));
    if (open === undefined && account.contacts.size > 0) done.set(account.row, account.contacts);
    else account.undo(kept);
    if (open !== undefined) without.set(open, (without.get(open) ?? 0) + 1);
  }
  return { done, free: load.free, helped, without };
}
