import { areAlike } from '../../base/figures.ts';
import { finite } from '../../base/given.ts';
import { measures as allMeasures } from '../../measures/index.ts';
import {
  isByConstruction,
  isOfChange,
  type Measure,
  type MeasureResult,
  shownValue,
} from '../../measures/measure.ts';
import type { View } from '../../model/view.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import { incomparable, REASONS } from '../report/comparison.ts';

type ComparedMeasure = Diff['measures'][number];

export const UNKNOWN = 'It cannot be computed from what is given.';

/** Which of two figures is better, or why that is not said. */
export function verdictOn(
  measure: Measure,
  before: MeasureResult,
  after: MeasureResult,
): Pick<ComparedMeasure, 'verdict' | 'reason'> {
  const [a, b] = [finite(before.value), finite(after.value)];
  if (a === null && b === null) return { verdict: 'same' };
  if (a === null || b === null) {
    const reason = (a === null ? before : after).reason ?? UNKNOWN;
    return { verdict: 'not-compared', reason: `Not known ${a === null ? 'before' : 'after'}: ${reason}` };
  }
  if (areAlike(a, b)) return { verdict: 'same' };
  const reason = incomparable(before, after);
  if (reason !== undefined)
    return {
      verdict: 'not-compared',
      reason: REASONS[reason].one.replace('The designs cover', 'They cover'),
    };
  if (measure.better === 'none') return { verdict: 'different' };
  return { verdict: b < a === (measure.better === 'lower') ? 'better' : 'worse' };
}

export interface MeasureComparison {
  readonly measures: readonly ComparedMeasure[];
  readonly change: Diff['change'];
  /** The results behind the figures that are compared, by id. */
  readonly results: { readonly before: Results; readonly after: Results };
}
type Results = ReadonlyMap<string, MeasureResult>;

/** Every measure of both, and those of the change from one to the other. */
export function measured(
  before: View,
  after: View,
  designs: { readonly before?: DesignId | undefined; readonly after?: DesignId | undefined },
): MeasureComparison {
  const applying = allMeasures.filter(
    (measure) => measure.applies === undefined || measure.applies(before) || measure.applies(after),
  );
  const results = { before: new Map<string, MeasureResult>(), after: new Map<string, MeasureResult>() };
  const compared: ComparedMeasure[] = [];
  const change: Diff['change'][number][] = [];
  for (const measure of applying) {
    const { id, label, unit, better } = measure;
    const now = measure.take(after, before);
    if (isOfChange(measure)) {
      const value = finite(now.value);
      change.push({ id, label, unit, value, ...(value === null ? { reason: now.reason ?? UNKNOWN } : {}) });
      continue;
    }
    const was = before === after ? now : measure.take(before, before);
    results.before.set(id, was);
    results.after.set(id, now);
    const [a, b] = [finite(was.value), finite(now.value)];
    const fixed = (design: DesignId | undefined, value: number | null) =>
      design !== undefined && isByConstruction(measure, design, value);
    const coverage = ({ coverage: share }: MeasureResult) => (share === null ? null : finite(share ?? 1));
    const byRevenue = was.shown === 'revenue' && now.shown === 'revenue';
    // The table and the summary are of one basis.
    const shown = byRevenue
      ? { was: { ...was, value: shownValue(was) }, now: { ...now, value: shownValue(now) } }
      : { was, now };
    const verdict = verdictOn(measure, shown.was, shown.now);
    const apart = (x: number | null, y: number | null) =>
      x === null || y === null ? null : areAlike(x, y) ? 0 : y - x;
    compared.push({
      id,
      label,
      unit,
      better,
      before: a,
      after: b,
      difference: apart(a, b),
      ...verdict,
      coverage: { before: coverage(was), after: coverage(now) },
      byConstruction: fixed(designs.before, a) || fixed(designs.after, b),
      ...(byRevenue
        ? {
            shown: 'revenue',
            byRevenue: {
              before: finite(shown.was.value),
              after: finite(shown.now.value),
              difference: apart(finite(shown.was.value), finite(shown.now.value)),
            },
          }
        : {}),
    });
  }
  return { measures: compared, change, results };
}
