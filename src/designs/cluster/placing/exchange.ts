import type { Index, Organisation } from '../../../model/organisation.ts';
import { reportsOf, treeOf } from '../../../model/tree.ts';
import { mostReports } from '../../hierarchy/unit-chart.ts';
import type { Placement } from './placement.ts';
import { crosses } from './ties.ts';

const NOWHERE = -1;

/**
 * People who could as well be in another group: they know no customer by name, their team has none, nothing pins them. Two
 * of them who fill posts of the same capability, and cross no location by it, can change places, and the placing is worth
 * what it was. That room is used for people who report to the head of a group today, and for leaders, who otherwise
 * stand where their ids happen to put them.
 */
export class Exchange {
  readonly groupOf: Int32Array;
  private readonly leads: (seat: Index) => boolean;
  /** Group whose head a seat reports to on any line; -1 for none. */
  private readonly wish: Int32Array;
  private readonly wishes: readonly number[];
  /** Those who lead nobody, and so can be exchanged for others: by kind, group, and wish. */
  private readonly staff = new Map<string, Index[]>();

  constructor(
    organisation: Organisation,
    private readonly placement: Pick<Placement, 'groupOf' | 'postOf' | 'ties' | 'pins'>,
    heads: ReadonlyMap<number, Index>,
  ) {
    this.groupOf = Int32Array.from(placement.groupOf);
    const tree = treeOf(organisation);
    this.leads = (seat) => reportsOf(tree, seat) > 0;
    this.wish = wishesOf(organisation, heads);
    this.wishes = [NOWHERE, ...heads.keys()];
    for (let seat = this.groupOf.length - 1; seat >= 0; seat--)
      if (this.isFree(seat) && !this.leads(seat)) this.add(seat);
  }

  isFree(seat: Index): boolean {
    const { postOf, ties, pins } = this.placement;
    return (
      postOf[seat]! >= 0 &&
      this.groupOf[seat]! >= 0 &&
      ties.home[seat]! < 0 &&
      ties.start[seat] === ties.start[seat + 1] &&
      !pins.has(seat)
    );
  }

  private key(seat: Index, group: number, wish: number): string {
    return `${this.placement.postOf[seat]!}|${this.placement.ties.area[seat]!}|${group}|${wish}`;
  }

  private add(seat: Index): void {
    const key = this.key(seat, this.groupOf[seat]!, this.wish[seat]!);
    const list = this.staff.get(key);
    if (list === undefined) this.staff.set(key, [seat]);
    else list.push(seat);
  }

  /**
   * Puts a seat into another group in exchange for one there that leads nobody: first one that reports to the head of
   * where it then comes to, one that reports to that of the group itself only with `anyone`; false where there is none.
   */
  move(seat: Index, to: number, anyone = false): boolean {
    if (!this.isFree(seat)) return false;
    const from = this.groupOf[seat]!;
    const { ties } = this.placement;
    const area = ties.area[seat]!;
    // Who crosses to another location stays the same.
    if (crosses(ties, area, from) !== crosses(ties, area, to)) return false;
    const wishes = [from, ...this.wishes.filter((wish) => wish !== to), ...(anyone ? [to] : [])];
    for (const wish of wishes) {
      const other = this.staff.get(this.key(seat, to, wish))?.pop();
      if (other === undefined) continue;
      this.groupOf[other] = from;
      this.groupOf[seat] = to;
      this.add(other);
      return true;
    }
    return false;
  }

  /** Brings people to the group of the head they report to today, as far as they can be exchanged. */
  joinHeads(): void {
    const elsewhere = (seat: Index) => this.wish[seat]! >= 0 && this.wish[seat] !== this.groupOf[seat];
    for (const list of [...this.staff.values()])
      for (let seat = list.pop(); seat !== undefined; seat = list.pop()) {
        const stays = !elsewhere(seat) || !this.move(seat, this.wish[seat]!);
        this.add(seat);
        if (stays) break;
      }
    for (let seat = 0; seat < this.groupOf.length; seat++)
      if (this.leads(seat) && elsewhere(seat)) this.move(seat, this.wish[seat]!);
  }
}

function wishesOf({ lines, people }: Organisation, heads: ReadonlyMap<number, Index>): Int32Array {
  const groupOf = new Map([...heads].map(([group, seat]) => [seat, group]));
  const wish = new Int32Array(people.count).fill(NOWHERE);
  if (groupOf.size === 0) return wish;
  for (let seat = 0; seat < people.count; seat++) {
    let most = 0;
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      const group = groupOf.get(lines.boss[k]!);
      if (group === undefined || lines.weight[k]! <= most) continue;
      most = lines.weight[k]!;
      wish[seat] = group;
    }
  }
  return wish;
}

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

/** Puts the other managers where most of their people are, as far as that costs nothing. */
export function joinTeams(organisation: Organisation, heads: ReadonlySet<Index>, exchange: Exchange): void {
  const tree = treeOf(organisation);
  const { groupOf } = exchange;
  for (let seat = 0; seat < groupOf.length; seat++) {
    if (groupOf[seat]! < 0 || heads.has(seat) || reportsOf(tree, seat) === 0) continue;
    const reports = reportsByGroup(organisation, seat, groupOf);
    const here = reports.get(groupOf[seat]!) ?? 0;
    const better = [...reports].filter(([, count]) => count > here).sort(([a, n], [b, m]) => m - n || a - b);
    better.find(([to]) => exchange.move(seat, to));
  }
}

/** Team leads below the head that a group of so many people needs where each has at most `size` reports. */
export const leadsNeeded = (people: number, size: number): number =>
  Math.max(0, Math.ceil((people - size) / (size - 1)));

/**
 * Gives groups that are too large for one manager the leads they need, from groups that have more than theirs, as far as
 * that costs nothing: those whose people are mostly elsewhere first.
 */
export function spreadLeads(
  organisation: Organisation,
  heads: ReadonlyMap<number, Index>,
  exchange: Exchange,
): void {
  const tree = treeOf(organisation);
  const { groupOf } = exchange;
  const size = mostReports(organisation.policy);
  const leading = new Set(heads.values());
  const people = new Map<number, number>();
  const leads = new Map<number, Index[]>();
  groupOf.forEach((at, seat) => {
    if (at < 0 || leading.has(seat)) return;
    people.set(at, (people.get(at) ?? 0) + 1);
    if (reportsOf(tree, seat) === 0 || organisation.people.vacant[seat] === 1) return;
    const list = leads.get(at);
    if (list === undefined) leads.set(at, [seat]);
    else list.push(seat);
  });
  const spare = (at: number) => (leads.get(at)?.length ?? 0) - leadsNeeded(people.get(at) ?? 0, size);
  const inGroup = (seat: Index) => reportsByGroup(organisation, seat, groupOf).get(groupOf[seat]!) ?? 0;
  const givers = [...leads.keys()].filter((at) => spare(at) > 0);
  const offered = givers
    .flatMap((at) => leads.get(at)!.map((seat) => ({ seat, at, reports: inGroup(seat) })))
    .sort((a, b) => a.reports - b.reports || a.seat - b.seat);
  for (const [to] of people)
    for (const { seat, at } of offered) {
      if (spare(to) >= 0) break;
      if (spare(at) <= 0 || groupOf[seat] !== at || !exchange.move(seat, to, true)) continue;
      leads.set(
        at,
        leads.get(at)!.filter((one) => one !== seat),
      );
      leads.set(to, [...(leads.get(to) ?? []), seat]);
    }
}
