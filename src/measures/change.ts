import type { Organisation } from '../model/organisation.ts';
import { reportsOf } from '../model/tree.ts';
import type { View } from '../model/view.ts';
import type { MeasureResult } from './measure.ts';

/** Share of seats that must have a cost before costs are compared. */
export const COST_KNOWN = 0.9;

export interface Change {
  readonly moved: MeasureResult;
  readonly newManager: MeasureResult;
  readonly leadsWithoutTeam: MeasureResult;
  readonly relationshipsKept: MeasureResult;
  readonly pairsKept: MeasureResult;
}

const changes = new WeakMap<View, { baseline: View; change: Change }>();

const share = (part: number, whole: number, reason: string): MeasureResult =>
  whole > 0 ? { value: part / whole } : { value: null, reason };

/**
 * What a design changes for the people of the baseline, whose seats keep their indexes. Linear in seats and
 * relationships.
 */
export function change(view: View, baseline: View): Change {
  const known = changes.get(view);
  if (known?.baseline === baseline) return known.change;
  const [before, after] = [baseline.organisation, view.organisation];
  const [treeBefore, treeAfter] = [baseline.tree(), view.tree()];
  let people = 0;
  let moved = 0;
  let newManager = 0;
  let leads = 0;
  for (let seat = 0; seat < before.people.count; seat++) {
    if (before.people.vacant[seat] === 1) continue;
    people++;
    if (unitId(before, seat) !== unitId(after, seat)) moved++;
    if (treeBefore.boss[seat] !== treeAfter.boss[seat]) newManager++;
    if (reportsOf(treeBefore, seat) > 0 && reportsOf(treeAfter, seat) === 0) leads++;
  }
  const result: Change = {
    moved: share(moved, people, 'There are no people.'),
    newManager: share(newManager, people, 'There are no people.'),
    leadsWithoutTeam: { value: leads },
    relationshipsKept: relationshipsKept(before, after),
    pairsKept: pairsKept(before, after),
  };
  changes.set(view, { baseline, change: result });
  return result;
}

const unitId = (organisation: Organisation, seat: number) =>
  organisation.units[organisation.unitOf[seat]!]?.id;

function relationshipsKept(before: Organisation, after: Organisation): MeasureResult {
  const reason = 'Nobody serves a customer by name.';
  const all = before.relationships.seat.length;
  if (before.relationships === after.relationships) return share(all, all, reason);
  let kept = 0;
  for (let customer = 0; customer < before.customers.count; customer++) {
    const now = new Set(
      after.relationships.seat.subarray(
        after.relationships.start[customer]!,
        after.relationships.start[customer + 1]!,
      ),
    );
    for (let k = before.relationships.start[customer]!; k < before.relationships.start[customer + 1]!; k++)
      if (now.has(before.relationships.seat[k]!)) kept++;
  }
  return share(kept, all, reason);
}

function pairsKept(before: Organisation, after: Organisation): MeasureResult {
  const reason = 'No two people work in the same department.';
  if (before.interactions.length > 0) {
    const together = (organisation: Organisation) =>
      before.interactions.filter(
        ({ from, to }) =>
          organisation.unitOf[from]! >= 0 && organisation.unitOf[from] === organisation.unitOf[to],
      );
    const pairs = together(before);
    const kept = pairs.filter(({ from, to }) => after.unitOf[from] === after.unitOf[to]);
    return share(kept.length, pairs.length, reason);
  }
  const inUnit = new Map<number, number>();
  const inBoth = new Map<number, number>();
  for (let seat = 0; seat < before.people.count; seat++) {
    const unit = before.unitOf[seat]!;
    if (unit < 0 || before.people.vacant[seat] === 1) continue;
    inUnit.set(unit, (inUnit.get(unit) ?? 0) + 1);
    if (after.unitOf[seat]! < 0) continue;
    const key = unit * after.units.length + after.unitOf[seat]!;
    inBoth.set(key, (inBoth.get(key) ?? 0) + 1);
  }
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return share(pairs(inBoth.values()), pairs(inUnit.values()), reason);
}

/** Yearly cost of all seats after less before. */
export function costChange(view: View, baseline: View): MeasureResult {
  const { costPerYear: before } = baseline.organisation.people;
  const { costPerYear: after } = view.organisation.people;
  const known = before.filter((cost) => !Number.isNaN(cost)).length;
  if (known === 0 || known < COST_KNOWN * before.length)
    return {
      value: null,
      reason: `${known} of ${before.length} seats have a cost; 90 % are needed to compare.`,
    };
  const sum = (costs: Float64Array) =>
    costs.reduce((total, cost) => total + (Number.isNaN(cost) ? 0 : cost), 0);
  return { value: sum(after) - sum(before) };
}
