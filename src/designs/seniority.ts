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

/** The most senior of some seats, people before open seats; -1 for none. */
export function mostSenior(organisation: Organisation, seats: readonly Index[]): Index {
  const people = seats.filter((seat) => organisation.people.vacant[seat] === 0);
  return bySeniority(organisation, people.length > 0 ? people : seats)[0] ?? -1;
}
