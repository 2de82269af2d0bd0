import { finite } from '../../base/given.ts';
import { measures as allMeasures } from '../../measures/index.ts';
import { isOfChange, type Measure, type MeasureResult } from '../../measures/measure.ts';
import { closedGates } from '../../model/quality.ts';
import type { View } from '../../model/view.ts';
import type { CheckPolicy } from '../../policy/policy.ts';
import { limitOf, standing } from '../../policy/ratchet.ts';
import type { Subject } from '../../rules/context.ts';
import type { CheckedMeasure } from '../../schema/documents/check.ts';
import { UNKNOWN, verdictOn } from '../diff/measures.ts';

/** What a reader wants to see of every change, limited or not. */
const SHOWN: readonly string[] = [
  'silos.effective',
  'handoffs.perJourney',
  'journey.accountableShare',
  'expertise.fragmentation',
  'teams.belowMinimum',
  'spans.oneReport',
  'layers.count',
  'reporting.dualConflicts',
  'cover.singleHolders',
];

const NO_BASELINE = 'There is no baseline to compare with.';

type Change = Pick<CheckedMeasure, 'change' | 'reason'>;

/** A figure that is not known, or not compared, comes with its reason. */
function changeOf(measure: Measure, was: MeasureResult | null, is: MeasureResult): Change {
  const unknown = finite(is.value) === null ? { reason: is.reason ?? UNKNOWN } : {};
  if (was === null) return { change: null, ...unknown };
  const { verdict, reason } = verdictOn(measure, was, is);
  return { change: verdict, ...unknown, ...(reason === undefined ? {} : { reason }) };
}

/** Measures as they are shown, with the figures that limits are judged by and nothing shows, by id. */
export interface TakenMeasures {
  readonly measures: readonly CheckedMeasure[];
  readonly untold: ReadonlyMap<string, number>;
}

/** The measures that are limited or shown, of now and of the baseline; no other is taken. */
export function takeMeasures(
  { view, baseline: today, design }: Subject,
  before: View | null,
  policy: CheckPolicy | null,
): TakenMeasures {
  const wanted = policy?.measures ?? {};
  // Of a design the way from today's organisation is told where there is no other baseline.
  const reference = before ?? (design === 'as-is' ? null : today);
  const untold = new Map<string, number>();
  const measures = allMeasures.flatMap((measure): CheckedMeasure[] => {
    const { id, label, unit, better } = measure;
    const given = wanted[id];
    if (given === undefined && !SHOWN.includes(id)) return [];
    const applies = measure.applies?.(view) !== false || (before !== null && measure.applies?.(before));
    if (given === undefined && !applies) return [];
    const change = isOfChange(measure);
    const is: MeasureResult =
      change && reference === null
        ? { value: null, reason: NO_BASELINE }
        : measure.take(view, reference ?? view);
    const was = change || before === null ? null : before === view ? is : measure.take(before, before);
    const [a, b] = [finite(was?.value), finite(is.value)];
    const limit = given === undefined ? null : limitOf(given);
    if (is.untold !== undefined) untold.set(id, is.untold);
    const judged = standing(a, b ?? is.untold ?? null, limit, better);
    // What could be anything is not within a limit; where the baseline said no more it is no worse.
    const isBehindGate = ({ organisation }: View) => closedGates(organisation, measure.needs).length > 0;
    const isBounded = limit !== null && (limit.min !== null || limit.max !== null);
    const isUnborne = judged.status === 'unknown' && isBounded && b === null && isBehindGate(view);
    const isAsBefore = before !== null && isBehindGate(before);
    const byRevenue = is.shown === 'revenue' ? { byRevenue: finite(is.byRevenue) } : {};
    return [
      {
        id,
        label,
        unit,
        better,
        before: a,
        after: b,
        ...byRevenue,
        ...changeOf(measure, was, is),
        limit,
        status: isUnborne ? (isAsBefore ? 'tolerated' : 'beyond') : judged.status,
      },
    ];
  });
  return { measures, untold };
}
