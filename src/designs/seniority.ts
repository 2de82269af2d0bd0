import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import { byText } from './numbers.ts';

/**
 * Order of seats from senior to junior: managers of today first, then by level where every one of the seats has one, else by
 * how near the top they stand, then by how many of the given people report to them, then by id.
 */
export function bySeniority(organisation: Organisation, seats: readonly Index[]): Index[] {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const within = new Set(seats);
  const levels = seats.every((seat) => !Number.isNaN(people.level[seat]!));
  const rank = new Map(
    seats.map((seat) => {
      let reports = 0;
      for (let k = tree.reportStart[seat]!; k < tree.reportStart[seat + 1]!; k++)
        if (within.has(tree.report[k]!)) reports++;
      return [
        seat,
        {
          manages: reportsOf(tree, seat) > 0 ? 1 : 0,
          level: levels ? people.level[seat]! : -tree.depth[seat]!,
          reports,
        },
      ];
    }),
  );
  return [...seats].sort((a, b) => {
    const [x, y] = [rank.get(a)!, rank.get(b)!];
    return (
      y.manages - x.manages ||
      y.level - x.level ||
      y.reports - x.reports ||
      byText(people.id[a]!, people.id[b]!)
    );
  });
}

/**
 * The most senior of some seats, people before open seats; -1 for none. The same order as `bySeniority`, without sorting
 * everyone: only those who tie at the top are compared by their reports. Linear.
 */
export function mostSenior(organisation: Organisation, seats: readonly Index[]): Index {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const present = seats.filter((seat) => people.vacant[seat] === 0);
  const candidates = present.length > 0 ? present : seats;
  const managers = candidates.filter((seat) => reportsOf(tree, seat) > 0);
  const from = managers.length > 0 ? managers : candidates;
  const levels = candidates.every((seat) => !Number.isNaN(people.level[seat]!));
  const rank = (seat: Index) => (levels ? people.level[seat]! : -tree.depth[seat]!);
  let top = Number.NEGATIVE_INFINITY;
  for (const seat of from) top = Math.max(top, rank(seat));
  const ties = from.filter((seat) => rank(seat) === top);
  if (ties.length <= 1) return ties[0] ?? -1;
  const within = new Set(candidates);
  const reports = (seat: Index) => {
    let count = 0;
    for (let k = tree.reportStart[seat]!; k < tree.reportStart[seat + 1]!; k++)
      if (within.has(tree.report[k]!)) count++;
    return count;
  };
  return ties
    .map((seat) => ({ seat, reports: reports(seat) }))
    .sort((a, b) => b.reports - a.reports || byText(people.id[a.seat]!, people.id[b.seat]!))[0]!.seat;
}
