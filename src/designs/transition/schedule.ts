import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { FOUNDATION, type Roles, STAYS, unitIdOf } from './roles.ts';

/** The stage, counted from 1, at which everything takes the form of the design. */
export interface Schedule {
  /** By seat of the design: from then on its unit and lines are those of the design; open seats are there from then on. */
  readonly seat: Int32Array;
  /** By id: from then on a unit that is there today as well is as the design has it. */
  readonly settled: ReadonlyMap<string, number>;
  /** By unit of the design: the stage at which a formed unit begins to work. */
  readonly begins: ReadonlyMap<Index, number>;
}

/**
 * Heads, centres and common services come first, the members of a unit when it begins to work. A department of today is as
 * the design has it once all who leave or join it have done so, and who stays in it has the new line from then on, or, if
 * that is later, from when the boss of today leaves. So everyone moves once and changes manager once. Linear.
 */
export function scheduleOf(
  before: Organisation,
  design: Organisation,
  roles: Roles,
  begins: ReadonlyMap<Index, number>,
): Schedule {
  const today = before.people.count;
  const stage = new Int32Array(design.people.count).fill(1);
  const heads = new Set(roles.formed.map((unit) => roles.head[unit]!));
  const settled = new Map<string, number>();
  const settle = (id: string | undefined, at: number) => {
    if (id !== undefined) settled.set(id, Math.max(at, settled.get(id) ?? 1));
  };
  for (let seat = 0; seat < design.people.count; seat++) {
    const target = roles.target[seat]!;
    if (target === STAYS || target === FOUNDATION) continue;
    stage[seat] = heads.has(seat) ? 1 : begins.get(target)!;
    if (seat >= today || !roles.isMoved(seat)) continue;
    settle(unitIdOf(before, seat), stage[seat]!);
    settle(unitIdOf(design, seat), stage[seat]!);
  }
  for (const unit of roles.formed) settled.set(design.units[unit]!.id, begins.get(unit)!);
  const { boss } = treeOf(before);
  for (let seat = 0; seat < today; seat++) {
    if (roles.target[seat] !== STAYS) continue;
    const above = boss[seat]!;
    const left = above >= 0 && roles.target[above] !== STAYS ? stage[above]! : 1;
    stage[seat] = Math.max(settled.get(unitIdOf(design, seat) ?? '') ?? 1, left);
  }
  const tree = treeOf(design);
  // A lead that is to be hired is there as soon as one of the reports is: bosses come before reports in the order.
  for (let at = tree.order.length - 1; at >= 0; at--) {
    const seat = tree.order[at]!;
    if (seat < today || heads.has(seat) || reportsOf(tree, seat) === 0) continue;
    const reports = tree.report.subarray(tree.reportStart[seat]!, tree.reportStart[seat + 1]!);
    stage[seat] = reports.reduce((first, report) => Math.min(first, stage[report]!), stage[reports[0]!]!);
  }
  return { seat: stage, settled, begins };
}
