import type { Measure, MeasureResult } from '../measures/measure.ts';
import type { DesignId } from '../schema/designs.ts';
import type { Report } from '../schema/report.ts';

/** Where the coverage of two designs differs by more, neither is called better. */
const COVERAGE_APART = 0.05;
/** Above this share of assumed hours no winner is named. */
const MOST_ASSUMED = 0.5;
const TOLERANCE = 1e-9;
/** Differences below this share of the larger value are not a ranking. */
const CLEARLY = 0.05;

export type Taken = ReadonlyMap<DesignId, MeasureResult>;

const equal = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * The designs with the best value of a measure, if any can be called best: not where the measure has no better direction,
 * the coverage differs, most hours are assumed, or all are alike. What compares with today leaves today out.
 */
export function compare(measure: Measure, taken: Taken): Report['comparison'][string] {
  const values = Object.fromEntries([...taken].map(([id, { value }]) => [id, value]));
  const robust = isRobust(taken);
  const base = { values, ...(robust === undefined ? {} : { robust }) };
  if (measure.better === 'none') return { best: [], ...base };
  const ranked = [...taken].filter(
    ([id, { value }]) => value !== null && !(measure.id.startsWith('change.') && id === 'as-is'),
  );
  if (ranked.length < 2) return { best: [], ...base };
  const coverage = ranked.map(([, result]) => result.coverage ?? 1);
  if (Math.max(...coverage) - Math.min(...coverage) > COVERAGE_APART + TOLERANCE)
    return { best: [], ...base, reason: 'The designs cover different shares of the work.' };
  if (ranked.some(([, result]) => (result.assumedShare ?? 0) > MOST_ASSUMED))
    return { best: [], ...base, reason: 'More than half of the hours behind it are assumed.' };
  const sign = measure.better === 'lower' ? 1 : -1;
  const top = Math.min(...ranked.map(([, { value }]) => sign * value!));
  const best = ranked.filter(([, { value }]) => equal(sign * value!, top)).map(([id]) => id);
  return { best: best.length === ranked.length ? [] : best, ...base };
}

/**
 * Whether no pair of designs that clearly differ at the height that counts changes places when the chart is cut at another one.
 * A design with fewer levels counts with its deepest cut. undefined where there is nothing to compare.
 */
function isRobust(taken: Taken): boolean | undefined {
  const rows = [...taken.values()].flatMap(({ value, heights }) => {
    const cuts = heights?.filter(({ height }) => height.startsWith('level')).map((cut) => cut.value) ?? [];
    return value === null || cuts.length === 0 ? [] : [{ value, cuts }];
  });
  if (rows.length < 2) return undefined;
  const deepest = Math.max(...rows.map(({ cuts }) => cuts.length));
  for (const a of rows)
    for (const b of rows) {
      if (!(b.value - a.value > CLEARLY * Math.abs(b.value))) continue;
      for (let level = 0; level < deepest; level++) {
        const [x, y] = [
          a.cuts[Math.min(level, a.cuts.length - 1)],
          b.cuts[Math.min(level, b.cuts.length - 1)],
        ];
        if (x != null && y != null && x - y > CLEARLY * Math.abs(x)) return false;
      }
    }
  return true;
}
