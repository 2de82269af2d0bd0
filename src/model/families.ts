import type { Index, Organisation } from './organisation.ts';

/**
 * Accounts with a common parent account, however many levels up; those of one account alone are left out. A parent that
 * is not in the file joins its accounts all the same; a circle of parents is one family. Practically linear in the customers.
 */
export function familiesOf({ customers }: Pick<Organisation, 'customers'>): readonly (readonly Index[])[] {
  const { id, parent, count } = customers;
  if (!parent.some((name) => name !== '')) return [];
  const node = new Map(id.map((name, at) => [name, at]));
  for (const name of parent) if (name !== '' && !node.has(name)) node.set(name, node.size);
  // Union-find: every account points to another one of its family, or to itself.
  const up = Int32Array.from({ length: node.size }, (_, at) => at);
  const topOf = (at: number): number => {
    while (up[at] !== at) {
      up[at] = up[up[at]!]!;
      at = up[at]!;
    }
    return at;
  };
  for (let at = 0; at < count; at++) if (parent[at] !== '') up[topOf(at)] = topOf(node.get(parent[at]!)!);
  const families = new Map<number, Index[]>();
  for (let at = 0; at < count; at++) {
    const members = families.get(topOf(at));
    if (members === undefined) families.set(topOf(at), [at]);
    else members.push(at);
  }
  return [...families.values()].filter((members) => members.length > 1);
}
