/**
 * Replaces a property by one that is worked out when it is first read, and is a plain value from then on: in its place among the
 * others where it was there. What comes out as undefined is left out.
 */
export function defer<T extends object, K extends keyof T>(object: T, key: K, compute: () => T[K]): void {
  const set = (value: T[K]): void => {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  };
  const get = (): T[K] => {
    const value = compute();
    if (value === undefined) delete object[key];
    else set(value);
    return value;
  };
  Object.defineProperty(object, key, { get, set, enumerable: true, configurable: true });
}

/** An object of which each property is worked out when it is first read. */
export function deferred<T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const key of Object.keys(parts) as (keyof T)[]) defer(made, key, parts[key]);
  return made;
}

/** Reads all that is put off anywhere in a value, so that nothing of what it is made from is kept alive. */
export function workOut(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) workOut((value as Record<string, unknown>)[key]);
}
