import { memo } from '../../base/memo.ts';
import type { ImportedPerson } from './person.ts';

/** The person that each id is, and the manager of each person; -1 for none among them. */
export const managersOf = memo(
  (people: readonly ImportedPerson[]): { index: ReadonlyMap<string, number>; managers: Int32Array } => {
    const index = new Map<string, number>();
    people.forEach(({ id }, at) => {
      index.set(id, at);
    });
    const managers = new Int32Array(people.length);
    people.forEach(({ manager }, at) => {
      managers[at] = manager === '' ? -1 : (index.get(manager) ?? -1);
    });
    return { index, managers };
  },
);

/** Those whose lines lead to nobody among them. */
export const topsOf = memo((people: readonly ImportedPerson[]): readonly ImportedPerson[] => {
  const { index, managers } = managersOf(people);
  return people.filter(({ lines }, at) => managers[at] === -1 && !lines.some(({ to }) => index.has(to)));
});
