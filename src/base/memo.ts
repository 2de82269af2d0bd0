type Key = object | string | number | boolean | null | undefined;

interface Step<R> {
  value?: { readonly result: R };
  objects?: WeakMap<object, Step<R>>;
  others?: Map<Key, Step<R>>;
}

/**
 * The function, worked out once for each combination of arguments. Objects are told apart by identity and not kept alive;
 * text and numbers by value. For pure functions of things that never change. A result is kept as long as the first object
 * among the arguments, so that comes first.
 */
export function memo<A extends readonly Key[], R>(compute: (...args: A) => R): (...args: A) => R {
  const first: Step<R> = {};
  return (...args) => {
    let step = first;
    for (const key of args) {
      const isObject = (typeof key === 'object' && key !== null) || typeof key === 'function';
      const known = isObject ? (step.objects ??= new WeakMap()) : (step.others ??= new Map());
      let next = known.get(key as object);
      if (next === undefined) known.set(key as object, (next = {}));
      step = next;
    }
    return (step.value ??= { result: compute(...args) }).result;
  };
}

/** Computes a value the first time it is asked for. */
export function lazy<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: compute() }).value;
}
