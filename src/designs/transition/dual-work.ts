import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { Roles } from './roles.ts';
import type { Schedule } from './schedule.ts';

/** What some people do twice over while an organisation is between two forms. */
export interface DualWork {
  /** People who have their new place and still lead people of the old team. */
  readonly leading: number;
  /** People who have their new place and still serve customers whom they will hand over. */
  readonly serving: number;
}

/** Who does the work of two places at a stage. Linear in seats and relationships. */
export function dualWorkOf(
  before: Organisation,
  design: Organisation,
  roles: Roles,
  schedule: Schedule,
  stage: number,
  now: Organisation,
): DualWork {
  const today = before.people.count;
  const isPlaced = (seat: Index) => seat < today && schedule.seat[seat]! <= stage && roles.isMoved(seat);
  const { boss } = treeOf(now);
  const leading = new Set<Index>();
  for (let seat = 0; seat < today; seat++)
    if (schedule.seat[seat]! > stage && boss[seat]! >= 0 && isPlaced(boss[seat]!)) leading.add(boss[seat]!);
  const serving = new Set<Index>();
  for (let customer = 0; customer < now.customers.count; customer++) {
    const { start, seat: then } = design.relationships;
    const kept = then.subarray(start[customer]!, start[customer + 1]!);
    for (let k = now.relationships.start[customer]!; k < now.relationships.start[customer + 1]!; k++) {
      const seat = now.relationships.seat[k]!;
      if (isPlaced(seat) && !kept.includes(seat)) serving.add(seat);
    }
  }
  return { leading: leading.size, serving: serving.size };
}
