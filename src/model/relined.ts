import { type Line, packLines, primaryLine } from './lines.ts';
import type { Index, Lines } from './organisation.ts';

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
