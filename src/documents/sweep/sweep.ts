import { UserError } from '../../base/errors.ts';
import type { Design, DesignResult } from '../../designs/design.ts';
import { designs as allDesigns } from '../../designs/index.ts';
import { readSweeps, type SweptOption } from '../../designs/options/option-sweep.ts';
import { applyOptions } from '../../designs/options/options.ts';
import { measures as allMeasures } from '../../measures/index.ts';
import type { Measure, MeasureResult } from '../../measures/measure.ts';
import { buildOrganisation } from '../../model/build.ts';
import { type View, viewOf } from '../../model/view.ts';
import type { Sweep, SweepRow } from '../../schema/documents/sweep.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { reported } from '../report/report.ts';
import { factsOf, headerOf } from '../report/structure.ts';
import { bestOf, fixedMeasures, sweepSentences } from './sweep-best.ts';

export interface SweepOptions {
  readonly design: DesignId;
  /** `option=3..8`, `option=0..1:0.25` or `option=a,b`; one or two. */
  readonly sweeps: readonly string[];
  readonly version: string;
  /** Called before each combination is worked out. */
  onRow?(what: string, done: number, total: number): void;
}

/** What a design is and measures, with some values of its options. */
export interface Tried {
  readonly result: DesignResult;
  /** Measure id to result; empty where the design is impossible. */
  readonly taken: ReadonlyMap<string, MeasureResult>;
}

/** Every value of the first option with every value of the second. */
function combinations(swept: readonly SweptOption[]): readonly (readonly number[])[] {
  return swept.reduce<readonly (readonly number[])[]>(
    (before, { values }) => before.flatMap((combination) => values.map((_, at) => [...combination, at])),
    [[]],
  );
}

function outcome(
  measures: readonly Measure[],
  id: DesignId,
  { result, taken }: Tried,
): Omit<SweepRow, 'values' | 'best'> {
  const figures = taken.size === 0 ? {} : reported(measures, id, taken);
  return {
    status: result.status,
    hires: Object.fromEntries(result.hires),
    missing: result.missing.map((lack) => ({ ...lack })),
    measures: Object.fromEntries(
      Object.entries(figures).map(([measure, { distribution: _, bands: __, heights: ___, ...figure }]) => [
        measure,
        figure,
      ]),
    ),
  };
}

/**
 * Works a design out for each value of an option, or each combination of two, measures it, and says where the design that is
 * best by a measure changes. Today's organisation and the other designs stand as the file has them. Cost: that of the
 * design and its measures, times the combinations.
 * @throws UserError where the options cannot be swept.
 */
export function buildSweep(loaded: Loaded, options: SweepOptions): Sweep {
  const { design: id, version, onRow } = options;
  const swept = readSweeps(loaded, id, options.sweeps);
  if ('problems' in swept) throw new UserError(swept.problems);
  const organisation = buildOrganisation(loaded);
  const baseline = viewOf(organisation);
  const measures = allMeasures.filter((measure) => measure.applies?.(baseline) ?? true);
  const tried = (design: Design, given = loaded.input.designs): Tried => {
    const source = given === loaded.input.designs ? organisation : { ...organisation, options: given };
    const result = design.apply(source);
    const view: View | null = result.organisation && viewOf(result.organisation);
    const taken = new Map<string, MeasureResult>();
    if (view !== null) for (const measure of measures) taken.set(measure.id, measure.take(view, baseline));
    return { result, taken };
  };
  const all = combinations(swept);
  const design = allDesigns.find((one) => one.id === id)!;
  const others = new Map<DesignId, Tried>();
  const rest = allDesigns.filter((one) => one.id !== id);
  for (const other of rest) {
    onRow?.(other.name, others.size, rest.length + all.length);
    others.set(other.id, tried(other));
  }
  const rows = all.map((combination, at) => {
    const given = swept.map(({ option, values }, which) => ({ option, ...values[combination[which]!]! }));
    onRow?.(
      given.map(({ option, text }) => `${option}=${text}`).join(' '),
      rest.length + at,
      rest.length + all.length,
    );
    const applied = applyOptions(
      loaded,
      [id],
      given.map(({ option, text }) => ({
        option: `${id}.${option}`,
        value: text,
        written: `--sweep ${option}=${text}`,
      })),
    );
    // What two values are only together.
    if (applied.problems.length > 0) throw new UserError(applied.problems);
    const values = Object.fromEntries(given.map(({ option, value }) => [option, value]));
    return { values, tried: tried(design, applied.loaded.input.designs) };
  });
  const fixed = fixedMeasures(
    measures,
    id,
    rows.map((row) => row.tried),
  );
  const ranked = rows.map((row) => bestOf(measures, id, row.tried, others, fixed));
  return {
    ...headerOf(loaded, version),
    organisation: factsOf(baseline),
    design: { id, name: design.name },
    sweep: swept.map(({ option, values }) => ({ option, values: values.map(({ value }) => value) })),
    rows: rows.map(({ values, tried: one }, at) => ({
      values,
      ...outcome(measures, id, one),
      ...(one.result.status === 'impossible' ? { reason: one.result.explanation.join(' ') } : {}),
      best: Object.fromEntries(ranked[at]!),
    })),
    others: [...others].map(([other, one]) => ({
      id: other,
      name: allDesigns.find((known) => known.id === other)!.name,
      ...outcome(measures, other, one),
    })),
    summary: sweepSentences({
      measures,
      design,
      swept,
      rows: rows.map((row) => row.tried),
      others,
      ranked,
      fixed,
    }),
  };
}
