import { percent } from '../../base/figures.ts';
import { counted, quoted } from '../../base/text.ts';
import type { Transition } from '../../designs/transition/transition.ts';
import { measures as allMeasures } from '../../measures/index.ts';
import type { MeasureResult } from '../../measures/measure.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { type View, viewOf } from '../../model/view.ts';
import type { ReportedStage } from '../../schema/documents/structure.ts';
import { incomparable } from '../report/comparison.ts';
import { figure, lower, WORTH_SAYING } from '../report/summary.ts';

/** The way to a design as it is shown: figures and sentences, nothing of the organisations themselves. */
export interface ShownTransition {
  readonly candidates: Transition['candidates'];
  readonly stages: readonly ReportedStage[];
}

type Figures = ReadonlyMap<string, MeasureResult>;

/** Capabilities that some customer needs and finds nobody with. */
function unserved(view: View): ReadonlySet<Index> {
  const found = new Set<Index>();
  for (const { groups } of view.service().classes)
    for (const { capability, pool } of groups) if (pool === null) found.add(capability);
  return found;
}

/** Whether a figure is clearly worse than both others. */
function isWorse(sign: number, now: number, ends: readonly number[]): boolean {
  return ends.every(
    (end) =>
      sign * (now - end) > 0 &&
      Math.abs(now - end) > WORTH_SAYING * Math.max(Math.abs(now), Math.abs(end)) + 1e-9,
  );
}

function worseFigures(now: Figures, today: Figures, end: Figures): string[] {
  return allMeasures.flatMap(({ id, label, unit, better }) => {
    const [here, from, to] = [now.get(id), today.get(id), end.get(id)];
    if (better === 'none' || here?.value == null || from?.value == null || to?.value == null) return [];
    const sign = better === 'lower' ? 1 : -1;
    if (!isWorse(sign, here.value, [from.value, to.value])) return [];
    // What rests on other hours is no more comparable here than between designs.
    if (incomparable(here, from) === 'coverage' || incomparable(here, to) === 'coverage') return [];
    const ends = `today ${figure(from.value, unit)}, at the end ${figure(to.value, unit)}`;
    return [`${lower(label)} ${figure(here.value, unit)} (${ends})`];
  });
}

/** Hours of journeys that nobody does any more, or not yet. */
function worseService(now: View, today: View, end: View, figures: readonly Figures[]): string[] {
  const shares = figures.map((of) => Math.min(...[...of.values()].map(({ coverage }) => coverage ?? 1)));
  const [here, from, to] = shares as [number, number, number];
  if (here >= Math.min(from, to) - 1e-9) return [];
  const before = [unserved(today), unserved(end)];
  const missing = [...unserved(now)].filter((capability) => !before.some((known) => known.has(capability)));
  const names = missing.map((capability) => quoted(now.organisation.capabilities[capability]!.name));
  const who = names.length === 0 ? '' : `: some customers find nobody for ${names.join(', ')}`;
  return [
    `${percent(here)} of the hours are served (today ${percent(from)}, at the end ${percent(to)})${who}`,
  ];
}

/**
 * The stages of a transition with what is worse for a while: figures clearly worse (by 5 % of the larger) than both today and
 * at the end, work that nobody does, and people with the work of two places. Every stage is measured like a design.
 * @param onStage - Called before each stage is measured, with its name and how many are done.
 */
export function showTransition(
  before: Organisation,
  { candidates, stages }: Transition,
  onStage?: (name: string, done: number) => void,
): ShownTransition {
  const last = stages.at(-1);
  if (last === undefined) return { candidates, stages: [] };
  const baseline = viewOf(before);
  const measures = allMeasures.filter((measure) => measure.applies?.(baseline) ?? true);
  const take = (view: View): Figures =>
    new Map(measures.map((measure) => [measure.id, measure.take(view, baseline)]));
  const endView = viewOf(last.organisation);
  const [today, end] = [take(baseline), take(endView)];
  const shown = stages.map((stage, at): ReportedStage => {
    onStage?.(stage.name, at);
    const { organisation, dualWork, toFill, id, name, why, moved, movedSoFar, newManagers } = stage;
    const worse: string[] = [];
    if (stage !== last) {
      const view = viewOf(organisation);
      const now = take(view);
      worse.push(
        ...worseService(view, baseline, endView, [now, today, end]),
        ...worseFigures(now, today, end),
      );
      const { leading, serving } = dualWork;
      if (leading > 0)
        worse.push(
          `${counted(leading, 'person still leads the old team', 'people still lead their old teams')}`,
        );
      if (serving > 0)
        worse.push(
          `${counted(serving, 'person still serves', 'people still serve')} customers who will be handed over`,
        );
    }
    const { people } = last.organisation;
    const seats = toFill.map((seat) => ({ id: people.id[seat]!, title: people.title[seat]! }));
    return { id, name, why: [...why], moved, movedSoFar, newManagers, toFill: seats, worse };
  });
  return { candidates, stages: shown };
}
