import { conflictingLines } from './conflicts.ts';
import { packLines } from './lines.ts';
import type { Index, Organisation } from './organisation.ts';

/** Weight of the line that counts once that is said; the others share the rest, as solid and dotted lines do. */
const COUNTS = 0.7;

/**
 * The organisation with one line of each person in a dual-reporting conflict clearly the first: the one of greatest weight,
 * of equals the one written first. Nobody gets another boss. Linear in the lines.
 */
export function settledLines(organisation: Organisation): Organisation {
  const { lines, people } = organisation;
  const linesOf = (seat: Index) => {
    const [first] = conflictingLines(organisation, seat);
    const own = [];
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++)
      own.push({ k, boss: lines.boss[k]!, dotted: lines.dotted[k] === 1, weight: lines.weight[k]! });
    if (first === undefined) return own;
    const rest = 1 - lines.weight[first]!;
    return own.map((line) => ({
      ...line,
      weight: line.k === first ? COUNTS : ((1 - COUNTS) * line.weight) / rest,
    }));
  };
  return { ...organisation, lines: packLines(people.count, linesOf) };
}
