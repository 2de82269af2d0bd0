import { areSame } from '../model/as-today.ts';
import type { Index, Lines } from '../model/organisation.ts';

/** The line of a further job of somebody, which is in a unit of today. */
export interface JobLine {
  readonly boss: Index;
  readonly weight: number;
  readonly dotted: number;
  readonly job: Index;
}

/**
 * The reporting lines of a draft in compressed rows: of each seat that to its boss (-1: none), that to a second one of equal
 * weight, then those of its further jobs, whose weights are taken from the first ones. `map` leads from its units to those left.
 */
export function linesFrom(
  primary: Int32Array,
  second: ReadonlyMap<Index, Index>,
  jobs: ReadonlyMap<Index, readonly JobLine[]>,
  map: Int32Array,
): Lines {
  const count = primary.length;
  const start = new Int32Array(count + 1);
  second.forEach((_, seat) => {
    start[seat + 1]!++;
  });
  jobs.forEach((others, seat) => {
    start[seat + 1]! += others.length;
  });
  for (let seat = 0; seat < count; seat++) start[seat + 1]! += start[seat]! + (primary[seat]! < 0 ? 0 : 1);
  const total = start[count]!;
  const lines = {
    start,
    boss: new Int32Array(total),
    weight: new Float64Array(total).fill(1),
    dotted: new Uint8Array(total),
    ...(jobs.size > 0 ? { job: new Int32Array(total).fill(-1) } : {}),
  };
  for (let seat = 0; seat < count; seat++) if (primary[seat]! >= 0) lines.boss[start[seat]!] = primary[seat]!;
  second.forEach((boss, seat) => {
    const k = start[seat]! + (primary[seat]! < 0 ? 0 : 1);
    lines.boss[k] = boss;
    lines.weight.fill(0.5, start[seat]!, k + 1);
  });
  jobs.forEach((others, seat) => {
    let k = start[seat + 1]! - others.length;
    const rest = others.reduce((left, { weight }) => left - weight, second.has(seat) ? 0.5 : 1);
    lines.weight.fill(rest, start[seat]!, k);
    for (const { boss, weight, dotted, job } of others) {
      lines.boss[k] = boss;
      lines.weight[k] = weight;
      lines.dotted[k] = dotted;
      lines.job![k++] = map[job]!;
    }
  });
  return lines;
}

/** Whether two hold the same lines of everybody, none of them of a further job. */
export const areSameLines = (before: Lines, after: Lines): boolean =>
  before.job === undefined &&
  after.job === undefined &&
  areSame(before.start, after.start) &&
  areSame(before.boss, after.boss) &&
  areSame(before.weight, after.weight) &&
  areSame(before.dotted, after.dotted);
