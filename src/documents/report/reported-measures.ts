import { given } from '../../base/given.ts';
import { isByConstruction, type Measure } from '../../measures/measure.ts';
import type { ReportedMeasure } from '../../schema/documents/measure.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Figures } from '../../verdicts/candidate.ts';

const finite = (value: number | null | undefined): number | null =>
  value == null || !Number.isFinite(value) ? null : value;

/** The figures of a design as the report has them. */
export function reportedMeasures(
  measures: readonly Measure[],
  design: DesignId,
  taken: Figures,
): ReportedDesign['measures'] {
  const found: Record<string, ReportedMeasure> = {};
  for (const measure of measures) {
    const { value, reason, coverage, assumedShare, byRevenue, range, distribution, bands, heights, ...more } =
      taken.get(measure.id)!;
    const safe = finite(value);
    found[measure.id] = {
      value: safe,
      unit: measure.unit,
      better: measure.better,
      byConstruction: isByConstruction(measure, design, safe),
      coverage: coverage === null ? null : finite(coverage ?? 1),
      assumedShare: finite(assumedShare ?? 0),
      ...(safe === null ? { reason: reason ?? 'It cannot be computed from what is given.' } : {}),
      ...(byRevenue === undefined ? {} : { byRevenue: finite(byRevenue) }),
      ...given({ shown: more.shown, byCapability: more.byCapability && { ...more.byCapability } }),
      ...(range === undefined ? {} : { range: { ...range } }),
      ...(distribution === undefined
        ? {}
        : {
            distribution: {
              p10: finite(distribution.p10),
              median: finite(distribution.median),
              p90: finite(distribution.p90),
              maximum: finite(distribution.maximum),
            },
          }),
      ...(bands === undefined ? {} : { bands: { ...bands } }),
      ...(heights === undefined
        ? {}
        : {
            heights: heights.map((cut) => ({
              height: cut.height,
              units: cut.units,
              value: finite(cut.value),
            })),
          }),
    };
  }
  return found;
}
