import type { Design, DesignResult } from '../../designs/design.ts';
import { measures as allMeasures } from '../../measures/index.ts';
import { isByConstruction, type Measure, type MeasureResult } from '../../measures/measure.ts';
import { buildOrganisation } from '../../model/build.ts';
import { type View, viewOf } from '../../model/view.ts';
import { type Purpose, runRules } from '../../rules/run.ts';
import type { ReportedFinding } from '../../schema/documents/finding.ts';
import type { ReportedMeasure } from '../../schema/documents/measure.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { assess, type Worked } from '../../verdicts/assess.ts';
import { assumptionsOf } from './assumptions.ts';
import { compare } from './comparison.ts';
import { reportedActions, reportedFit, reportedQuestions } from './fit.ts';
import { risksOf } from './risks.ts';
import { standingOf } from './standing.ts';
import { factsOf, flowsOf, headerOf, structureOf } from './structure.ts';
import { robustness, summarise } from './summary.ts';
import { personWriter } from './with-people.ts';

export interface EvaluateOptions {
  /** Designs to show, as-is first whatever their order. */
  readonly designs: readonly Design[];
  /** Whether people are shown by name rather than by id. */
  readonly names?: boolean;
  readonly version: string;
  /** Called before each design is worked out: its name, how many are done, and how many there are. */
  onDesign?(name: string, done: number, total: number): void;
}

type Results = ReadonlyMap<string, MeasureResult>;

const finite = (value: number | null | undefined): number | null =>
  value == null || !Number.isFinite(value) ? null : value;

/** The figures of a design as the report has them. */
export function reported(
  measures: readonly Measure[],
  design: DesignId,
  taken: Results,
): ReportedDesign['measures'] {
  const found: Record<string, ReportedMeasure> = {};
  for (const measure of measures) {
    const { value, reason, coverage, assumedShare, byRevenue, distribution, bands, heights } = taken.get(
      measure.id,
    )!;
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

export function findingsOf(
  view: View,
  baseline: View,
  design: DesignId,
  { basis, status, missing }: Partial<Pick<DesignResult, 'basis' | 'status' | 'missing'>>,
  names: boolean,
  purpose: Purpose = 'evaluate',
): ReportedFinding[] {
  const write = personWriter(view.organisation.people, names);
  const context = {
    design,
    baseline,
    ...(basis === undefined ? {} : { basis }),
    ...(status === undefined ? {} : { status }),
    ...(missing === undefined ? {} : { missing }),
  };
  return runRules(view, context, purpose).map((finding) => {
    const { file, line, column, generated } = finding.at();
    return {
      rule: finding.rule.id,
      severity: finding.severity,
      message: write(finding.message),
      value: finite(finding.value),
      limit: finite(finding.limit),
      count: finding.count ?? 1,
      entity: { ...finding.entity },
      examples: (finding.examples ?? []).slice(0, 5).map(write),
      at: { file, line, column, ...(generated ? { generated } : {}) },
    };
  });
}

/**
 * Measures today's organisation and every design of it by the same code, judges each by the same rules, and says what was
 * assumed. Never throws for what an organisation looks like.
 */
export function buildReport(loaded: Loaded, options: EvaluateOptions): Report {
  const organisation = buildOrganisation(loaded);
  const baseline = viewOf(organisation);
  const measures = allMeasures.filter((measure) => measure.applies?.(baseline) ?? true);
  const taken = new Map<DesignId, Results>();
  const results = new Map<DesignId, DesignResult>();
  const worked: Worked[] = [];
  const designs: Omit<ReportedDesign, 'fit'>[] = [];
  for (const design of options.designs) {
    options.onDesign?.(design.name, results.size, options.designs.length);
    const result = design.apply(organisation);
    results.set(design.id, result);
    const view =
      result.organisation === organisation ? baseline : result.organisation && viewOf(result.organisation);
    if (view !== null)
      taken.set(design.id, new Map(measures.map((measure) => [measure.id, measure.take(view, baseline)])));
    worked.push({ design: design.id, result, view });
    const risks = risksOf(measures, {
      design: design.id,
      baseline,
      view,
      result,
      taken: taken.get(design.id) ?? new Map(),
      today: taken.get('as-is') ?? new Map(),
    });
    designs.push({
      id: design.id,
      name: design.name,
      status: result.status,
      feasible: result.status === 'staffed',
      hires: Object.fromEntries(result.hires),
      missing: result.missing.map((lack) => ({ ...lack })),
      summary:
        design.id === 'as-is'
          ? []
          : summarise(
              measures,
              result,
              { id: design.id, taken: taken.get(design.id) ?? new Map() },
              taken.get('as-is') ?? new Map(),
            ),
      ...(result.basis === undefined ? {} : { basis: result.basis }),
      ...(result.assignment === undefined ? {} : { assignment: result.assignment }),
      measures: view === null ? {} : reported(measures, design.id, taken.get(design.id)!),
      structure: view === null ? [] : structureOf(view, options.names === true),
      ...(view === null || view.organisation.flows.length === 0 ? {} : { flows: flowsOf(view) }),
      findings: view === null ? [] : findingsOf(view, baseline, design.id, result, options.names === true),
      ...(risks.length === 0 && (view === null || design.id === 'as-is') ? {} : { risks: [...risks] }),
    });
  }
  const takenOf = (id: string) => new Map([...taken].map(([design, of]) => [design, of.get(id)!]));
  const comparison = Object.fromEntries(
    measures.map((measure) => [
      measure.id,
      compare(
        measure,
        designs.map(({ id }) => id),
        takenOf(measure.id),
      ),
    ]),
  );
  const nameOf = (wanted: DesignId) => designs.find(({ id }) => id === wanted)!.name.toLowerCase();
  designs[0]?.summary.push(...robustness(takenOf('silos.effective'), nameOf));
  const assessment = assess(baseline, worked);
  return {
    ...headerOf(loaded, options.version),
    organisation: factsOf(baseline),
    assumptions: assumptionsOf(baseline, results).map((one) => ({ ...one, affects: [...one.affects] })),
    designs: designs.map((design) => ({ ...design, fit: reportedFit(assessment.verdicts.get(design.id)!) })),
    comparison,
    ...standingOf(baseline, worked, options.names === true),
    actions: reportedActions(assessment),
    questions: reportedQuestions(assessment),
  };
}
