import { defer } from '../../base/deferred.ts';
import { finite, given } from '../../base/given.ts';
import { isByConstruction, type Measure, type MeasureResult } from '../../measures/measure.ts';
import type { ReportedMeasure } from '../../schema/documents/measure.ts';
import type { ReportedDesign } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Figures } from '../../verdicts/candidate.ts';

/** A figure without what is told of how it is spread. */
function reportedFigure(measure: Measure, design: DesignId, result: MeasureResult): ReportedMeasure {
  const { value, reason, coverage, assumedShare, byRevenue, range, shown, byCapability, renamed } = result;
  const safe = finite(value);
  return {
    value: safe,
    unit: measure.unit,
    better: measure.better,
    byConstruction: isByConstruction(measure, design, safe),
    coverage: coverage === null ? null : finite(coverage ?? 1),
    assumedShare: finite(assumedShare ?? 0),
    ...(safe === null ? { reason: reason ?? 'It cannot be computed from what is given.' } : {}),
    ...(byRevenue === undefined ? {} : { byRevenue: finite(byRevenue) }),
    ...given({ shown, renamed, byCapability: byCapability && { ...byCapability } }),
    ...(range === undefined ? {} : { range: { ...range } }),
  };
}

const spreadOf = ({ distribution, bands }: MeasureResult): Partial<ReportedMeasure> => ({
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
});

/** The figures of a design, each without how it is spread over people, customers and the heights of the chart. */
export const reportedFigures = (measures: readonly Measure[], design: DesignId, taken: Figures) =>
  Object.fromEntries(
    measures.map((measure) => [measure.id, reportedFigure(measure, design, taken.get(measure.id)!)]),
  );

/** The figures of a design as the report has them. */
export const reportedMeasures = (
  measures: readonly Measure[],
  design: DesignId,
  taken: Figures,
): ReportedDesign['measures'] =>
  Object.fromEntries(
    measures.map((measure) => {
      const result = taken.get(measure.id)!;
      const figure: ReportedMeasure = { ...reportedFigure(measure, design, result), ...spreadOf(result) };
      if ('heights' in result)
        defer(figure, 'heights', () =>
          result.heights?.map((cut) => ({ height: cut.height, units: cut.units, value: finite(cut.value) })),
        );
      return [measure.id, figure];
    }),
  );
