import { memo } from '../../base/memo.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { isAtTop } from '../hierarchy/who-stays.ts';
import type { AccountNeeds } from './accounts.ts';

/** What is an hour too much is only rounding. */
export const ROUNDING = 1e-6;

/** How many of those in turn are asked before an account goes without. */
const MOST_ASKED = 50;

/** Hours a month that each has for accounts. */
const hoursOfEach = memo(
  ({ people, policy, hoursPerFtePerMonth }: Organisation): Float64Array =>
    people.fte.map((fte) => fte * hoursPerFtePerMonth * policy.utilisation),
);

/** Who holds how much: hours that are left of each, and how many accounts. */
export class Load {
  readonly free: Float64Array;
  private readonly accounts: Int32Array;
  /** Accounts that one person holds at most. */
  private readonly most: number;
  private readonly last = new Map<Index, Index>();

  constructor(
    private readonly organisation: Organisation,
    private readonly needs: AccountNeeds,
  ) {
    this.free = hoursOfEach(organisation).slice();
    this.accounts = new Int32Array(organisation.people.count);
    this.most = organisation.policy.accountsPerPerson;
  }

  isFull(seat: Index): boolean {
    return this.accounts[seat]! >= this.most;
  }

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

  private readonly byRoom = (a: Index, b: Index): number => this.free[b]! - this.free[a]! || a - b;

  /** Takes hours from colleagues, first from those who have most left. */
  help(colleagues: readonly Index[], hours: number): void {
    let left = hours;
    for (const seat of [...colleagues].sort(this.byRoom)) {
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
      const asked = this.needs
        .holdersOf(capability)
        .filter((seat) => tree.boss[seat]! >= 0 || !isAtTop(this.organisation, seat));
      const [leads, others]: [Index[], Index[]] = [[], []];
      for (const seat of asked) (reportsOf(tree, seat) > 0 ? leads : others).push(seat);
      queue = [...others.sort(this.byRoom), ...leads.sort(this.byRoom)];
      this.queues.set(capability, queue);
    }
    const from = this.last.get(capability) ?? 0;
    const to = from + Math.min(MOST_ASKED, queue.length);
    for (let turn = from; turn < to; turn++) {
      const at = turn % queue.length;
      if (!this.fits(queue[at]!, hours, false)) continue;
      this.last.set(capability, at + 1);
      return queue[at]!;
    }
    return -1;
  }
}

/** Hours that the file says a customer needs of a capability, as far as somebody could not do them in all their time; else 0. */
export function beyond(
  { customers, people, hoursPerFtePerMonth }: Organisation,
  { seat, capability, row }: { seat: Index; capability: Index; row: Index },
): number {
  const given = customers.effort.get(capability)?.[row] ?? 0;
  return given > people.fte[seat]! * hoursPerFtePerMonth + ROUNDING ? given : 0;
}

/**
 * What one person gives to one account is at most what they have: where that is not enough, colleagues help. Hours that are given
 * and that no time of theirs could do are too many to call them the person for it.
 */
export function shareOf(
  organisation: Organisation,
  named: { seat: Index; capability: Index; row: Index },
  hours: number,
): number {
  const { people, policy, hoursPerFtePerMonth } = organisation;
  return (
    beyond(organisation, named) ||
    Math.min(hours, people.fte[named.seat]! * hoursPerFtePerMonth * policy.utilisation)
  );
}
