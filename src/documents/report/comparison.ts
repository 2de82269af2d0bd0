import { defer } from '../../base/deferred.ts';
import { areAlike } from '../../base/figures.ts';
import {
  COVERAGE_APART,
  type Measure,
  type MeasureResult,
  MOST_ASSUMED,
  shownValue,
} from '../../measures/measure.ts';
import type { Report } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';

const TOLERANCE = 1e-9;
/** Differences below this share of the larger value are not a ranking. */
const CLEARLY = 0.05;
/** How the heights at which a chart is cut are called. */
const LEVEL = 'level ';

export type Taken = ReadonlyMap<DesignId, MeasureResult>;

/**
 * The values of all `designs` as they are shown (null where it was not taken), and those with the best one, if any can be
 * called best: not where the measure has no better direction or is of the company, the coverage differs, most hours are
 * assumed, or all are alike. What compares with today leaves today out.
 */
export function compare(
  measure: Measure,
  designs: readonly DesignId[],
  taken: Taken,
): Report['comparison'][string] {
  const shown = new Map([...taken].map(([id, result]) => [id, shownValue(result)]));
  const values = Object.fromEntries(designs.map((id) => [id, shown.get(id) ?? null]));
  const compared = (best: DesignId[], reason?: string) => {
    const found: Report['comparison'][string] = { best, values };
    if ([...taken.values()].some((result) => 'heights' in result))
      defer(found, 'robust', () => {
        const reversal = reversalOf(taken);
        return reversal === undefined ? undefined : reversal === null;
      });
    return reason === undefined ? found : Object.assign(found, { reason });
  };
  if (measure.better === 'none' || measure.ofCompany === true) return compared([]);
  const ranked = [...taken].flatMap(([id, result]) => {
    const value = shown.get(id)!;
    return value === null || (measure.byConstruction['as-is'] === 'any' && id === 'as-is')
      ? []
      : [{ id, result, value }];
  });
  if (ranked.length < 2) return compared([]);
  for (const { result: a } of ranked)
    for (const { result: b } of ranked) {
      const reason = incomparable(a, b);
      if (reason !== undefined) return compared([], REASONS[reason].one);
    }
  const sign = measure.better === 'lower' ? 1 : -1;
  const top = Math.min(...ranked.map(({ value }) => sign * value));
  const best = ranked.filter(({ value }) => areAlike(sign * value, top)).map(({ id }) => id);
  return compared(best.length === ranked.length ? [] : best);
}

/** Why figures name no winner, of one figure and of several. */
export const REASONS = {
  coverage: {
    one: 'The designs cover different shares of the work.',
    several: 'the designs cover different shares of the work',
  },
  assumed: {
    one: 'More than half of the hours behind it are assumed.',
    several: 'more than half of the hours behind them are assumed',
  },
  renamed: {
    one: 'Teams that counted are as they were: they only count no more, since their unit is of another kind or other teams are declared.',
    several: 'teams that counted are as they were, and only count no more for what they are called',
  },
} as const;

/** Why some figures are not called better or worse, all reasons in one sentence; undefined where there is none. */
export const untoldInWords = (
  which: string,
  reasons: ReadonlySet<keyof typeof REASONS>,
): string | undefined =>
  reasons.size === 0
    ? undefined
    : `${which} are not called better or worse: ${[...reasons].map((reason) => REASONS[reason].several).join('; or ')}.`;

/** Why two figures of a measure cannot be called better or worse than each other; undefined where they can. */
export function incomparable(a: MeasureResult, b: MeasureResult): keyof typeof REASONS | undefined {
  if (Math.abs((a.coverage ?? 1) - (b.coverage ?? 1)) > COVERAGE_APART + TOLERANCE) return 'coverage';
  if (Math.max(a.assumedShare ?? 0, b.assumedShare ?? 0) > MOST_ASSUMED) return 'assumed';
  if (a.renamed === true || b.renamed === true) return 'renamed';
  return undefined;
}

/** Two designs that change places when the chart is cut at another level. */
interface Reversal {
  readonly level: number;
  readonly better: DesignId;
  readonly worse: DesignId;
  /** Figures at that level, of the one that is better at the height that counts and of the other. */
  readonly figures: readonly [number, number];
}

/**
 * Whether any pair of designs that clearly differ at the height that counts changes places when the chart is cut at another
 * one that makes between three units and a third of the people; ties are no reversal. A design without so many levels counts
 * with its deepest cut. null: none does; undefined: nothing to compare.
 */
export function reversalOf(taken: Taken): Reversal | null | undefined {
  const rows = [...taken].flatMap(([id, { value, heights }]) => {
    const cuts = (heights ?? []).flatMap(({ height, value: cut }) =>
      height.startsWith(LEVEL) ? [{ level: Number(height.slice(LEVEL.length)), cut }] : [],
    );
    return value === null || cuts.length === 0 ? [] : [{ id, value, cuts }];
  });
  if (rows.length < 2) return undefined;
  const levels = new Set(rows.flatMap(({ cuts }) => cuts.map(({ level }) => level)));
  const at = (cuts: (typeof rows)[number]['cuts'], level: number) =>
    (cuts.findLast((one) => one.level <= level) ?? cuts[0]!).cut;
  for (const level of [...levels].sort((a, b) => a - b))
    for (const a of rows)
      for (const b of rows) {
        if (!(b.value - a.value > CLEARLY * Math.abs(b.value))) continue;
        const [x, y] = [at(a.cuts, level), at(b.cuts, level)];
        if (x !== null && y !== null && x - y > CLEARLY * Math.abs(x))
          return { level, better: a.id, worse: b.id, figures: [x, y] };
      }
  return null;
}
