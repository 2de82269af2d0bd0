import { quantileSorted } from 'simple-statistics';
import { FEWEST_TOLD } from '../base/few.ts';
import { memo } from '../base/memo.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';

/**
 * What a new seat is assumed to cost a year: the median of the seats of its capability, of a lead that of today's managers. The
 * median of fewer than five people would tell somebody's pay. Then it is that of all of the trade that a specialism is part of,
 * else of everybody; for a lead that of the managers and the best paid beside them, five in all. NaN where fewer than five have
 * a cost. n log n.
 */
export const usualCost = memo((organisation: Organisation, lead: boolean, capability: Index): number => {
  const { people, capabilities } = organisation;
  const tree = treeOf(organisation);
  const seatsWith = (isMeant: (seat: Index) => boolean): Index[] => {
    const found: Index[] = [];
    for (let seat = 0; seat < people.count; seat++)
      if (!Number.isNaN(people.costPerYear[seat]!) && isMeant(seat)) found.push(seat);
    return found;
  };
  const held = (seats: readonly Index[]) =>
    seats.reduce((count, seat) => count + 1 - people.vacant[seat]!, 0);
  const cost = (seat: Index) => people.costPerYear[seat]!;
  const isManager = (seat: Index) => tree.boss[seat]! >= 0 && reportsOf(tree, seat) > 0;
  const managers = (): Index[] => {
    const all = seatsWith(isManager);
    if (held(all) >= FEWEST_TOLD) return all;
    const others = seatsWith(
      (seat) => tree.boss[seat]! >= 0 && !isManager(seat) && people.vacant[seat] === 0,
    );
    others.sort((a, b) => cost(b) - cost(a));
    return [...all, ...others.slice(0, FEWEST_TOLD - held(all))];
  };
  const parent = capabilities[capability]?.of ?? -1;
  const groups = lead
    ? [managers]
    : [
        () => seatsWith((seat) => people.capability[seat] === capability),
        () => seatsWith((seat) => parent >= 0 && [capability, parent].includes(people.capability[seat]!)),
      ];
  for (const group of [...groups, () => seatsWith(() => true)]) {
    const seats = group();
    if (held(seats) < FEWEST_TOLD) continue;
    return quantileSorted(
      seats.map(cost).sort((a, b) => a - b),
      0.5,
    );
  }
  return Number.NaN;
});
