import { conflictingLines } from './conflicts.ts';
import { type Line, packLines, primaryLine } from './lines.ts';
import type { Index, Lines, Organisation } from './organisation.ts';

/** The lines of one seat, in the order written. */
export function linesOf({ start, boss, dotted, weight }: Lines, seat: Index): Line[] {
  const own: Line[] = [];
  for (let k = start[seat]!; k < start[seat + 1]!; k++)
    own.push({ boss: boss[k]!, dotted: dotted[k] === 1, weight: weight[k]! });
  return own;
}

/**
 * The lines of one seat with another boss at the end of the primary one; two lines to one boss become one. Who has none
 * gets one solid line.
 */
export function linesUnder(lines: Lines, seat: Index, boss: Index): Line[] {
  const first = primaryLine(lines, seat) - lines.start[seat]!;
  if (first < 0) return [{ boss, dotted: false, weight: 1 }];
  const own = linesOf(lines, seat);
  const doubled = own.reduce(
    (sum, line, at) => (at !== first && line.boss === boss ? sum + line.weight : sum),
    0,
  );
  return own.flatMap((line, at) => {
    if (at === first) return [{ ...line, boss, weight: line.weight + doubled }];
    return line.boss === boss ? [] : [line];
  });
}

/** The same lines but for some seats. Linear in the lines. */
export const relined = (lines: Lines, count: number, changed: ReadonlyMap<Index, readonly Line[]>): Lines => {
  const sources = lines.start.length - 1;
  return packLines(count, (seat) => changed.get(seat) ?? (seat < sources ? linesOf(lines, seat) : []));
};

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
