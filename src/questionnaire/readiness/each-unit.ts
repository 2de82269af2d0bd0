import { given } from '../../base/given.ts';
import { allOf } from '../../base/text.ts';
import { CLUSTER_SCORECARD, requiredMetrics } from '../../designs/scorecards-and-charters.ts';
import type { Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { ScorecardItem, UnitKind } from '../../schema/input/department.ts';
import {
  type Evidence,
  inDesign,
  inPlace,
  type Look,
  named,
  notKnown,
  open,
  partly,
  type UnitAt,
} from './evidence.ts';

/** What is said of one unit, with `{}` in the place of its name: units of whom the same is said are told together. */
type UnitEvidence = Omit<Evidence, 'at'>;

/** Something said of each unit of a kind, once for all of whom it is the same. */
const ofEach = (kind: UnitKind, say: (view: View, unit: UnitAt) => UnitEvidence): Look =>
  inDesign(kind, (then, units) => {
    const groups = new Map<string, { said: UnitEvidence; units: UnitAt[] }>();
    for (const unit of units) {
      const said = say(then, unit);
      const group = groups.get(said.text);
      if (group === undefined) groups.set(said.text, { said, units: [unit] });
      else group.units.push(unit);
    }
    return [...groups.values()].map(({ said: { state, text, change }, units: same }) => {
      const names = named(same.map(({ unit }) => unit.name));
      const filled = (pattern: string) => pattern.replace('{}', () => names);
      const at = same[0]!.unit.origin;
      return given({ state, text: filled(text), at, change: change && filled(change) });
    });
  });

/** Whether each unit of a kind has a head who is there. */
export const headsIn = (kind: UnitKind): Look =>
  ofEach(kind, (view, { at }): UnitEvidence => {
    const head = view.heads().head[at]!;
    if (head < 0) return open('No head: {}.', 'Name a head for {}.');
    return view.organisation.people.vacant[head] === 1
      ? partly('The seat of the head is open: {}.', 'Fill the seat of the head of {}.')
      : inPlace('With a head: {}.');
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
export const chartersOf: Look = ofEach('cluster', (_, { unit: { charter } }): UnitEvidence => {
  const missing = PARTS.filter(([part]) => (charter?.[part]?.length ?? 0) === 0);
  if (missing.length === 0) return inPlace('The charter is whole: {}.');
  const lacks = allOf(missing.map(([, called]) => called));
  const change = `Write ${lacks} into the charter of {} (departments[].charter).`;
  return missing.length === PARTS.length
    ? open('There is no charter: {}.', change)
    : partly(`The charter lacks ${lacks}: {}.`, change);
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
      return without.length === there.length ? [`every ${part}`] : [`the ${part} of ${allOf(without)}`];
    }),
  ];
}

function ofScorecard({ scorecard = [] }: Unit, metrics: readonly string[]): UnitEvidence {
  const lacking = lackingOn(scorecard, metrics);
  if (lacking.length === 0) return inPlace('The scorecard is whole: {}.');
  const change = 'Complete the scorecard of {} (departments[].scorecard).';
  return scorecard.some(({ metric }) => metrics.includes(metric))
    ? partly(`The scorecard lacks ${lacking.join(', ')}: {}.`, change)
    : open(`None of ${allOf(metrics)} is on a scorecard: {}.`, change);
}

/** Whether each cluster answers for the five measures. */
export const clusterScorecards: Look = ofEach('cluster', (_, { unit }) =>
  ofScorecard(unit, CLUSTER_SCORECARD),
);

/** Whether each phase answers for the measures of its phase. */
export const phaseScorecards: Look = ofEach('phase', (_, { unit }): UnitEvidence => {
  if (unit.phase === null) return notKnown('Which phase it is, is not said: {}.');
  return ofScorecard(unit, requiredMetrics(unit));
});
