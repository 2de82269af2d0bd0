import { memo } from '../../base/memo.ts';
import { gradesOf } from '../../model/grades.ts';
import { type Index, isContractor, type Organisation } from '../../model/organisation.ts';
import { descentOf, reportsOf, treeOf } from '../../model/tree.ts';
import { firstFrom } from '../../numbers/sorted.ts';
import { tradeLed } from './leads-without-trade.ts';
import { titleRank } from './title-rank.ts';

/** Share of the people who must have a grade for grades to say who is more senior. */
const MOST_HAVE_A_GRADE = 0.8;

/** Whether grades say who is more senior; else the distance to the top of today's chart does. */
export const hasGrades = memo((organisation: Organisation): boolean => {
  const { vacant, count } = organisation.people;
  const level = gradesOf(organisation).value;
  let there = 0;
  let graded = 0;
  for (let seat = 0; seat < count; seat++) {
    if (vacant[seat] === 1) continue;
    there++;
    if (!Number.isNaN(level[seat]!)) graded++;
  }
  return graded >= MOST_HAVE_A_GRADE * there;
});

/**
 * How senior each seat is: more is more senior, and equal numbers are equals. Where four fifths of the people have a grade it is
 * the grade; who has none ranks with the highest one below them, since a manager is not below them, and −Infinity where there
 * is none. Else it is the distance to the top of today's chart, as a negative number. The top is above everyone. Linear.
 */
export const standingsOf = memo((organisation: Organisation): Float64Array => {
  const { order, boss, depth, roots } = treeOf(organisation);
  const { count } = organisation.people;
  const level = gradesOf(organisation).value;
  if (!hasGrades(organisation)) return new Float64Array(depth).map((steps) => -steps);
  const below = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const found = new Float64Array(count);
  // Bosses come first in the order, so from the end all below are known.
  for (let at = count - 1; at >= 0; at--) {
    const seat = order[at]!;
    const own = level[seat]!;
    found[seat] = Number.isNaN(own) ? below[seat]! : own;
    const above = boss[seat]!;
    if (above >= 0) below[above] = Math.max(below[above]!, below[seat]!, found[seat]!);
  }
  if (roots.length > 0) found[roots[0]!] = Number.POSITIVE_INFINITY;
  return found;
});

/**
 * Whether somebody may be put above somebody else: nobody, and no open seat, is put below a lower grade, or without grades below
 * somebody further from the top. Seats that a design adds may lead anyone, and be put below anyone.
 */
export const mayLead = memo((organisation: Organisation): ((manager: Index, seat: Index) => boolean) => {
  const { count } = organisation.people;
  const standing = standingsOf(organisation);
  return (manager, seat) =>
    manager < 0 || manager >= count || seat >= count || standing[manager]! >= standing[seat]!;
});

/**
 * Who is chosen first to lead, and who next: the more senior (`standingsOf`); nobody before their own boss who is their equal;
 * of equals people before open seats, the company's own before contractors, then those whose trade, or that of the people whom they lead without one, comes first in `trades`, then by the rank that the title says, by
 * pay, and by how many of `people` report to them already, directly, then directly or through others. Every head and team
 * lead of every design is chosen by it. Cost: sorting seats and people.
 */
export function bySeniority(
  organisation: Organisation,
  seats: readonly Index[],
  people: readonly Index[] = seats,
  trades: readonly Index[] = [],
): Index[] {
  if (seats.length < 2) return [...seats];
  const { vacant, title, costPerYear, capability } = organisation.people;
  const contracted = (seat: Index) => Number(isContractor(organisation, seat));
  const standing = standingsOf(organisation);
  const led = trades.length === 0 ? capability : tradeLed(organisation);
  const { above, direct, all } = countsOf(organisation, seats, people);
  const trade = new Int32Array(seats.length);
  const rank = new Float64Array(seats.length);
  const order = new Array<number>(seats.length);
  for (let place = 0; place < seats.length; place++) {
    const seat = seats[place]!;
    const at = trades.indexOf(led[seat]! >= 0 ? led[seat]! : capability[seat]!);
    trade[place] = at < 0 ? trades.length : at;
    rank[place] = titleRank(title[seats[place]!]!);
    order[place] = place;
  }
  order.sort((x, y) => {
    const a = seats[x]!;
    const b = seats[y]!;
    return (
      (standing[a] === standing[b] ? 0 : standing[b]! - standing[a]!) ||
      above[x]! - above[y]! ||
      vacant[a]! - vacant[b]! ||
      contracted(a) - contracted(b) ||
      trade[x]! - trade[y]! ||
      rank[y]! - rank[x]! ||
      (costPerYear[b]! || 0) - (costPerYear[a]! || 0) ||
      direct[y]! - direct[x]! ||
      all[y]! - all[x]! ||
      a - b
    );
  });
  return order.map((place) => seats[place]!);
}

/** For each of some seats how many of them are equals above it, and how many of `people` report to it, directly and at all. */
function countsOf(organisation: Organisation, seats: readonly Index[], people: readonly Index[]) {
  const { vacant } = organisation.people;
  const tree = treeOf(organisation);
  const standing = standingsOf(organisation);
  const above = new Int32Array(seats.length);
  const direct = new Int32Array(seats.length);
  const all = new Int32Array(seats.length);
  const leads = new Map<Index, number>();
  for (let place = 0; place < seats.length; place++)
    if (reportsOf(tree, seats[place]!) > 0) leads.set(seats[place]!, place);
  if (leads.size === 0) return { above, direct, all };
  const { at, end } = descentOf(tree);
  const places = new Int32Array(people.length);
  let present = 0;
  for (let k = 0; k < people.length; k++) {
    const seat = people[k]!;
    if (vacant[seat] === 1) continue;
    places[present++] = at[seat]!;
    const place = leads.get(tree.boss[seat]!);
    if (place !== undefined) direct[place]!++;
  }
  const below = places.subarray(0, present).sort();
  for (const [seat, place] of leads)
    all[place] = firstFrom(below, end[seat]!) - firstFrom(below, at[seat]! + 1);
  // From the top on, each below those who are still on the way down to it.
  const downwards = new Float64Array(seats.length);
  for (let place = 0; place < seats.length; place++)
    downwards[place] = at[seats[place]!]! * seats.length + place;
  const line: Index[] = [];
  const equals = new Map<number, number>();
  const count = (seat: Index, more: number) => {
    const own = (equals.get(standing[seat]!) ?? 0) + more;
    equals.set(standing[seat]!, own);
  };
  for (const key of downwards.sort()) {
    const place = key % seats.length;
    const seat = seats[place]!;
    while (line.length > 0 && end[line.at(-1)!]! <= at[seat]!) count(line.pop()!, -1);
    above[place] = equals.get(standing[seat]!) ?? 0;
    if (!leads.has(seat)) continue;
    count(seat, 1);
    line.push(seat);
  }
  return { above, direct, all };
}

/** So many seats that stand highest, and the equals of the last of them. Linear but for a sort of numbers. */
export function mostStanding(
  organisation: Organisation,
  seats: readonly Index[],
  wanted: number,
): readonly Index[] {
  if (seats.length <= wanted) return seats;
  const standing = standingsOf(organisation);
  const order = new Float64Array(seats.length).map((_, at) => standing[seats[at]!]!).sort();
  const least = order[seats.length - wanted]!;
  return seats.filter((seat) => standing[seat]! >= least);
}

/** Least rank of a title that says that somebody heads a department, whoever reports to them: head, director and above. */
const HEADS_BY_TITLE = 3;

/**
 * Whether those who stand above somebody leave it to them to lead so many: fewer than half, none a manager or called a head, and
 * the other one is. Without grades the distance to the top says nothing of an assistant or a specialist beside it.
 */
export function leaveTheLead(
  organisation: Organisation,
  outranking: readonly Index[],
  head: Index,
  seats: number,
): boolean {
  const isManager = managerIn(organisation);
  return (
    outranking.length * 2 < seats &&
    head < organisation.people.count &&
    !hasGrades(organisation) &&
    isManager(head) &&
    !outranking.some(isManager)
  );
}

/** Whether somebody leads anybody, or has the title of a head. */
export function managerIn(organisation: Organisation): (seat: Index) => boolean {
  const tree = treeOf(organisation);
  const { title } = organisation.people;
  return (seat) => reportsOf(tree, seat) > 0 || titleRank(title[seat]!) >= HEADS_BY_TITLE;
}

/**
 * Who of some seats is to lead them, -1 for none: the first of `bySeniority`, those left out who leave it to somebody to lead.
 * Linear but for those who are equals at the top.
 */
export function mostSenior(
  organisation: Organisation,
  seats: readonly Index[],
  people: readonly Index[] = seats,
  trades: readonly Index[] = [],
): Index {
  const standing = standingsOf(organisation);
  const isManager = managerIn(organisation);
  let top = Number.NEGATIVE_INFINITY;
  let manager = -1;
  for (const seat of seats) {
    top = Math.max(top, standing[seat]!);
    if ((manager < 0 || standing[seat]! > standing[manager]!) && isManager(seat)) manager = seat;
  }
  const above = manager < 0 ? [] : seats.filter((seat) => standing[seat]! > standing[manager]!);
  const leaveIt = above.length > 0 && leaveTheLead(organisation, above, manager, seats.length);
  if (leaveIt) top = standing[manager]!;
  const equals = seats.filter((seat) => standing[seat] === top && (!leaveIt || isManager(seat)));
  return bySeniority(organisation, equals, people, trades)[0] ?? -1;
}
