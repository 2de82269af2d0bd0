type Key = object | string | number | boolean | null | undefined;

class Step<R> {
  value: { readonly result: R } | undefined;
  // Made when needed: most steps are the last ones.
  #objects: WeakMap<object, Step<R>> | undefined;
  #others: Map<Key, Step<R>> | undefined;

  next(key: Key): Step<R> {
    if ((typeof key === 'object' && key !== null) || typeof key === 'function') {
      this.#objects ??= new WeakMap();
      return Step.#of(this.#objects, key as object);
    }
    this.#others ??= new Map();
    return Step.#of(this.#others, key);
  }

  forget(key: object): void {
    this.#objects?.delete(key);
  }

  static #of<K, R>(steps: { get(key: K): Step<R> | undefined; set(key: K, step: Step<R>): unknown }, key: K) {
    let step = steps.get(key);
    if (step === undefined) {
      step = new Step<R>();
      steps.set(key, step);
    }
    return step;
  }
}

/**
 * The function, worked out once for each combination of arguments. Objects are told apart by identity and not kept alive;
 * text and numbers by value. For pure functions of things that never change. A result is kept as long as the first object
 * among the arguments, so that comes first.
 */
export function memo<A extends readonly Key[], R>(compute: (...args: A) => R): (...args: A) => R {
  return remembering(new Step<R>(), compute);
}

function remembering<A extends readonly Key[], R>(first: Step<R>, compute: (...args: A) => R) {
  return (...args: A): R => {
    let step = first;
    for (const key of args) step = step.next(key);
    step.value ??= { result: compute(...args) };
    return step.value.result;
  };
}

const passing: { forget(key: object): void }[] = [];

/**
 * As `memo`, for what takes much room and is hardly asked for again once its measures are taken: `forget` lets go of it. To be
 * made where a module is loaded.
 */
export function passingMemo<A extends readonly Key[], R>(compute: (...args: A) => R): (...args: A) => R {
  const first = new Step<R>();
  passing.push(first);
  return remembering(first, compute);
}

/** Lets go of what every `passingMemo` keeps of an object, its first argument; it is worked out anew where it is asked for again. */
export function forget(key: object): void {
  for (const first of passing) first.forget(key);
}

/** Computes a value the first time it is asked for. */
export function lazy<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
