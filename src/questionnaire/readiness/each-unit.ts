import { alternatives } from '../../base/text.ts';
import { CLUSTER_SCORECARD, requiredMetrics } from '../../designs/scorecards-and-charters.ts';
import type { Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { ReadinessState } from '../../schema/documents/assessment.ts';
import type { ScorecardItem, UnitKind } from '../../schema/input/department.ts';
import {
  type Evidence,
  named,
  notPossible,
  type PlacedUnit,
  type ReadinessCase,
  unitsOf,
} from './evidence.ts';

/** What is said of one unit, without its name: units of whom the same is said are told together. */
interface Said {
  readonly state: ReadinessState;
  /** With `{}` in the place of names. */
  readonly text: string;
  readonly change?: string;
}

/** Something said of each unit of a kind, once for all of whom it is the same. */
function ofEach(
  { then, result }: ReadinessCase,
  kind: UnitKind,
  say: (view: View, unit: PlacedUnit) => Said,
): readonly Evidence[] {
  if (then === null) return [notPossible(result)];
  const units = unitsOf(then, kind);
  if (units.length === 0) return [{ state: 'unknown', text: `There is no ${kind}.` }];
  const groups = new Map<string, { said: Said; units: PlacedUnit[] }>();
  for (const unit of units) {
    const said = say(then, unit);
    const group = groups.get(said.text);
    if (group === undefined) groups.set(said.text, { said, units: [unit] });
    else group.units.push(unit);
  }
  return [...groups.values()].map(({ said: { state, text, change }, units: same }) => {
    const names = named(same.map(({ unit }) => unit.name));
    const filled = (pattern: string) => pattern.replace('{}', () => names);
    return {
      state,
      text: filled(text),
      at: same[0]!.unit.origin,
      ...(change === undefined ? {} : { change: filled(change) }),
    };
  });
}

/** Whether each unit of a kind has a head who is there. */
export const headsIn = (subject: ReadinessCase, kind: UnitKind): readonly Evidence[] =>
  ofEach(subject, kind, (view, { at }): Said => {
    const head = view.heads().head[at]!;
    if (head < 0) return { state: 'open', text: 'No head: {}.', change: 'Name a head for {}.' };
    return view.organisation.people.vacant[head] === 1
      ? {
          state: 'partly',
          text: 'The seat of the head is open: {}.',
          change: 'Fill the seat of the head of {}.',
        }
      : { state: 'in-place', text: 'With a head: {}.' };
  });

/** The parts of a business plan, and what they are called. */
const PARTS = [
  ['valueProposition', 'value proposition'],
  ['targetCustomers', 'target customers'],
  ['journey', 'journey'],
  ['goals', 'goals'],
  ['serviceLevels', 'service levels'],
] as const;

/** Whether each cluster has a charter, and which parts it lacks. */
export const chartersOf = (subject: ReadinessCase): readonly Evidence[] =>
  ofEach(subject, 'cluster', (_, { unit: { charter } }): Said => {
    const missing = PARTS.filter(([part]) => (charter?.[part]?.length ?? 0) === 0);
    if (missing.length === 0) return { state: 'in-place', text: 'The charter is whole: {}.' };
    const lacks = alternatives(
      missing.map(([, called]) => called),
      'and',
    );
    const change = `Write ${lacks} into the charter of {} (departments[].charter).`;
    return missing.length === PARTS.length
      ? { state: 'open', text: 'There is no charter: {}.', change }
      : { state: 'partly', text: `The charter lacks ${lacks}: {}.`, change };
  });

/** What a unit lacks of some metrics: those that it does not have, and of the others value, target and owner. */
function lackingOn(scorecard: readonly ScorecardItem[], metrics: readonly string[]): readonly string[] {
  const there = scorecard.filter(({ metric }) => metrics.includes(metric));
  const absent = metrics.filter((metric) => !there.some((item) => item.metric === metric));
  return [
    ...absent,
    ...(['value', 'target', 'owner'] as const).flatMap((part) => {
      const without = there.filter((item) => item[part] === undefined).map(({ metric }) => metric);
      if (without.length === 0) return [];
      return without.length === there.length
        ? [`every ${part}`]
        : [`the ${part} of ${alternatives(without, 'and')}`];
    }),
  ];
}

function ofScorecard({ scorecard = [] }: Unit, metrics: readonly string[]): Said {
  const lacking = lackingOn(scorecard, metrics);
  if (lacking.length === 0) return { state: 'in-place', text: 'The scorecard is whole: {}.' };
  const change = 'Complete the scorecard of {} (departments[].scorecard).';
  return scorecard.some(({ metric }) => metrics.includes(metric))
    ? { state: 'partly', text: `The scorecard lacks ${lacking.join(', ')}: {}.`, change }
    : { state: 'open', text: `None of ${alternatives(metrics, 'and')} is on a scorecard: {}.`, change };
}

/** Whether each cluster answers for the five measures. */
export const clusterScorecards = (subject: ReadinessCase): readonly Evidence[] =>
  ofEach(subject, 'cluster', (_, { unit }) => ofScorecard(unit, CLUSTER_SCORECARD));

/** Whether each phase answers for the measures of its phase. */
export const phaseScorecards = (subject: ReadinessCase): readonly Evidence[] =>
  ofEach(subject, 'phase', (_, { unit }): Said => {
    if (unit.phase === null) return { state: 'unknown', text: 'Which phase it is, is not said: {}.' };
    return ofScorecard(unit, requiredMetrics(unit));
  });
