import type { Index, Organisation } from '../../../model/organisation.ts';
import { treeOf } from '../../../model/tree.ts';
import type { Policy } from '../../../schema/input/policy.ts';
import { mostReports, mostReportsOfWhole } from '../../hierarchy/unit-chart.ts';

/** Team leads below the head that a cluster of so many people, the head aside, needs. */
export const leadsNeeded = (people: number, policy: Policy): number =>
  Math.max(0, Math.ceil((people - mostReportsOfWhole(policy)) / (mostReports(policy) - 1)));

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

/** The line of each seat that a group can keep, and the reports by it. */
export interface InnerLines {
  readonly boss: Int32Array;
  readonly start: Int32Array;
  readonly report: Int32Array;
}

/** Of each seat the line of greatest weight to somebody who is in a group; to nobody where there is none. */
export function innerLines({ lines, people }: Organisation, groupOf: Int32Array): InnerLines {
  const boss = new Int32Array(people.count).fill(-1);
  const start = new Int32Array(people.count + 1);
  for (let seat = 0; seat < people.count; seat++) {
    let most = 0;
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      if (groupOf[lines.boss[k]!]! < 0 || lines.weight[k]! <= most) continue;
      most = lines.weight[k]!;
      boss[seat] = lines.boss[k]!;
    }
    if (boss[seat]! >= 0) start[boss[seat]! + 1]!++;
  }
  for (let seat = 0; seat < people.count; seat++) start[seat + 1]! += start[seat]!;
  const next = start.slice();
  const report = new Int32Array(start[people.count]!);
  for (let seat = 0; seat < people.count; seat++) if (boss[seat]! >= 0) report[next[boss[seat]!]!++] = seat;
  return { boss, start, report };
}
