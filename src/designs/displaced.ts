import { memo } from '../base/memo.ts';
import { headsOf, within } from '../model/heads.ts';
import { leadersOf } from '../model/lines.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import { isOverFunctions } from './hierarchy/executives.ts';
import { bySeniority, managerIn } from './hierarchy/seniority.ts';
import { membersOf } from './hierarchy/unit-head.ts';

/** Somebody who heads a unit today, and the unit. */
interface DisplacedHead {
  readonly seat: Index;
  readonly from: Index;
}

/**
 * The unit that each person heads, the largest of several with all below; units of one, and the top, left out. Where nobody leads anyone, and
 * none is declared, nobody has the seat to lose. With `beside` also of those who lead one side by side. Linear.
 */
const headed = memo((organisation: Organisation, beside: boolean): ReadonlyMap<Index, Index> => {
  const { unitOf, people, units } = organisation;
  const { head, joint } = headsOf(organisation);
  const tree = treeOf(organisation);
  const size = membersOf(organisation);
  const found = new Map<Index, Index>();
  head.forEach((first, unit) => {
    for (const seat of (beside ? joint.get(unit) : undefined) ?? [first]) {
      if (seat < 0 || seat === tree.roots[0] || people.vacant[seat] === 1) continue;
      if (units[unit]!.head < 0 && reportsOf(tree, seat) === 0) continue;
      const others = size[unit]! - (within(organisation, unitOf[seat]!, unit) ? 1 : 0);
      const known = found.get(seat);
      if (others < 1 || (known !== undefined && size[known]! >= size[unit]!)) continue;
      found.set(seat, unit);
    }
  });
  return found;
});

/** People below the top who have the title of a head, and lead several people, all by second lines: a director of a programme or region. Linear in lines. */
const leadingBySecondLines = memo((organisation: Organisation): readonly Index[] => {
  const { people, lines, unitOf } = organisation;
  const tree = treeOf(organisation);
  const led = new Map<Index, number>();
  for (const boss of lines.boss) led.set(boss, (led.get(boss) ?? 0) + 1);
  const isHead = managerIn(organisation);
  return [...led].flatMap(([seat, count]) =>
    count > 1 &&
    reportsOf(tree, seat) === 0 &&
    tree.boss[seat]! >= 0 &&
    people.vacant[seat] === 0 &&
    unitOf[seat]! >= 0 &&
    isHead(seat)
      ? [seat]
      : [],
  );
});

/**
 * People who head a unit today and none in a design of it, and executives over several functions, and who leads by second lines
 * only, who lead nobody in it, the most senior first. Seats of today keep their indexes.
 */
export const displacedHeads = memo((before: Organisation, after: Organisation): readonly DisplacedHead[] => {
  if (before === after) return [];
  const now = headed(after, true);
  const then = headed(before, false);
  // In a matrix the people of a group sit in the functions, and report to its head by a second line.
  const leading = leadersOf(after.lines);
  const heads = new Set(headsOf(after).head);
  const goesOn = (seat: Index) => now.has(seat) || (heads.has(seat) && leading.has(seat));
  const without = [...then.keys()].filter((seat) => !goesOn(seat));
  const tree = treeOf(after);
  for (let seat = 0; seat < before.people.count; seat++)
    if (
      isOverFunctions(before, seat) &&
      reportsOf(tree, seat) === 0 &&
      !then.has(seat) &&
      before.unitOf[seat]! >= 0
    )
      without.push(seat);
  for (const seat of leadingBySecondLines(before))
    if (!then.has(seat) && !leading.has(seat)) without.push(seat);
  return bySeniority(before, without).map((seat) => ({ seat, from: then.get(seat) ?? before.unitOf[seat]! }));
});
