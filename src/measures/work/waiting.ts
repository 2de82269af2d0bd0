import type { View } from '../../model/view.ts';
import { defineMeasure, type MeasureResult } from '../measure.ts';
import { loadOf } from './load.ts';
import { coverageOf, withoutWork, workOf } from './stations.ts';

interface Overload {
  readonly utilisation: number;
  readonly text: string;
}

/** The one with more work for its people; of two alike, the first by name, whatever the order of the file. */
const isWorse = (a: Overload, b: Overload): boolean =>
  a.utilisation > b.utilisation * (1 + 1e-9) ||
  (a.utilisation >= b.utilisation * (1 - 1e-9) && a.text < b.text);

/** Mean hours before a step starts, or why there is no mean. */
function meanWait(view: View, baseline: View): { value: number } | { value: null; reason: string } {
  const { hoursPerFtePerMonth, capabilities } = view.organisation;
  const { units } = view.accountability().at;
  let [waited, started] = [0, 0];
  let worst: Overload | undefined;
  for (const station of workOf(view, baseline).stations) {
    const { rate, wait, utilisation } = loadOf(station, hoursPerFtePerMonth);
    waited += rate * wait;
    started += rate;
    if (Number.isFinite(wait)) continue;
    const where = units[station.unit]?.name ?? 'the root office';
    const one = { utilisation, text: `${capabilities[station.capability]!.name} in ${where}` };
    if (worst === undefined || isWorse(one, worst)) worst = one;
  }
  if (worst === undefined) return { value: waited / started };
  const times = Number.isFinite(worst.utilisation)
    ? `${Math.round(worst.utilisation * 100)} % of the hours that its people have`
    : 'hours, and nobody there to do them';
  return { value: null, reason: `The line grows without end: ${worst.text} has work for ${times}.` };
}

export const waiting = defineMeasure({
  id: 'work.waiting',
  label: 'Hours before a step starts',
  summary: 'How long work lies before somebody takes it up.',
  formula:
    'Mean over steps of the wait in a line with as many servers as there are fte of the capability in the accountable unit, less what they do for other capabilities (M/M/c; with steps of several lengths times (1 + c²)/2, c² their squared variation: Allen & Cunneen). Working hours. Null with the reason where the work of any unit takes all hours of its people or more, without customers, or without hours.',
  unit: 'hours',
  better: 'lower',
  source: 'A. K. Erlang; Allen & Cunneen for steps of several lengths.',
  change: '`effort` of customers, hours of steps, people and their units, and `hoursPerFtePerMonth`.',
  needs: ['capabilities', 'customers'],
  take: (view, baseline): MeasureResult => {
    const work = workOf(view, baseline);
    const behind = {
      coverage: coverageOf(work),
      assumedShare: Math.max(work.assumedHours, work.assumedLengths),
    };
    const reason = withoutWork(view, work);
    return { ...(reason === undefined ? meanWait(view, baseline) : { value: null, reason }), ...behind };
  },
});
