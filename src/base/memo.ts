type Key = object | string | number | boolean | null | undefined;

class Step<R> {
  value: { readonly result: R } | undefined;
  readonly #objects = new WeakMap<object, Step<R>>();
  readonly #others = new Map<Key, Step<R>>();

  next(key: Key): Step<R> {
    const known: Pick<Map<Key, Step<R>>, 'get' | 'set'> = (typeof key === 'object' && key !== null) ||
    typeof key === 'function'
      ? (this.#objects as WeakMap<object, Step<R>> & Map<Key, Step<R>>)
      : this.#others;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = new Step<R>();
    known.set(key, made);
    return made;
  }
}

/**
 * The function, worked out once for each combination of arguments. Objects are told apart by identity and not kept alive;
 * text and numbers by value. For pure functions of things that never change. A result is kept as long as the first object
 * among the arguments, so that comes first.
 */
export function memo<A extends readonly Key[], R>(compute: (...args: A) => R): (...args: A) => R {
  const first = new Step<R>();
  return (...args) => {
    let step = first;
    for (const key of args) step = step.next(key);
    step.value ??= { result: compute(...args) };
    return step.value.result;
  };
}

/** Computes a value the first time it is asked for. */
export function lazy<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
