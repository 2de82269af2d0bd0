/** Puts a value to those that a key has already. */
export function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** The values of each key, keys and values in the order in which they first come. Linear. */
export function groupsBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) addTo(groups, keyOf(value), value);
  return groups;
}

/** How often each value stands there, in the order in which they first come. Linear. */
export function countsOf<V>(values: Iterable<V>): Map<V, number> {
  const counts = new Map<V, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What is counted with its number, the most frequent first; of those that are as frequent the first by code unit, or the lower. */
export const mostFirst = <V extends string | number>(counts: ReadonlyMap<V, number>): [V, number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** Groups in the order of their keys, which are numbers. */
export const inOrder = <V>(groups: ReadonlyMap<number, V>): [number, V][] =>
  [...groups].sort((a, b) => a[0] - b[0]);

/** As few parts as hold a list, of about the same length, none longer than `size`. */
export const evenParts = <V>(list: readonly V[], size: number): V[][] => {
  const even = Math.ceil(list.length / Math.ceil(list.length / size));
  return Array.from({ length: Math.ceil(list.length / even) }, (_, at) =>
    list.slice(at * even, (at + 1) * even),
  );
};
