import { singleHoldersOf } from '../../measures/structure/single-holders.ts';
import type { Index } from '../../model/organisation.ts';
import { mayJoin } from '../acceptable.ts';
import type { Ground } from '../ground.ts';
import { first, picked } from '../joiners.ts';
import { defineRemedy, type SeatEdit } from '../remedy.ts';

/** Below this many holders left behind, the unit that somebody leaves would hang on one person in turn. */
const LEFT = 2;

/** Whom a newcomer reports to: the manager of the one holder, or the holder where they lead the unit. */
function bossOf(ground: Ground, holder: Index): Index {
  const above = ground.boss(holder);
  const { at } = ground.view.accountability();
  return above >= 0 && at.unitOf(above) === at.unitOf(holder) ? above : holder;
}

export const singleHolder = defineRemedy({
  rule: 'single-holder',
  summary: 'moves a second holder over from a unit that has three or more',
  *propose(ground, { entity, members }) {
    const { at } = ground.view.accountability();
    const { capabilities, people, unitOf } = ground.organisation;
    const holders = new Map<string, number>();
    const cell = (unit: Index, capability: Index) => `${unit} ${capability}`;
    for (let seat = 0; seat < people.count; seat++)
      if (people.vacant[seat] === 0) {
        const key = cell(at.unitOf(seat), people.capability[seat]!);
        holders.set(key, (holders.get(key) ?? 0) + 1);
      }
    const edits = new Map<Index, SeatEdit>();
    for (const { unit, capability, seat: holder } of singleHoldersOf(ground.view)) {
      if (at.units[unit]!.id !== entity.id || members?.includes(capabilities[capability]!.id) === false)
        continue;
      const there = unitOf[holder]!;
      const candidates: Index[] = [];
      for (let other = 0; other < at.size; other++)
        if (other !== unit && (holders.get(cell(other, capability)) ?? 0) > LEFT)
          candidates.push(
            ...ground
              .freeUnder(other)
              .filter(
                (seat) =>
                  people.capability[seat] === capability &&
                  !edits.has(seat) &&
                  mayJoin(
                    ground.organisation,
                    seat,
                    bossOf(ground, holder),
                    there < 0 ? unitOf[seat]! : there,
                  ),
              ),
          );
      const [second] =
        picked(ground, candidates, 1, (seat) => [
          first(people.location[seat] === people.location[holder]),
          -(holders.get(cell(at.unitOf(seat), capability)) ?? 0),
        ]) ?? [];
      if (second === undefined) return;
      const key = cell(at.unitOf(second), capability);
      holders.set(key, holders.get(key)! - 1);
      edits.set(second, { boss: bossOf(ground, holder), ...(there < 0 ? {} : { unit: there }) });
    }
    if (edits.size > 0) yield edits;
  },
});
