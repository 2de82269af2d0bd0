import { passingMemo } from '../../base/memo.ts';
import { conflictingLines } from '../../model/conflicts.ts';
import { primaryLine } from '../../model/lines.ts';
import { listedBy } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import { commonDepth, seatsOfSeveral } from '../../model/tree.ts';
import type { View } from '../../model/view.ts';

export interface Conflict {
  readonly seat: Index;
  readonly first: Index;
  readonly second: Index;
  /** Weight of the second line as a share of that of the first. */
  readonly ratio: number;
  /** Levels up to a manager of both bosses. */
  readonly distance: number;
}

/** Dual-reporting conflicts, and second solid lines that clearly weigh less. Linear in the lines. */
export const reportingConflicts = passingMemo((view: View) => {
  const { lines, people } = view.organisation;
  const tree = view.tree();
  const conflicts: Conflict[] = [];
  const dominated: { seat: Index; boss: Index }[] = [];
  for (const seat of seatsOfSeveral(lines)) {
    const equal = conflictingLines(view.organisation, seat);
    if (equal.length > 0) {
      const [first, second] = [lines.boss[equal[0]!]!, lines.boss[equal[1]!]!];
      conflicts.push({
        seat,
        first,
        second,
        ratio: lines.weight[equal[1]!]! / lines.weight[equal[0]!]!,
        distance: Math.max(tree.depth[first]!, tree.depth[second]!) - commonDepth(tree, first, second),
      });
    }
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++)
      if (
        lines.dotted[k] === 0 &&
        lines.boss[k] !== tree.boss[seat] &&
        !equal.includes(k) &&
        lines.job?.[k] === lines.job?.[primaryLine(lines, seat)]
      )
        dominated.push({ seat, boss: lines.boss[k]! });
  }
  const seatOf = ({ seat }: { readonly seat: Index }) => seat;
  return { conflicts: listedBy(conflicts, people, seatOf), dominated: listedBy(dominated, people, seatOf) };
});
