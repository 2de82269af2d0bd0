import type { Index, Organisation } from '../../model/organisation.ts';
import { selfGoverned } from '../../model/teams.ts';
import { treeOf } from '../../model/tree.ts';
import { staysPut } from './who-stays.ts';

/**
 * People who stay where they are and lead some of the members from inside their unit: whose trade is not known, and executives
 * between two who are there. Lines to them and from them are lines inside the unit. Linear.
 */
export function leadsInside(
  organisation: Organisation,
  members: readonly Index[],
  isMember: (seat: Index) => boolean,
  isInside: (seat: Index) => boolean,
): ReadonlySet<Index> {
  const { boss, roots } = treeOf(organisation);
  const { capability } = organisation.people;
  const found = new Set<Index>();
  const passed = new Set<Index>();
  const mayLead = (seat: Index) =>
    seat >= 0 &&
    seat !== roots[0] &&
    !isMember(seat) &&
    !passed.has(seat) &&
    staysPut(organisation, seat) &&
    selfGoverned(organisation, seat) < 0 &&
    isInside(seat);
  for (const member of members) {
    const line: Index[] = [];
    let at = boss[member]!;
    for (; mayLead(at); at = boss[at]!) {
      line.push(at);
      passed.add(at);
    }
    if (at < 0 || !(isMember(at) || found.has(at)))
      while (line.length > 0 && capability[line.at(-1)!]! >= 0) line.pop();
    for (const seat of line) found.add(seat);
  }
  return found;
}

/**
 * Those who go on leading a department beside its head: leaders of today under the same boss who are left with somebody to lead
 * when the others have moved or, where none of them leads anyone, all if they have that boss in common.
 */
export function besideHead(
  organisation: Organisation,
  {
    head,
    reportsTo,
    leaders,
    everyone,
    placed,
  }: {
    readonly head: Index;
    readonly reportsTo: Index;
    readonly leaders: readonly Index[];
    readonly everyone: readonly Index[];
    /** All who are in some function, and lose a manager outside of theirs. */
    readonly placed: () => ReadonlySet<Index>;
  },
): ReadonlySet<Index> {
  if (!leaders.includes(head)) return new Set();
  const { boss, report, reportStart } = treeOf(organisation);
  const reports = (seat: Index) => report.subarray(reportStart[seat]!, reportStart[seat + 1]!);
  const inside = new Set(everyone);
  const leaves = (seat: Index) => !inside.has(seat) && placed().has(seat);
  const isUnderIt = (seat: Index) => boss[seat] === reportsTo;
  const leadNobody = leaders.every((seat) => reports(seat).length === 0);
  const leadOn = leadNobody ? leaders : leaders.filter((seat) => reports(seat).some((one) => !leaves(one)));
  if (!leadOn.includes(head) || (leadNobody && !leaders.every(isUnderIt))) return new Set();
  return new Set(leadOn.filter((seat) => seat !== head && isUnderIt(seat)));
}
