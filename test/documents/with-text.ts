const ANY = '*';

/** The value with `change` done to every text in it, which is told the way to it: keys, and `*` for places in arrays. */
const changed = (
  value: unknown,
  change: (text: string, way: string) => string,
  way: readonly string[] = [],
): unknown => {
  if (typeof value === 'string') return change(value, JSON.stringify(way));
  if (Array.isArray(value)) return value.map((one) => changed(one, change, [...way, ANY]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, changed(one, change, [...way, key])]),
  );
};

/** The ways to texts that may be any, as the schema tells that does not refuse another one there. */
function freeWays(value: unknown, isValid: (value: unknown) => boolean): ReadonlySet<string> {
  const ways = new Set<string>();
  changed(value, (text, way) => {
    ways.add(way);
    return text;
  });
  return new Set(
    [...ways].filter((way) => isValid(changed(value, (text, at) => (at === way ? `x${text}` : text)))),
  );
}

/**
 * What makes a document hostile: the same with words in front of every text that may be any, so that what was one is one still;
 * or with nothing in the place of them.
 */
export function hostileMaker<T>(value: T, isValid: (value: unknown) => boolean): (words: string) => T {
  const free = freeWays(value, isValid);
  return (words) =>
    changed(value, (text, way) => {
      if (!free.has(way)) return text;
      return words === '' ? '' : words + text;
    }) as T;
}
