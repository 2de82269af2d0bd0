import { UserError } from '../../base/errors.ts';
import { designs as allDesigns } from '../../designs/index.ts';
import { readSweeps, type SweptOption } from '../../designs/options/option-sweep.ts';
import { applyOptions } from '../../designs/options/options.ts';
import type { Measure } from '../../measures/measure.ts';
import { buildOrganisation } from '../../model/build.ts';
import { reportedQuality } from '../../model/quality.ts';
import type { Sweep, SweepRow } from '../../schema/documents/sweep.ts';
import { type DesignId, designOptions } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { type Candidate, candidateOf, companyOf } from '../../verdicts/candidate.ts';
import { factsOf, headerOf } from '../header.ts';
import { reportedFigures } from '../report/reported-measures.ts';
import { bestOf, fixedMeasures, sweepSentences } from './sweep-best.ts';

interface SweepOptions {
  readonly design: DesignId;
  /** `option=3..8`, `option=0..1:0.25` or `option=a,b`; one or two. */
  readonly sweeps: readonly string[];
  readonly version: string;
  /** Called before each combination is worked out. */
  onRow?(what: string, done: number, total: number): void;
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
  { design, view, result, ...candidate }: Candidate,
): Omit<SweepRow, 'values' | 'best'> {
  return {
    status: result.status,
    hires: Object.fromEntries(result.hires),
    missing: result.missing.map((lack) => ({ ...lack })),
    measures: view === null ? {} : reportedFigures(measures, design.id, candidate.measures()),
  };
}

/**
 * Works a design out for each value of an option, or each combination of two, measures it, and says where the design that is
 * best by a measure changes. Today's organisation and the other designs stand as the file has them. Cost: that of the
 * design and its measures, times the combinations.
 * @param loaded - What `loadOrganisation` returned.
 * @returns The document, version 1, as schemas/v1/sweep.schema.json describes it; `sweepFormats` render it.
 * @throws UserError where the options cannot be swept.
 */
export function buildSweep(loaded: Loaded, options: SweepOptions): Sweep {
  const { design: id, version, onRow } = options;
  const swept = readSweeps(loaded, id, options.sweeps);
  if ('problems' in swept) throw new UserError(swept.problems);
  const company = companyOf(buildOrganisation(loaded));
  const { today, measures } = company;
  const all = combinations(swept);
  const design = allDesigns.find((one) => one.id === id)!;
  const others = new Map<DesignId, Candidate>();
  const rest = allDesigns.filter((one) => one.id !== id);
  for (const other of rest) {
    onRow?.(other.name, others.size, rest.length + all.length);
    others.set(other.id, candidateOf(company, other));
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
    return { values, candidate: candidateOf(company, design, designOptions(applied.loaded.input.designs)) };
  });
  const fixed = fixedMeasures(
    measures,
    id,
    rows.map(({ candidate }) => candidate),
  );
  const ranked = rows.map((row) => bestOf(measures, id, row.candidate, others, fixed));
  return {
    ...headerOf(loaded, version),
    organisation: factsOf(today),
    quality: reportedQuality(today.organisation),
    design: { id, name: design.name },
    sweep: swept.map(({ option, values }) => ({ option, values: values.map(({ value }) => value) })),
    rows: rows.map(({ values, candidate }, at) => ({
      values,
      ...outcome(measures, candidate),
      ...(candidate.view === null ? { reason: candidate.result.explanation.join(' ') } : {}),
      best: Object.fromEntries(ranked[at]!),
    })),
    others: [...others].map(([other, one]) => ({
      id: other,
      name: one.design.name,
      ...outcome(measures, one),
    })),
    summary: sweepSentences({
      measures,
      design,
      swept,
      rows: rows.map(({ candidate }) => candidate),
      others,
      ranked,
      fixed,
    }),
  };
}
