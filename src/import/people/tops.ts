import { memo } from '../../base/memo.ts';
import type { ImportedPerson } from './person.ts';

/** The manager of each person; -1 for none among them. */
export const managersOf = memo(
  (people: readonly ImportedPerson[], byId: ReadonlyMap<string, number>): Int32Array => {
    const managers = new Int32Array(people.length);
    people.forEach(({ manager }, at) => {
      managers[at] = manager === '' ? -1 : (byId.get(manager) ?? -1);
    });
    return managers;
  },
);

/** Those whose lines lead to nobody among them. */
export const topsOf = memo(
  (people: readonly ImportedPerson[], byId: ReadonlyMap<string, number>): readonly ImportedPerson[] => {
    const managers = managersOf(people, byId);
    return people.filter(({ lines }, at) => managers[at] === -1 && !lines.some(({ to }) => byId.has(to)));
  },
);
