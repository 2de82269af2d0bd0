import { allOf, alternatives, counted, printable } from '../../base/text.ts';
import type { Design } from '../../designs/design.ts';
import { designs as allDesigns } from '../../designs/index.ts';
import type { SweptOption } from '../../designs/options/option-sweep.ts';
import { isByConstruction, type Measure, type MeasureResult, shownValue } from '../../measures/measure.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Candidate } from '../../verdicts/candidate.ts';
import { compare } from '../report/comparison.ts';
import { figure, lower } from '../report/summary.ts';

/** Measure id to the designs that are best by it; none where no best can be named. */
type Best = ReadonlyMap<string, DesignId[]>;

const isFixed = (measure: Measure, design: DesignId, result: MeasureResult | undefined): boolean =>
  result !== undefined && isByConstruction(measure, design, result.value);

/** Measures that the design fixes by its definition with some of the values: they tell nothing of the others. */
export const fixedMeasures = (
  measures: readonly Measure[],
  design: DesignId,
  rows: readonly Candidate[],
): ReadonlySet<string> =>
  new Set(
    measures
      .filter((measure) =>
        rows.some(({ measures: figures }) => isFixed(measure, design, figures().get(measure.id))),
      )
      .map(({ id }) => id),
  );

/** Which designs are best by each measure, one of them with the values of a row; figures fixed by definition aside. */
export function bestOf(
  measures: readonly Measure[],
  design: DesignId,
  row: Candidate,
  others: ReadonlyMap<DesignId, Candidate>,
  fixed: ReadonlySet<string>,
): Best {
  const found = new Map<string, DesignId[]>();
  for (const measure of measures) {
    if (measure.better === 'none' || fixed.has(measure.id)) continue;
    const taken = new Map<DesignId, MeasureResult>();
    for (const { id } of allDesigns) {
      const result = (id === design ? row : others.get(id))?.measures().get(measure.id);
      if (result !== undefined && !isFixed(measure, id, result)) taken.set(id, result);
    }
    found.set(measure.id, compare(measure, [...taken.keys()], taken).best);
  }
  return found;
}

/** What the sentences on a sweep are made of. */
interface SweepFigures {
  readonly measures: readonly Measure[];
  readonly design: Design;
  readonly swept: readonly SweptOption[];
  readonly rows: readonly Candidate[];
  readonly others: ReadonlyMap<DesignId, Candidate>;
  readonly ranked: readonly Best[];
  readonly fixed: ReadonlySet<string>;
}

/** Rows one after the other in which the same designs are best. */
interface Run<Best = readonly DesignId[]> {
  readonly best: Best;
  readonly first: number;
  last: number;
}

const nameOf = (id: DesignId): string => lower(allDesigns.find((design) => design.id === id)!.name);

function runsOf<Best extends readonly string[]>(bests: readonly Best[], from: number): Run<Best>[] {
  const runs: Run<Best>[] = [];
  bests.forEach((best, at) => {
    const run = runs.at(-1);
    if (run !== undefined && run.best.join() === best.join()) run.last = from + at;
    else runs.push({ best, first: from + at, last: from + at });
  });
  return runs;
}

/** `up to clusters = 3`, `from clusters = 4 on`; where values have no order, `with basis = territory`. */
function span({ values, option }: SweptOption, from: number, to: number): string {
  const last = values.length - 1;
  const text = (at: number) => `${option} = ${printable(values[at]!.text)}`;
  if (from === to) return `with ${text(from)}`;
  if (from === 0 && to === last) return `whatever ${option} is`;
  if (values.some(({ value }) => typeof value !== 'number'))
    return `with ${option} = ${alternatives(values.slice(from, to + 1).map((one) => printable(one.text)))}`;
  if (from === 0) return `up to ${text(to)}`;
  return to === last ? `from ${text(from)} on` : `from ${text(from)} to ${printable(values[to]!.text)}`;
}

/** The designs by name, the one that is tried first; more than two as how many more there are. */
function names({ design }: SweepFigures, best: readonly DesignId[]): string {
  const [first, ...more] = [...best]
    .sort((a, b) => Number(b === design.id) - Number(a === design.id))
    .map(nameOf);
  return more.length < 2 ? allOf([first!, ...more]) : `${first} and ${counted(more.length, 'other')}`;
}

/** Who is best in a run, with the figure at its first row. */
function winners(all: SweepFigures, { id, unit }: Measure, { best, first }: Run): string {
  if (best.length === 0) return 'none can be called best';
  const holder = best[0] === all.design.id ? all.rows[first] : all.others.get(best[0]!);
  return `${names(all, best)} (${figure(shownValue(holder!.measures().get(id)!)!, unit)})`;
}

/** The changes of the best by one measure over the last option, for rows from `from` on. */
function changesText(all: SweepFigures, measure: Measure, from: number): string {
  const option = all.swept.at(-1)!;
  const bests = all.ranked.slice(from, from + option.values.length).map((best) => best.get(measure.id)!);
  return runsOf(bests, from)
    .map((run) => `${winners(all, measure, run)} ${span(option, run.first - from, run.last - from)}`)
    .join(', ');
}

/** One sentence for a measure by which the best changes; of two options the first is the outer one. */
function changeSentence(all: SweepFigures, measure: Measure): string {
  const [outer, inner] = all.swept as [SweptOption, SweptOption?];
  if (inner === undefined) return `${measure.label}: ${changesText(all, measure, 0)}.`;
  const length = inner.values.length;
  const patterns = outer.values.map((_, at) =>
    all.ranked.slice(at * length, (at + 1) * length).map((best) => best.get(measure.id)!.join('+')),
  );
  const texts = runsOf(patterns, 0).map(({ first, last }) => {
    const changes = changesText(all, measure, first * length);
    return first === 0 && last === outer.values.length - 1
      ? changes
      : `${span(outer, first, last)}, ${changes}`;
  });
  return `${measure.label}: ${texts.join('; ')}.`;
}

/**
 * Where the best design changes, a sentence for each measure by which it does; then by which measures the design is best, or
 * another one is, throughout, and what was left out because a design fixes it.
 */
export function sweepSentences(all: SweepFigures): string[] {
  const { measures, ranked, fixed, swept, rows, design } = all;
  if (rows.every(({ view }) => view === null)) return ['The design is not possible with any of the values.'];
  const changing: string[] = [];
  const always: string[] = [];
  const never: string[] = [];
  for (const measure of measures) {
    const bests = ranked.map((best) => best.get(measure.id));
    const [first] = bests;
    if (first === undefined) continue;
    const label = lower(measure.label);
    if (bests.some((best) => best!.join() !== first.join())) changing.push(changeSentence(all, measure));
    else if (first.includes(design.id))
      always.push(first.length === 1 ? label : `${label} (as ${counted(first.length - 1, 'other')})`);
    else if (first.length > 0) never.push(`${label} (${names(all, first)})`);
  }
  const what = allOf(swept.map(({ option }) => option));
  const left = measures.filter(({ id }) => fixed.has(id)).map(({ label }) => lower(label));
  const list = (start: string, labels: readonly string[]): string[] =>
    labels.length === 0 ? [] : [`${start} ${allOf(labels)}.`];
  return [
    ...(changing.length > 0
      ? changing
      : [`By no measure the best design changes, whatever ${what} ${swept.length === 1 ? 'is' : 'are'}.`]),
    ...list(`${design.name}: best throughout by`, always),
    ...list('Another design is best throughout by', never),
    ...list('Not compared, since the design fixes them by its definition:', left),
    'The other designs stand as the file and --set have them.',
  ];
}
