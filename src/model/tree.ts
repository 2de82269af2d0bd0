import { memo } from '../base/memo.ts';
import { unlessAsToday } from './as-today.ts';
import { primaryLine } from './lines.ts';
import type { Index, Lines, Organisation } from './organisation.ts';

/** Who stands above whom on primary lines. */
export interface ReportingTree {
  /** Primary boss of each seat, -1 at the top. */
  readonly boss: Int32Array;
  /** Steps from the top; 0 at a root. */
  readonly depth: Int32Array;
  /** Seats, bosses before their reports. */
  readonly order: Int32Array;
  /** Direct reports in compressed rows, by index of the boss. */
  readonly reportStart: Int32Array;
  readonly report: Int32Array;
  /** Seats that report to nobody, the one with most people below first. */
  readonly roots: readonly Index[];
}

/** The boss at the end of each primary line, -1 without one. */
function primaryBosses(count: number, lines: Lines): Int32Array {
  const { start, boss } = lines;
  const primary = new Int32Array(count).fill(-1);
  for (let seat = 0; seat < count; seat++)
    if (start[seat]! < start[seat + 1]!) primary[seat] = boss[start[seat]!]!;
  for (const seat of seatsOfSeveral(lines)) primary[seat] = boss[primaryLine(lines, seat)]!;
  return primary;
}

/** Whether a department answers to somebody without reporting lines. */
const hasAnswers = ({ units }: Organisation): boolean =>
  units.some(({ answersTo }) => answersTo !== undefined);

/** Puts people without a line whose department governs itself under whom it answers to, where that closes no circle. */
function answer({ units, unitOf, people }: Organisation, boss: Int32Array): void {
  for (let seat = 0; seat < people.count; seat++) {
    const to = units[unitOf[seat]!]?.answersTo ?? -1;
    if (to < 0 || boss[seat]! >= 0) continue;
    let above = to;
    while (above >= 0 && above !== seat) above = boss[above]!;
    if (above < 0) boss[seat] = to;
  }
}

/** Builds the tree of bosses, who must be free of circles. Linear. */
export function reportingTree(boss: Int32Array): ReportingTree {
  const count = boss.length;
  const reportStart = new Int32Array(count + 1);
  for (let seat = 0; seat < count; seat++) if (boss[seat]! >= 0) reportStart[boss[seat]! + 1]!++;
  for (let seat = 0; seat < count; seat++) reportStart[seat + 1]! += reportStart[seat]!;
  const report = new Int32Array(reportStart[count]!);
  const next = reportStart.slice();
  const top: Index[] = [];
  for (let seat = 0; seat < count; seat++)
    if (boss[seat]! < 0) top.push(seat);
    else report[next[boss[seat]!]!++] = seat;

  const depth = new Int32Array(count);
  const order = new Int32Array(count);
  order.set(top);
  for (let at = 0, filled = top.length; at < filled; at++) {
    const seat = order[at]!;
    const from = reportStart[seat]!;
    const to = reportStart[seat + 1]!;
    if (from === to) continue;
    const reports = report.subarray(from, to);
    order.set(reports, filled);
    filled += reports.length;
    for (let k = from; k < to; k++) depth[report[k]!] = depth[seat]! + 1;
  }
  const tree = { boss, depth, order, reportStart, report };
  if (top.length < 2) return { ...tree, roots: top };
  const below = peopleBelow(tree);
  return { ...tree, roots: top.sort((a, b) => below[b]! - below[a]! || a - b) };
}

/** How many people there are at and below each seat. */
export function peopleBelow({ boss, order }: Pick<ReportingTree, 'boss' | 'order'>): Int32Array {
  const people = new Int32Array(boss.length).fill(1);
  for (let k = order.length - 1; k >= 0; k--) {
    const above = boss[order[k]!]!;
    if (above >= 0) people[above]! += people[order[k]!]!;
  }
  return people;
}

/**
 * The tree of an organisation, built once. The lines must be free of circles, as `resolveLines` leaves them. Whom a
 * department that governs itself answers to stands above its people, though there is no line.
 */
export const treeOf = unlessAsToday(
  (design, today) => design.lines === today.lines && !hasAnswers(design) && !hasAnswers(today),
  (organisation): ReportingTree => {
    const { people, lines } = organisation;
    const boss = primaryBosses(people.count, lines);
    if (hasAnswers(organisation)) answer(organisation, boss);
    return reportingTree(boss);
  },
);

/** Seats in the order in which everybody is followed at once by all below: those of one manager stand together. */
interface Descent {
  /** Place of each seat in that order. */
  readonly at: Int32Array;
  /** Place after the last one below each seat. */
  readonly end: Int32Array;
}

/** Found once, without going down step by step, so that no number of levels is too many. Linear. */
export const descentOf = memo(({ boss, order }: ReportingTree): Descent => {
  const people = peopleBelow({ boss, order });
  const at = new Int32Array(boss.length);
  const end = new Int32Array(boss.length);
  // Where the next report of a seat begins.
  const next = new Int32Array(boss.length);
  let top = 0;
  for (let k = 0; k < order.length; k++) {
    const seat = order[k]!;
    const above = boss[seat]!;
    at[seat] = above < 0 ? top : next[above]!;
    end[seat] = at[seat]! + people[seat]!;
    next[seat] = at[seat]! + 1;
    if (above < 0) top = end[seat]!;
    else next[above] = end[seat]!;
  }
  return { at, end };
});

/** Levels of the chart: bosses come before their reports level by level, so whoever is last is as deep as anybody. */
export const levelsOf = ({ depth, order }: ReportingTree): number =>
  order.length === 0 ? 0 : depth[order.at(-1)!]! + 1;

/** Number of direct reports, open seats included. */
export const reportsOf = (tree: ReportingTree, seat: Index) =>
  tree.reportStart[seat + 1]! - tree.reportStart[seat]!;

/**
 * The top of the heavy path of each seat: every manager goes on to the report with most people below, the first of equals. From
 * anybody up to the root there are at most log2(people) of these paths, however many levels. Linear.
 */
export const pathTops = memo((tree: ReportingTree): Int32Array => {
  const { boss, order } = tree;
  const { at, end } = descentOf(tree);
  const peopleFrom = (seat: Index) => end[seat]! - at[seat]!;
  const heavy = new Int32Array(boss.length).fill(-1);
  for (let k = 0; k < order.length; k++) {
    const seat = order[k]!;
    const above = boss[seat]!;
    if (above >= 0 && (heavy[above]! < 0 || peopleFrom(seat) > peopleFrom(heavy[above]!)))
      heavy[above] = seat;
  }
  const top = new Int32Array(boss.length);
  for (let k = 0; k < order.length; k++) {
    const seat = order[k]!;
    const above = boss[seat]!;
    top[seat] = above >= 0 && heavy[above] === seat ? top[above]! : seat;
  }
  return top;
});

/**
 * Depth of the lowest common manager of two seats, each counting as its own manager; -1 under different roots. Logarithmic in
 * the seats.
 */
export function commonDepth(tree: ReportingTree, a: Index, b: Index): number {
  const { boss, depth } = tree;
  const top = pathTops(tree);
  let [x, y] = [a, b];
  while (x >= 0 && y >= 0) {
    if (top[x] === top[y]) return Math.min(depth[x]!, depth[y]!);
    if (depth[top[x]!]! >= depth[top[y]!]!) x = boss[top[x]!]!;
    else y = boss[top[y]!]!;
  }
  return -1;
}

/** Seats with more than one line, which few have outside a matrix. */
export const seatsOfSeveral = memo(({ start }: Lines): readonly Index[] => {
  const found: Index[] = [];
  for (let seat = 0; seat + 1 < start.length; seat++)
    if (start[seat + 1]! - start[seat]! > 1) found.push(seat);
  return found;
});

/**
 * The report of the top under whom each seat is, which may be itself; -1 for the top. Where nobody has a department these heads
 * stand for the units. Linear.
 */
export const headsBelowTop = memo((organisation: Organisation): Int32Array => {
  const { boss, order } = treeOf(organisation);
  const head = new Int32Array(boss.length).fill(-1);
  for (const seat of order) {
    const above = boss[seat]!;
    if (above >= 0) head[seat] = boss[above]! < 0 ? seat : head[above]!;
  }
  return head;
});
