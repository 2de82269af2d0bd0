import { memo } from '../../base/memo.ts';
import type { ImportedPeople } from './person.ts';
import { inTurn } from './references.ts';

/** The manager of each person; -1 for none among them. */
export const managersOf = memo(
  ({ manager }: ImportedPeople, byId: ReadonlyMap<string, number>): Int32Array => {
    const placeOf = inTurn(byId);
    const managers = new Int32Array(manager.length);
    for (let at = 0; at < manager.length; at++)
      managers[at] = manager[at] === '' ? -1 : (placeOf(manager[at]!) ?? -1);
    return managers;
  },
);

/** The places of those whose lines lead to nobody among them. */
export const topsOf = memo((people: ImportedPeople, byId: ReadonlyMap<string, number>): readonly number[] => {
  const managers = managersOf(people, byId);
  const tops: number[] = [];
  for (let at = 0; at < managers.length; at++)
    if (managers[at] === -1 && !people.lines[at]!.some(({ to }) => byId.has(to))) tops.push(at);
  return tops;
});
