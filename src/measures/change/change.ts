import { areFew, FEWEST_TOLD } from '../../base/few.ts';
import { areAlike } from '../../base/figures.ts';
import { memo } from '../../base/memo.ts';
import { headsOf } from '../../model/heads.ts';
import { leadersOf } from '../../model/lines.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { headsBelowTop, type ReportingTree, reportsOf } from '../../model/tree.ts';
import type { View } from '../../model/view.ts';
import { defineMeasure, type Measure, type MeasureInput, type MeasureResult } from '../measure.ts';
import { REVENUE_KNOWN } from '../summarise.ts';
import { type Matching, matchingOf, sameSeat, sameUnit, stayer } from './matching.ts';
import { relationshipChanges, workingPairs } from './relationships.ts';

/** Share of seats that must have a cost before costs are compared. */
export const COST_KNOWN = 0.9;

interface Change {
  readonly moved: MeasureResult;
  readonly newManager: MeasureResult;
  readonly leadsWithoutTeam: MeasureResult;
  readonly relationshipsKept: MeasureResult;
  readonly pairsKept: MeasureResult;
  /** Yearly revenue of the customers whose people go, each by the share of its people who do; null where too little is known. */
  readonly revenueOfEnded: number | null;
}

const share = (part: number, whole: number, reason: string): MeasureResult =>
  whole > 0 ? { value: part / whole } : { value: null, reason };

/**
 * Whether the seat's own unit has another id; of who had no department, whether the new one is not led by somebody who led
 * them already; where nobody has one, whether they are under another head below the top. `there` is the same seat after, as
 * in what follows.
 */
export const hasMoved = (matching: Matching, seat: Index, there: Index): boolean =>
  matching.before.units.length + matching.after.units.length === 0
    ? hasAnotherHead(matching, seat, there)
    : !sameUnit(matching, matching.before.unitOf[seat]!, matching.after.unitOf[there]!) &&
      !staysWithHead(matching, seat, there);

/**
 * Whether a seat has left the head below the top whom it was under: neither is that head still above it, nor was the new one
 * before, nor is the new one a successor, from among the people of a head who is gone or from outside. Linear in the levels.
 */
function hasAnotherHead({ before, after, seats, trees }: Matching, seat: Index, there: Index): boolean {
  const [heads, headsAfter] = [headsBelowTop(before), headsBelowTop(after)];
  const [was, is] = [heads[seat]!, headsAfter[there]!];
  if (was < 0 || is < 0) return was !== is;
  const [stays, earlier] = [seats.forward[was]!, seats.backward[is]!];
  if (stays < 0) return earlier >= 0 && heads[earlier] !== was;
  const isAbove = ({ boss }: ReportingTree, head: Index, below: Index) => {
    for (let at = below; at >= 0; at = boss[at]!) if (at === head) return true;
    return false;
  };
  return !isAbove(trees.after, stays, there) && !(earlier >= 0 && isAbove(trees.before, earlier, seat));
}

/** Whether a department is written down in one of the two only, for whom somebody without one is below in the other. */
function staysWithHead({ before, after, seats, trees }: Matching, seat: Index, there: Index): boolean {
  const [from, to] = [before.unitOf[seat]!, after.unitOf[there]!];
  if (from < 0 && to >= 0) return isBelowHead(after, to, trees.before, seats.backward, seat);
  return from >= 0 && to < 0 && isBelowHead(before, from, trees.after, seats.forward, there);
}

/**
 * Whether a seat is below the head of a unit, the top aside, where the unit is not written down: by `tree`, to whose seats `known`
 * leads. Phases and clusters are new units whoever leads them. Linear in the levels.
 */
function isBelowHead(
  organisation: Organisation,
  unit: Index,
  tree: ReportingTree,
  known: ArrayLike<Index>,
  seat: Index,
): boolean {
  const { kind } = organisation.units[unit]!;
  const head = headsOf(organisation).head[unit]!;
  if (head < 0 || (kind !== 'department' && kind !== 'common-service')) return false;
  const leader = known[head]!;
  if (leader < 0 || reportsOf(tree, leader) === 0) return false;
  const { boss } = tree;
  for (let at = seat; boss[at]! >= 0; at = boss[at]!) if (at === leader) return true;
  return false;
}

/** Whether the primary line goes to somebody else, or now to nobody or to somebody. */
export const hasNewManager = (matching: Matching, seat: Index, there: Index): boolean =>
  !sameSeat(matching, matching.trees.before.boss[seat]!, matching.trees.after.boss[there]!);

/** Whether the seat has direct reports before and nobody after, by a second line neither: the head of a customer group in a matrix leads. */
export const losesTeam = ({ trees, after }: Matching, seat: Index, there: Index): boolean =>
  reportsOf(trees.before, seat) > 0 && !leadersOf(after.lines).has(there);

/**
 * What changes for the people of the baseline: of a design, or of another file, where people, customers and units are
 * known again by their ids. Linear in seats and relationships.
 */
export const change = memo((view: View, baseline: View): Change => {
  const matching = matchingOf(baseline.organisation, view.organisation);
  let people = 0;
  let moved = 0;
  let newManager = 0;
  let leads = 0;
  for (let seat = 0; seat < matching.before.people.count; seat++) {
    const there = stayer(matching, seat);
    if (there < 0) continue;
    people++;
    if (hasMoved(matching, seat, there)) moved++;
    if (hasNewManager(matching, seat, there)) newManager++;
    if (losesTeam(matching, seat, there)) leads++;
  }
  const nobody = 'Nobody is there before and after.';
  const pairs = workingPairs(matching);
  return {
    moved: share(moved, people, nobody),
    newManager: share(newManager, people, nobody),
    leadsWithoutTeam: { value: leads },
    ...relationships(matching),
    pairsKept: share(pairs.kept, pairs.before, 'No two people work in the same department.'),
  };
});

/** Of the pairs of person and customer the share that is kept, and what the customers of the others pay. */
function relationships(matching: Matching): Pick<Change, 'relationshipsKept' | 'revenueOfEnded'> {
  const { revenue } = matching.before.customers;
  let [all, kept] = [0, 0];
  let [served, known, ended] = [0, 0, 0];
  for (const { before, kept: own, broken } of relationshipChanges(matching)) {
    const pairs = own + broken.length;
    kept += own;
    all += pairs;
    if (pairs === 0) continue;
    served++;
    if (Number.isNaN(revenue[before]!)) continue;
    known++;
    // A credit note weighs nothing.
    ended += (Math.max(0, revenue[before]!) * broken.length) / pairs;
  }
  return {
    relationshipsKept: share(kept, all, 'Nobody serves a customer by name.'),
    revenueOfEnded: served > 0 && known >= REVENUE_KNOWN * served ? ended : null,
  };
}

/** Yearly cost of all seats after less before. */
export function costChange(view: View, baseline: View): MeasureResult {
  const [before, after] = [baseline.organisation, view.organisation];
  if (before.currency !== after.currency && before.currency !== null && after.currency !== null)
    return {
      value: null,
      reason: `Costs are in ${before.currency} before and in ${after.currency} after: they are not compared.`,
    };
  for (const { costPerYear } of [before.people, after.people]) {
    const { known } = knownCosts(costPerYear);
    if (known === 0 || known < COST_KNOWN * costPerYear.length)
      return {
        value: null,
        reason: `${known} of ${costPerYear.length} seats have a cost; 90 % are needed to compare.`,
      };
  }
  const value = knownCosts(after.people.costPerYear).total - knownCosts(before.people.costPerYear).total;
  return areFew(paidOtherwise(matchingOf(before, after)))
    ? {
        value: null,
        reason: `Costs are left out: the change of their sum would tell what fewer than ${FEWEST_TOLD} people are paid.`,
        untold: value,
      }
    : { value };
}

/**
 * Whether a seat costs another sum through a person: who comes, goes or is paid otherwise; what an open seat costs is nobody's
 * pay. -1 for a seat that is not there.
 */
export function paysOtherwise({ before, after }: Matching, seat: Index, there: Index): boolean {
  const isHeld = ({ people }: Organisation, at: Index) => at >= 0 && people.vacant[at] === 0;
  const cost = ({ people }: Organisation, at: Index) => (at < 0 ? 0 : people.costPerYear[at]! || 0);
  return (isHeld(before, seat) || isHeld(after, there)) && !areAlike(cost(before, seat), cost(after, there));
}

/** How many people come, go or are paid otherwise. Linear. */
function paidOtherwise(matching: Matching): number {
  const { before, after, seats } = matching;
  let count = 0;
  if (before.people === after.people) return count;
  for (let seat = 0; seat < before.people.count; seat++)
    if (paysOtherwise(matching, seat, seats.forward[seat]!)) count++;
  for (let there = 0; there < after.people.count; there++)
    if (seats.backward[there]! < 0 && paysOtherwise(matching, -1, there)) count++;
  return count;
}

/** Sum of the costs that are known, and how many are. Most designs have the same. */
const knownCosts = memo((costs: Float64Array): { readonly total: number; readonly known: number } => {
  let [total, known] = [0, 0];
  for (let seat = 0; seat < costs.length; seat++) {
    if (Number.isNaN(costs[seat]!)) continue;
    total += costs[seat]!;
    known++;
  }
  return { total, known };
});

/** A measure of what a design changes for the people of today. */
export const defineChange = ({
  formula,
  ...measure
}: Omit<MeasureInput, 'source' | 'change' | 'byConstruction'>): Measure =>
  defineMeasure({
    ...measure,
    formula: `Compared with the organisation as it is, or with the first file of a diff. ${formula}`,
    source: 'orgdesign, model section 7.',
    change: 'What the design moves: its options and pins.',
    byConstruction: { 'as-is': 'any' },
  });
